"""A draft's lineage never says that it includes what was taken out again: else a merge would drop it unasked."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.merging.merge import Choice
from botilbud_desktop.domain.model import replace
from tests.ui import colleague as bo
from tests.ui.keeping import SLOW_FILE, Programs
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.test_colleagues import AALBORG, LOAN, undo
from tests.ui.test_colleagues_again import decide
from tests.ui.test_copies_of_every_way import NAME, PHONES, draft, merge_with, their_phones, wait_for, with_their_name
from tests.ui.user import User

__all__ = ["draft"]


@pytest.fixture
def mailed(draft: Path, tmp_path: Path) -> Path:
    """A colleague's copy with other phone numbers."""
    path = tmp_path / "mailet.botilbud"
    path.write_bytes(bo.edited(draft.read_bytes(), their_phones))
    return path


@pytest.fixture
def renamed(draft: Path, tmp_path: Path) -> Path:
    """A colleague's copy with another name of the first project."""
    path = tmp_path / "mailet.botilbud"
    path.write_bytes(bo.edited(draft.read_bytes(), with_their_name))
    return path


def after_keeping_all(draft: Path, other: Path, programs: Programs, questions: RecordedQuestions, qtbot: QtBot) -> User:
    """A user who has changed the same name, merged the other copy, and kept what was there."""
    user = programs.start(draft)
    user.write(NAME, "Mit nye navn")
    wait_for(user, draft, programs, qtbot)
    merge_with(user, questions, other)
    decide(user, Choice.MINE)
    return user


def restore(user: User, content: bytes) -> None:
    workbench = user.window.workbench
    assert workbench is not None
    workbench.comparisons(user.window)._restore(bo.opened(content))


@pytest.mark.parametrize("which", ["older", "before"])
@pytest.mark.parametrize("is_restarted", [False, True])
def test_after_a_version_from_before_a_merge_is_restored_the_other_is_asked_about_again(
    draft: Path,
    mailed: Path,
    programs: Programs,
    questions: RecordedQuestions,
    qtbot: QtBot,
    *,
    which: str,
    is_restarted: bool,
) -> None:
    user = programs.start(draft)
    user.write(NAME, "Mit navn")
    wait_for(user, draft, programs, qtbot)
    contents = {"older": draft.read_bytes()}
    user.write(LOAN, "23000")
    wait_for(user, draft, programs, qtbot)
    contents["before"] = draft.read_bytes()
    merge_with(user, questions, mailed).go_on()
    wait_for(user, draft, programs, qtbot)
    if is_restarted:
        user.window.drafts.let_go()
        user.window.hide()
        user = programs.start(draft)
    restore(user, contents[which])
    wait_for(user, draft, programs, qtbot)
    bo.edit_file(mailed, lambda application: replace(application, case_number="deres"))
    merge_with(user, questions, mailed)
    decide(user, Choice.THEIRS)
    assert user.application.contacts.phones == PHONES


def test_undoing_what_a_merge_kept_lets_the_next_merge_ask_again(
    draft: Path, renamed: Path, programs: Programs, questions: RecordedQuestions, qtbot: QtBot
) -> None:
    user = after_keeping_all(draft, renamed, programs, questions, qtbot)
    assert user.notice_text().startswith("Kladden er, som den var")
    wait_for(user, draft, programs, qtbot)
    while user.value(NAME) == "Mit nye navn":
        undo(user, qtbot)
    wait_for(user, draft, programs, qtbot)
    merge_with(user, questions, renamed)
    decide(user, Choice.THEIRS)
    assert user.value(NAME) == "Deres navn"


def test_what_is_typed_after_a_merge_that_kept_all_of_it_is_no_undoing(
    draft: Path, renamed: Path, programs: Programs, questions: RecordedQuestions, qtbot: QtBot
) -> None:
    user = after_keeping_all(draft, renamed, programs, questions, qtbot)
    user.window.activateWindow()
    qtbot.waitUntil(user.window.isActiveWindow)
    user.write(LOAN, "23500")
    undo(user, qtbot)
    user.write(LOAN, "24000")
    wait_for(user, draft, programs, qtbot)
    bo.edit_file(renamed, their_phones)
    merger = merge_with(user, questions, renamed)
    assert merger.dialog.decisions.merge.base is not None
    assert merger.dialog.decisions.merge.conflicts == ()


def test_a_journal_entry_from_before_a_merge_does_not_claim_what_was_merged(
    draft: Path,
    mailed: Path,
    programs: Programs,
    questions: RecordedQuestions,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    user = programs.start(draft, SLOW_FILE)
    user.write(LOAN, "23000")
    qtbot.waitUntil(lambda: user.controller.state.journalled_at is not None)
    saving: Any = user.window.drafts.saving
    journal = saving._journal_saver
    folder_answers = Event()
    journal._work.do(folder_answers.wait, lambda _ended: None)
    user.write(NAME, "Mit nye navn")
    journal.write_ahead()
    merge_with(user, questions, mailed).go_on()
    journal._timer.stop()
    folder_answers.set()
    journal._work.wait(5)
    journal._timer.stop()
    monkeypatch.setattr(journal, "_write_now", lambda: None)
    journal._is_outdated = False
    programs.kill(user)
    user = programs.start(draft)
    user.click_notice("Gendan ændringerne")
    wait_for(user, draft, programs, qtbot)
    assert user.application.contacts.phones == AALBORG.contacts.phones
    merge_with(user, questions, mailed)
    decide(user, Choice.THEIRS)
    assert user.application.contacts.phones == PHONES
