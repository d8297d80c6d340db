"""Folders for personal data."""

import sys
from pathlib import Path

_OWNER_ALONE = 0o700


def make_private_folder(folder: Path) -> None:
    """Make `folder`, with those above it, unless it is there; nobody else can look into a new one.

    On Windows the user's own folders are closed to others as it is.

    Raises:
        OSError: it cannot be made.
    """
    if sys.platform == "win32":
        folder.mkdir(parents=True, exist_ok=True)
    else:
        folder.mkdir(mode=_OWNER_ALONE, parents=True, exist_ok=True)
