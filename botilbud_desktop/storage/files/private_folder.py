"""Folders for personal data."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from botilbud_desktop.storage.files.path_calls import is_folder, status

_OWNER_ALONE = 0o700
_OTHERS = 0o077


def make_private_folder(folder: Path) -> None:
    """Create `folder` and its parents, if missing, each accessible to its owner only; close `folder` to others.

    An older program made folders that others could look into. On Windows the user's own folders are not accessible to
    others anyway.

    Raises:
        OSError: it cannot be created.
    """
    if sys.platform == "win32":
        folder.mkdir(parents=True, exist_ok=True)
        return
    try:
        folder.mkdir(mode=_OWNER_ALONE)
    except FileNotFoundError:
        if folder.parent == folder:
            raise
        make_private_folder(folder.parent)
        folder.mkdir(mode=_OWNER_ALONE, exist_ok=True)
    except FileExistsError:
        if not is_folder(folder):
            raise
        _close_to_others(folder)


def _close_to_others(folder: Path) -> None:
    """Takes the access to an existing folder away from others, if it is the user's own."""
    with suppress(OSError):  # a drive that knows no permissions
        about = status(folder)
        if about.st_uid == os.getuid() and about.st_mode & _OTHERS:
            folder.chmod(_OWNER_ALONE)
