"""The program's log: small, created when first needed, robust against any file content, without personal data."""

import errno
import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from botilbud_desktop.storage.diagnostics.incident_report import describe_error
from botilbud_desktop.storage.diagnostics.program_event import MOST_ERROR_LINES, Entry, Event, EventKind, told
from botilbud_desktop.storage.diagnostics.program_log import (
    EARLIER_LOG_FILE,
    LOG_FILE,
    ProgramLog,
)
from tests.storage.lock_holders import failing
from tests.storage.scripted_errors import MARKS, SCRIPTED, error_of

AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
STARTED = Event(kind=EventKind.STARTED)
SAVED = Event(kind=EventKind.SAVED)
_TOO_DEEP = ("endless recursion",)


def written(folder: Path, *events: Event) -> ProgramLog:
    log = ProgramLog(folder)
    for number, event in enumerate(events):
        log.note(event, AT + timedelta(seconds=number))
    log.append(log.take())
    return log


def test_what_an_earlier_run_did_is_told_before_what_this_one_does(tmp_path: Path) -> None:
    written(tmp_path, STARTED, SAVED)
    log = ProgramLog(tmp_path)
    log.note(SAVED, AT + timedelta(hours=1))
    assert [entry.event.kind for entry in log.entries()] == [EventKind.STARTED, EventKind.SAVED, EventKind.SAVED]


def test_the_same_event_several_times_on_end_is_one_entry(tmp_path: Path) -> None:
    (entry,) = written(tmp_path, SAVED, SAVED, SAVED).entries()
    assert (entry.times, entry.first, entry.last) == (3, AT, AT + timedelta(seconds=2))


def test_nothing_is_written_before_it_is_taken(tmp_path: Path) -> None:
    log = ProgramLog(tmp_path / "log")
    log.note(STARTED, AT)
    assert not (tmp_path / "log").exists()
    assert log.take()


def test_the_files_stay_small_and_the_newest_is_kept(tmp_path: Path) -> None:
    log = ProgramLog(tmp_path)
    for number in range(6000):
        log.note(STARTED if number % 2 else SAVED, AT + timedelta(seconds=number))
        if number % 50 == 49:
            log.append(log.take())
    sizes = [(tmp_path / name).stat().st_size for name in (LOG_FILE, EARLIER_LOG_FILE)]
    assert all(0 < size <= 100_000 for size in sizes)
    assert ProgramLog(tmp_path).entries()[-1].first == AT + timedelta(seconds=5999)


def test_the_memory_is_bounded(tmp_path: Path) -> None:
    log = ProgramLog(tmp_path)
    for number in range(1_200):
        log.note(STARTED if number % 2 else SAVED, AT)
    assert log.take().count(b"\n") == 400


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 5000,
        b"\xff\xfe not text",
        b"[" * 100_000,
        b'{"event":{"kind":"saved","name":"Aase"},"first":"2026-11-23T12:00:00Z","last":"2026-11-23T12:00:00Z"}',
        b'{"event":{"kind":"whatever"},"first":"2026-11-23T12:00:00Z","last":"2026-11-23T12:00:00Z"}',
        b'{"event":{"kind":"saved"},"first":"2026-11-23T12:00:00","last":"2026-11-23T12:00:00"}',
        b'{"event":{"kind":"saved"},"first":"2026-11-23T12:00:00Z","last":"2026-11-23T12:00:00Z","times":-5}',
        b'{"event":{"kind":"sav',
        b"x" * 30_000_000,
    ],
    ids=["empty", "zeros", "no text", "deep", "unknown key", "unknown kind", "no zone", "no times", "cut off", "huge"],
)
def test_a_broken_or_hostile_file_is_passed_over_and_written_on(tmp_path: Path, content: bytes) -> None:
    (tmp_path / LOG_FILE).write_bytes(content)
    assert ProgramLog(tmp_path).entries() == ()
    written(tmp_path, STARTED)
    assert [entry.event for entry in ProgramLog(tmp_path).entries()] == [STARTED]


def test_a_text_that_somebody_put_in_the_file_as_an_error_is_not_told(tmp_path: Path) -> None:
    event = Event(
        kind=EventKind.ERROR, error="Åse Ørsted, 99 31 31 31\n    botilbud_desktop.ui.app: run_window, linje 3"
    )
    entry = Entry(event=event, first=AT, last=AT)
    (tmp_path / LOG_FILE).write_bytes(entry.model_dump_json().encode())
    (read,) = ProgramLog(tmp_path).entries()
    assert read.event.error == "    ?\n    botilbud_desktop.ui.app: run_window, linje 3"


@pytest.mark.skipif(sys.platform == "win32" or not hasattr(os, "mkfifo"), reason="POSIX")
def test_a_pipe_in_the_place_of_the_file_holds_nothing_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / EARLIER_LOG_FILE)
    assert ProgramLog(tmp_path).entries() == ()


def test_a_folder_that_cannot_be_written_in_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file in the place of the folder", encoding="utf-8")
    log = written(tmp_path / "log", STARTED, SAVED)
    assert [entry.event for entry in log.entries()] == [STARTED, SAVED]


def test_clearing_leaves_nothing(tmp_path: Path) -> None:
    log = written(tmp_path, STARTED, SAVED)
    log.clear()
    assert log.entries() == ()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", [name for name in SCRIPTED if name not in _TOO_DEEP])
def test_no_error_brings_a_personal_word_into_the_log_and_each_is_told_as_it_is_described(
    tmp_path: Path, name: str
) -> None:
    error = error_of(SCRIPTED[name])
    description = describe_error(type(error), error, error.__traceback__, "i vinduet")
    written(tmp_path, Event(kind=EventKind.ERROR, error=description))
    text = (tmp_path / LOG_FILE).read_text(encoding="utf-8")
    assert [mark for mark in MARKS if mark in text] == []
    assert told(description).split("\n")[:MOST_ERROR_LINES] == description.split("\n")[:MOST_ERROR_LINES]


def test_of_a_file_that_is_far_too_long_the_newest_entries_are_told(tmp_path: Path) -> None:
    written(tmp_path, SAVED)
    newest = (tmp_path / LOG_FILE).read_bytes()
    entry = Entry(event=STARTED, first=AT, last=AT).model_dump_json().encode() + b"\n"
    (tmp_path / LOG_FILE).write_bytes(entry * (300_000 // len(entry)) + newest)
    entries = ProgramLog(tmp_path).entries()
    assert entries[-1].event == SAVED
    assert len(entries) * len(entry) < 200_000


def test_files_that_cannot_be_read_hold_no_entries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = written(tmp_path, STARTED)
    monkeypatch.setattr(Path, "stat", failing(errno.EIO))
    assert [entry.event for entry in log.entries()] == [STARTED]
    assert ProgramLog(tmp_path).entries() == ()
