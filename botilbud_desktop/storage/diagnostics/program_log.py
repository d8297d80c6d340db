"""The program's log: in memory, and in a small file on this computer that is written late and may fail silently.

The log helps the helpdesk but not the draft, so nothing ever waits for it, and its failures are not reported. It has
two files: when the newer one is full, it replaces the earlier one. So both together stay small.
"""

import json
from collections import deque
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from pydantic import ValidationError

from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.diagnostics.program_event import Entry, Event, told
from botilbud_desktop.storage.files.path_calls import exists, is_file, status
from botilbud_desktop.storage.files.private_folder import make_private_folder
from botilbud_desktop.storage.paths import OwnFile

LOG_FILE = OwnFile.LOG
EARLIER_LOG_FILE = OwnFile.EARLIER_LOG
LARGEST_LOG_FILE = 100_000
"""In bytes; a file that would grow larger replaces the earlier one."""
MOST_IN_MEMORY = 400
"""Entries; beyond that the oldest are dropped."""
_LONGEST_LINE = 20_000


class ProgramLog:
    """What happened in this run of the program and in earlier ones."""

    def __init__(self, folder: Path) -> None:
        """The files are in `folder`, which is created at the first write."""
        self._path = folder / LOG_FILE
        self._earlier = folder / EARLIER_LOG_FILE
        self._entries: deque[Entry] = deque(maxlen=MOST_IN_MEMORY)
        self._unwritten = 0

    def note(self, event: Event, at: datetime) -> None:
        """Record that `event` happened at `at`, a time with a time zone."""
        if event.error:
            event = replace(event, error=told(event.error))
        newest = self._entries[-1] if self._entries else None
        if newest is not None and self._unwritten and newest.event == event:
            self._entries[-1] = replace(newest, last=at, times=newest.times + 1)
            return
        self._entries.append(Entry(event=event, first=at, last=at))
        self._unwritten = min(self._unwritten + 1, MOST_IN_MEMORY)

    def take(self) -> bytes:
        """Returns the entries not yet in the file, as its lines; they count as written from now on."""
        new = list(self._entries)[-self._unwritten :] if self._unwritten else []
        self._unwritten = 0
        return b"".join(_line(entry) for entry in new)

    def append(self, data: bytes) -> None:
        """Append what `take` returned to the file, from any thread. What cannot be written stays in memory only."""
        with suppress(OSError, ValueError):
            make_private_folder(self._path.parent)
            if exists(self._path) and status(self._path).st_size + len(data) > LARGEST_LOG_FILE:
                self._path.replace(self._earlier)
            with self._path.open("ab") as file:
                file.write(b"\n" + data)  # the previous line may have been cut off

    def entries(self) -> tuple[Entry, ...]:
        """Returns all known entries, oldest first. Lines in the files that are no valid entry are skipped."""
        found = [*_read(self._earlier), *_read(self._path)]
        in_memory = list(self._entries)
        known = set(map(_key, found))
        return (*found, *(entry for entry in in_memory if _key(entry) not in known))

    def clear(self) -> None:
        """Forget all entries, and delete the files."""
        self._entries.clear()
        self._unwritten = 0
        for path in (self._path, self._earlier):
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _read(path: Path) -> Iterable[Entry]:
    """Returns the entries in a file; only its newest part is read."""
    try:
        if not is_file(path):
            return []
        with path.open("rb") as file:
            file.seek(max(0, status(path).st_size - LARGEST_LOG_FILE - _LONGEST_LINE))
            data = file.read(LARGEST_LOG_FILE + _LONGEST_LINE)
    except (OSError, ValueError):
        return []
    return [entry for line in data.split(b"\n") if (entry := _entry(line)) is not None]


def _line(entry: Entry) -> bytes:
    """Returns the entry as a line of the file, without default values."""
    values = entry.model_dump(mode="json", exclude_defaults=True)
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n"


def _entry(line: bytes) -> Entry | None:
    if not 0 < len(line) <= _LONGEST_LINE:
        return None
    try:
        entry = Entry.model_validate_json(line)
    except ValidationError:
        return None
    event = entry.event
    return replace(entry, event=replace(event, error=told(event.error))) if event.error else entry


def _key(entry: Entry) -> tuple[Event, datetime]:
    return entry.event, entry.first
