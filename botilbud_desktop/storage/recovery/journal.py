"""The recovery journals of one user: one file per open draft, so that a crash costs at most the last moments.

Beside each journal `NAME.journal` is `NAME.alive`, which stays locked while the program that writes the journal runs.
A journal whose owner no longer runs was left behind by a crash and is offered at the next start. Damaged ones are moved
to a folder of their own, never deleted.
"""

import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.storage.draft.serialised import serialise
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.atomic_write import write_atomically
from botilbud_desktop.storage.files.liveness_lock import LivenessLock
from botilbud_desktop.storage.files.os_errors import saving_problem
from botilbud_desktop.storage.files.path_calls import entries_of, is_file
from botilbud_desktop.storage.files.private_folder import make_private_folder
from botilbud_desktop.storage.paths import OwnFile
from botilbud_desktop.storage.recovery.journal_file import (
    HEAD_SIZE,
    HIGHEST_SEQUENCE,
    JOURNAL_NAME,
    LARGEST_JOURNAL,
    ForeignJournalError,
    JournalEntry,
    Serialise,
    journal_bytes,
    parse_journal,
    sequence_in_head,
)
from botilbud_desktop.storage.rounds.form_library import FormLibrary

SET_ASIDE_FOLDER = "beskadiget"
"""The subfolder for damaged journals."""

MOST_FOUND = 50
"""Maximum number of journals offered at once; the rest wait until these are handled."""

_MOST_LOOKED_AT = 200
_MOST_ENTRIES = 2_000
_JOURNAL_SUFFIX, _ALIVE_SUFFIX = OwnFile.JOURNAL, OwnFile.LIVENESS
_NAME = re.compile(r"([0-9a-f]{16})(\.journal|\.alive)")
_PAUSES = (0.01, 0.05, 0.2, 0.0)


class Journal:
    """The journal of one open draft. For one thread at a time."""

    def __init__(self, folder: Path, name: str, sequence: int, alive: LivenessLock) -> None:
        """Use `begin`, or `FoundJournal.adopt`. The first write gets the number `sequence`."""
        self._folder = folder
        self._name = name
        self._sequence = min(sequence, HIGHEST_SEQUENCE)
        self._alive = alive

    @classmethod
    def begin(cls, folder: Path) -> "Journal":
        """Returns a new journal in `folder`, numbered above the existing ones. No file is created before a write."""
        name = _new_name()
        return cls(folder, name, _highest_sequence(folder) + 1, _liveness_lock(folder, name))

    @property
    def path(self) -> Path:
        """The journal's file, which may not exist yet."""
        return _journal_path(self._folder, self._name)

    def write(self, entry: JournalEntry, serialise: Serialise = serialise) -> None:
        """Write the entry, with the next sequence number, over the last one.

        `serialise` returns the bytes of its draft.

        On return the entry is on disk. A missing folder is created. Writing after `close` or `remove` resumes the
        journal.

        Raises:
            SaveFailedError: it could not be written; the last entry is intact.
        """
        data = journal_bytes(entry._replace(sequence=self._sequence), serialise)
        try:
            make_private_folder(self._folder)
            if not self._alive.hold():
                self._take_new_name()
            write_atomically(self.path, data, is_private=True)
        except (OSError, ValueError) as error:
            reason = saving_problem(error) if isinstance(error, OSError) else "mappen kan ikke bruges"
            raise SaveFailedError(JOURNAL_NAME, reason) from error
        except SaveFailedError as error:
            raise SaveFailedError(JOURNAL_NAME, error.reason, replaced=error.replaced) from error
        self._sequence = min(self._sequence + 1, HIGHEST_SEQUENCE)

    def remove(self, *, sleep: Callable[[float], None] = time.sleep) -> None:
        """Delete the journal after the draft was closed cleanly. A file in use is retried for 0.3 s."""
        _remove(self.path, self._alive, sleep)

    def close(self) -> None:
        """Release the journal and keep its file, so that it is offered at the next start."""
        self._alive.let_go()

    def _take_new_name(self) -> None:
        """Switch to a new name: the journal had vanished or was closed, and another process has adopted it."""
        self._name = _new_name()
        self._alive = _liveness_lock(self._folder, self._name)
        self._alive.hold()


class FoundJournal:
    """A journal whose owner is gone; it stays locked until it is handled, so that no other process finds it too."""

    def __init__(self, folder: Path, name: str, entry: JournalEntry, alive: LivenessLock) -> None:
        """See `orphaned_journals`."""
        self.entry = entry
        self.held_digest: str | None = None
        """The SHA-256 of the file that holds all of the entry; None while no file is known to."""
        self._folder = folder
        self._name = name
        self._alive: LivenessLock | None = alive

    def mark_held(self, path: Path, digest: str) -> None:
        """Record that the file at `path`, with the SHA-256 `digest`, holds all of the entry: nothing was lost."""
        self.entry = self.entry._replace(path=path, base_digest=digest)
        self.held_digest = digest

    def adopt(self) -> Journal:
        """Take the journal over, to write it with higher numbers or remove it.

        Raises:
            ValueError: it was adopted or discarded already.
        """
        if self._alive is None:
            raise ValueError("this journal is adopted or discarded")
        sequence = max(_highest_sequence(self._folder), self.entry.sequence) + 1
        alive, self._alive = self._alive, None
        return Journal(self._folder, self._name, sequence, alive)

    def release(self) -> None:
        """Release it and keep its file, so that it is offered again at the next start. Does nothing once adopted."""
        if self._alive is not None:
            self._alive.let_go()

    def discard(self, *, sleep: Callable[[float], None] = time.sleep) -> None:
        """Delete it. Does nothing once adopted."""
        if self._alive is not None:
            alive, self._alive = self._alive, None
            _remove(_journal_path(self._folder, self._name), alive, sleep)


