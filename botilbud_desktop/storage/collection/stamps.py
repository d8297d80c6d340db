"""Tells whether a draft, or what lies in its folder of attachments, was changed since it was read."""

from collections.abc import Mapping
from pathlib import Path

from botilbud_desktop.storage.attachments.attachment_name import attachments_folder
from botilbud_desktop.storage.files.path_calls import entries_of, own_status, status

type Stamp = tuple[tuple[str, int, int], ...]
"""The name, size and time of the draft and of each file beside it; those that cannot be asked are left out."""

_MOST_ENTRIES = 1_000


def stamp_of(draft: Path) -> Stamp:
    """Returns what the draft at a path is recognised by, without reading it."""
    return (*_own(draft), *_attached(draft))


def number_changed(stamps: Mapping[Path, Stamp]) -> int:
    """Returns how many drafts have another stamp now, or are gone."""
    return sum(stamp_of(path) != stamp for path, stamp in stamps.items())


def _own(draft: Path) -> Stamp:
    try:
        found = status(draft)
    except OSError:
        return ()
    return (("", found.st_size, found.st_mtime_ns),)


def _attached(draft: Path) -> Stamp:
    try:
        folder = attachments_folder(draft)
        with entries_of(folder, _MOST_ENTRIES) as entries:
            names = sorted(entry.name for entry in entries)
        found = [(name, own_status(folder / name)) for name in names]
    except OSError:
        return ()
    return tuple((name, each.st_size, each.st_mtime_ns) for name, each in found)
