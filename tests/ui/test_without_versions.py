"""Where the IT department has decided that no earlier versions are kept: none is, and nothing is lost for it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.draft.replaced_kept import keep_replaced
from botilbud_desktop.storage.user.settings import Decided
from botilbud_desktop.ui.merging.merge_dialog import MergeDialog
from botilbud_desktop.ui.versions.versions_dialog import NO_VERSIONS, NOT_KEPT, VersionsDialog
from tests.ui import drafts
from tests.ui.keeping import SLOW_FILE, Programs
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.screen import texts_of
from tests.ui.test_colleagues import dialog_of
from tests.ui.test_recovery import LOAN, bar_text, click_in_bar, draft, killed
from tests.ui.test_recovery_ways import GO_ON, saved
from tests.ui.user import User

__all__ = ["draft", "killed", "saved"]

RESTORE, DISCARD = "Gendan ændringerne", "Behold den gemte kladde"


@pytest.fixture(autouse=True)
def no_versions(programs: Programs) -> None:
    """Is asked for before the other fixtures start a program."""
    programs.decided = Decided({"keeps_versions": False})


def files_of_versions(programs: Programs) -> list[Path]:
    folder = programs.folders.versions
    return sorted(folder.iterdir()) if folder.exists() else []


def changed_by_another(path: Path) -> bytes:
    content = draft_bytes(replace(drafts.example("aalborg"), case_number="deres"))
    path.write_bytes(content)
    return content


def test_saving_keeps_no_version_and_complains_of_none(draft: Path, programs: Programs) -> None:
    user = programs.start(draft)
    user.go_to("page.project.1")
    user.write(LOAN, "23457")
    user.save()
    user.window.drafts.settle()
    assert b"23457" in draft.read_bytes()
    assert "versioner" not in user.notice_text()
    assert files_of_versions(programs) == []


def test_copies_keep_none_and_neither_does_what_is_saved_over(draft: Path, programs: Programs, tmp_path: Path) -> None:
    user = programs.start(draft)
    repository = user.window.repository
    copy = tmp_path / "kopi.botilbud"
    copy.write_bytes(draft.read_bytes())
    repository.save_copy(user.controller, copy)
    keep_replaced(copy, repository.storage)
    assert files_of_versions(programs) == []


def shown_versions(user: User) -> VersionsDialog:
    user.use_menu("Tidligere &versioner …")
    return dialog_of(user, VersionsDialog)


def test_the_dialog_of_versions_says_who_decided_so(draft: Path, programs: Programs) -> None:
    dialog = shown_versions(programs.start(draft))
    assert {NOT_KEPT, NO_VERSIONS} <= set(texts_of(dialog))
    dialog.close()


def test_versions_of_before_are_shown_all_the_same(draft: Path, programs: Programs) -> None:
    programs.decided = Decided()
    user = programs.start(draft)
    user.go_to("page.project.1")
    user.write(LOAN, "23457")
    user.save()
    programs.kill(user)
    kept = files_of_versions(programs)
    assert kept
    programs.decided = Decided({"keeps_versions": False})
    dialog = shown_versions(programs.start(draft))
    assert dialog.versions.count() > 0
    assert NOT_KEPT in texts_of(dialog)
    dialog.close()


def test_changes_that_a_crash_left_are_discarded_only_after_asking(
    killed: Path, programs: Programs, questions: RecordedQuestions
) -> None:
    before = killed.read_bytes()
    user = programs.start(killed, SLOW_FILE)
    questions.will_answer("keep", "discard")
    click_in_bar(user, DISCARD)
    assert questions.last.title == "Kassér ændringerne?"
    assert "ikke tidligere versioner på denne computer" in questions.last.text
    assert bar_text(user) != ""
    click_in_bar(user, DISCARD)
    assert bar_text(user) == ""
    assert killed.read_bytes() == before
    assert programs.journalled() == []
    assert files_of_versions(programs) == []


def test_what_was_saved_is_offered_for_merging_when_the_file_was_changed_since(saved: Path, programs: Programs) -> None:
    changed_by_another(saved)
    user = programs.start(saved, SLOW_FILE)
    assert bar_text(user) == (
        "Programmet lukkede uventet, og filen er ændret siden, så det, du havde skrevet, er måske ikke i den."
    )
    click_in_bar(user, RESTORE)
    dialog_of(user, MergeDialog).close()
    assert bar_text(user) != "", "it is offered until it is decided on"


def test_going_on_restores_it_and_leaves_the_others_file_alone(saved: Path, programs: Programs, qtbot: QtBot) -> None:
    content = changed_by_another(saved)
    user = programs.start(None, SLOW_FILE)
    click_in_bar(user, GO_ON)
    assert user.value(LOAN) == 23456
    qtbot.wait(50)
    assert saved.read_bytes() == content
