"""A lock of the operating system on an open file: gone at the latest when the process that holds it is gone.

That is what makes a lock that a crash left behind tell itself apart from one that is held.
"""

import errno
import os
import sys
from enum import Enum, auto

_HELD = (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK)
_FAR_BEYOND_THE_CONTENT = 0x4000_0000
"""Windows lets nobody else read a locked byte, so the byte that is locked is none of the content's."""


class LockOutcome(Enum):
    """What came of trying to lock a file."""

    TAKEN = auto()
    """It is ours, until it is unlocked or the handle is closed."""
    HELD = auto()
    """Another process, which runs now, has it."""
    UNSUPPORTED = auto()
    """The file system has no locks, as some network drives do not."""


def try_lock(handle: int) -> LockOutcome:
    """Try to lock the file open as `handle` for this handle alone, without waiting.

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
            # Windows says EACCES; Wine gives no reason, and what stands there is that of an earlier call
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN)) from error
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
