"""All questions about paths: the one place that asks the drive what is at a path, and where a path leads.

A drive may answer any of them with any error: a share without VPN, an expired login, OneDrive that does not run, a
path that is too long. Python passes some of these errors on where nobody expects one (`os.path.realpath`,
`Path.absolute`, `Path.home`). The functions here either raise `OSError` only, or never raise; each says which. For a
path that no drive allows (with NUL) that is an `UnusablePathError`. `tests/test_architecture_paths.py` forbids the
bare calls elsewhere.
"""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

_NOT_THERE = (errno.ENOENT, errno.ENOTDIR)
_PATH_IS_GONE = (2, 3)
"""Windows says these for a missing file or folder. It also gives the `errno` of a missing file to network errors."""


class UnusablePathError(OSError):
    """A path that no drive allows, such as one with NUL."""


def is_not_there(error: OSError) -> bool:
    """Whether the error proves that nothing is at the path, instead of that the drive cannot be asked."""
    windows_code = getattr(error, "winerror", None)
    if windows_code is not None:
        return windows_code in _PATH_IS_GONE
    return error.errno in _NOT_THERE


def real_path(path: Path) -> Path:
    """Returns the path with all links resolved; the file need not exist.

    Raises:
        OSError: the drive cannot tell.
    """
    return Path(_asked(lambda: os.path.realpath(path)))


def real_or_absolute(path: Path) -> Path:
    """Returns the path with all links resolved, or as it is written where the drive cannot tell. Never raises."""
    try:
        return real_path(path)
    except OSError:
        return absolute(path)


def absolute(path: Path) -> Path:
    """Returns the path made absolute without asking the drive. Never raises.

    A relative path stays as it is when the folder that the program was started in no longer exists.
    """
    try:
        return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would ask the drive
    except (OSError, ValueError):
        return path


def absolute_from_here(path: Path) -> Path:
    """Returns the path made absolute without asking the drive about it.

    Raises:
        OSError: the folder that the program was started in no longer exists.
    """
    return _asked(path.absolute)


def status(path: Path) -> os.stat_result:
    """Returns the status of what is at the path, links followed.

    Raises:
        OSError: nothing is there, or the drive cannot tell.
    """
    return _asked(path.stat)


def own_status(path: Path) -> os.stat_result:
    """Returns the status of what is at the path; of a link, its own.

    Raises:
        OSError: nothing is there, or the drive cannot tell.
    """
    return _asked(path.lstat)


def exists(path: Path) -> bool:
    """Whether something is known to be at the path. False also when the drive cannot tell. Never raises."""
    return _has(path, lambda _mode: True)


def is_folder(path: Path) -> bool:
    """Whether a folder is known to be at the path. False also when the drive cannot tell. Never raises."""
    return _has(path, stat.S_ISDIR)


def is_file(path: Path) -> bool:
    """Whether a file is known to be at the path. False also when the drive cannot tell. Never raises."""
    return _has(path, stat.S_ISREG)


def is_missing(path: Path) -> bool:
    """Whether it is proven that nothing is at the path. False also when the drive cannot tell. Never raises."""
    try:
        own_status(path)
    except OSError as error:
        return is_not_there(error)
    return False


def may_write(path: Path) -> bool:
    """Whether this user may write the file, as far as the drive tells. Never raises."""
    try:
        return os.access(path, os.W_OK)
    except (OSError, ValueError):
        return False


def is_same_existing(path: Path, other: Path) -> bool:
    """Whether both paths lead to one existing file; False also when the drive cannot tell. Never raises."""
    try:
        return os.path.samestat(status(path), status(other))
    except OSError:
        return False


def file_number(path: Path) -> tuple[int, int] | None:
    """Returns the drive and the number of the file on it, which all its names share (hard links), and links to it.

    None when the drive cannot tell, or numbers no files. Never raises.
    """
    try:
        found = status(path)
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if found.st_ino else None


def paths_in(folder: Path) -> list[Path]:
    """Returns the paths of everything in the folder, in no particular order.

    Raises:
        OSError: the folder cannot be read.
    """
    return _asked(lambda: list(folder.iterdir()))


@contextmanager
def entries_of(folder: Path, most: int) -> Iterator[Iterator[os.DirEntry[str]]]:
    """Yields the first `most` entries of the folder: one on a network drive may have 50.000.

    Raises:
        OSError: the folder cannot be read; also while its entries are fetched.
    """
    with _asked(lambda: os.scandir(folder)) as entries:
        yield islice(entries, most)


def home() -> Path:
    """Returns the user's home folder, or the top folder of the drive when the system knows none. Never raises."""
    try:
        return Path.home()
    except (OSError, ValueError, RuntimeError):
        return absolute(Path(os.sep))


def _has(path: Path, is_kind: Callable[[int], bool]) -> bool:
    try:
        return is_kind(status(path).st_mode)
    except OSError:
        return False


def _asked[Answer](ask: Callable[[], Answer]) -> Answer:
    """Returns the answer; a path that no drive allows is an `OSError`."""
    try:
        return ask()
    except ValueError as error:
        raise UnusablePathError(errno.EINVAL, os.strerror(errno.EINVAL)) from error