def orphaned_journals(folder: Path, library: FormLibrary) -> list[FoundJournal]:
    """Returns the journals in `folder` whose owner is gone, highest sequence number first; at most 50.

    Those of running programs, and those that a newer program wrote, are left alone. Damaged ones are moved to the
    subfolder `beskadiget`. Nothing is raised: an unreadable folder has no journals.
    """
    try:
        library.shipped_ids()
    except RefusedFileError:
        return []
    listing = _listing(folder)
    for name in islice(listing.locks - listing.journals, _MOST_LOOKED_AT):
        _delete_stale_lock(_liveness_lock(folder, name))
    found: list[FoundJournal] = []
    for name in _newest_first(folder, listing.journals)[:_MOST_LOOKED_AT]:
        journal = _found(folder, name, library)
        if journal is not None:
            found.append(journal)
        if len(found) == MOST_FOUND:
            break
    return sorted(found, key=lambda journal: journal.entry.sequence, reverse=True)


class _Listing(NamedTuple):
    """The names, without their endings, of the journals and liveness locks in the folder."""

    journals: frozenset[str]
    locks: frozenset[str]


def _found(folder: Path, name: str, library: FormLibrary) -> FoundJournal | None:
    alive = _liveness_lock(folder, name)
    if not alive.hold():
        return None
    path = _journal_path(folder, name)
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_JOURNAL + 1)
        return FoundJournal(folder, name, parse_journal(data, path.name, library), alive)
    except (OSError, ForeignJournalError):
        alive.let_go()
    except RefusedFileError:
        if _set_aside(path):
            alive.remove()
        alive.let_go()
    return None


def _set_aside(path: Path) -> bool:
    """Move a damaged journal away under an unused name. Returns whether that worked."""
    aside = path.parent / SET_ASIDE_FOLDER
    try:
        make_private_folder(aside)
        path.rename(aside / f"{path.stem}-{_new_name()}{_JOURNAL_SUFFIX}")
    except OSError:
        return False
    return True


def _delete_stale_lock(lock: LivenessLock) -> None:
    """Delete a liveness lock without a journal, unless its owner is just about to write one."""
    if lock.hold():
        lock.remove()


def _remove(path: Path, alive: LivenessLock, sleep: Callable[[float], None]) -> None:
    """Delete a journal and its liveness lock, unless the journal now belongs to another process."""
    with suppress(OSError, ValueError):
        if is_file(path) and not alive.hold():
            return
    for pause in _PAUSES:
        try:
            path.unlink(missing_ok=True)
        except PermissionError:
            sleep(pause)
        except (OSError, ValueError):
            break
        else:
            break
    alive.remove()


def _listing(folder: Path) -> _Listing:
    """Returns the names among the first 2.000 entries; links and foreign files are skipped."""
    names: dict[str, set[str]] = {_JOURNAL_SUFFIX: set(), _ALIVE_SUFFIX: set()}
    with suppress(OSError), entries_of(folder, _MOST_ENTRIES) as entries:
        for entry in entries:
            match = _NAME.fullmatch(entry.name)
            if match is not None and entry.is_file(follow_symlinks=False):
                names[match[2]].add(match[1])
    return _Listing(frozenset(names[_JOURNAL_SUFFIX]), frozenset(names[_ALIVE_SUFFIX]))


def _newest_first(folder: Path, names: frozenset[str]) -> list[str]:
    sequences = dict(_sequences(folder, names))
    return sorted(sequences, key=lambda name: (sequences[name], name), reverse=True)


def _highest_sequence(folder: Path) -> int:
    return max((sequence for _, sequence in _sequences(folder, _listing(folder).journals)), default=0)


def _sequences(folder: Path, names: frozenset[str]) -> Iterator[tuple[str, int]]:
    """Yields each journal's name and its unverified sequence number; 0 where there is none."""
    for name in names:
        head = b""
        with suppress(OSError), _journal_path(folder, name).open("rb") as file:
            head = file.read(HEAD_SIZE)
        yield name, sequence_in_head(head)


def _new_name() -> str:
    return os.urandom(8).hex()


def _journal_path(folder: Path, name: str) -> Path:
    return folder / f"{name}{_JOURNAL_SUFFIX}"


def _liveness_lock(folder: Path, name: str) -> LivenessLock:
    return LivenessLock(folder / f"{name}{_ALIVE_SUFFIX}")
