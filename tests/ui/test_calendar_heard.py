"""The calendar by ear: it has a name, each day is said with its month and year, and its buttons are named."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QToolButton

from botilbud_desktop.ui.fields.calendar_popup import CalendarPopup
from botilbud_desktop.ui.fields.date_field import DateField
from botilbud_desktop.ui.style.selection import contrast
from tests.shots.look import use_theme
from tests.ui.user import User, settle

_INK, _GROUND = Qt.ItemDataRole.ForegroundRole, Qt.ItemDataRole.BackgroundRole


def opened(user: User) -> CalendarPopup:
    """Opens the calendar of the completion date with keys alone."""
    field = user.line("projects.0.completion_date").parentWidget()
    assert isinstance(field, DateField)
    user.click(field.input)
    user.press(Qt.Key.Key_Tab)
    user.press(Qt.Key.Key_Space)
    settle()
    (popup,) = field.findChildren(CalendarPopup)
    return popup


def test_it_opens_with_its_field_its_day_and_its_keys(complete: User) -> None:
    opened(complete)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Kalender: G. Forventet afslutning. søndag den 30. november 2025"
    assert "PageUp" in focus.accessibleDescription()


def test_each_day_is_said_with_its_month_and_year(complete: User, said: list[str]) -> None:
    opened(complete)
    said.clear()
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Left)
    assert said == ["lørdag den 29. november 2025"]
    QTest.keyClick(focus, Qt.Key.Key_PageDown)
    assert said[-1] == "mandag den 29. december 2025"


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
def test_each_day_can_be_read_also_at_weekends_and_of_other_months(
    complete: User, qapp: QApplication, theme: str
) -> None:
    style, palette = qapp.style().objectName(), qapp.palette()
    use_theme(qapp, theme)
    try:
        days = opened(complete).findChild(QTableView)
        assert days is not None
        model = days.model()
        for row in range(1, model.rowCount()):
            for column in range(1, model.columnCount()):
                cell = model.index(row, column)
                ink, ground = (QColor(cell.data(role)) for role in (_INK, _GROUND))
                assert contrast(ink, ground) >= 4.5, (cell.data(), ink.name(), ground.name())
    finally:
        qapp.setStyle(style)
        qapp.setPalette(palette)


def test_its_buttons_have_names(complete: User) -> None:
    buttons = opened(complete).findChildren(QToolButton)
    assert len(buttons) == 4
    assert all(button.accessibleName() for button in buttons)
