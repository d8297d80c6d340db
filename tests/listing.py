"""The contents of a folder, for tests that look for temporary files left behind."""

from pathlib import Path


def names_in(folder: Path) -> list[str]:
    """Returns the names of all entries in `folder`, sorted."""
    return sorted(entry.name for entry in folder.iterdir())
