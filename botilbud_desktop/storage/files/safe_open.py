"""Small files at names where anybody may have put something else: a link, a pipe, a device, a folder.

Such a thing is never followed, written through or waited for: it is an `OSError` like any other.
"""

import errno
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

_ALWAYS = (
    getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)


def open_plain(path: Path, flags: int, mode: int = 0o666) -> int:
    """Open the ordinary file at `path` and return the handle. `flags` and `mode` are those of `os.open`.

    Raises:
        OSError: it cannot be opened, or is no ordinary file with this one name.
        ValueError: no file can have that name.
    """
    if not flags & os.O_EXCL:
        _require_plain(path.lstat())
    handle = os.open(path, flags | _ALWAYS, mode)
    try:
        _require_plain(os.fstat(handle))
    except OSError:
        close_quietly(handle)
        raise
    return handle


def read_start(handle: int, most: int) -> bytes:
    """The first `most` bytes of the open file; one more shows that it is longer.

    Raises:
        OSError: the drive failed.
    """
    os.lseek(handle, 0, os.SEEK_SET)
    return os.read(handle, most + 1)


def read_plain(path: Path, most: int) -> bytes:
    """As `read_start`, of the ordinary file at `path`.

    Raises:
        OSError: as `open_plain` and `read_start`.
    """
    handle = open_plain(path, os.O_RDONLY)
    try:
        return read_start(handle, most)
    finally:
        close_quietly(handle)


def overwrite(handle: int, data: bytes) -> None:
    """Give the open file the content `data`. Who reads in between finds it empty or short, never half of two.

    A file that is empty is not emptied again: some file systems (ext4) then force it to the disk when it is closed,
    which takes milliseconds that a small file of the moment does not need.

    Raises:
        OSError: the drive failed or is full.
    """
    if os.fstat(handle).st_size:
        os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    if os.write(handle, data) != len(data):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def is_still_at(handle: int, path: Path) -> bool:
    """Whether the open file is the one that lies at `path` now. On Windows, where nobody removes an open file, True.

    Raises:
        OSError: the drive failed.
    """
    try:
        return sys.platform == "win32" or os.path.samestat(path.lstat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def close_quietly(handle: int) -> None:
    """Close the file; a drive that is gone is no reason to fail."""
    with suppress(OSError):
        os.close(handle)


def _require_plain(information: os.stat_result) -> None:
    if not stat.S_ISREG(information.st_mode) or information.st_nlink > 1:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
