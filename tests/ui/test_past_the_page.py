"""Tab after the last field leads to »Næste« and back, and a click on empty ground draws no frame."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from botilbud_desktop.domain.steps import steps_of
from botilbud_desktop.ui.style.focus_ring import FocusRings, _Ring
from tests.ui.user import User, settle, step_names

_MOST_STOPS = 150


def past_the_page(user: User) -> tuple[QWidget, QWidget]:
    """Presses Tab from the page's first stop until the focus leaves it; returns the last stop and the next one."""
    user.page.focus_first()
    settle()
    last = QApplication.focusWidget()
    for _stop in range(_MOST_STOPS):
        assert last is not None
        QTest.keyClick(last, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        if not user.page.isAncestorOf(now):
            return last, now
        last = now
    raise AssertionError("the focus never left the page")


@pytest.mark.parametrize("width", [700, 1300])
def test_tab_after_the_last_field_leads_to_next_and_shift_tab_back(thisted: User, width: int) -> None:
    thisted.window.resize(width, 700)
    settle()
    pages = step_names(thisted.application)
    for page in pages:
        thisted.workspace.show_step(steps_of(thisted.application)[pages.index(page)])
        settle()
        last, after = past_the_page(thisted)
        assert after.objectName() == ("navigation.back" if page == pages[-1] else "navigation.next"), page
        QTest.keyClick(after, Qt.Key.Key_Backtab)
        assert QApplication.focusWidget() is last, page


def rings(user: User) -> list[QWidget]:
    return [ring for ring in user.window.findChildren(_Ring) if ring.isVisible()]


def test_a_click_on_empty_ground_draws_no_frame_and_the_keys_scroll(thisted: User, qapp: QApplication) -> None:
    shown = FocusRings(qapp)
    for page in step_names(thisted.application):
        thisted.go_to(page)
        area = thisted.page
        assert isinstance(area, QScrollArea)
        spot = QPoint(area.viewport().width() - 4, area.viewport().height() - 4)
        under = area.viewport().childAt(spot) or area.viewport()
        QTest.mouseClick(under, Qt.MouseButton.LeftButton, pos=under.mapFrom(area.viewport(), spot))
        settle()
        assert rings(thisted) == [], page
        bar = area.verticalScrollBar()
        bar.setValue(0)
        if bar.maximum():
            QTest.keyClick(QApplication.focusWidget() or thisted.window, Qt.Key.Key_PageDown)
            assert bar.value() > 0, page
    qapp.focusChanged.disconnect(shown._on_focus_changed)
    shown.deleteLater()
