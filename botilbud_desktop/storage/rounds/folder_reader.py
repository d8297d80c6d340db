"""Reads the files of a folder with rounds, and never waits long for its drive."""

import os
import stat
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import NamedTuple

from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.os_errors import reading_problem
from botilbud_desktop.storage.files.path_calls import entries_of, is_missing
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.files.read_bytes import read_bytes
from botilbud_desktop.storage.rounds.form_folder import FormFolder, Origin
from botilbud_desktop.storage.rounds.round_files import JSON, LARGEST_ADDED_FILE

SCHEMA_ENDING = ".schema.json"
"""The ending of the file names of the JSON Schemas, which are in the same folder as the forms."""
REGISTER_ENDING = ".csv"
MOST_FILES = 200
"""Further files of rounds in a folder are not read, which is told."""
_MOST_ENTRIES = 5_000
_PATIENCE = 1.5
"""Seconds to wait for a folder's drive. A quick one takes a millisecond."""

type FileState = tuple[str, int, int]
"""Name, size and time of change of a file."""


class FolderContent(NamedTuple):
    """The files of a folder: forms, project sheets and registers."""

    files: dict[str, bytes]
    """By name, in the order of the names."""
    refused: tuple[RefusedFileError, ...] = ()
    """What cannot be read: the folder itself or a file."""

    def is_as(self, other: "FolderContent") -> bool:
        """Whether the other one says the same; its refusals are other objects."""
        return self.files == other.files and [*map(str, self.refused)] == [*map(str, other.refused)]


NOTHING = FolderContent({})


class FolderReader:
    """One folder, read again only when a file in it has changed. Any thread may read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._last: tuple[tuple[FileState, ...] | None, FolderContent] = (None, NOTHING)
        self._thread: Thread | None = None
        self._until = 0.0
        """When nobody waits for the thread any more."""

    def read(self) -> FolderContent:
        """Returns what is in the folder; when its drive does not answer soon, that, and what was there before."""
        if self._is_looking():  # for somebody else, and perhaps since before the last change
            return self._without_answer()
        thread = Thread(target=self._look, name="rounds", daemon=True)
        thread.start()
        self._until = monotonic() + _PATIENCE
        self._thread = thread
        return self._without_answer() if self._is_looking() else self._last[1]

    def _is_looking(self) -> bool:
        """Whether the drive has still not answered, after waiting for it as long as is due."""
        thread = self._thread
        if thread is None:
            return False
        thread.join(max(self._until - monotonic(), 0.0))
        return thread.is_alive()

    def _without_answer(self) -> FolderContent:
        no_answer = RefusedFileError(str(self.folder), "", "drevet svarer ikke")
        return FolderContent(self._last[1].files, (no_answer,))

    def _look(self) -> None:
        try:
            states = _states_in(self.folder)
        except OSError as error:
            if is_missing(self.folder):
                self._last = None, NOTHING
            else:  # a drive that is away for a while takes no round away that is in use
                self._last = None, FolderContent(self._last[1].files, (_unreadable(self.folder, error),))
            return
        former, last = self._last
        if states == former and not last.refused:
            return
        content = _content(self.folder, states)  # what could not be read may be readable now
        self._last = states, last if content.is_as(last) else content


type FolderContents = tuple[tuple[FolderContent, Origin], ...]
"""What each folder holds, the most trusted first."""


class AddedFolders:
    """The folders with rounds besides the shipped one."""

    def __init__(self, folders: Sequence[FormFolder]) -> None:
        self._readers = [(FolderReader(folder.path), folder.origin) for folder in folders]

    def read(self) -> FolderContents:
        """Returns what is there now."""
        return tuple((reader.read(), origin) for reader, origin in self._readers)


def is_of_a_round(name: str) -> bool:
    """Whether a file of that name may be a form, a project sheet or a register."""
    lower = name.lower()
    return lower.endswith(REGISTER_ENDING) or (lower.endswith(JSON) and not lower.endswith(SCHEMA_ENDING))


def _states_in(folder: Path) -> tuple[FileState, ...]:
    """Returns the states of the files by name; one more than are read, where there are more."""
    with entries_of(folder, _MOST_ENTRIES) as entries:
        found = sorted((entry for entry in entries if is_of_a_round(entry.name)), key=lambda entry: entry.name)
        return tuple(islice((state for entry in found for state in _state_of(entry)), MOST_FILES + 1))


def _state_of(entry: os.DirEntry[str]) -> Iterator[FileState]:
    """Yields the state of a file; of one that cannot be looked at a state of its own, so that reading it tells why."""
    try:
        state = entry.stat()
    except OSError:
        yield entry.name, -1, 0
        return
    if stat.S_ISREG(state.st_mode):
        yield entry.name, state.st_size, state.st_mtime_ns
    elif not stat.S_ISDIR(state.st_mode):  # a pipe or a device, which is never read
        yield entry.name, -1, 0


def _content(folder: Path, states: tuple[FileState, ...]) -> FolderContent:
    files: dict[str, bytes] = {}
    refused: list[RefusedFileError] = []
    if len(states) > MOST_FILES:
        reason = (
            f"mappen har over {MOST_FILES} filer med runder, så {printable(states[-1][0])} og de næste er ikke læst"
        )
        refused.append(RefusedFileError(str(folder), "", reason))
    for name, _size, _time in states[:MOST_FILES]:
        try:
            files[name] = read_bytes(folder / name, LARGEST_ADDED_FILE)
        except RefusedFileError as error:
            refused.append(error)
    return FolderContent(files, tuple(refused))


def _unreadable(folder: Path, error: OSError) -> RefusedFileError:
    return RefusedFileError(str(folder), "", reading_problem(error))
