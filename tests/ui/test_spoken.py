"""What a screen reader reads of a field besides its name: its problem, once; texts are texts; the focus is visible."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from botilbud_desktop.ui.widgets.announcing import SOON_MS, announce
from tests.ui.user import User


def test_a_problem_is_said_politely_when_the_field_is_left_and_only_once(
    complete: User, said: list[str], qtbot: QtBot
) -> None:
    def told() -> list[str]:
        return [text for text in said if text.startswith("G. Forventet afslutning")]

    name = "projects.0.completion_date"
    complete.write(name, "31.02.2026")
    qtbot.wait(2 * SOON_MS)
    assert told() == []
    complete.press(Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: len(told()) == 1)
    assert "findes ikke i kalenderen" in told()[0]
    complete.click(name)
    complete.press(Qt.Key.Key_Tab)
    qtbot.wait(2 * SOON_MS)
    assert len(told()) == 1


def test_a_problem_that_was_read_with_its_input_is_not_said_when_it_is_left(
    empty: User, said: list[str], qtbot: QtBot
) -> None:
    empty.control(Qt.Key.Key_5)
    empty.control(Qt.Key.Key_4)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleDescription().startswith("Problem: ")
    empty.press(Qt.Key.Key_Tab)
    qtbot.wait(2 * SOON_MS)
    assert not any("Problem: " in text for text in said)


def test_a_problem_is_heard_with_its_field_until_it_is_mended(complete: User) -> None:
    name = "projects.0.completion_date"
    field = complete.line(name)
    assert field.accessibleDescription() == "30. november 2025"
    complete.write_and_leave(name, "31.02.2026")
    assert field.accessibleDescription().startswith("Problem: ")
    assert "findes ikke i kalenderen" in field.accessibleDescription()
    complete.write_and_leave(name, "30.11.2025")
    assert field.accessibleDescription() == "30. november 2025"


def test_a_problem_in_a_row_is_heard_with_its_cell(complete: User) -> None:
    complete.write_and_leave("projects.0.places.0.count", "mange")
    assert complete.line("projects.0.places.0.count").accessibleDescription() != ""
    complete.write_and_leave("projects.0.places.0.count", "8")
    assert complete.line("projects.0.places.0.count").accessibleDescription() == ""


def test_nothing_is_said_while_no_screen_reader_listens(complete: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda _event: pytest.fail("somebody was spoken to"))
    announce(complete.window, "Hej")


def test_a_link_from_elsewhere_leads_to_a_button_or_list_that_shows_its_focus(complete: User) -> None:
    complete.go_to("page.applicant")
    field = complete.combo("applicant.municipality_code")
    assert QApplication.focusWidget() is field
    with_focus = field.grab().toImage()
    complete.press(Qt.Key.Key_Tab)
    assert field.grab().toImage() != with_focus


def test_passing_the_limit_of_a_text_is_said_to_the_screen_reader(empty: User, said: list[str]) -> None:
    empty.click("projects.0.description")
    empty.paste("a" * 1000)
    said.clear()
    empty.keys("b")
    assert "Du har nået grænsen. Det, du skriver nu, er for meget." in said


def test_nothing_is_said_of_nothing(complete: User, said: list[str]) -> None:
    announce(complete.window, "")
    assert said == []
