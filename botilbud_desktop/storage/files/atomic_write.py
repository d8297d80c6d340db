"""Writes a file so that it always has either the whole old content or the whole new content.

The new content goes to a temporary file in the same folder, is flushed to disk, read back and then moved over the old
file. When anything fails, the old file is untouched and the temporary file is deleted.
"""

import errno
import io
import os
import re
import stat
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock

from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.files.file_names import is_reserved
from botilbud_desktop.storage.files.os_errors import saving_problem
from botilbud_desktop.storage.files.path_calls import is_missing, is_not_there, may_write, real_path, status

TEMPORARY_PREFIX = ".~botilbud-"
TEMPORARY_SUFFIX = ".tmp"
_TEMPORARY = re.compile(rf"{re.escape(TEMPORARY_PREFIX)}[0-9a-f]{{16}}{re.escape(TEMPORARY_SUFFIX)}")

LONGEST_WAIT = 2.0
"""Seconds for which a file held by an antivirus program or by OneDrive is retried (Windows)."""

_OF_USER_ALONE = 0o600
_FIRST_PAUSE, _LONGEST_PAUSE = 0.01, 0.2
_HELD_BY_ANOTHER = (5, 32, 33)
_NOT_SUPPORTED_FOR_FOLDERS = (errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.ENOSYS)


def do_nothing() -> None:
    """Do nothing before the file is replaced."""


class Replacing:
    """Decides, once, whether a file that is being written may still replace the old one, or was given up before."""

    def __init__(self, name: str) -> None:
        """`name` is that of the file, for the message."""
        self._name = name
        self._lock = Lock()
        self._is_withdrawn = False
        self._is_allowed = False

    def allow(self) -> None:
        """Called just before the old file is replaced.

        Raises:
            SaveFailedError: nobody waits for the new file any more; the old one stays.
        """
        with self._lock:
            self._is_allowed = not self._is_withdrawn
        if self._is_withdrawn:
            raise SaveFailedError(self._name, "drevet svarede ikke i tide")

    def withdraw(self) -> bool:
        """Keep the old file. Returns False when it may have been replaced already."""
        with self._lock:
            self._is_withdrawn = not self._is_allowed
        return self._is_withdrawn


def write_atomically(
    path: Path,
    data: bytes,
    *,
    is_private: bool = False,
    before_replace: Callable[[], None] = do_nothing,
    monotonic: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Write `data` to the file at `path`, new or existing. On return the data is on disk.

    Symbolic links are followed, and an existing file keeps its permissions. Until it has them, nobody but the user can
    open the new one.

    Args:
        path: the file; its folder must exist.
        data: the whole new content.
        is_private: whether only the user may read the file, whatever permissions it had.
        before_replace: called when the temporary file is complete, just before it replaces the file; its exceptions
            are passed on, and the old file stays.
        monotonic: the clock for the retries, in seconds.
        sleep: waits the given number of seconds.

    Raises:
        SaveFailedError: the file could not be written, in one Danish sentence.
    """
    replaced = False
    temporary: Path | None = None
    if sys.platform == "win32" and is_reserved(path.name):
        raise SaveFailedError(path.name, "Windows bruger det navn til en enhed og ikke til filer")
    try:
        target = real_path(path)
        earlier = _existing_file(target)
        temporary = target.with_name(f"{TEMPORARY_PREFIX}{os.urandom(8).hex()}{TEMPORARY_SUFFIX}")
        _write_through(temporary, data, for_user_alone=is_private or earlier is not None)
        if earlier is not None and not is_private:
            _keep_permissions(temporary, earlier)
        _read_back(temporary, data, path.name, monotonic, sleep)
        before_replace()
        try:
            retry_while_in_use(lambda: temporary.replace(target), monotonic, sleep)
        except OSError:
            replaced = is_missing(temporary)  # the drive did it all the same
            raise
        replaced = True
        if sys.platform != "win32":
            _flush_folder(target.parent)
    except OSError as error:
        raise SaveFailedError(path.name or str(path), saving_problem(error), replaced=replaced) from error
    finally:
        if temporary is not None and not replaced:
            with suppress(OSError):
                temporary.unlink()


def retry_while_in_use[Result](
    work: Callable[[], Result],
    monotonic: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
) -> Result:
    """Call `work`, retrying for up to two seconds while another program holds the file (Windows).

    Args:
        work: opens or moves a file; when it fails, it must have changed nothing.
        monotonic: the clock, in seconds.
        sleep: waits the given number of seconds.

    Returns:
        The result of `work`.

    Raises:
        OSError: from `work`, when it has another cause or the time is up.
    """
    deadline = monotonic() + LONGEST_WAIT
    pause = _FIRST_PAUSE
    while True:
        try:
            return work()
        except OSError as error:
            remaining = deadline - monotonic()
            if getattr(error, "winerror", None) not in _HELD_BY_ANOTHER or remaining <= 0:
                raise
        sleep(min(pause, remaining))
        pause = min(pause * 2, _LONGEST_PAUSE)


def is_temporary(name: str) -> bool:
    """Whether `name` is a temporary file name of a save; a power cut may leave such a file behind."""
    return _TEMPORARY.fullmatch(name) is not None


def _existing_file(target: Path) -> os.stat_result | None:
    """Returns the status of the file to replace, or None. A folder, device or write-protected file is an `OSError`."""
    try:
        information = status(target)
    except OSError as error:
        if is_not_there(error):
            return None
        raise
    if stat.S_ISDIR(information.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(information.st_mode) or not may_write(target):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return information


def _open_for_user_alone(path: str, flags: int) -> int:
    """Opens a new file that nobody else can open; permissions that came afterwards would come too late."""
    return os.open(path, flags, _OF_USER_ALONE)


def _write_through(temporary: Path, data: bytes, *, for_user_alone: bool) -> None:
    opener = _open_for_user_alone if for_user_alone else None
    with io.open(temporary, "xb", opener=opener) as file:  # noqa: UP020 - as `Path.open` does, which knows no opener
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _keep_permissions(temporary: Path, earlier: os.stat_result) -> None:
    """Give the new file the old one's group and mode; on Windows it inherits those of the folder."""
    if sys.platform != "win32":
        if status(temporary).st_gid != earlier.st_gid:
            with suppress(PermissionError):
                os.chown(temporary, -1, earlier.st_gid)
        temporary.chmod(stat.S_IMODE(earlier.st_mode))


def _read_back(
    temporary: Path, data: bytes, name: str, monotonic: Callable[[], float], sleep: Callable[[float], None]
) -> None:
    with retry_while_in_use(lambda: temporary.open("rb"), monotonic, sleep) as file:
        written = file.read(len(data) + 1)
    if written != data:
        raise SaveFailedError(name, "drevet gav noget andet tilbage, end der blev skrevet")


def _flush_folder(folder: Path) -> None:
    """Flush the file's new name to disk (POSIX). Some network file systems cannot, and need not."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NOT_SUPPORTED_FOR_FOLDERS:
            raise
    finally:
        os.close(handle)
