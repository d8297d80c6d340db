"""What lies in a folder, for tests that look for left-over files."""

from pathlib import Path


def names_in(folder: Path) -> list[str]:
    """The names of everything in `folder`, sorted."""
    return sorted(entry.name for entry in folder.iterdir())
