"""Folders for personal data."""

import sys
from pathlib import Path

_OWNER_ALONE = 0o700


def make_private_folder(folder: Path) -> None:
    """Create `folder` and its parents, if missing; a new one is accessible to its owner only.

    On Windows the user's own folders are not accessible to others anyway.

    Raises:
        OSError: it cannot be created.
    """
    if sys.platform == "win32":
        folder.mkdir(parents=True, exist_ok=True)
    else:
        folder.mkdir(mode=_OWNER_ALONE, parents=True, exist_ok=True)
