"""»Gem som Excel …«: the workbook is made in another thread, saved whole, and told of in the notice."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from botilbud_desktop.storage.excel.workbook import read_workbook
from botilbud_desktop.ui.questions import WORKBOOKS
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User, settle

COMMAND = "Gem som E&xcel …"


def click_in_menu(user: User, words: str) -> None:
    """Opens the menu that has a command, and clicks it."""
    action = user.action(words)
    (menu,) = [found for found in action.associatedObjects() if isinstance(found, QMenu)]
    menu.popup(user.window.rect().center())
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    settle()


def test_the_workbook_holds_what_was_typed_a_moment_ago(
    aalborg: User, questions: RecordedQuestions, tmp_path: Path
) -> None:
    aalborg.write("projects.0.loan.2025", "23000")
    target = tmp_path / "ansøgning.xlsx"
    questions.will_answer(target)
    click_in_menu(aalborg, COMMAND)
    assert questions.last.file_kind == WORKBOOKS
    assert questions.last.suggested is not None
    assert questions.last.suggested.name == "kladde – ansøgning.xlsx"
    projects = read_workbook(target)[0]
    assert any(23_000 in row for row in projects.grid)
    assert projects.grid[1][0] == "Kladde – ikke godkendt"
    assert str(target) in aalborg.notice_text()
    aalborg.click_notice("Åbn dokumentet")
    assert questions.shown_files == [target]


def test_thinking_better_of_it_writes_nothing(aalborg: User, questions: RecordedQuestions, tmp_path: Path) -> None:
    questions.will_answer(None)
    click_in_menu(aalborg, COMMAND)
    assert list(tmp_path.rglob("*.xlsx")) == []


def test_a_place_that_cannot_be_written_to_is_said(aalborg: User, questions: RecordedQuestions, tmp_path: Path) -> None:
    (tmp_path / "mappe.xlsx").mkdir()
    questions.will_answer(tmp_path / "mappe.xlsx")
    click_in_menu(aalborg, COMMAND)
    assert "Der ligger en mappe med det navn" in aalborg.notice_text()
