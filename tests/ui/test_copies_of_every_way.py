"""Copies made in every way, changed on both sides and merged: the ancestor is proven, or every difference is asked."""

import subprocess
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.lineage import is_ancestor
from botilbud_desktop.domain.merging.merge import Choice
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.common_ancestor import lineage_of
from botilbud_desktop.storage.draft.draft_file import draft_bytes, read_draft
from botilbud_desktop.storage.history.versions import History, Reason
from botilbud_desktop.ui.comparing.compare_dialog import CompareDialog
from botilbud_desktop.ui.draft import housekeeping
from botilbud_desktop.ui.draft.housekeeping import Beside
from botilbud_desktop.ui.merging.merge_dialog import MergeDialog
from tests.ui import colleague as bo
from tests.ui.keeping import SLOW_FILE, Programs
from tests.ui.merger import Merger
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.test_colleagues import AALBORG, LOAN, dialog_of, on_disk, press, undo, with_phones
from tests.ui.test_colleagues_again import decide
from tests.ui.test_one_writer import colleague
from tests.ui.user import User, settle

__all__ = ["colleague"]

PHONES = "99 31 00 00"
NAME = "projects.0.name"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "aalborg.botilbud"
    path.write_bytes(bo.new_file(AALBORG))
    return path


def their_phones(application: Application) -> Application:
    return with_phones(application, PHONES)


def with_their_name(application: Application) -> Application:
    first, *others = application.projects
    return replace(application, projects=(replace(first, name="Deres navn"), *others))


def merge_with(user: User, questions: RecordedQuestions, path: Path) -> Merger:
    questions.will_answer(path)
    user.use_menu("Sammenlign eller &flet med en kopi …")
    press(dialog_of(user, CompareDialog), "Flet …")
    return Merger(dialog_of(user, MergeDialog))


def asked(merger: Merger) -> set[str]:
    return {str(conflict.path) for conflict in merger.dialog.decisions.merge.conflicts}


def wait_for(user: User, path: Path, programs: Programs, qtbot: QtBot) -> None:
    """Waits until the file holds what the user has typed."""
    qtbot.waitUntil(lambda: on_disk(path, programs) == user.application)


