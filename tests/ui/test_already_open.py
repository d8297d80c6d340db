"""Opening the file that is open: the window comes to the front, and nothing in it is forgotten."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.draft.draft_lock import lock_draft
from botilbud_desktop.storage.files.same_file import is_one_file
from botilbud_desktop.storage.user.person import Person
from tests.ui import drafts
from tests.ui.keeping import NOW, SLOW_FILE, Programs
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.test_recovery import draft
from tests.ui.user import User, settle

__all__ = ["draft"]

LOAN, TEXT = "projects.1.loan.2026", "projects.1.description"
IS_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")


def open_from_menu(user: User, questions: RecordedQuestions, path: Path) -> None:
    questions.will_answer(path)
    user.use_menu("&Åbn …")
    settle()


def relative(path: Path) -> Path:
    return path.parent / ".." / path.parent.name / path.name


def symbolic(path: Path) -> Path:
    link = path.with_name("genvej.botilbud")
    link.symlink_to(path)
    return link


def through_a_linked_folder(path: Path) -> Path:
    folder = path.parent.with_name("genvej til mappe")
    folder.symlink_to(path.parent, target_is_directory=True)
    return folder / path.name


def hard(path: Path) -> Path:
    link = path.with_name("samme.botilbud")
    os.link(path, link)
    return link


WAYS = [
    Path,
    relative,
    pytest.param(symbolic, marks=IS_POSIX),
    pytest.param(through_a_linked_folder, marks=IS_POSIX),
    pytest.param(hard, marks=IS_POSIX),
]


@pytest.mark.parametrize("spelt", WAYS)
def test_the_open_file_stays_open_with_its_place_and_what_can_be_undone(
    draft: Path, programs: Programs, questions: RecordedQuestions, spelt: Callable[[Path], Path]
) -> None:
    user = programs.start(draft, SLOW_FILE)
    before = user.controller
    user.go_to("page.project.1")
    user.write(LOAN, "23456")
    user.area(TEXT).setFocus()
    user.area(TEXT).moveCursor(QTextCursor.MoveOperation.End)
    cursor = user.area(TEXT).textCursor().position()
    name = spelt(draft)
    open_from_menu(user, questions, name)
    assert user.controller is before
    assert QApplication.focusWidget() is user.area(TEXT)
    assert user.area(TEXT).textCursor().position() == cursor
    assert user.value(LOAN) == 23456
    if name.name == draft.name:
        assert "samme fil" not in user.notice_text()
    else:
        text = f"»{name.name}« er den samme fil som »{draft.name}«, der allerede er åben."
        assert user.notice_text() == text
    user.undo()
    assert user.value(LOAN) == drafts.example("aalborg").projects[1].loan["2026"]


@IS_POSIX
def test_a_drive_that_ignores_case_has_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = tmp_path / "Sag.botilbud", tmp_path / "SAG.botilbud"
    one.touch()
    assert not is_one_file(one, other)
    real = os.stat
    monkeypatch.setattr(os, "stat", lambda path, **more: real(str(path).replace("SAG", "Sag"), **more))
    assert is_one_file(one, other)


def test_where_the_drive_cannot_tell_two_names_are_two_files(tmp_path: Path) -> None:
    assert is_one_file(tmp_path / "x", tmp_path / "x")
    assert not is_one_file(tmp_path / "x", tmp_path / "y")
    assert not is_one_file(tmp_path / "x\0", tmp_path / "y")


def test_a_file_that_was_changed_elsewhere_is_read_again_where_the_user_is(
    draft: Path, programs: Programs, questions: RecordedQuestions
) -> None:
    user = programs.start(draft, SLOW_FILE)
    user.go_to("page.contacts")
    user.line("contacts.names").setFocus()
    draft.write_bytes(draft_bytes(replace(drafts.example("aalborg"), case_number="deres")))
    open_from_menu(user, questions, draft)
    assert user.application.case_number == "deres"
    assert user.page.objectName() == "page.contacts"
    assert QApplication.focusWidget() is user.line("contacts.names")


def test_a_file_that_was_changed_elsewhere_is_not_read_over_what_is_not_saved(
    draft: Path, programs: Programs, questions: RecordedQuestions
) -> None:
    user = programs.start(draft, SLOW_FILE)
    user.go_to("page.project.1")
    user.write(LOAN, "23456")
    draft.write_bytes(draft_bytes(replace(drafts.example("aalborg"), case_number="deres")))
    open_from_menu(user, questions, draft)
    assert user.value(LOAN) == 23456
    assert user.application.case_number != "deres"


def test_taking_a_draft_over_and_opening_a_copy_stay_where_the_user_is(
    draft: Path, programs: Programs, qtbot: QtBot
) -> None:
    lock = lock_draft(draft, Person("Bente", "PC-2"), NOW)
    user = programs.start(draft, SLOW_FILE)
    user.go_to("page.contacts")
    user.line("contacts.names").setFocus()
    lock.release()
    watcher = user.window.drafts._lock_watcher
    assert watcher is not None
    watcher.poll_again()
    qtbot.waitUntil(lambda: "har lukket kladden" in user.standing_text())
    user.click_notice("Overtag")
    assert not user.view.read_only
    assert QApplication.focusWidget() is user.line("contacts.names")


def test_a_copy_of_a_locked_draft_opens_where_the_user_is(draft: Path, programs: Programs) -> None:
    lock = lock_draft(draft, Person("Bente", "PC-2"), NOW)
    user = programs.start(draft, SLOW_FILE)
    user.go_to("page.contacts")
    user.line("contacts.names").setFocus()
    user.click_notice("Åbn en kopi")
    assert user.controller.location.path is None
    assert QApplication.focusWidget() is user.line("contacts.names")
    lock.release()
