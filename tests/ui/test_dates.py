"""Dates in any usual format, and a calendar that opens on request (requirement 16)."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget, QTableView, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from botilbud_desktop.ui.fields.date_field import DateField
from botilbud_desktop.ui.widgets.link_button import LinkButton
from tests.ui.user import User, settle

NAME = "projects.0.completion_date"
SPELLINGS = (
    "5.9.2026",
    "05.09.2026",
    "05/09/2026",
    "5-9-2026",
    "2026-09-05",
    "5. september 2026",
    "5. sep. 2026",
    "5 9 2026",
    "den 5. september 2026",
    "5/9-2026",
)


def calendar_button(user: User) -> QToolButton:
    field = user.line(NAME).parentWidget()
    assert isinstance(field, DateField)
    return field.button


def open_calendar(user: User) -> QCalendarWidget:
    user.click(calendar_button(user))
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QWidget)
    calendar = popup.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    return calendar


def test_every_spelling_of_a_date_is_one_date(empty: User) -> None:
    for typed in SPELLINGS:
        empty.write(NAME, typed)
        assert empty.value(NAME) == date(2026, 9, 5), typed
        assert empty.line(NAME).text() == typed
        empty.press(Qt.Key.Key_Tab)
        assert empty.line(NAME).text() == "05.09.2026", typed
        assert empty.note_at(NAME) == "5. september 2026", typed


def test_a_day_that_does_not_exist_is_said_to_be_missing_from_the_calendar(empty: User) -> None:
    empty.write_and_leave(NAME, "31.02.2026")
    assert empty.note_at(NAME) == (
        "31.02.2026 findes ikke i kalenderen. Skriv datoen med dag, måned og år, fx 30.11.2025."
    )
    assert empty.line(NAME).text() == "31.02.2026"
    assert empty.value(NAME) is None


@pytest.mark.parametrize("typed", ["30.11", "30.11.20", "snart", "2026"])
def test_what_is_no_date_is_kept_and_told_how_to_write(empty: User, typed: str) -> None:
    empty.write_and_leave(NAME, typed)
    assert empty.line(NAME).text() == typed
    assert empty.value(NAME) is None
    what = "årstallet med fire cifre" if typed == "30.11.20" else "datoen med dag, måned og år"
    assert empty.note_at(NAME) == f"Skriv {what}, fx 30.11.2025."


def test_a_year_of_two_digits_is_of_the_rounds_century(empty: User) -> None:
    empty.write_and_leave(NAME, "30-11-25")
    assert empty.line(NAME).text() == "30.11.2025"
    assert empty.value(NAME) == date(2025, 11, 30)


def test_the_last_day_of_a_time_is_one_click_away(empty: User) -> None:
    empty.write_and_leave(NAME, "ultimo 2025")
    assert empty.value(NAME) is None
    assert empty.note_at(NAME).startswith("Mener du 31.12.2025?")
    empty.click(next(link for link in empty.page.findChildren(LinkButton) if link.words() == "Brug 31.12.2025"))
    assert empty.value(NAME) == date(2025, 12, 31)
    assert empty.line(NAME).text() == "31.12.2025"


def test_the_focus_never_jumps_while_a_date_is_typed(empty: User) -> None:
    empty.click(NAME)
    field = empty.line(NAME)
    for character in "30.11.2025":
        empty.keys(character)
        assert QApplication.focusWidget() is field
        assert QApplication.activePopupWidget() is None
    assert field.text() == "30.11.2025"


def test_the_calendar_opens_at_the_date_and_a_click_picks_a_day(aalborg: User) -> None:
    calendar = open_calendar(aalborg)
    assert calendar.selectedDate() == QDate(2025, 11, 30)
    assert calendar.isVisible()
    view = calendar.findChild(QTableView)
    assert isinstance(view, QTableView)
    calendar.clicked.emit(QDate(2025, 12, 24))
    settle()
    assert aalborg.value(NAME) == date(2025, 12, 24)
    assert aalborg.line(NAME).text() == "24.12.2025"
    assert QApplication.activePopupWidget() is None
    assert QApplication.focusWidget() is aalborg.line(NAME)


def test_the_calendar_is_used_with_the_keyboard_alone(aalborg: User) -> None:
    aalborg.click(NAME)
    aalborg.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is calendar_button(aalborg)
    aalborg.press(Qt.Key.Key_Space)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    aalborg.press(Qt.Key.Key_Left)
    aalborg.press(Qt.Key.Key_Return)
    assert aalborg.value(NAME) == date(2025, 11, 29)
    assert QApplication.activePopupWidget() is None


def test_escape_closes_the_calendar_and_changes_nothing(aalborg: User, qtbot: QtBot) -> None:
    calendar = open_calendar(aalborg)
    qtbot.keyClick(calendar, Qt.Key.Key_Escape)
    settle()
    assert QApplication.activePopupWidget() is None
    assert aalborg.value(NAME) == date(2025, 11, 30)
    assert not aalborg.controller.editor.can_undo


def test_a_picked_day_is_one_step_of_the_history(aalborg: User) -> None:
    open_calendar(aalborg).clicked.emit(QDate(2025, 12, 24))
    settle()
    aalborg.undo()
    assert aalborg.value(NAME) == date(2025, 11, 30)
    assert aalborg.line(NAME).text() == "30.11.2025"
    assert not aalborg.controller.editor.is_modified


def test_a_picked_day_takes_the_place_of_a_half_typed_one(aalborg: User) -> None:
    aalborg.write(NAME, "31.02.2026")
    open_calendar(aalborg).clicked.emit(QDate(2026, 2, 28))
    settle()
    assert aalborg.line(NAME).text() == "28.02.2026"
    assert aalborg.view.half_typed == {}


def test_without_a_date_the_calendar_opens_within_the_deadline(empty: User) -> None:
    calendar = open_calendar(empty)
    assert calendar.selectedDate() == QDate(2026, 12, 31)
    empty.press(Qt.Key.Key_Escape)
