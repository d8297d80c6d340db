"""One writer per draft: a lock file beside it names the holder, and an operating system lock shows that it still runs.

The lock file stays open and locked while the draft is open, so that one left behind by a crash can be recognised. It is
only an aid: where no lock can be made the draft is opened all the same. The file itself is protected by each save
comparing it with what was read.
"""

import hashlib
import os
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Self

from botilbud_desktop.storage.draft.lock_info import (
    LARGEST_INFO,
    UNKNOWN_HOLDER,
    LockInfo,
    info_bytes,
    new_info,
    parse_info,
)
from botilbud_desktop.storage.errors import LockedError
from botilbud_desktop.storage.files.os_lock import LockOutcome, try_lock
from botilbud_desktop.storage.files.path_calls import is_folder, is_not_there, real_path
from botilbud_desktop.storage.files.safe_open import (
    close_quietly,
    is_still_at,
    open_plain,
    overwrite,
    read_plain,
    read_start,
)
from botilbud_desktop.storage.holder import Holder
from botilbud_desktop.storage.user.person import Person

LONGEST_WAIT = 2.0
"""Seconds that a save waits for another process to release the draft."""

_PREFIX, _DRAFT, _SUFFIX = ".~lock.", ".botilbud", "#"
_MOST_BYTES_OF_A_NAME = 255
_MOST_ATTEMPTS = 20
_DELETION_TAKES_TIME = sys.platform == "win32"
"""Windows refuses access to a file that is just being deleted."""
_FIRST_PAUSE, _LONGEST_PAUSE = 0.001, 0.05


class DraftLock:
    """A draft locked against other writers until `release`; as a context manager, until the block is left."""

    def __init__(self, draft: Path, info: LockInfo, handle: int | None) -> None:
        """`draft`: the file with all links resolved. `handle`: the locked lock file; None without a lock."""
        self.draft = draft
        self._path = lock_path(draft)
        self._info = info
        self._handle = handle
        self._is_released = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()

    @property
    def holder(self) -> Holder:
        """Who took the lock."""
        return self._info.holder

    @property
    def is_real(self) -> bool:
        """Whether there is a lock: False on a drive without locks or write access, and after `release`."""
        return self._handle is not None

    def is_ours(self) -> bool:
        """Whether nobody else has taken the draft over, according to the current lock file.

        A lock file that was removed is created again. A lock that was never real stays ours: nobody could take it.
        """
        if self._handle is None:
            return not self._is_released
        try:
            return self._is_own_file(self._handle)
        except OSError as error:
            return not is_not_there(error) or self._recreate_lock_file(self._handle)

    def taken_over_by(self) -> Holder:
        """Returns who has the draft now, when it is no longer ours."""
        try:
            current = parse_info(read_plain(self._path, LARGEST_INFO))
        except OSError:
            current = None
        return current.holder if current else UNKNOWN_HOLDER

    def release(self) -> None:
        """Release the draft. A lock file that now belongs to somebody else stays. May be repeated; never raises."""
        handle, self._handle = self._handle, None
        self._is_released = True
        if handle is None:
            return
        try:
            is_own = self._is_own_file(handle)
        except OSError:
            is_own = False
        if sys.platform == "win32":  # an open file cannot be deleted there, neither ours nor the next holder's
            close_quietly(handle)
        if is_own:
            with suppress(OSError):
                self._path.unlink()
        if sys.platform != "win32":  # deleted while locked, so that nobody locks a file that is about to be deleted
            close_quietly(handle)

    def _is_own_file(self, handle: int) -> bool:
        """Whether the lock file is the one we locked.

        Raises:
            OSError: it is not there, or the drive cannot tell.
        """
        current = parse_info(read_plain(self._path, LARGEST_INFO))
        return current.token == self._info.token if current else is_still_at(handle, self._path)

    def _recreate_lock_file(self, earlier: int) -> bool:
        """Create the lock file again. False when the drive names somebody else; what it cannot tell is not said."""
        try:
            self._handle = _take(self._path, self._info, take_over=False)
        except LockedError:
            with suppress(OSError):
                return self._is_own_file(earlier)  # the drive had only said for a moment that the file is gone
            return True
        except OSError:
            return True
        close_quietly(earlier)
        return True


def lock_draft(path: Path, person: Person, now: datetime, *, take_over: bool = False) -> DraftLock:
    """Lock the draft at `path` for `person`, without waiting.

    A lock that a crash on this machine left behind is taken silently. One from another machine that, as far as the
    drive can tell, is not held is taken only with `take_over`: a folder synchronised by OneDrive carries the lock file,
    but no operating system locks.

    Args:
        path: the draft; symbolic links are followed. It need not exist.
        person: who opens it.
        now: the time, with its time zone.
        take_over: the user has agreed to take the draft over from a holder that is gone.

    Raises:
        LockedError: somebody has it open. If `is_gone`, `take_over` would succeed.
    """
    info = new_info(person, now)
    draft = path
    try:
        draft = real_path(path)
        return DraftLock(draft, info, _take(lock_path(draft), info, take_over=take_over))
    except (OSError, ValueError):
        return DraftLock(draft, info, None)


