"""Half-typed values: field contents that are not valid yet, such as `22,9` or `31.02.2026`.

The draft file has no room for them, so they are kept on this machine with the digest of the saved file that they
belong to. If the file was changed elsewhere in the meantime, they no longer fit and are not offered. Several files of
one draft (a copy, one that was mailed back) can have half-typed values at the same time.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from botilbud_desktop.storage.json.state_file import StateFile, read_state, write_state
from botilbud_desktop.storage.paths import OwnFile

_FOLDER = "unfinished"
_ID = re.compile(r"[0-9a-f-]{36}")


MOST_FILES = 20
"""Maximum number of saved files per draft whose half-typed values are kept; the oldest are dropped."""


class _Entry(StateFile):
    digest: str
    values: dict[str, str]


class _HalfTypedFile(StateFile):
    entries: tuple[_Entry, ...] = ()
    """The most recent comes last."""


def keep_half_typed(state_folder: Path, draft_id: str, digest: str, values: Mapping[str, str]) -> None:
    """Keep the half-typed `values` (texts by field path) of the draft whose saved file has `digest`.

    An empty mapping removes what was kept for that file; values of other files stay.

    Raises:
        SaveFailedError: they could not be written.
        ValueError: `draft_id` is not a UUID.
    """
    path = _path(state_folder, draft_id)
    kept = read_state(path, _HalfTypedFile, _HalfTypedFile()).entries
    entries = tuple(entry for entry in kept if entry.digest != digest)
    if values:
        write_state(path, _HalfTypedFile(entries=(*entries, _Entry(digest=digest, values=dict(values)))[-MOST_FILES:]))
    elif entries:
        if entries != kept:
            write_state(path, _HalfTypedFile(entries=entries))
    else:
        with suppress(OSError):
            path.unlink()


def half_typed_of(state_folder: Path, draft_id: str, digest: str) -> dict[str, str]:
    """Returns the draft's half-typed values; none when they were kept for a file with another digest.

    Raises:
        ValueError: `draft_id` is not a UUID.
    """
    kept = read_state(_path(state_folder, draft_id), _HalfTypedFile, _HalfTypedFile())
    return next((dict(entry.values) for entry in kept.entries if entry.digest == digest), {})


def _path(state_folder: Path, draft_id: str) -> Path:
    name = draft_id.lower()
    if not _ID.fullmatch(name):
        raise ValueError("the id of a draft is a UUID")
    return state_folder / _FOLDER / f"{name}{OwnFile.OF_DRAFT}"
