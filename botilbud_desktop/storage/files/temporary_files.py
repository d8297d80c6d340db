"""Removes our own temporary files that a kill or a power cut left behind."""

import os
from contextlib import suppress
from pathlib import Path

from botilbud_desktop.storage.files.atomic_write import is_temporary
from botilbud_desktop.storage.files.path_calls import entries_of

MINIMUM_AGE = 3600.0
"""Seconds for which a temporary file may belong to a running save; a save takes a few at most."""

MOST_ENTRIES = 2_000
"""Maximum number of folder entries examined: a folder on a network drive may have 50.000."""


def remove_temporary_files(folder: Path, now: float, *, older_than: float = MINIMUM_AGE) -> int:
    """Delete the abandoned temporary files directly in `folder`. Nothing is raised.

    Only ordinary files (no links) with exactly the name that a save gives them and older than `older_than` are
    deleted; one with a time in the future stays.

    Args:
        folder: the folder, which may be missing or unreachable.
        now: the current time, in seconds since 1970 as in `time.time()`.
        older_than: the minimum age of an abandoned file, in seconds.

    Returns:
        The number of deleted files.
    """
    abandoned: list[Path] = []
    with suppress(OSError), entries_of(folder, MOST_ENTRIES) as entries:
        abandoned = [
            Path(entry.path) for entry in entries if is_temporary(entry.name) and _is_abandoned(entry, now, older_than)
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
