"""An empty file that is locked for as long as the process lives which put it there.

Another process can tell by it whether what lies beside it belongs to somebody who is at work, or was left behind.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

from botilbud_desktop.storage.files.os_lock import LockOutcome, try_lock

_TRIES = 3
"""Somebody who tidies up may remove the file between its opening and its locking; not three times running."""

if sys.platform == "win32":
    _FLAGS = os.O_RDWR | os.O_CREAT
else:
    _FLAGS = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW


class LivenessLock:
    """The mark at one path, held by this object or not."""

    def __init__(self, path: Path) -> None:
        """`path` is that of the mark, which is neither made nor looked at yet."""
        self._path = path
        self._handle: int | None = None

    def hold(self) -> bool:
        """Take the mark, or keep it; put it back if it vanished. False when somebody else holds it.

        Where there can be no mark or no lock (a read-only folder, a network drive), nobody is known to hold it: True.
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
        """Unlock the mark and leave it where it is."""
        if self._handle is not None:
            with suppress(OSError):
                os.close(self._handle)
            self._handle = None

    def remove(self) -> None:
        """Let go of the mark and take it away. Windows lets nobody remove an open file, so in this order."""
        self.let_go()
        with suppress(OSError, ValueError):
            self._path.unlink()

    def _is_in_place(self) -> bool:
        """Whether the file that is held is the one at the path. On Windows it cannot be removed while it is open."""
        if self._handle is None:
            return False
        if sys.platform == "win32":
            return True
        try:
            return os.path.samestat(os.fstat(self._handle), self._path.stat())
        except OSError:
            return False


def _outcome(handle: int) -> LockOutcome:
    try:
        return try_lock(handle)
    except OSError:
        return LockOutcome.UNSUPPORTED
