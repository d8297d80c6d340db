"""The guide's window: its buttons, and its contents in larger text."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextFrameFormat, QTextTable
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from botilbud_desktop.ui.help.guide_window import GuideWindow
from botilbud_desktop.ui.style.spacing import HALF
from botilbud_desktop.ui.style.theme import apply_text_size
from tests.ui.test_guide import opened, shown
from tests.ui.user import User, settle


def _is_at(window: GuideWindow, title: str) -> bool:
    return shown(window).startswith(title)


def test_the_buttons_say_what_they_do_and_lead_back_and_forward_by_click_and_by_key(
    thisted: User, qtbot: QtBot
) -> None:
    thisted.go_to("page.applicant")
    window = opened(thisted)
    assert (window.back.text(), window.forward.text()) == ("Til&bage", "&Frem")
    assert not window.back.isEnabled()
    window.page.go_to("kriterier")
    assert not window.forward.isEnabled()
    for by_click in (True, False):
        for button, key, title in (
            (window.back, Qt.Key.Key_B, "Ansøger"),
            (window.forward, Qt.Key.Key_F, "De seks kriterier"),
        ):
            if by_click:
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            else:
                QTest.keyClick(window, key, Qt.KeyboardModifier.AltModifier)
            qtbot.waitUntil(partial(_is_at, window, title))  # a key holds the button down for a while
            assert not button.isEnabled()
    window.close()


def test_the_headings_of_the_contents_grow_with_the_text(thisted: User, qapp: QApplication) -> None:
    window = opened(thisted)
    heading = window.list.item(0).font().pointSizeF()
    apply_text_size(qapp, 150)
    settle()
    larger = window.list.item(0).font().pointSizeF()
    apply_text_size(qapp, 100)
    settle()
    assert larger == pytest.approx(1.5 * heading)
    assert window.list.item(0).font().pointSizeF() == pytest.approx(heading)
    window.close()


def test_a_table_has_lines_of_one_pixel_around_its_cells(thisted: User) -> None:
    window = opened(thisted)
    window.page.go_to("tastatur")
    document = window.page.document()
    frames = [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]
    assert frames
    for table in frames:
        lines = table.format()
        assert (lines.border(), lines.borderCollapse(), lines.cellSpacing()) == (1, True, 0)
        assert lines.borderStyle() is QTextFrameFormat.BorderStyle.BorderStyle_Solid
        assert lines.borderBrush() == window.page.palette().mid()
        assert lines.cellPadding() == HALF
    window.close()
