"""The calendar by ear: it has a name, each day is said with its month and year, and its buttons are named."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from botilbud_desktop.ui.fields.calendar_popup import CalendarPopup
from botilbud_desktop.ui.fields.date_field import DateField
from tests.ui.user import User, settle


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


def test_its_buttons_have_names(complete: User) -> None:
    buttons = opened(complete).findChildren(QToolButton)
    assert len(buttons) == 4
    assert all(button.accessibleName() for button in buttons)
