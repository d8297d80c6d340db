"""Whether two names lead to one file on the drive."""

from pathlib import Path

from botilbud_desktop.storage.files.file_names import is_same_file
from botilbud_desktop.storage.files.path_calls import is_same_existing


def is_one_file(path: Path, other: Path) -> bool:
    """Whether both paths lead to one file: by links of every kind, or spelt differently where the drive allows it.

    Where the drive cannot tell, the paths are compared as they are written. Never raises.
    """
    return is_same_file(path, other) or is_same_existing(path, other)