def test_a_copy_opened_from_a_locked_draft_and_changed_before_its_first_save_is_not_its_own_ancestor(
    draft: Path,
    colleague: subprocess.Popen[str],
    programs: Programs,
    questions: RecordedQuestions,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    user = programs.start(draft)
    user.click_notice("Åbn en kopi")
    settle()
    user.write(NAME, "Mit nye navn")
    user.write(LOAN, "23000")
    copy = tmp_path / "min kopi.botilbud"
    questions.will_answer(copy)
    user.save()
    bo.edit_file(draft, their_phones, lambda ours: replace(ours, case_number="deres"))
    merger = merge_with(user, questions, draft)
    assert merger.dialog.decisions.merge.base == AALBORG
    assert asked(merger) == set()
    merger.go_on()
    assert user.value(NAME) == "Mit nye navn"
    assert user.value(LOAN) == 23000
    assert user.application.contacts.phones == PHONES
    assert user.application.case_number == "deres"


def test_what_a_copy_was_opened_from_is_at_hand_before_the_drive_has_kept_it(
    draft: Path,
    colleague: subprocess.Popen[str],
    programs: Programs,
    questions: RecordedQuestions,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(housekeeping, "_tidy", lambda *_arguments: Beside([], None))
    user = programs.start(draft)
    user.click_notice("Åbn en kopi")
    user.write(NAME, "Mit nye navn")
    bo.edit_file(draft, their_phones)
    merger = merge_with(user, questions, draft)
    assert merger.dialog.decisions.merge.base == AALBORG
    assert asked(merger) == set()


def test_the_content_that_a_copy_was_opened_from_is_kept_at_that_moment(
    draft: Path, colleague: subprocess.Popen[str], programs: Programs, qtbot: QtBot
) -> None:
    user = programs.start(draft)
    user.click_notice("Åbn en kopi")
    history = History(programs.folders.versions, AALBORG.id)
    qtbot.waitUntil(lambda: [version.reason for version in history.versions()] == [Reason.COPIED])
    assert list(history.contents()) == [draft.read_bytes()]


@pytest.mark.parametrize("is_mine_beside", [True, False])
def test_a_sync_services_conflict_copy_keeps_what_both_wrote_wherever_it_is_put(
    draft: Path, programs: Programs, questions: RecordedQuestions, qtbot: QtBot, *, is_mine_beside: bool
) -> None:
    begun_with = draft.read_bytes()
    first = programs.start(draft)
    first.write(NAME, "Mit nye navn")
    wait_for(first, draft, programs, qtbot)
    first.window.drafts.let_go()
    mine, theirs = draft.read_bytes(), bo.edited(begun_with, their_phones)
    beside = draft.with_name("aalborg-PC-ØKONOMI.botilbud")
    draft.write_bytes(theirs if is_mine_beside else mine)
    beside.write_bytes(mine if is_mine_beside else theirs)
    user = programs.start(draft)
    merger = merge_with(user, questions, beside)
    assert asked(merger) == set()
    merger.go_on()
    assert (user.value(NAME), user.application.contacts.phones) == ("Mit nye navn", PHONES)


@pytest.mark.parametrize("history", ["of another computer", "deleted", "damaged"])
def test_without_the_version_that_both_began_with_every_difference_is_asked(
    draft: Path, programs: Programs, questions: RecordedQuestions, qtbot: QtBot, tmp_path: Path, history: str
) -> None:
    begun_with = draft.read_bytes()
    user = programs.start(draft)
    versions = History(programs.folders.versions, AALBORG.id)
    qtbot.waitUntil(lambda: len(versions.versions()) == 1)
    user.write(NAME, "Mit nye navn")
    wait_for(user, draft, programs, qtbot)
    qtbot.waitUntil(lambda: len(versions.versions()) >= 2)
    file = programs.folders.versions / f"{AALBORG.id}.sqlite"
    if history == "damaged":
        file.write_bytes(b"no database" * 1000)
    elif history == "deleted":
        versions.delete()
    else:
        file.unlink()
    mailed = tmp_path / "mailet.botilbud"
    mailed.write_bytes(bo.edited(begun_with, their_phones))
    merger = merge_with(user, questions, mailed)
    assert merger.dialog.decisions.merge.base is None
    assert asked(merger) == {"projects[0].name", "contacts.phones"}
    texts = " ".join(merger.texts())
    assert "Programmet kan ikke se, hvad I begge begyndte med" in texts
    assert "ingen konflikter" not in texts
    assert ("beskadiget" in texts) == (history == "damaged")


def test_a_copy_without_a_lineage_is_asked_about_and_says_so(
    draft: Path, programs: Programs, questions: RecordedQuestions, tmp_path: Path
) -> None:
    user = programs.start(draft)
    edited = tmp_path / "rettet i Notesblok.botilbud"
    edited.write_bytes(draft.read_bytes().replace(b'"case_number": "', b'"case_number": "9'))
    merger = merge_with(user, questions, edited)
    assert merger.dialog.decisions.merge.base is None
    assert asked(merger) == {"case_number"}


def test_what_i_took_back_after_a_copy_was_made_stays_taken_back(
    draft: Path, programs: Programs, questions: RecordedQuestions, qtbot: QtBot, tmp_path: Path
) -> None:
    user = programs.start(draft, SLOW_FILE)
    user.write(NAME, "Et navn, der ikke holdt")
    copy = tmp_path / "kopi.botilbud"
    questions.will_answer(copy)
    user.use_menu("Gem en &kopi …")
    undo(user, qtbot)
    assert user.application == AALBORG
    user.save()
    bo.edit_file(copy, their_phones)
    merger = merge_with(user, questions, copy)
    assert asked(merger) == set()
    merger.go_on()
    assert user.application == their_phones(AALBORG)


def test_after_a_merge_both_copies_are_ancestors_and_the_next_merge_asks_nothing(
    draft: Path, programs: Programs, questions: RecordedQuestions, qtbot: QtBot, tmp_path: Path
) -> None:
    mailed = tmp_path / "mailet.botilbud"
    mailed.write_bytes(bo.edited(draft.read_bytes(), their_phones))
    user = programs.start(draft)
    user.write(NAME, "Mit nye navn")
    wait_for(user, draft, programs, qtbot)
    mine = draft.read_bytes()
    merge_with(user, questions, mailed).go_on()
    wait_for(user, draft, programs, qtbot)
    merged = lineage_of(draft.read_bytes())
    assert merged is not None
    for before in (mine, mailed.read_bytes()):
        lineage = lineage_of(before)
        assert lineage is not None
        assert is_ancestor(lineage.saves, merged.saves)
    bo.edit_file(mailed, lambda ours: replace(ours, case_number="deres"))
    user.window.activateWindow()
    qtbot.waitUntil(user.window.isActiveWindow)
    user.write(LOAN, "23000")
    merger = merge_with(user, questions, mailed)
    assert asked(merger) == set()
    merger.go_on()
    assert (user.application.case_number, user.value(LOAN)) == ("deres", 23000)


def test_after_a_merge_was_undone_the_same_copy_can_be_merged_again_and_is_asked_about(
    draft: Path, programs: Programs, questions: RecordedQuestions, qtbot: QtBot, tmp_path: Path
) -> None:
    mailed = tmp_path / "mailet.botilbud"
    mailed.write_bytes(bo.edited(draft.read_bytes(), their_phones))
    user = programs.start(draft)
    merge_with(user, questions, mailed).go_on()
    wait_for(user, draft, programs, qtbot)
    undo(user, qtbot)
    wait_for(user, draft, programs, qtbot)
    merger = merge_with(user, questions, mailed)
    assert asked(merger) == {"contacts.phones"}


def test_keeping_all_of_mine_is_remembered(
    draft: Path, programs: Programs, questions: RecordedQuestions, qtbot: QtBot, tmp_path: Path
) -> None:
    mailed = tmp_path / "mailet.botilbud"
    mailed.write_bytes(bo.edited(draft.read_bytes(), with_their_name))
    user = programs.start(draft)
    user.write(NAME, "Mit nye navn")
    wait_for(user, draft, programs, qtbot)
    merge_with(user, questions, mailed)
    decide(user, Choice.MINE)
    user.save()
    merger = merge_with(user, questions, mailed)
    assert asked(merger) == set()
    assert user.value(NAME) == "Mit nye navn"


def test_each_program_has_a_session_of_its_own_and_counts_its_saves(
    draft: Path, programs: Programs, qtbot: QtBot
) -> None:
    begun_with = lineage_of(draft.read_bytes())
    assert begun_with is not None
    for number in range(2):
        user = programs.start(draft)
        for part in range(2):
            user.write(NAME, f"Navn {number}.{part}")
            wait_for(user, draft, programs, qtbot)
        user.window.drafts.let_go()
    lineage = lineage_of(draft.read_bytes())
    assert lineage is not None
    assert lineage.saves[0] == begun_with.saves[0]
    assert len(lineage.saves) == 3
    assert all(save.number >= 2 for save in lineage.saves[1:])


def test_a_version_1_file_is_left_as_it_is_until_something_is_changed(
    programs: Programs, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "fra før.botilbud"
    old = (
        draft_bytes(AALBORG)
        .replace(b'"format_version": 2', b'"format_version": 1')
        .replace(b',\n  "lineage": null', b"")
    )
    path.write_bytes(old)
    user = programs.start(path)
    user.save()
    assert path.read_bytes() == old
    user.write(NAME, "Mit nye navn")
    wait_for(user, path, programs, qtbot)
    assert b'"format_version": 2' in path.read_bytes()
    assert read_draft(path, programs.library).lineage is not None
    assert next(iter(History(programs.folders.versions, AALBORG.id).contents())) == old


def saves_of(path: Path) -> set[tuple[str, int]]:
    lineage = lineage_of(path.read_bytes())
    assert lineage is not None
    return {(save.session, save.number) for save in lineage.saves}


def test_what_a_crash_left_goes_on_from_the_file_in_a_session_of_its_own(
    draft: Path, programs: Programs, qtbot: QtBot
) -> None:
    begun_with = saves_of(draft)
    killed = programs.start(draft, SLOW_FILE)
    killed.write(NAME, "Mit nye navn")
    qtbot.waitUntil(lambda: killed.controller.state.journalled_at is not None)
    programs.kill(killed)
    assert saves_of(draft) == begun_with
    user = programs.start(draft)
    user.click_notice("Gendan ændringerne")
    wait_for(user, draft, programs, qtbot)
    found = saves_of(draft)
    assert begun_with < found
    assert len({session for session, _number in found}) == 2, "what the crashed program had typed is what is saved"
    user.write(NAME, "Mit nyeste navn")
    wait_for(user, draft, programs, qtbot)
    assert found < saves_of(draft)
    assert len({session for session, _number in saves_of(draft)}) == 3


def test_a_backup_put_back_while_the_program_runs_takes_nothing_away_and_its_new_words_come_in(
    draft: Path, programs: Programs, qtbot: QtBot
) -> None:
    backup = draft.read_bytes()
    user = programs.start(draft)
    user.write(NAME, "Mit nye navn")
    wait_for(user, draft, programs, qtbot)
    draft.write_bytes(bo.edited(backup, their_phones))
    user.write(LOAN, "23000")
    qtbot.waitUntil(lambda: "er ændret af" in user.standing_text())
    user.click_notice("Flet …")
    merger = Merger(dialog_of(user, MergeDialog))
    assert asked(merger) == set()
    merger.go_on()
    wait_for(user, draft, programs, qtbot)
    assert (user.value(NAME), user.value(LOAN), user.application.contacts.phones) == ("Mit nye navn", 23000, PHONES)


def test_a_file_copied_while_the_program_goes_on_is_an_ancestor_of_what_it_writes_later(
    draft: Path, programs: Programs, questions: RecordedQuestions, qtbot: QtBot, tmp_path: Path
) -> None:
    user = programs.start(draft)
    user.write(NAME, "Et navn")
    wait_for(user, draft, programs, qtbot)
    copied = tmp_path / "kopieret i Stifinder.botilbud"
    copied.write_bytes(draft.read_bytes())
    user.write(NAME, "Et bedre navn")
    wait_for(user, draft, programs, qtbot)
    bo.edit_file(copied, their_phones)
    merger = merge_with(user, questions, copied)
    assert asked(merger) == set()
    merger.go_on()
    assert (user.value(NAME), user.application.contacts.phones) == ("Et bedre navn", PHONES)


def test_a_restored_version_of_another_line_does_not_claim_what_is_not_in_it(
    draft: Path, programs: Programs, questions: RecordedQuestions, qtbot: QtBot, tmp_path: Path
) -> None:
    mailed = tmp_path / "mailet.botilbud"
    mailed.write_bytes(bo.edited(draft.read_bytes(), their_phones))
    user = programs.start(draft)
    user.write(NAME, "Mit nye navn")
    wait_for(user, draft, programs, qtbot)
    mine = tmp_path / "min.botilbud"
    mine.write_bytes(draft.read_bytes())
    workbench = user.window.workbench
    assert workbench is not None
    workbench.comparisons(user.window)._restore(bo.opened(mailed.read_bytes()))
    wait_for(user, draft, programs, qtbot)
    merger = merge_with(user, questions, mine)
    assert merger.dialog.decisions.merge.base is None
    assert asked(merger)
    decide(user, Choice.THEIRS)
    assert user.value(NAME) == "Mit nye navn"
