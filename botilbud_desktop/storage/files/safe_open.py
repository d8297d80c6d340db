"""Opens small files at paths where anybody may have put something else: a link, a pipe, a device, a folder.

Such an object is never followed, written through or waited for: it raises `OSError`.
"""

import errno
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from botilbud_desktop.storage.files.path_calls import is_not_there, own_status

_ALWAYS = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)


def open_plain(path: Path, flags: int, mode: int = 0o666) -> int:
    """Open the ordinary file at `path` and return the handle. `flags` and `mode` are those of `os.open`.

    Raises:
        OSError: it cannot be opened, or is not an ordinary file with this name only.
        ValueError: no file can have that name.
    """
    if not flags & os.O_EXCL:
        _require_plain(own_status(path))
    handle = os.open(path, flags | _ALWAYS, mode)
    try:
        _require_plain(os.fstat(handle))
    except OSError:
        close_quietly(handle)
        raise
    return handle


def read_start(handle: int, most: int) -> bytes:
    """Returns the first `most` bytes of a file that was just opened, and one more if it is longer.

    Raises:
        OSError: the drive failed.
    """
    return os.read(handle, most + 1)


def read_plain(path: Path, most: int) -> bytes:
    """Like `read_start`, for the ordinary file at `path`.

    Raises:
        OSError: as for `open_plain` and `read_start`.
    """
    handle = open_plain(path, os.O_RDONLY)
    try:
        return read_start(handle, most)
    finally:
        close_quietly(handle)


def overwrite(handle: int, data: bytes) -> None:
    """Replace the content of the open file with `data`. A concurrent reader sees it empty or short, never mixed.

    An empty file is not truncated: some file systems (ext4) would then flush it to disk on closing, which takes
    milliseconds that a short-lived file does not need.

    Raises:
        OSError: the drive failed or is full.
    """
    if os.fstat(handle).st_size:
        os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    if os.write(handle, data) != len(data):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def is_still_at(handle: int, path: Path) -> bool:
    """Whether the open file is the one now at `path`. Always True on Windows, where open files cannot be deleted.

    Raises:
        OSError: the drive failed.
    """
    try:
        return sys.platform == "win32" or os.path.samestat(own_status(path), os.fstat(handle))
    except OSError as error:
        if is_not_there(error):
            return False
        raise


def close_quietly(handle: int) -> None:
    """Close the file, ignoring errors such as a drive that is gone."""
    with suppress(OSError):
        os.close(handle)


def _require_plain(information: os.stat_result) -> None:
    if not stat.S_ISREG(information.st_mode) or information.st_nlink > 1:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
