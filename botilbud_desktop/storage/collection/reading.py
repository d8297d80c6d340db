"""Reads the drafts of a collection one after another, each with what is attached to it.

One that cannot be read stops nobody.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.domain.collection.source import LeftOut, Source
from botilbud_desktop.domain.text.hidden_marks import capitalised
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.storage.attachments.reading import attached_files
from botilbud_desktop.storage.collection.draft_folder import MOST_DRAFTS, drafts_in
from botilbud_desktop.storage.draft.draft_file import read_draft
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.path_calls import file_number, is_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary

_MORE = (
    "Her er flere kladder eller mapper, end programmet leder igennem. "
    f"Det tager {format_number(MOST_DRAFTS)} kladder med."
)


class Named(NamedTuple):
    """A file to read, and its name as people know it: below the folder that was chosen, or as it was written."""

    path: Path
    name: str


class Looked(NamedTuple):
    """What was found where drafts were looked for."""

    drafts: tuple[Named, ...]
    left_out: tuple[LeftOut, ...] = ()
    """Folders that cannot be read."""
    warning: str = ""
    """A Danish sentence when there may be more drafts."""


def look_for(places: Iterable[Named]) -> Looked:
    """Returns the drafts at the places: files, and folders with all drafts in them. Each file once.

    Raises:
        RefusedFileError: a folder among them cannot be read.
    """
    drafts: dict[Path, str] = {}
    left_out: list[LeftOut] = []
    is_cut = False
    places = list(places)
    for place in places:
        if not is_folder(place.path):
            drafts.setdefault(place.path, place.name)
            continue
        found = drafts_in(place.path)
        left_out += [LeftOut(refusal.file, _folder_refused(refusal), is_folder=True) for refusal in found.refused]
        is_cut = is_cut or found.is_cut
        for path in found.files:
            drafts.setdefault(path, path.relative_to(place.path).as_posix())
    named = tuple(Named(path, name) for path, name in _told_apart(drafts).items())
    is_cut = is_cut or len(named) > MOST_DRAFTS
    return Looked(named[:MOST_DRAFTS], tuple(left_out), _MORE if is_cut else "")


def _told_apart(drafts: Mapping[Path, str]) -> dict[Path, str]:
    """Returns the names, with as many of their folders as it takes that no two are alike."""
    names = dict(drafts)
    most = max((len(path.parts) for path in drafts), default=0)
    for parts in range(2, most + 1):
        counts = Counter(names.values())
        names |= {path: Path(*path.parts[-parts:]).as_posix() for path, name in names.items() if counts[name] > 1}
    return names


def _folder_refused(refusal: RefusedFileError) -> str:
    return (
        f"Mappen »{refusal.file}« er ikke læst: {capitalised(refusal.reason)}. Det vides ikke, om der er kladder i den."
    )


def read_all(drafts: Iterable[Named], library: FormLibrary) -> Iterator[Source | LeftOut]:
    """Yields each draft as it is read, in order, or why it was not. What is read is not changed."""
    for path, name in drafts:
        try:
            draft = read_draft(path, library)
        except RefusedFileError as error:
            yield LeftOut(name, str(error))
        else:
            attached = attached_files(path, draft.application.id)
            yield Source(name, draft.application, draft.round, draft.lineage, attached, file_number(path))


def sources_of(read: Iterable[Source | LeftOut]) -> tuple[list[Source], list[LeftOut]]:
    """Returns the drafts that were read, and the files that were not."""
    sources: list[Source] = []
    left_out: list[LeftOut] = []
    for each in read:
        if isinstance(each, Source):
            sources.append(each)
        else:
            left_out.append(each)
    return sources, left_out
