"""One running program per user: the first holds a lock, and a later start hands its file over to it and ends.

A request is a small file in a folder of the user's own. The first takes it by deleting it, a later start withdraws it
by deleting it, and only one of the two can succeed. The next first also deletes abandoned requests, so the lock file
has a new token for each first: a request that disappears while the token stays the same was taken.
"""

import json
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from botilbud_desktop.storage.files.os_lock import LockOutcome, try_lock
from botilbud_desktop.storage.files.path_calls import is_missing, paths_in
from botilbud_desktop.storage.files.private_folder import make_private_folder
from botilbud_desktop.storage.files.safe_open import close_quietly, open_plain, overwrite, read_plain
from botilbud_desktop.storage.paths import OwnFile

LONGEST_WAIT = 3.0
"""Seconds that a later start waits for the first, which may be busy, before it opens its own window."""

_LOCK, _REQUESTS = OwnFile.INSTANCE_LOCK, "requests"
_REQUEST, _PARTIAL = OwnFile.REQUEST, ".tmp"
_LONGEST_PATH = 32_767
_LARGEST_REQUEST = 6 * _LONGEST_PATH + 100
_MOST_AT_ONCE = 100
_NO_TOKEN = b"-" * 16
_PAUSE = 0.02
_MOST_TRIES = 10
_PRIVATE_FILE = 0o600


