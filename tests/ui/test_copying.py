"""What is called copied is on the clipboard: it is read back, tried again, and otherwise said not to be copied."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableWidget
from pytestqt.qtbot import QtBot

from botilbud_desktop.ui.platform.copying import NOT_COPIED, Copying
from botilbud_desktop.ui.sending.file_on_clipboard import file_content, holds_file
from tests.ui.test_transfer import PanelUser
from tests.ui.user import User, settle

ALWAYS = 1_000
LONGEST_MS = 20_000

Hold = Callable[[int], list[int]]


@pytest.fixture
def hold(monkeypatch: pytest.MonkeyPatch) -> Hold:
    """Another program holds the clipboard for a number of attempts; returns the list that gets an entry for each."""
    put = QClipboard.setMimeData

    def held(times: int) -> list[int]:
        attempts: list[int] = []

        def refuse(clipboard: QClipboard, content: QMimeData) -> None:
            attempts.append(times)
            if len(attempts) > times:
                put(clipboard, content)

        monkeypatch.setattr(QClipboard, "setMimeData", refuse)
        return attempts

    return held


def test_a_text_is_there_at_once_when_nobody_holds_the_clipboard(qapp: QApplication) -> None:
    parent, answers = QObject(), list[bool]()
    Copying(parent).put_text("æøå\n 107 ", answers.append)
    assert (answers, qapp.clipboard().text()) == ([True], "æøå\n 107 ")


def test_what_cannot_be_put_at_first_is_tried_again(qapp: QApplication, hold: Hold, qtbot: QtBot) -> None:
    parent, answers = QObject(), list[bool]()
    attempts = hold(3)
    Copying(parent).put_text("tekst", answers.append)
    assert answers == []
    qtbot.waitUntil(lambda: bool(answers), timeout=LONGEST_MS)
    assert (answers, len(attempts), qapp.clipboard().text()) == ([True], 4, "tekst")


def test_in_the_end_it_is_given_up(hold: Hold, qtbot: QtBot) -> None:
    parent, answers = QObject(), list[bool]()
    attempts = hold(ALWAYS)
    Copying(parent).put_text("tekst", answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=LONGEST_MS)
    assert (answers, len(attempts)) == ([False], 6)


def test_a_new_copying_ends_the_one_that_is_still_tried(qapp: QApplication, hold: Hold, qtbot: QtBot) -> None:
    parent, first, second = QObject(), list[bool](), list[bool]()
    copying = Copying(parent)
    hold(2)
    copying.put_text("den første", first.append)
    copying.put_text("den anden", second.append)
    qtbot.waitUntil(lambda: bool(second), timeout=LONGEST_MS)
    assert (first, second, qapp.clipboard().text()) == ([], [True], "den anden")


def test_a_field_is_not_ticked_before_it_is_on_the_clipboard(complete: User, hold: Hold, qtbot: QtBot) -> None:
    there = PanelUser(complete)
    hold(2)
    there.enter()
    assert (there.message, there.counted[:4]) == ("Kopierer …", "0 af")
    qtbot.waitUntil(lambda: there.message.startswith("Kopieret"), timeout=LONGEST_MS)
    assert there.counted.startswith("1 af")


def test_a_field_that_could_not_be_copied_is_said_so_and_not_ticked(
    complete: User, hold: Hold, qtbot: QtBot, qapp: QApplication
) -> None:
    there = PanelUser(complete)
    qapp.clipboard().setText("et andet programs")
    hold(ALWAYS)
    there.enter()
    qtbot.waitUntil(lambda: there.message.startswith("Feltet er ikke kopieret"), timeout=LONGEST_MS)
    assert there.counted.startswith("0 af")
    assert there.panel.copy_button.text() == "&Kopiér feltet"
    hold(0)
    there.enter()
    assert there.message.startswith("Kopieret")
    assert there.counted.startswith("1 af")


def test_a_field_that_was_left_while_it_was_copied_is_neither_ticked_nor_told(
    complete: User, hold: Hold, qtbot: QtBot
) -> None:
    there = PanelUser(complete)
    attempts = hold(ALWAYS)
    there.enter()
    there.click(there.panel.next_button)
    tried = len(attempts)
    qtbot.wait(200)
    assert (there.message, there.counted[:4], len(attempts)) == ("", "0 af", tried)


def test_a_field_that_was_edited_while_it_was_copied_is_not_ticked(complete: User, hold: Hold, qtbot: QtBot) -> None:
    there = PanelUser(complete)
    there.enter()
    there.enter()
    there.show("projects[0].loan.2025")
    hold(3)
    there.enter()
    there.back_to_the_window().go_to("page.project.0")
    complete.write_and_leave("projects.0.loan.2025", "23000")
    qtbot.wait(400)
    assert (there.message, there.counted[:4]) == ("", "2 af")


def test_the_table_of_projects_says_when_it_was_not_copied(complete: User, hold: Hold, qtbot: QtBot) -> None:
    complete.go_to("page.projects")
    hold(ALWAYS)
    QTest.keyClick(complete.widget("projects.table", QTableWidget), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    settle()
    qtbot.waitUntil(lambda: complete.notice_text() == NOT_COPIED, timeout=LONGEST_MS)


def test_a_file_whose_name_is_no_text_is_not_taken_for_its_neighbour(tmp_path: Path) -> None:
    """A URL loses such a byte, so it leads to the neighbour."""
    assert not holds_file(tmp_path / "a\udcff.botilbud", file_content(tmp_path / "a\udcff.botilbud"))
    assert holds_file(tmp_path / "a.botilbud", file_content(tmp_path / "a.botilbud"))
