"""After an unexpected end: everything was saved, the difference is compared, or the file is a different one by now."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes, parse_draft
from botilbud_desktop.storage.draft.draft_lock import lock_draft
from botilbud_desktop.storage.history.versions import History
from botilbud_desktop.storage.user.person import Person
from botilbud_desktop.ui.comparing.compare_dialog import CompareDialog
from botilbud_desktop.ui.comparing.difference_row import DifferenceRow
from botilbud_desktop.ui.draft.saving.save_service import SaveService
from tests.ui import drafts
from tests.ui.keeping import NOW, SLOW_FILE, Programs
from tests.ui.screen import texts_of
from tests.ui.test_recovery import LOAN, bar_text, click_in_bar, draft, killed, killed_unsaved, wait_for_journal
from tests.ui.user import settle

__all__ = ["draft", "killed", "killed_unsaved"]

GO_ON, HIDE = "Fortsæt, hvor du slap", "Skjul"


@pytest.fixture
def saved(draft: Path, programs: Programs, qtbot: QtBot) -> Path:
    """A draft changed at the second project; the program was killed after it had saved everything."""
    user = programs.start(draft)
    user.go_to("page.project.1")
    user.write(LOAN, "23456")
    qtbot.waitUntil(lambda: not user.controller.editor.is_modified)
    wait_for_journal(user, qtbot)
    programs.kill(user)
    return draft


def loans_kept(programs: Programs, application: Application) -> set[int | None]:
    """Returns the loans in the earlier versions."""
    history = History(programs.folders.versions, application.id)
    kept = [parse_draft(history.content(one.number), "", programs.library) for one in history.versions()]
    return {draft.application.projects[1].loan["2026"] for draft in kept}


def test_without_a_draft_the_saved_one_is_offered_where_it_was_left(saved: Path, programs: Programs) -> None:
    user = programs.start(None, SLOW_FILE)
    assert bar_text(user) == (
        "Programmet lukkede uventet. Det, du skrev i »aalborg.botilbud« indtil 23.11.2026 kl. 12.00, blev gemt."
    )
    click_in_bar(user, GO_ON)
    assert user.controller.location.path == saved
    assert user.page.objectName() == "page.project.1"
    assert QApplication.focusWidget() is user.line(LOAN)
    assert user.value(LOAN) == 23456
    assert bar_text(user) == ""
    assert "Filen er ændret" not in user.notice_text()
    user.write(LOAN, "23457")
    user.save()
    assert b"23457" in saved.read_bytes()


def test_what_was_saved_is_offered_once_when_it_is_hidden(saved: Path, programs: Programs) -> None:
    user = programs.start(None, SLOW_FILE)
    before = saved.read_bytes()
    click_in_bar(user, HIDE)
    assert bar_text(user) == ""
    assert saved.read_bytes() == before
    assert bar_text(programs.start(None, SLOW_FILE)) == ""
    assert programs.journalled() == []


def test_a_bar_that_all_was_saved_goes_when_it_is_hidden(saved: Path, programs: Programs) -> None:
    user = programs.start(saved, SLOW_FILE)
    assert bar_text(user).endswith("er gemt.")
    click_in_bar(user, HIDE)
    assert bar_text(user) == ""


def test_a_file_that_was_changed_since_is_opened_as_it_is_and_ones_own_is_a_version(
    saved: Path, programs: Programs
) -> None:
    theirs = replace(drafts.example("aalborg"), case_number="deres")
    saved.write_bytes(draft_bytes(theirs))
    user = programs.start(None, SLOW_FILE)
    click_in_bar(user, GO_ON)
    assert user.application.case_number == "deres"
    assert user.value(LOAN) == theirs.projects[1].loan["2026"]
    assert user.notice_text() == "Filen er ændret siden. Det, du havde skrevet, ligger i »Tidligere versioner«."
    assert 23456 in loans_kept(programs, theirs)


def test_a_file_that_was_changed_since_says_so_when_it_is_opened_itself(saved: Path, programs: Programs) -> None:
    theirs = replace(drafts.example("aalborg"), case_number="deres")
    saved.write_bytes(draft_bytes(theirs))
    user = programs.start(saved, SLOW_FILE)
    assert bar_text(user) == (
        "Programmet lukkede uventet. Filen er ændret siden. Det, du havde skrevet, ligger i »Tidligere versioner«."
    )
    assert 23456 in loans_kept(programs, theirs)


def test_a_file_that_is_gone_gives_what_was_saved_as_a_new_draft(saved: Path, programs: Programs) -> None:
    saved.unlink()
    user = programs.start(None, SLOW_FILE)
    click_in_bar(user, GO_ON)
    assert user.controller.location.path is None
    assert user.value(LOAN) == 23456
    assert user.notice_text() == (
        "Filen »aalborg.botilbud« kan ikke åbnes: Den findes ikke, eller drevet er ikke forbundet. Det, du havde "
        "skrevet, er her som en ny kladde."
    )


@pytest.mark.parametrize("is_opened", [True, False])
def test_what_was_found_is_compared_with_the_file(killed: Path, programs: Programs, is_opened: bool) -> None:
    user = programs.start(killed if is_opened else None, SLOW_FILE)
    before = bar_text(user)
    click_in_bar(user, "Se forskellen")
    settle()
    dialog = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, CompareDialog))
    shown = "\n".join(texts_of(dialog))
    assert "Til venstre står det, der er gemt. Til højre det, du havde skrevet." in shown
    (row,) = dialog.findChildren(DifferenceRow)
    assert "Gemt: 20.700" in row.accessibleName()
    assert "Ikke gemt: 23.456" in row.accessibleName()
    dialog.close()
    settle()
    assert bar_text(user) == before
    assert drafts.content_of(killed) == draft_bytes(drafts.example("aalborg"))


def test_the_difference_to_a_file_that_is_gone_cannot_be_shown(killed: Path, programs: Programs) -> None:
    user = programs.start(None, SLOW_FILE)
    killed.unlink()
    click_in_bar(user, "Se forskellen")
    assert "Filen »aalborg.botilbud« kan ikke åbnes: Den findes ikke" in "\n".join(texts_of(user.window))
    assert not any(isinstance(widget, CompareDialog) for widget in QApplication.topLevelWidgets())


def test_a_file_that_holds_another_application_now_is_left_alone(killed: Path, programs: Programs) -> None:
    other = draft_bytes(drafts.example("thisted"))
    killed.write_bytes(other)
    user = programs.start(None, SLOW_FILE)
    click_in_bar(user, "Gendan ændringerne")
    assert user.controller.location.path is None
    assert user.value(LOAN) == 23456
    assert user.notice_text() == "Filen indeholder nu en anden ansøgning. Din er her som en ny kladde."
    assert killed.read_bytes() == other


def test_what_was_found_of_a_draft_that_a_colleague_has_open_is_a_copy(killed: Path, programs: Programs) -> None:
    with lock_draft(killed, Person("Åse Ørsted", "PC-ØKONOMI"), NOW):
        user = programs.start(None, SLOW_FILE)
        click_in_bar(user, "Gendan ændringerne")
    assert user.controller.location.path is None
    assert user.value(LOAN) == 23456
    assert user.notice_text() == (
        "Kladden er allerede åben hos Åse Ørsted. Du kan læse den, men ikke rette i den. Det, du havde skrevet, "
        "er her som en kopi."
    )
    assert user.notice_text() == (
        "Kladden er allerede åben hos Åse Ørsted. Du kan læse den, men ikke rette i den. Det, du havde skrevet, "
        "er her som en kopi."
    )
    assert drafts.content_of(killed) == draft_bytes(drafts.example("aalborg"))


def test_a_draft_never_saved_that_was_found_is_named_and_comes_back_with_its_name(
    killed_unsaved: str, programs: Programs
) -> None:
    user = programs.start(None, SLOW_FILE)
    assert bar_text(user) == (
        "Kladden »Thisted – Lånepulje til botilbud 2025-26« nåede ikke at blive gemt. "
        "Den er fra den 23.11.2026 kl. 12.00."
    )
    click_in_bar(user, "Gendan kladden")
    assert user.application.case_number == killed_unsaved
    assert user.notice_text() == ""


def test_a_journal_that_could_not_be_removed_at_once_is_removed_when_the_draft_is_saved(
    killed: Path, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = programs.start(killed, SLOW_FILE)
    with monkeypatch.context() as slow:
        slow.setattr(SaveService, "secure", lambda *_: False)
        click_in_bar(user, "Gendan ændringerne")
    journals = programs.folders.recovery.glob("*.journal")
    assert len(list(journals)) == 2, "the found one is kept while nothing else is on the disk"
    user.save()
    programs.end()
    assert list(programs.folders.recovery.glob("*.journal")) == []
    assert bar_text(programs.start(killed, SLOW_FILE)) == ""


def test_a_journal_that_could_not_be_removed_is_offered_again_when_the_draft_was_not_saved(
    killed: Path, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = programs.start(killed, SLOW_FILE)
    monkeypatch.setattr(SaveService, "secure", lambda *_: False)
    click_in_bar(user, "Gendan ændringerne")
    programs.kill(user)
    assert bar_text(programs.start(killed, SLOW_FILE)).startswith("Nogle ændringer nåede ikke at blive gemt. ")
