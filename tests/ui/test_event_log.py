"""The log notes each kind of event of a draft, with why it happened."""

import errno
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from botilbud_desktop.storage.diagnostics.program_event import Detail, Event, EventKind
from botilbud_desktop.storage.diagnostics.program_log import ProgramLog
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.draft.draft_lock import lock_draft, lock_path
from botilbud_desktop.storage.errors import ChangedOnDiskError, LockedError, NotSaved, RefusedFileError, SaveFailedError
from botilbud_desktop.storage.holder import Holder
from botilbud_desktop.storage.policy.policies import POLICIES
from botilbud_desktop.storage.user.person import Person
from botilbud_desktop.storage.user.settings import Decided
from botilbud_desktop.ui.help.event_notes import EventNotes
from botilbud_desktop.ui.platform.error_reporter import ErrorReporter
from tests.ui import drafts
from tests.ui.conftest import OpenWindow
from tests.ui.decided import decide
from tests.ui.keeping import NOW, SLOW_FILE, Programs
from tests.ui.test_recovery import click_in_bar, wait_for_journal
from tests.ui.user import User, settle

HOLDER = Holder("Jens Bo", "RÅDHUS-3", NOW, "")


def notes_of(user: User) -> EventNotes:
    return EventNotes(user.window.drafts, user.window.repository, user.window)


def told(notes: EventNotes) -> list[tuple[EventKind, Detail | None]]:
    """Returns the events since the program was started."""
    events = [(entry.event.kind, entry.event.detail) for entry in notes.log.entries()]
    assert events[0] == (EventKind.STARTED, None)
    return events[1:]


