"""Whether a crash lost anything: a draft's file may hold all that the journal holds."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.storage.draft.draft_file import parse_draft
from botilbud_desktop.storage.draft.half_typed import half_typed_of
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.read_bytes import read_bytes
from botilbud_desktop.storage.history.versions import History
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.storage.recovery.journal_file import JournalEntry
from botilbud_desktop.storage.rounds.form_library import FormLibrary

_MOST_PLACES = 5


class HeldBy(NamedTuple):
    """A file that holds all that an entry holds."""

    path: Path
    digest: str
    """The SHA-256 of the file."""


def file_holding(entry: JournalEntry, folders: UserFolders, library: FormLibrary) -> HeldBy | None:
    """Returns the file that holds the entry, half-typed values included; None when there is none, or none can be read.

    It is the entry's own, or one in which the draft was saved for the first time just before the crash. It may be
    written in another way, such as by an earlier version of the program: the contents are compared, not the bytes.
    """
    for path in _places(entry, folders):
        try:
            draft = parse_draft(read_bytes(path), path.name, library)
        except RefusedFileError:
            continue
        if draft.application == entry.application:
            half_typed = half_typed_of(folders.state, entry.application.id, draft.digest)
            if half_typed == entry.half_typed:
                return HeldBy(path, draft.digest)
    return None


def _places(entry: JournalEntry, folders: UserFolders) -> Iterator[Path]:
    """Yields the entry's file; without one, those in which the draft was saved last."""
    if entry.path is not None:
        yield entry.path
        return
    try:
        versions = History(folders.versions, entry.application.id).versions()
    except RefusedFileError:
        return
    places = dict.fromkeys(version.place for version in versions if version.place)
    yield from map(Path, list(places)[:_MOST_PLACES])
