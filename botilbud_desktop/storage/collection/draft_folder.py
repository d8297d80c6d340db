"""Finds the drafts in a folder and the folders in it. No link is followed, and nothing is opened."""

import os
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.storage.draft.draft_file import EXTENSION
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.os_errors import reading_problem
from botilbud_desktop.storage.files.path_calls import entries_of

MOST_DRAFTS = 2_000
"""Further drafts are not looked for, which is told."""
_MOST_ENTRIES = 50_000
_DEEPEST = 6


class FoundDrafts(NamedTuple):
    """The drafts that were found."""

    files: tuple[Path, ...]
    """In the order of their names, those of a folder before those of the folders in it."""
    refused: tuple[RefusedFileError, ...] = ()
    """Folders that cannot be read."""
    is_cut: bool = False
    """Whether there may be more drafts."""


def drafts_in(folder: Path) -> FoundDrafts:
    """Returns the drafts below a folder.

    Raises:
        RefusedFileError: the folder itself cannot be read.
    """
    files: list[Path] = []
    refused: list[RefusedFileError] = []
    entries = 0
    waiting = [(folder, 0)]
    while waiting:
        place, depth = waiting.pop(0)
        try:
            with_kinds = _entries(place, _MOST_ENTRIES - entries)
        except OSError as error:
            refusal = RefusedFileError(place.name or str(place), "", reading_problem(error))
            if depth == 0:
                raise refusal from error
            refused.append(refusal)
            continue
        entries += len(with_kinds)
        files += [path for path, is_folder in with_kinds if not is_folder and path.name.lower().endswith(EXTENSION)]
        inner = [(path, depth + 1) for path, is_folder in with_kinds if is_folder]
        if len(files) > MOST_DRAFTS or entries >= _MOST_ENTRIES or (inner and depth >= _DEEPEST):
            return FoundDrafts(tuple(files[:MOST_DRAFTS]), tuple(refused), is_cut=True)
        waiting += inner
    return FoundDrafts(tuple(files), tuple(refused))


def _entries(folder: Path, most: int) -> list[tuple[Path, bool]]:
    """Returns the files and folders in a folder by name, and whether each is a folder; links to folders are none."""
    with entries_of(folder, most) as entries:
        found = [(folder / entry.name, _is_folder(entry)) for entry in entries]
    return sorted(found, key=lambda entry: (entry[0].name.casefold(), entry[0].name))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False