def lock_briefly(
    path: Path,
    person: Person,
    now: datetime,
    *,
    monotonic: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
) -> DraftLock:
    """Lock the draft for one save, waiting up to two seconds for another. A holder that is gone does not block it.

    Raises:
        LockedError: somebody had it open the whole time.
    """
    deadline = monotonic() + LONGEST_WAIT
    pause = _FIRST_PAUSE
    while True:
        try:
            return lock_draft(path, person, now, take_over=True)
        except LockedError:
            remaining = deadline - monotonic()
            if remaining <= 0:
                raise
        sleep(min(pause, remaining))
        pause = min(pause * 2, _LONGEST_PAUSE)


def lock_path(draft: Path) -> Path:
    """Returns a draft's lock file: `.~lock.NAME.botilbud#` beside it, with a digest for a name that is too long."""
    name = f"{_PREFIX}{draft.name}{_SUFFIX}"
    if not is_lock_file(name) or len(name.encode("utf-8", "surrogatepass")) > _MOST_BYTES_OF_A_NAME:
        digest = hashlib.sha256(draft.name.casefold().encode("utf-8", "surrogatepass")).hexdigest()[:32]
        name = f"{_PREFIX}{digest}{_DRAFT}{_SUFFIX}"
    return draft.parent / name


def is_lock_file(name: str) -> bool:
    """Whether a file with this name is a draft's lock file."""
    return name.startswith(_PREFIX) and name.lower().endswith(_DRAFT + _SUFFIX)


class _Opened(NamedTuple):
    handle: int
    is_new: bool
    is_writable: bool


def _take(path: Path, info: LockInfo, *, take_over: bool) -> int:
    """Returns the handle of the lock file at `path`, locked and with the content `info`.

    Raises:
        LockedError: somebody else has it.
        OSError: no lock can be made here.
    """
    for attempt in range(1, _MOST_ATTEMPTS + 1):
        try:
            opened = _open(path)
        except (FileExistsError, FileNotFoundError):  # created or deleted in between, unless the folder is gone
            if attempt == _MOST_ATTEMPTS or not is_folder(path.parent):
                raise
            continue
        except PermissionError:
            if attempt == _MOST_ATTEMPTS or not _DELETION_TAKES_TIME:
                raise
            time.sleep(attempt * _FIRST_PAUSE)  # without it all attempts would be over before the file is gone
            continue
        with ExitStack() as closing:
            closing.callback(close_quietly, opened.handle)
            if _is_taken(opened, path, info, take_over=take_over):
                closing.pop_all()
                return opened.handle
    raise LockedError(UNKNOWN_HOLDER, is_gone=False)


def _open(path: Path) -> _Opened:
    try:
        return _Opened(open_plain(path, os.O_RDWR), is_new=False, is_writable=True)
    except FileNotFoundError:
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL
        return _Opened(open_plain(path, flags), is_new=True, is_writable=True)
    except PermissionError:  # another user's file, which can still be locked and deleted, except on Windows
        if _DELETION_TAKES_TIME:
            raise
        return _Opened(open_plain(path, os.O_RDONLY), is_new=False, is_writable=False)


def _is_taken(opened: _Opened, path: Path, info: LockInfo, *, take_over: bool) -> bool:
    """Whether the lock file is ours now; False when it was replaced or deleted before it was locked."""
    outcome = try_lock(opened.handle)
    if not is_still_at(opened.handle, path):
        return False
    current = None if opened.is_new else parse_info(read_start(opened.handle, LARGEST_INFO))
    if outcome is LockOutcome.HELD:
        raise LockedError(_holder(current), is_gone=False)
    if outcome is LockOutcome.UNSUPPORTED and current and current.is_of(info.machine) and _is_running(current.process):
        raise LockedError(current.holder, is_gone=False)
    is_doubtful = outcome is LockOutcome.UNSUPPORTED and current is None and not opened.is_new
    if (is_doubtful or (current and not current.is_of(info.machine))) and not take_over:
        raise LockedError(_holder(current), is_gone=True)
    if not opened.is_writable:
        path.unlink()
        return False
    try:
        overwrite(opened.handle, info_bytes(info))
    except OSError:
        with suppress(OSError):
            path.unlink()
        raise
    return True


def _holder(current: LockInfo | None) -> Holder:
    return current.holder if current else UNKNOWN_HOLDER


if sys.platform == "win32":

    def _is_running(process: int) -> bool:
        return False  # os.kill would end the process there
else:

    def _is_running(process: int) -> bool:
        try:
            os.kill(process, 0)
        except PermissionError:
            return True
        except (ProcessLookupError, OverflowError):
            return False
        return True
