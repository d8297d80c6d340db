"""An operating system lock on an open file, released at the latest when the process that holds it ends.

So a lock file that a crash left behind can be told apart from one that is held.
"""

import errno
import os
import sys
from enum import Enum, auto

_HELD = (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK)
_FAR_BEYOND_THE_CONTENT = 0x4000_0000
"""On Windows nobody else can read a locked byte, so a byte outside the content is locked."""


class LockOutcome(Enum):
    """The result of trying to lock a file."""

    TAKEN = auto()
    """It is ours until it is unlocked or the handle is closed."""
    HELD = auto()
    """Another running process has it."""
    UNSUPPORTED = auto()
    """The file system has no locks, like some network drives."""


def try_lock(handle: int) -> LockOutcome:
    """Try to lock the file open as `handle` exclusively, without waiting.

    Raises:
        OSError: the drive failed.
    """
    try:
        _lock(handle)
    except OSError as error:
        if error.errno in _HELD:
            return LockOutcome.HELD
        if error.errno in (errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL):
            return LockOutcome.UNSUPPORTED
        raise
    return LockOutcome.TAKEN


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, _FAR_BEYOND_THE_CONTENT, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in (errno.EBADF, errno.EINVAL):
                raise
            # Windows sets EACCES; Wine sets no errno, so the value may be from an earlier call
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN)) from error
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
