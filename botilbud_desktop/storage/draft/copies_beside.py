"""Copies of a draft that lie beside it, such as those that OneDrive leaves when two people saved at the same time."""

import os
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.storage.draft.draft_file import EXTENSION, read_draft
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.read_bytes import LARGEST_FILE
from botilbud_desktop.storage.rounds.form_library import FormLibrary

MOST_ENTRIES = 2_000
"""The most entries of the folder that are looked at: a folder on a network drive may have 50.000."""
MOST_READ = 5
"""The most files that are read."""
MOST_COPIES = 3
"""The most copies that are given."""


type _Identity = tuple[int, int]


class _Candidate(NamedTuple):
    """A file whose name looks like a copy's."""

    path: Path
    changed: int
    """When it was last changed, in nanoseconds."""
    continues_a_word: bool
    """`sagen` or `sag2` beside `sag`: more likely another draft than a copy of that one."""


def copies_beside(path: Path, draft_id: str, library: FormLibrary) -> list[Path]:
    """The copies of the draft at `path` in its own folder, the one changed last first, at most `MOST_COPIES`.

    A copy is an ordinary file whose name begins with the draft's (`sag-PC12.botilbud`, `sag (1).botilbud`,
    `sag – kopi.botilbud` beside `sag.botilbud`) and that holds a draft of the same id. Files that cannot be read are
    passed over, and so are links. A folder that is out of reach has no copies: nothing is raised. It reads up to
    `MOST_READ` files, so a slow drive may keep it waiting.

    Args:
        path: the draft; symbolic links are followed.
        draft_id: its id.
        library: the forms, for the reading.
    """
    candidates = sorted(_candidates(path), key=lambda found: (found.continues_a_word, -found.changed))
    copies = [found for found in candidates[:MOST_READ] if _holds(found.path, draft_id, library)]
    copies.sort(key=lambda found: -found.changed)
    return [found.path for found in copies[:MOST_COPIES]]


def _candidates(path: Path) -> Iterator[_Candidate]:
    """What may be copies of the draft at `path`, in no particular order; what the folder gives until it fails."""
    with suppress(OSError, ValueError):
        own = Path(os.path.realpath(path))
        itself = _identity(own)
        start = _folded(own.stem)
        with os.scandir(own.parent) as entries:
            for entry in islice(entries, MOST_ENTRIES):
                name = _folded(entry.name)
                if name.startswith(start) and name.endswith(EXTENSION) and entry.name != own.name:
                    rest = name[len(start) : len(start) + 1]
                    yield from _candidate(entry, itself, continues_a_word=rest.isalnum())


def _candidate(entry: os.DirEntry[str], itself: _Identity | None, *, continues_a_word: bool) -> Iterator[_Candidate]:
    """The file of that entry, if it is an ordinary one of a size that is opened, and not the draft itself."""
    with suppress(OSError):
        if entry.is_file(follow_symlinks=False):
            about = entry.stat(follow_symlinks=False)
            is_itself = itself is not None and _identity(Path(entry.path)) == itself
            if about.st_size <= LARGEST_FILE and not is_itself:
                yield _Candidate(Path(entry.path), about.st_mtime_ns, continues_a_word)


def _identity(path: Path) -> _Identity | None:
    """What tells a file from any other, whatever its names; None where the drive does not say."""
    try:
        about = path.stat()
    except OSError:
        return None
    return (about.st_dev, about.st_ino) if about.st_ino else None


def _folded(name: str) -> str:
    """A name as file systems compare it: some decompose letters such as å, and some do not tell cases apart."""
    return unicodedata.normalize("NFC", name).casefold()


def _holds(path: Path, draft_id: str, library: FormLibrary) -> bool:
    """Whether the file is a draft of that id."""
    try:
        return read_draft(path, library).application.id == draft_id
    except RefusedFileError:
        return False
