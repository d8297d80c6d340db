"""Reads the drafts of a collection one after another; one that cannot be read stops nobody."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.storage.collection.draft_folder import MOST_DRAFTS, drafts_in
from botilbud_desktop.storage.draft.draft_file import OpenedDraft, read_draft
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.path_calls import is_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary

_MORE = f"Her er flere kladder eller mapper, end programmet ser efter. Det tager {MOST_DRAFTS} kladder med."


class Named(NamedTuple):
    """A file to read, and its name as people know it: below the folder that was chosen, or as it was written."""

    path: Path
    name: str


class Looked(NamedTuple):
    """What was found where drafts were looked for."""

    drafts: tuple[Named, ...]
    refused: tuple[RefusedFileError, ...] = ()
    """Folders that cannot be read."""
    warning: str = ""
    """A Danish sentence when there may be more drafts."""


class ReadDraft(NamedTuple):
    """A file of the collection: its draft, or why it was not read."""

    name: str
    draft: OpenedDraft | None = None
    error: RefusedFileError | None = None


def look_for(places: Iterable[Named]) -> Looked:
    """Returns the drafts at the places: files, and folders with all drafts in them. Each file once.

    Raises:
        RefusedFileError: a folder among them cannot be read.
    """
    drafts: dict[Path, str] = {}
    refused: list[RefusedFileError] = []
    is_cut = False
    for place in places:
        if not is_folder(place.path):
            drafts.setdefault(place.path, place.name)
            continue
        found = drafts_in(place.path)
        refused += found.refused
        is_cut = is_cut or found.is_cut
        for path in found.files:
            drafts.setdefault(path, path.relative_to(place.path).as_posix())
    named = tuple(Named(path, name) for path, name in drafts.items())
    is_cut = is_cut or len(named) > MOST_DRAFTS
    return Looked(named[:MOST_DRAFTS], tuple(refused), _MORE if is_cut else "")


def read_all(drafts: Iterable[Named], library: FormLibrary) -> Iterator[ReadDraft]:
    """Yields each draft as it is read, in order. What is read is not changed."""
    for path, name in drafts:
        try:
            yield ReadDraft(name, draft=read_draft(path, library))
        except RefusedFileError as error:
            yield ReadDraft(name, error=error)
