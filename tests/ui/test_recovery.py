"""Unsaved input is offered in a bar at the next start, and reopens at the last step and field (requirement 1)."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.lineage import newest_common
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes, read_draft
from botilbud_desktop.storage.history.versions import History, Reason
from botilbud_desktop.storage.recovery.journal_file import journal_bytes, parse_journal
from botilbud_desktop.ui.merging.merge_dialog import MergeDialog
from tests.ui import colleague, drafts
from tests.ui.keeping import QUICK, SLOW_FILE, Programs
from tests.ui.merger import Merger
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User

LOAN = "projects.1.loan.2026"
_NEW = "Thisted – Lånepulje til botilbud 2025-26"
FOUND_NEW = f"Kladden »{_NEW}« nåede ikke at blive gemt. Den er fra den 23.11.2026 kl. 12.00."


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "aalborg.botilbud"
    path.write_bytes(colleague.new_file(drafts.example("aalborg")))
    return path


@pytest.fixture
def killed(draft: Path, programs: Programs, qtbot: QtBot) -> Path:
    """A draft changed at the second project; the program was killed before it saved."""
    user = programs.start(draft, SLOW_FILE)
    user.go_to("page.project.1")
    user.write(LOAN, "23456")
    wait_for_journal(user, qtbot)
    programs.kill(user)
    return draft


@pytest.fixture
def killed_unsaved(programs: Programs, qtbot: QtBot) -> str:
    """The case number typed into a never saved draft before the program was killed."""
    user = programs.start()
    user.window.drafts.open_new(drafts.ROUND, "787")
    user.window.drafts.settle()
    user.control(Qt.Key.Key_1)
    user.write("case_number", "2024-17")
    wait_for_journal(user, qtbot)
    programs.kill(user)
    return "2024-17"


def wait_for_journal(user: User, qtbot: QtBot) -> None:
    """Waits until everything typed is in the journal."""
    saving = user.window.drafts.saving
    assert saving is not None
    assert saving.secure(5)
    qtbot.wait(1)


def bar_text(user: User) -> str:
    """Returns the text of the notice bar, on the start page too; "" if it is hidden."""
    bar = user.window.notices.bar
    return bar.message.text() if bar.isVisible() else ""


def click_in_bar(user: User, words: str) -> None:
    bar = user.window.notices.bar
    buttons = {button.text(): button for button in bar.findChildren(QPushButton) if button.isVisible()}
    user.click(buttons[words])


def test_a_start_with_the_draft_offers_the_changes_and_changes_nothing_by_itself(
    killed: Path, programs: Programs
) -> None:
    before = killed.read_bytes()
    user = programs.start(killed, SLOW_FILE)
    assert bar_text(user) == "Nogle ændringer nåede ikke at blive gemt. De er fra den 23.11.2026 kl. 12.00."
    assert user.value(LOAN) == drafts.example("aalborg").projects[1].loan["2026"]
    assert killed.read_bytes() == before


def test_taking_the_changes_back_leads_to_the_last_step_and_field(killed: Path, programs: Programs) -> None:
    user = programs.start(killed, SLOW_FILE)
    click_in_bar(user, "Gendan ændringerne")
    assert user.page.objectName() == "page.project.1"
    assert QApplication.focusWidget() is user.line(LOAN)
    assert user.value(LOAN) == 23456
    assert bar_text(user) == ""
    user.save()
    assert read_draft(killed, programs.library).application.projects[1].loan["2026"] == 23456


def test_taking_the_changes_back_is_one_step_that_can_be_undone(killed: Path, programs: Programs) -> None:
    user = programs.start(killed, SLOW_FILE)
    click_in_bar(user, "Gendan ændringerne")
    user.undo()
    assert user.application == drafts.example("aalborg")
    user.redo()
    assert user.value(LOAN) == 23456


def test_what_was_taken_back_survives_a_second_kill(killed: Path, programs: Programs, qtbot: QtBot) -> None:
    user = programs.start(killed, SLOW_FILE)
    click_in_bar(user, "Gendan ændringerne")
    programs.kill(user)
    assert [entry.application.projects[1].loan["2026"] for entry in programs.journalled()] == [23456]


def test_keeping_the_saved_draft_keeps_the_rest_as_an_earlier_version(killed: Path, programs: Programs) -> None:
    user = programs.start(killed, SLOW_FILE)
    click_in_bar(user, "Behold den gemte kladde")
    assert bar_text(user) == ""
    assert programs.journalled() == []
    history = History(programs.folders.versions, user.application.id)
    newest = history.versions()[0]
    assert newest.reason is Reason.DISCARDED
    assert b"23456" in history.content(newest.number)


def test_a_start_without_a_draft_offers_the_changes_too_and_opens_it(killed: Path, programs: Programs) -> None:
    user = programs.start(None, SLOW_FILE)
    assert bar_text(user) == (
        "Nogle ændringer i »aalborg.botilbud« nåede ikke at blive gemt. De er fra den 23.11.2026 kl. 12.00."
    )
    click_in_bar(user, "Gendan ændringerne")
    assert user.controller.location.path == killed
    assert user.page.objectName() == "page.project.1"
    assert user.value(LOAN) == 23456
    assert not user.view.read_only


def test_a_draft_that_was_never_saved_comes_back(killed_unsaved: str, programs: Programs) -> None:
    user = programs.start(None, SLOW_FILE)
    assert bar_text(user) == FOUND_NEW
    click_in_bar(user, "Gendan kladden")
    assert user.application.case_number == killed_unsaved
    assert user.page.objectName() == "page.applicant"
    assert QApplication.focusWidget() is user.line("case_number")
    assert user.window.isWindowModified()


def test_a_draft_that_was_never_saved_is_discarded_only_after_a_question(
    killed_unsaved: str, programs: Programs, questions: RecordedQuestions
) -> None:
    user = programs.start(None, SLOW_FILE)
    questions.will_answer("keep")
    click_in_bar(user, "Kassér kladden …")
    assert len(questions.asked) == 1
    assert "kan ikke hentes frem igen" in questions.last.text
    assert bar_text(user) == FOUND_NEW
    questions.will_answer("discard")
    click_in_bar(user, "Kassér kladden …")
    assert bar_text(user) == ""
    assert programs.journalled() == []


def test_several_drafts_are_offered_one_after_the_other(
    killed: Path, killed_unsaved: str, programs: Programs, questions: RecordedQuestions
) -> None:
    user = programs.start(killed, SLOW_FILE)
    click_in_bar(user, "Gendan ændringerne")
    assert bar_text(user) == FOUND_NEW
    questions.will_answer("discard")
    click_in_bar(user, "Kassér kladden …")
    assert bar_text(user) == ""
    assert user.value(LOAN) == 23456


def test_when_all_was_saved_the_bar_says_so_and_the_draft_opens_where_it_was_left(
    draft: Path, programs: Programs, qtbot: QtBot
) -> None:
    user = programs.start(draft)
    user.go_to("page.project.1")
    user.write(LOAN, "23456")
    qtbot.waitUntil(lambda: not user.controller.editor.is_modified)
    wait_for_journal(user, qtbot)
    programs.kill(user)
    again = programs.start(draft)
    assert bar_text(again) == (
        "Programmet lukkede uventet. Det, du skrev i »aalborg.botilbud« indtil 23.11.2026 kl. 12.00, er gemt."
    )
    assert again.page.objectName() == "page.project.1"
    assert QApplication.focusWidget() is again.line(LOAN)
    assert again.value(LOAN) == 23456


def test_half_typed_text_that_was_not_saved_is_an_unsaved_change(draft: Path, programs: Programs, qtbot: QtBot) -> None:
    user = programs.start(draft, SLOW_FILE)
    user.go_to("page.project.1")
    user.write("projects.1.completion_date", "31.02.2026")
    wait_for_journal(user, qtbot)
    programs.kill(user)
    again = programs.start(draft, SLOW_FILE)
    click_in_bar(again, "Gendan ændringerne")
    assert again.line("projects.1.completion_date").text() == "31.02.2026"


def test_a_file_that_was_changed_since_is_not_overwritten_by_what_is_taken_back(
    killed: Path, programs: Programs
) -> None:
    theirs = draft_bytes(replace(drafts.example("aalborg"), case_number="deres"))
    killed.write_bytes(theirs)
    user = programs.start(None, SLOW_FILE)
    click_in_bar(user, "Gendan ændringerne")
    assert user.value(LOAN) == 23456
    user.save()
    assert killed.read_bytes() == theirs
    assert "er ændret af" in bar_text(user)


def test_a_file_that_is_gone_gives_a_draft_that_is_not_saved(killed: Path, programs: Programs) -> None:
    killed.unlink()
    user = programs.start(None, SLOW_FILE)
    click_in_bar(user, "Gendan ændringerne")
    assert user.controller.location.path is None
    assert user.value(LOAN) == 23456
    assert user.notice_text() == (
        "Filen »aalborg.botilbud« kan ikke åbnes: Den findes ikke, eller drevet er ikke forbundet. Det, du havde "
        "skrevet, er her som en ny kladde."
    )


def test_a_damaged_journal_is_set_aside_and_in_nobodys_way(killed: Path, programs: Programs) -> None:
    journal = next(programs.folders.recovery.glob("*.journal"))
    journal.write_bytes(journal.read_bytes()[:-10])
    user = programs.start(killed, SLOW_FILE)
    assert bar_text(user) == ""
    assert list(programs.folders.recovery.rglob("beskadiget/*")) != []


def test_nothing_is_offered_of_a_program_that_still_runs(killed: Path, programs: Programs, tmp_path: Path) -> None:
    first = programs.start(None, SLOW_FILE)
    assert bar_text(first) != ""
    second = programs.start(None, SLOW_FILE)
    assert bar_text(second) == ""


def test_a_kill_between_a_save_and_the_next_journal_is_not_taken_for_somebody_elses_change(
    draft: Path, programs: Programs, qtbot: QtBot
) -> None:
    never_again = QUICK._replace(journal_ms=3_600_000)
    user = programs.start(draft, never_again)
    user.go_to("page.project.1")
    user.write(LOAN, "23456")
    qtbot.waitUntil(lambda: not user.controller.editor.is_modified)
    programs.kill(user)
    again = programs.start(draft)
    assert bar_text(again) == (
        "Programmet lukkede uventet. Det, du skrev i »aalborg.botilbud« indtil 23.11.2026 kl. 12.00, er gemt."
    )
    again.write(LOAN, "34567")
    qtbot.waitUntil(lambda: not again.controller.editor.is_modified)
    assert read_draft(draft, programs.library).application.projects[1].loan["2026"] == 34567


def test_what_was_typed_after_a_save_is_taken_back_without_a_conflict(
    draft: Path, programs: Programs, qtbot: QtBot
) -> None:
    user = programs.start(draft, QUICK._replace(journal_ms=3_600_000))
    user.write("projects.0.loan.2025", "23456")
    qtbot.waitUntil(lambda: not user.controller.editor.is_modified)
    journal = next(programs.folders.recovery.glob("*.journal"))
    of_the_save = journal.read_bytes()
    assert user.controller.location.digest is not None
    assert f'"saving_digest":"{user.controller.location.digest}"'.encode() in of_the_save
    programs.kill(user)
    entry = parse_journal(of_the_save, journal.name, programs.library)
    typed_on = entry._replace(application=replace(entry.application, case_number="2024-17"))
    journal.write_bytes(journal_bytes(typed_on))
    again = programs.start(draft)
    click_in_bar(again, "Gendan ændringerne")
    qtbot.waitUntil(lambda: not again.controller.editor.is_modified)
    assert bar_text(again) == ""
    assert read_draft(draft, programs.library).application == typed_on.application


def test_a_field_far_down_a_page_is_led_to(draft: Path, programs: Programs, qtbot: QtBot) -> None:
    user = programs.start(draft, SLOW_FILE)
    user.go_to("page.project.1")
    user.click("projects.1.description")
    user.keys("x")
    wait_for_journal(user, qtbot)
    programs.kill(user)
    again = programs.start(draft, SLOW_FILE)
    click_in_bar(again, "Gendan ændringerne")
    assert QApplication.focusWidget() is again.area("projects.1.description")


def test_what_was_typed_while_the_bar_stood_is_merged_and_not_overwritten(
    killed: Path, programs: Programs, qtbot: QtBot
) -> None:
    user = programs.start(killed)
    user.go_to("page.contacts")
    user.write_and_leave("contacts.names", "Anna And")
    qtbot.waitUntil(lambda: read_draft(killed, programs.library).application.contacts.names == "Anna And")
    click_in_bar(user, "Gendan ændringerne")
    dialog = user.window.findChild(MergeDialog)
    assert isinstance(dialog, MergeDialog)
    Merger(dialog).go_on()
    assert user.value(LOAN) == 23456
    assert user.application.contacts.names == "Anna And"
    assert bar_text(user) == ""


def test_of_two_crashes_neither_gives_way_to_the_other(killed: Path, programs: Programs, qtbot: QtBot) -> None:
    second = programs.start(killed, SLOW_FILE)
    second.go_to("page.contacts")
    second.write("contacts.names", "Anna And")
    wait_for_journal(second, qtbot)
    programs.kill(second)
    user = programs.start(killed, SLOW_FILE)
    click_in_bar(user, "Gendan ændringerne")
    assert user.application.contacts.names == "Anna And", "the newest first"
    click_in_bar(user, "Gendan ændringerne")
    dialog = user.window.findChild(MergeDialog)
    assert isinstance(dialog, MergeDialog)
    Merger(dialog).go_on()
    assert user.value(LOAN) == 23456
    assert user.application.contacts.names == "Anna And"


def test_a_file_that_went_back_to_an_older_state_is_never_said_to_hold_it_all(
    draft: Path, programs: Programs, qtbot: QtBot
) -> None:
    before = draft.read_bytes()
    user = programs.start(draft)
    user.go_to("page.project.1")
    user.write(LOAN, "23456")
    qtbot.waitUntil(lambda: not user.controller.editor.is_modified)
    wait_for_journal(user, qtbot)
    programs.kill(user)
    draft.write_bytes(before)
    again = programs.start(draft, SLOW_FILE)
    assert "er gemt" not in bar_text(again)
    assert bar_text(again) == (
        "Programmet lukkede uventet. Filen er ændret siden. Det, du havde skrevet, ligger i »Tidligere versioner«."
    )
    history = History(programs.folders.versions, again.application.id)
    assert any(b"23456" in history.content(version.number) for version in history.versions())


def test_the_base_is_known_even_if_nothing_was_saved_since_the_draft_was_opened(
    draft: Path, programs: Programs, qtbot: QtBot
) -> None:
    user = programs.start(draft, SLOW_FILE)
    history = History(programs.folders.versions, drafts.example("aalborg").id)
    qtbot.waitUntil(lambda: [version.reason for version in history.versions()] == [Reason.OPENED])
    user.go_to("page.project.1")
    user.write(LOAN, "23456")
    wait_for_journal(user, qtbot)
    programs.kill(user)
    assert [version.reason for version in history.versions()] == [Reason.OPENED]


def test_what_a_colleague_changed_after_the_crash_is_merged_with_what_is_taken_back(
    draft: Path, programs: Programs, qtbot: QtBot
) -> None:
    first = programs.start(draft)
    first.write("projects.0.name", "Mit navn")
    qtbot.waitUntil(lambda: read_draft(draft, programs.library).application == first.application)
    programs.kill(first)
    second = programs.start(draft, SLOW_FILE)
    second.go_to("page.project.1")
    second.write(LOAN, "23456")
    wait_for_journal(second, qtbot)
    programs.kill(second)
    colleague.edit_file(draft, lambda ours: replace(ours, case_number="deres"))
    user = programs.start(None, SLOW_FILE)
    click_in_bar(user, "Gendan ændringerne")
    user.save()
    click_in_bar(user, "Flet …")
    dialog = user.window.findChild(MergeDialog)
    assert isinstance(dialog, MergeDialog)
    assert not dialog.decisions.merge.conflicts
    Merger(dialog).go_on()
    assert user.value(LOAN) == 23456
    assert user.application.case_number == "deres"


def test_taking_back_and_undoing_it_never_passes_over_what_a_colleague_goes_on_to_change(
    killed: Path, programs: Programs
) -> None:
    """After undo the draft is the colleague's, whose past the restored one does not have: each difference is asked."""
    colleague.edit_file(killed, lambda ours: replace(ours, case_number="deres"))
    user = programs.start(None, SLOW_FILE)
    click_in_bar(user, "Gendan ændringerne")
    assert user.application.case_number != "deres"
    user.control(Qt.Key.Key_Z)
    assert user.application.case_number == "deres"
    own = user.controller.serialiser.serialise(user.application).lineage
    theirs = read_draft(killed, programs.library).lineage
    assert own is not None
    assert theirs is not None
    assert newest_common(own, theirs) is None