def test_a_draft_that_a_colleague_has_open_is_noted(open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "sag.botilbud"
    path.write_bytes(draft_bytes(drafts.example("aalborg")))
    with lock_draft(path, Person("Jens Bo", "RÅDHUS-3"), NOW):
        notes = notes_of(open_window(path))
    assert told(notes) == [(EventKind.DRAFT_OPENED, Detail.FILE), (EventKind.LOCK_MET, None)]


def test_a_draft_whose_holder_is_gone_is_noted(open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "sag.botilbud"
    content = draft_bytes(drafts.example("aalborg"))
    path.write_bytes(content)
    left = lock_draft(path, Person("Jens Bo", "RÅDHUS-3"), NOW)
    lock_file = lock_path(path).read_bytes()
    left.release()
    lock_path(path).write_bytes(lock_file)
    notes = notes_of(open_window(path))
    assert told(notes) == [(EventKind.DRAFT_OPENED, Detail.FILE), (EventKind.LOCK_MET, Detail.HOLDER_GONE)]


def test_a_recovered_draft_is_noted(programs: Programs, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "sag.botilbud"
    path.write_bytes(draft_bytes(drafts.example("aalborg")))
    user = programs.start(path, SLOW_FILE)
    user.go_to("page.project.1")
    user.write("projects.1.loan.2026", "23456")
    wait_for_journal(user, qtbot)
    programs.kill(user)
    user = programs.start(None, SLOW_FILE)
    notes = notes_of(user)
    click_in_bar(user, "Gendan ændringerne")
    assert told(notes) == [(EventKind.DRAFT_OPENED, Detail.FILE), (EventKind.RECOVERED, None)]


def test_what_it_decided_in_a_way_that_cannot_be_used_is_noted_without_its_value(open_window: OpenWindow) -> None:
    user = open_window(None)
    every = {policy.decides: "den er for lang" for policy in POLICIES}
    decide(user.window, Decided({}, every, is_unreadable=True))
    events = told(notes_of(user))
    assert [kind for kind, _detail in events] == [EventKind.NOT_DECIDED] * (len(POLICIES) + 1)
    assert len({detail for _kind, detail in events}) == len(POLICIES) + 1
    assert events[-1][1] is Detail.UNREADABLE


CAUSED = SaveFailedError("sag.botilbud", "x")
CAUSED.__cause__ = OSError(errno.ENOSPC, "")


@pytest.mark.parametrize(
    ("error", "detail"),
    [
        (LockedError(HOLDER, is_gone=False), Detail.LOCKED),
        (ChangedOnDiskError("sag.botilbud"), Detail.CHANGED_ON_DISK),
        (SaveFailedError("sag.botilbud", "x"), Detail.OTHER),
        (CAUSED, Detail.NO_SPACE),
    ],
)
def test_why_a_draft_was_not_saved_is_noted(aalborg: User, error: NotSaved, detail: Detail) -> None:
    notes = notes_of(aalborg)
    saving = aalborg.window.drafts.saving
    assert saving is not None
    saving.not_saved.emit(error)
    saving.saved.emit()
    aalborg.window.drafts.refused.emit(RefusedFileError("sag.botilbud", "", "x"))
    assert told(notes)[1:] == [
        (EventKind.NOT_SAVED, detail),
        (EventKind.SAVED, None),
        (EventKind.DRAFT_REFUSED, Detail.CONTENT),
    ]


def test_errors_reported_before_and_after_the_log_listens_are_noted(aalborg: User) -> None:
    current = aalborg.window.drafts
    reporter = ErrorReporter(aalborg.window.notices, current.secure, current.what_is_saved)
    reporter._hand_over(ValueError, ValueError(), None, "i vinduet")
    settle()
    notes = notes_of(aalborg)
    notes.listen_to(reporter)
    reporter._hand_over(TypeError, TypeError(), None, "i vinduet")
    settle()
    errors = [entry.event.error for entry in notes.log.entries() if entry.event.kind is EventKind.ERROR]
    assert errors == ["ValueError (i vinduet)", "TypeError (i vinduet)"]
    reporter.close()


def test_the_log_is_written_when_the_program_is_closed(aalborg: User) -> None:
    notes = notes_of(aalborg)
    notes.close()
    written = ProgramLog(aalborg.window.repository.folders.state / "log").entries()
    assert [entry.event.kind for entry in written] == [EventKind.STARTED, EventKind.DRAFT_OPENED, EventKind.CLOSED]


def test_after_an_error_it_is_told_what_is_saved(aalborg: User, open_window: OpenWindow) -> None:
    said = aalborg.window.drafts.what_is_saved
    assert said() == "Alt, hvad du har rettet, er gemt."
    aalborg.write("projects.0.loan.2025", "23000")
    assert said() == "Du har rettet noget, som ikke er gemt endnu."
    aalborg.save()
    assert said() == "Alt, hvad du har skrevet, er gemt kl. 12.00."
    assert open_window(None).window.drafts.what_is_saved() == "Der var ingen kladde åben."


def test_after_an_error_it_is_told_what_is_secured(programs: Programs, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "sag.botilbud"
    path.write_bytes(draft_bytes(drafts.example("aalborg")))
    user = programs.start(path, SLOW_FILE)
    user.write("projects.0.loan.2025", "23000")
    wait_for_journal(user, qtbot)
    qtbot.waitUntil(lambda: user.controller.state.journalled_at is not None)
    said = user.window.drafts.what_is_saved()
    assert said == "Det, du har skrevet, er sikret på denne computer kl. 12.00."


def test_what_happens_is_written_within_seconds_though_a_save_would_wait_a_minute(aalborg: User) -> None:
    notes = notes_of(aalborg)
    notes.write_now()
    wait = notes._timer
    wait.stop()
    notes._note(Event(kind=EventKind.SAVED))
    a_while = wait.interval()
    notes._note(Event(kind=EventKind.DRAFT_LEFT))
    soon = wait.interval()
    notes._note(Event(kind=EventKind.SAVED))
    assert (wait.isActive(), wait.interval()) == (True, soon)
    assert 5 * soon < a_while
    notes.close()
