"""After a crash that lost nothing, no changes are said to be found: the file holds all that the journal holds."""

import json
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import digest_of, draft_bytes
from botilbud_desktop.storage.draft.half_typed import keep_half_typed
from botilbud_desktop.storage.files.file_names import place_of
from botilbud_desktop.storage.history.versions import History, Reason
from botilbud_desktop.storage.recovery.journal import Journal
from botilbud_desktop.storage.recovery.journal_file import JournalEntry
from botilbud_desktop.storage.recovery.position import Position
from botilbud_desktop.storage.user.person import Person
from botilbud_desktop.ui.draft import recovery
from tests.ui import drafts
from tests.ui.keeping import NOW, SLOW_FILE, Programs
from tests.ui.test_recovery import bar_text, click_in_bar

GO_ON = "Fortsæt, hvor du slap"
SAVED = "Programmet lukkede uventet. Det, du skrev i »aalborg.botilbud« indtil 23.11.2026 kl. 12.00, blev gemt."
OLDER = "0" * 64
HALF_TYPED = {"projects[0].loan.2025": "22,9"}


def changed() -> Application:
    return replace(drafts.example("aalborg"), case_number="2024-17")


def leave_journal(programs: Programs, entry: JournalEntry) -> None:
    """Leaves a journal as a program that was killed leaves it."""
    journal = Journal.begin(programs.folders.recovery)
    journal.write(entry)
    journal.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "aalborg.botilbud"
    path.write_bytes(draft_bytes(changed()))
    return path


@pytest.mark.parametrize("is_opened", [True, False])
def test_a_kill_between_the_save_and_the_journal_lost_nothing(file: Path, programs: Programs, is_opened: bool) -> None:
    entry = JournalEntry(changed(), NOW, path=file, base_digest=OLDER, position=Position("page.contacts"))
    leave_journal(programs, entry)
    user = programs.start(file if is_opened else None, SLOW_FILE)
    assert bar_text(user) == (SAVED if not is_opened else SAVED.replace("blev gemt", "er gemt"))
    if not is_opened:
        click_in_bar(user, GO_ON)
    assert user.page.objectName() == "page.contacts"
    assert not user.controller.editor.is_modified
    assert user.controller.location.path == file


def test_a_file_that_is_only_written_in_another_way_holds_it_all(file: Path, programs: Programs) -> None:
    file.write_text(json.dumps(json.loads(file.read_bytes()), indent=7), encoding="utf-8")
    leave_journal(programs, JournalEntry(changed(), NOW, path=file, base_digest=digest_of(file.read_bytes())))
    user = programs.start(None, SLOW_FILE)
    assert bar_text(user) == SAVED


def test_a_kill_in_the_first_save_lost_nothing(file: Path, programs: Programs) -> None:
    history = History(programs.folders.versions, changed().id)
    history.keep(file.read_bytes(), NOW, Person("Åse", "PC-1"), Reason.SAVED, place_of(file))
    leave_journal(programs, JournalEntry(changed(), NOW, suggested_name="851 x"))
    user = programs.start(None, SLOW_FILE)
    assert bar_text(user) == SAVED
    click_in_bar(user, GO_ON)
    assert user.controller.location.path == file


def test_half_typed_values_that_are_kept_are_not_lost(file: Path, programs: Programs) -> None:
    keep_half_typed(programs.folders.state, changed().id, digest_of(file.read_bytes()), HALF_TYPED)
    leave_journal(programs, JournalEntry(changed(), NOW, HALF_TYPED, path=file, base_digest=OLDER))
    assert bar_text(programs.start(None, SLOW_FILE)) == SAVED


def test_half_typed_values_that_are_not_kept_are_changes(file: Path, programs: Programs) -> None:
    leave_journal(programs, JournalEntry(changed(), NOW, HALF_TYPED, path=file, base_digest=OLDER))
    assert bar_text(programs.start(None, SLOW_FILE)).startswith("Nogle ændringer i »aalborg.botilbud«")


def test_what_the_file_lacks_is_a_change(file: Path, programs: Programs) -> None:
    more = replace(changed(), description="Mere.")
    leave_journal(programs, JournalEntry(more, NOW, path=file, base_digest=digest_of(file.read_bytes())))
    user = programs.start(None, SLOW_FILE)
    assert bar_text(user).startswith("Nogle ændringer i »aalborg.botilbud«")
    click_in_bar(user, "Gendan ændringerne")
    assert user.application.description == "Mere."


def test_a_drive_that_does_not_respond_is_not_waited_for(
    file: Path, programs: Programs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_journal(programs, JournalEntry(changed(), NOW, path=file, base_digest=OLDER))
    answered = threading.Event()

    def slow(*_arguments: object) -> None:
        assert answered.wait(10)

    monkeypatch.setattr(recovery, "file_holding", slow)
    monkeypatch.setattr(recovery, "_PATIENCE_MS", 30)
    user = programs.start(None, SLOW_FILE, waits=False)
    assert bar_text(user) == ""
    qtbot.waitUntil(lambda: bar_text(user).startswith("Nogle ændringer i »aalborg.botilbud«"))
    answered.set()
