"""Temporary files of our own that a kill or a power cut left behind."""

import os
from contextlib import suppress
from itertools import islice
from pathlib import Path

from botilbud_desktop.storage.files.atomic_write import is_temporary

LIVING_FOR = 3600.0
"""Seconds for which a temporary file may belong to a save that goes on; a save takes a few at most."""

MOST_ENTRIES = 2_000
"""The most entries of a folder that are looked at: a folder on a network drive may have 50.000."""


def remove_temporary_files(folder: Path, now: float, *, older_than: float = LIVING_FOR) -> int:
    """Remove the temporary files that lie directly in `folder` and are left over. Nothing is raised.

    Only ordinary files (no links) with exactly the name that a save gives them are removed, and none that is newer
    than `older_than` or, by its own account, of the future.

    Args:
        folder: the folder, which may be missing or out of reach.
        now: the time now, in seconds since 1970 as `time.time()` gives it.
        older_than: the least age of a left-over, in seconds.

    Returns:
        How many were removed.
    """
    abandoned: list[Path] = []
    with suppress(OSError, ValueError), os.scandir(folder) as entries:
        abandoned = [
            Path(entry.path)
            for entry in islice(entries, MOST_ENTRIES)
            if is_temporary(entry.name) and _is_abandoned(entry, now, older_than)
        ]
    removed = 0
    for path in abandoned:
        with suppress(OSError):
            path.unlink()
            removed += 1
    return removed


def _is_abandoned(entry: os.DirEntry[str], now: float, older_than: float) -> bool:
    try:
        return entry.is_file(follow_symlinks=False) and now - entry.stat(follow_symlinks=False).st_mtime > older_than
    except OSError:
        return False
