"""Other names of a draft's file (hard links). A save makes two files of them, and the other one stays behind."""

from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.storage.files.path_calls import entries_of, real_path, status

MOST_ENTRIES = 2_000
"""Maximum number of folder entries examined: a folder on a network drive may have 50.000."""


class OtherNames(NamedTuple):
    """That a file has other names."""

    names: tuple[str, ...]
    """Those in its own folder, in alphabetical order; others are not looked for."""


def other_names(path: Path) -> OtherNames | None:
    """Returns the other names of the file at `path`; None if it has none, or the drive cannot tell. Never raises."""
    try:
        draft = real_path(path)
        about = status(draft)
        if about.st_nlink < 2 or not about.st_ino:
            return None
        with entries_of(draft.parent, MOST_ENTRIES) as entries:
            found = sorted(
                entry.name for entry in entries if entry.inode() == about.st_ino and entry.name != draft.name
            )
    except (OSError, ValueError):
        return None
    return OtherNames(tuple(found))
