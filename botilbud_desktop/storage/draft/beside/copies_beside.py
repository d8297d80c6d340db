"""Copies of a draft in its folder, such as those that OneDrive leaves when two people saved at the same time."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.storage.draft.beside.copy_names import Likeness, folded, likeness
from botilbud_desktop.storage.draft.draft_file import EXTENSION, read_draft
from botilbud_desktop.storage.draft.round_of_draft import MissingRoundError
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.path_calls import entries_of, real_path, status
from botilbud_desktop.storage.files.read_bytes import LARGEST_FILE
from botilbud_desktop.storage.rounds.form_library import FormLibrary

MOST_ENTRIES = 2_000
"""Maximum number of folder entries examined: a folder on a network drive may have 50.000."""
MOST_READ = 5
"""Maximum number of files read."""
MOST_COPIES = 3
"""Maximum number of copies returned."""


type _Identity = tuple[int, int]


class _Candidate(NamedTuple):
    """A file whose name looks like that of a copy."""

    path: Path
    changed: int
    """The time of its last change, in nanoseconds."""
    likeness: Likeness


def copies_beside(path: Path, draft_id: str, library: FormLibrary) -> list[Path]:
    """Returns the copies of the draft at `path` in its own folder, last changed first, at most `MOST_COPIES`.

    A copy is an ordinary file whose name is like the draft's (`sag-PC12.botilbud`, `sag (1).botilbud`, `Kopi af
    sag.botilbud` beside `sag.botilbud`, and the other way round) and that contains a draft with the same id. Files that
    cannot be read and links are skipped. An unreachable folder has no copies: nothing is raised. Up to `MOST_READ`
    files are read, which can take long on a slow drive.

    Args:
        path: the draft; symbolic links are followed.
        draft_id: its id.
        library: the forms, needed for reading.
    """
    candidates = sorted(_candidates(path), key=lambda found: (found.likeness, -found.changed))
    copies = [found for found in candidates[:MOST_READ] if _is_draft_with(found.path, draft_id, library)]
    copies.sort(key=lambda found: -found.changed)
    return [found.path for found in copies[:MOST_COPIES]]


def _candidates(path: Path) -> Iterator[_Candidate]:
    """Yields possible copies of the draft at `path`, in no particular order, until reading the folder fails."""
    with suppress(OSError, ValueError):
        draft = real_path(path)
        own_identity = _identity(draft)
        stem = folded(draft.stem)
        with entries_of(draft.parent, MOST_ENTRIES) as entries:
            for entry in entries:
                name = folded(entry.name)
                if name.endswith(EXTENSION) and entry.name != draft.name:
                    like = likeness(stem, name.removesuffix(EXTENSION))
                    if like is not None:
                        yield from _candidate(entry, own_identity, like)


def _candidate(entry: os.DirEntry[str], own_identity: _Identity | None, like: Likeness) -> Iterator[_Candidate]:
    """Yields the entry's file if it is an ordinary one, not too large to be opened, and not the draft itself."""
    with suppress(OSError):
        if entry.is_file(follow_symlinks=False):
            about = entry.stat(follow_symlinks=False)
            is_original = own_identity is not None and _identity(Path(entry.path)) == own_identity
            if about.st_size <= LARGEST_FILE and not is_original:
                yield _Candidate(Path(entry.path), about.st_mtime_ns, like)


def _identity(path: Path) -> _Identity | None:
    """Returns device and inode, which identify a file under any name; None where the drive has none."""
    try:
        about = status(path)
    except OSError:
        return None
    return (about.st_dev, about.st_ino) if about.st_ino else None


def _is_draft_with(path: Path, draft_id: str, library: FormLibrary) -> bool:
    """Whether the file is a draft with that id."""
    try:
        return read_draft(path, library).application.id == draft_id
    except MissingRoundError as error:  # a whole draft nevertheless
        return error.application.id == draft_id
    except RefusedFileError:
        return False
