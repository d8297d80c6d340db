"""Reads a whole file, up to a size limit."""

import stat
from pathlib import Path

from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.os_errors import reading_problem
from botilbud_desktop.storage.files.path_calls import status

LARGEST_FILE = 5_000_000
"""Maximum bytes of a file that is opened. A full draft has about 20 KB."""


def read_bytes(path: Path, largest: int = LARGEST_FILE) -> bytes:
    """Returns the content of the file at `path`, at most `largest` bytes.

    The size is checked before anything is read, and pipes and devices are not opened at all.

    Raises:
        RefusedFileError: the file is too large, is not an ordinary file or cannot be read.
    """
    try:
        information = status(path)
        if not stat.S_ISREG(information.st_mode):
            kind = "det er en mappe" if stat.S_ISDIR(information.st_mode) else "det er ikke en almindelig fil"
            raise RefusedFileError(path.name or str(path), "", kind)
        if information.st_size > largest:
            raise _too_large(path, largest)
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except OSError as error:
        raise RefusedFileError(path.name or str(path), "", reading_problem(error)) from error
    if len(data) > largest:
        raise _too_large(path, largest)
    return data


def _too_large(path: Path, largest: int) -> RefusedFileError:
    return RefusedFileError(path.name, "", f"den er større end {largest // 1_000_000} MB")
