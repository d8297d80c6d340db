"""Reads the files of a folder with rounds, and never waits long for its drive."""

import stat
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.os_errors import reading_problem
from botilbud_desktop.storage.files.path_calls import entries_of, is_missing
from botilbud_desktop.storage.files.read_bytes import read_bytes
from botilbud_desktop.storage.rounds.round_files import JSON, LARGEST_ADDED_FILE

SCHEMA_ENDING = ".schema.json"
"""The ending of the file names of the JSON Schemas, which are in the same folder as the forms."""
REGISTER_ENDING = ".csv"
MOST_FILES = 200
"""Further files of a folder are not looked at."""
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


NOTHING = FolderContent({})


class FolderReader:
    """One folder, read again only when a file in it has changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._states: tuple[FileState, ...] | None = None
        self._content = NOTHING
        self._thread: Thread | None = None

    def read(self) -> FolderContent:
        """Returns what is in the folder; when its drive does not answer soon, that, and what was there before."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = Thread(target=self._look, name="rounds", daemon=True)
            self._thread.start()
            self._thread.join(_PATIENCE)
        if self._thread.is_alive():
            no_answer = RefusedFileError(str(self.folder), "", "drevet svarer ikke")
            return FolderContent(self._content.files, (no_answer,))
        return self._content

    def _look(self) -> None:
        try:
            states = _states_in(self.folder)
        except OSError as error:
            refused = () if is_missing(self.folder) else (_unreadable(self.folder, error),)
            self._states, self._content = None, FolderContent({}, refused)
            return
        if states != self._states:
            self._content = _content(self.folder, states)
            self._states = states


def is_of_a_round(name: str) -> bool:
    """Whether a file of that name may be a form, a project sheet or a register."""
    lower = name.lower()
    return lower.endswith(REGISTER_ENDING) or (lower.endswith(JSON) and not lower.endswith(SCHEMA_ENDING))


def _states_in(folder: Path) -> tuple[FileState, ...]:
    with entries_of(folder, MOST_FILES) as entries:
        found = [(entry.name, entry.stat()) for entry in entries if is_of_a_round(entry.name)]
    return tuple(
        sorted((name, state.st_size, state.st_mtime_ns) for name, state in found if stat.S_ISREG(state.st_mode))
    )


def _content(folder: Path, states: tuple[FileState, ...]) -> FolderContent:
    files: dict[str, bytes] = {}
    refused: list[RefusedFileError] = []
    for name, _size, _time in states:
        try:
            files[name] = read_bytes(folder / name, LARGEST_ADDED_FILE)
        except RefusedFileError as error:
            refused.append(error)
    return FolderContent(files, tuple(refused))


def _unreadable(folder: Path, error: OSError) -> RefusedFileError:
    return RefusedFileError(str(folder), "", reading_problem(error))
