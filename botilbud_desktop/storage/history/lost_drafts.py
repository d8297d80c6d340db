"""Finds the earlier versions of files that cannot be opened any more: damaged, empty, or gone."""

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.file_names import place_of
from botilbud_desktop.storage.files.path_calls import paths_in
from botilbud_desktop.storage.history.versions import History, Version
from botilbud_desktop.storage.paths import OwnFile

_MOST_HISTORIES = 2_000
_ID = re.compile(rb'"id"\s*:\s*"([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"')
_MOST_IDS = 20


class KeptFile(NamedTuple):
    """A file of which earlier versions are kept."""

    draft_id: str
    place: str
    """The path of the file, as returned by `place_of`."""
    versions: tuple[Version, ...]
    """At least one, newest first."""
    is_proven: bool = True
    """Whether the versions were in this file; else they are only of a draft with the same id."""

    @property
    def path(self) -> Path:
        """The file's path."""
        return Path(self.place)


def kept_files(folder: Path) -> list[KeptFile]:
    """Returns the files of which `folder` holds versions, the one that was kept last first.

    Histories that cannot be read are passed over. Nothing outside the folder is touched.
    """
    found = [kept for draft_id in _draft_ids(folder) for kept in _files_of(folder, draft_id)]
    return sorted(found, key=lambda kept: kept.versions[0].at, reverse=True)


def kept_of(folder: Path, path: Path, damaged: bytes = b"") -> list[KeptFile]:
    """Returns the versions that were in the file at `path`, newest first.

    Without any, those of drafts whose id stands in `damaged`, which is what can still be read of the file. They are not
    proven to have been in it.
    """
    place = place_of(path)
    found = [kept for kept in kept_files(folder) if kept.place == place]
    if found:
        return found
    ids = dict.fromkeys(match.decode("ascii").lower() for match in islice(_ids_in(damaged), _MOST_IDS))
    possible = [kept for draft_id in ids for kept in _files_of(folder, draft_id)]
    return [kept._replace(is_proven=False) for kept in possible]


def _ids_in(damaged: bytes) -> Iterator[bytes]:
    return (match[1] for match in _ID.finditer(damaged))


def _draft_ids(folder: Path) -> list[str]:
    with suppress(OSError):
        histories = (path for path in paths_in(folder) if path.name.endswith(OwnFile.HISTORY))
        return [path.stem for path in islice(histories, _MOST_HISTORIES)]
    return []


def _files_of(folder: Path, draft_id: str) -> list[KeptFile]:
    """Returns the files of one draft: it may have copies."""
    try:
        versions = History(folder, draft_id).versions()
    except (RefusedFileError, ValueError):
        return []
    places: dict[str, list[Version]] = {}
    for version in versions:
        if version.place:
            places.setdefault(version.place, []).append(version)
    return [KeptFile(draft_id, place, tuple(kept)) for place, kept in places.items()]