class Instance:
    """Makes this process the user's first or a later one. The folder is the user's own and on this machine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._handle: int | None = None

    @property
    def requests_folder(self) -> Path:
        """The folder for requests, to be watched by the first; it exists after a `claim` that got the lock."""
        return self._folder / _REQUESTS

    @property
    def is_first(self) -> bool:
        """Whether this process has the lock, so that later starts hand their files over to it."""
        return self._handle is not None

    def claim(self) -> bool:
        """Become the first unless one runs. Also returns True where no lock can be made, so that the program starts."""
        if self._handle is not None:
            return True
        try:
            handle = self._open_lock()
        except (OSError, ValueError):
            return True
        try:
            outcome = try_lock(handle)
        except OSError:
            outcome = LockOutcome.UNSUPPORTED
        if outcome is not LockOutcome.TAKEN:
            close_quietly(handle)
            return outcome is not LockOutcome.HELD
        self._handle = handle
        with suppress(OSError):  # without a token later starts open windows of their own
            _write_token(handle, _NO_TOKEN)
            self._drop_abandoned_requests()
            _write_token(handle, os.urandom(len(_NO_TOKEN) // 2).hex().encode("ascii"))
        return True

    def hand_over(
        self,
        path: Path | None,
        *,
        wait: float = LONGEST_WAIT,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> bool:
        """Ask the first to open the file at `path`, an absolute path, or with None to come to the front.

        Returns whether the first has taken the request. If not, it hangs or has ended: the request is withdrawn, and
        this process opens its own window. If the first has ended, this process `is_first` now.

        Args:
            path: the file.
            wait: the seconds that the first has.
            monotonic: the clock, in seconds, the same for all processes.
            sleep: waits the given number of seconds.
        """
        if path is not None and not _is_usable(str(path)):
            return False
        from botilbud_desktop.storage.instance.foreground import allow_foreground

        allow_foreground()
        deadline = monotonic() + wait
        request: Path | None = None
        asked: bytes | None = None
        try:
            while True:
                if request is None:
                    asked = self._token_of_first()
                    request = self._send(path, monotonic) if asked else None
                elif is_missing(request):
                    if self._token_of_first() == asked:
                        return True
                    request = None  # the next first has deleted it
                if self.claim() and self.is_first:
                    return False
                if (remaining := deadline - monotonic()) <= 0:
                    return request is not None and _was_taken(request, sleep) and self._token_of_first() == asked
                sleep(min(_PAUSE, remaining))
        except OSError:
            return False
        finally:
            if request is not None:
                _delete(request)

    def requests(self) -> list[Path | None]:
        """Take the waiting requests, oldest first: files to open, and None for coming to the front.

        A request that is damaged or has no absolute path is dropped. At most 100 at once.
        """
        if not self.is_first:
            return []
        taken: list[Path | None] = []
        for file in self._waiting(_REQUEST)[:_MOST_AT_ONCE]:
            found = _read_request(file)
            if _delete(file) and found is not None:
                taken.append(Path(found) if found else None)
        return taken

    def release(self) -> None:
        """Stop being the first. May be called again; never raises."""
        handle, self._handle = self._handle, None
        if handle is not None:
            close_quietly(handle)

    def _open_lock(self) -> int:
        make_private_folder(self._folder)
        make_private_folder(self.requests_folder)
        file = self._folder / _LOCK
        try:
            return open_plain(file, os.O_RDWR)
        except FileNotFoundError:
            with suppress(FileExistsError):
                return open_plain(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, _PRIVATE_FILE)
            return open_plain(file, os.O_RDWR)

    def _token_of_first(self) -> bytes | None:
        """Returns the token of the current first; None when there is none or while it is being written."""
        try:
            token = read_plain(self._folder / _LOCK, len(_NO_TOKEN))
        except OSError:
            return None
        return token if len(token) == len(_NO_TOKEN) and token != _NO_TOKEN else None

    def _send(self, path: Path | None, monotonic: Callable[[], float]) -> Path:
        """Write a request atomically. File names sort by the time since the computer was started."""
        name = f"{int(monotonic() * 1e9):020d}-{os.urandom(8).hex()}"
        partial = self.requests_folder / f"{name}{_PARTIAL}"
        request = self.requests_folder / f"{name}{_REQUEST}"
        data = json.dumps({"path": None if path is None else str(path)}).encode("ascii")
        handle = open_plain(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE_FILE)
        try:
            overwrite(handle, data)
        except OSError:
            close_quietly(handle)
            _delete(partial)
            raise
        close_quietly(handle)
        return partial.replace(request)

    def _drop_abandoned_requests(self) -> None:
        for file in self._waiting(_REQUEST, _PARTIAL):
            _delete(file)

    def _waiting(self, *endings: str) -> list[Path]:
        try:
            return sorted(file for file in paths_in(self.requests_folder) if file.name.endswith(endings))
        except OSError:
            return []


def _write_token(handle: int, token: bytes) -> None:
    """Write the token over the previous one of the same length: truncating the file first would cost milliseconds."""
    if os.fstat(handle).st_size > len(token):
        os.ftruncate(handle, len(token))
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, token)


def _read_request(file: Path) -> str | None:
    """Returns the absolute path in the request, "" for coming to the front, None when it is damaged."""
    try:
        data = read_plain(file, _LARGEST_REQUEST)
        values = json.loads(data.decode("ascii")) if len(data) <= _LARGEST_REQUEST else None
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(values, dict) or values.keys() != {"path"}:
        return None
    path = values["path"]
    if path is None:
        return ""
    return path if isinstance(path, str) and _is_usable(path) else None


def _is_usable(path: str) -> bool:
    return len(path) <= _LONGEST_PATH and "\0" not in path and Path(path).is_absolute()


def _was_taken(request: Path, sleep: Callable[[float], None]) -> bool:
    """Withdraw the request. Returns whether the first has taken it, and so opens the file.

    Retries, since Windows does not delete a file that another process is reading; the first may be about to take it.
    A request that cannot be deleted is emptied, so that the first drops it instead of opening the file later.
    """
    for _ in range(_MOST_TRIES):
        if _delete(request):
            return False
        if is_missing(request):
            return True
        sleep(_PAUSE)
    return not _empty(request) and is_missing(request)


def _empty(file: Path) -> bool:
    """Empty the file. Returns whether that was done."""
    try:
        handle = open_plain(file, os.O_WRONLY | os.O_TRUNC)
    except OSError:
        return False
    close_quietly(handle)
    return True


def _delete(file: Path) -> bool:
    """Delete the file. Returns whether this process did so: of two that try, only one succeeds."""
    try:
        file.unlink()
    except OSError:
        return False
    return True
