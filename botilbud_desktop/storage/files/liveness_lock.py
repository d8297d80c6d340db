"""An empty file that stays locked while the process that created it runs.

Another process can thus tell whether the file beside it belongs to a running program or was left behind.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

from botilbud_desktop.storage.files.os_lock import LockOutcome, try_lock
from botilbud_desktop.storage.files.path_calls import status

_TRIES = 3
"""Another process that cleans up may delete the file between opening and locking it; not three times in a row."""

if sys.platform == "win32":
    _FLAGS = os.O_RDWR | os.O_CREAT
else:
    _FLAGS = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW


class LivenessLock:
    """The lock file at one path, held by this object or not."""

    def __init__(self, path: Path) -> None:
        """`path` is that of the lock file, which is neither created nor accessed yet."""
        self._path = path
        self._handle: int | None = None

    def hold(self) -> bool:
        """Take or keep the lock, and recreate the file if it vanished. Returns False when another process holds it.

        Returns True where no lock can be made (read-only folder, network drive): no other holder is known.
        """
        for _ in range(_TRIES):
            if self._is_in_place():
                return True
            self.let_go()
            try:
                handle = os.open(self._path, _FLAGS, 0o600)
            except (OSError, ValueError):
                return True
            if _outcome(handle) is LockOutcome.HELD:
                os.close(handle)
                return False
            self._handle = handle
        return True

    def let_go(self) -> None:
        """Unlock the file and leave it in place."""
        if self._handle is not None:
            with suppress(OSError):
                os.close(self._handle)
            self._handle = None

    def remove(self) -> None:
        """Unlock and delete the file, in this order: Windows does not delete an open file."""
        self.let_go()
        with suppress(OSError, ValueError):
            self._path.unlink()

    def _is_in_place(self) -> bool:
        """Whether the held file is the one at the path. On Windows it cannot be deleted while it is open."""
        if self._handle is None:
            return False
        if sys.platform == "win32":
            return True
        try:
            return os.path.samestat(os.fstat(self._handle), status(self._path))
        except OSError:
            return False


def _outcome(handle: int) -> LockOutcome:
    try:
        return try_lock(handle)
    except OSError:
        return LockOutcome.UNSUPPORTED
