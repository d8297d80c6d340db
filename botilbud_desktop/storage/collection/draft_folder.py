"""Finds the drafts in a folder and the folders in it. No link is followed, and nothing is opened."""

import os
from collections import deque
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
_TOO_DEEP = f"programmet ser kun {_DEEPEST} mapper ned"
_LINK = "det er en genvej til en anden mappe, og den følger programmet ikke"


class FoundDrafts(NamedTuple):
    """The drafts that were found."""

    files: tuple[Path, ...]
    """In the order of their names, those of a folder before those of the folders in it."""
    refused: tuple[RefusedFileError, ...] = ()
    """Folders that cannot be read, that lie too deep, and links to folders."""
    is_cut: bool = False
    """Whether there may be more drafts than are taken."""


class _Found(NamedTuple):
    path: Path
    is_folder: bool
    is_link: bool


def drafts_in(folder: Path) -> FoundDrafts:
    """Returns the drafts below a folder.

    Raises:
        RefusedFileError: the folder itself cannot be read.
    """
    files: list[Path] = []
    refused: list[RefusedFileError] = []
    entries = 0
    waiting = deque([(folder, 0)])
    while waiting:
        place, depth = waiting.popleft()
        if depth > _DEEPEST:
            refused.append(_refusal(place, folder, _TOO_DEEP))
            continue
        try:
            found = _entries(place, _MOST_ENTRIES - entries)
        except OSError as error:
            refusal = _refusal(place, folder, reading_problem(error))
            if depth == 0:
                raise refusal from error
            refused.append(refusal)
            continue
        entries += len(found)
        files += [each.path for each in found if not each.is_folder and each.path.name.lower().endswith(EXTENSION)]
        refused += [_refusal(each.path, folder, _LINK) for each in found if each.is_link]
        waiting += [(each.path, depth + 1) for each in found if each.is_folder and not each.is_link]
        if len(files) > MOST_DRAFTS or entries >= _MOST_ENTRIES:
            return FoundDrafts(tuple(files[:MOST_DRAFTS]), tuple(refused), is_cut=True)
    return FoundDrafts(tuple(files), tuple(refused))


def _refusal(place: Path, folder: Path, reason: str) -> RefusedFileError:
    name = place.relative_to(folder).as_posix() if place != folder else place.name or str(place)
    return RefusedFileError(name, "", reason)


def _entries(folder: Path, most: int) -> list[_Found]:
    """Returns the files and folders in a folder, by name."""
    with entries_of(folder, most) as entries:
        found = [_Found(folder / entry.name, *_kind(entry)) for entry in entries]
    return sorted(found, key=lambda each: (each.path.name.casefold(), each.path.name))


def _kind(entry: os.DirEntry[str]) -> tuple[bool, bool]:
    """Returns whether it is a folder, and whether it is a link to one."""
    try:
        is_folder = entry.is_dir()
        return is_folder, is_folder and (entry.is_symlink() or entry.is_junction())
    except OSError:
        return False, False
