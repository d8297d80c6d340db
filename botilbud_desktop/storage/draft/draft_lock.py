"""One writer for a draft: a lock file beside it says who has it open, and the operating system's lock that they live.

The lock file is kept open and locked for as long as the draft is open, so that one left behind by a crash is known as
such. It is a courtesy: where no lock is to be had the draft is opened all the same, and what guards the file itself is
that a save compares it with what was read.
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
"""Seconds that a save waits for another process to be done with the file."""

_PREFIX, _DRAFT, _SUFFIX = ".~lock.", ".botilbud", "#"
_MOST_BYTES_OF_A_NAME = 255
_MOST_ATTEMPTS = 20
_MAY_BE_GOING = sys.platform == "win32"
"""Windows refuses a file that is being removed in this moment."""
_FIRST_PAUSE, _LONGEST_PAUSE = 0.001, 0.05


class DraftLock:
    """A draft kept from other writers until `release`; as a context manager, until the block is left."""

    def __init__(self, draft: Path, info: LockInfo, handle: int | None) -> None:
        """`draft` is the file with all links resolved, `handle` the locked file; None: no lock was to be had."""
        self.draft = draft
        self._place = lock_path(draft)
        self._info = info
        self._handle = handle
        self._is_released = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()

    @property
    def holder(self) -> Holder:
        """Who took it."""
        return self._info.holder

    @property
    def is_real(self) -> bool:
        """Whether there is a lock: not on a drive that has none or cannot be written, nor after `release`."""
        return self._handle is not None

    def is_ours(self) -> bool:
        """Whether nobody else has taken the draft over, as the lock file says now.

        A lock file that was removed is made again. A lock that was never real stays ours: nobody could take it.
        """
        if self._handle is None:
            return not self._is_released
        try:
            found = parse_info(read_plain(self._place, LARGEST_INFO))
            return found.token == self._info.token if found else is_still_at(self._handle, self._place)
        except FileNotFoundError:
            return self._is_made_again(self._handle)
        except OSError:
            return True

    def taken_over_by(self) -> Holder:
        """Who has the draft now, when it is no longer ours."""
        try:
            found = parse_info(read_plain(self._place, LARGEST_INFO))
        except OSError:
            found = None
        return found.holder if found else UNKNOWN_HOLDER

    def release(self) -> None:
        """Let go of the draft. A lock file that is another's by now stays. May be called again; never raises."""
        handle, self._handle = self._handle, None
        self._is_released = True
        if handle is None:
            return
        is_own = self._is_own_file(handle)
        if sys.platform == "win32":  # an open file cannot be removed there, neither this nor the next holder's
            close_quietly(handle)
        if is_own:
            with suppress(OSError):
                self._place.unlink()
        if sys.platform != "win32":  # removed while held, so that nobody takes a lock file that is about to go
            close_quietly(handle)

    def _is_own_file(self, handle: int) -> bool:
        try:
            found = parse_info(read_plain(self._place, LARGEST_INFO))
            return found.token == self._info.token if found else is_still_at(handle, self._place)
        except OSError:
            return False

    def _is_made_again(self, earlier: int) -> bool:
        try:
            self._handle = _take(self._place, self._info, take_over=False)
        except LockedError:
            return False
        except OSError:
            return True
        close_quietly(earlier)
        return True


def lock_draft(path: Path, person: Person, now: datetime, *, take_over: bool = False) -> DraftLock:
    """Take the draft at `path` for `person`, without waiting.

    A lock that a crash on this machine left behind is taken silently. One from another machine whose process does not
    hold it, as far as the drive can tell, is taken with `take_over` alone: a folder that OneDrive keeps in step carries
    the lock file, but no locks.

    Args:
        path: the draft; symbolic links are followed. It need not exist.
        person: who opens it.
        now: the time, with its time zone.
        take_over: the user has said yes to taking the draft over from a holder that is gone.

    Raises:
        LockedError: somebody has it open. With `is_gone`, `take_over` would take it.
    """
    info = new_info(person, now)
    draft = path
    try:
        draft = Path(os.path.realpath(path))
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
    """Take the draft for one save, waiting up to two seconds for another. A holder that is gone is no hindrance.

    Raises:
        LockedError: somebody had it open all the while.
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
    """The lock file of a draft: `.~lock.NAME.botilbud#` beside it, or a digest in place of a name that is too long."""
    name = f"{_PREFIX}{draft.name}{_SUFFIX}"
    if not is_lock_file(name) or len(name.encode("utf-8", "surrogatepass")) > _MOST_BYTES_OF_A_NAME:
        digest = hashlib.sha256(draft.name.casefold().encode("utf-8", "surrogatepass")).hexdigest()[:32]
        name = f"{_PREFIX}{digest}{_DRAFT}{_SUFFIX}"
    return draft.parent / name


def is_lock_file(name: str) -> bool:
    """Whether a file of this name is the lock of a draft."""
    return name.startswith(_PREFIX) and name.lower().endswith(_DRAFT + _SUFFIX)


class _Opened(NamedTuple):
    handle: int
    is_new: bool
    is_writable: bool


def _take(place: Path, info: LockInfo, *, take_over: bool) -> int:
    """The handle of the lock file at `place`, locked and saying `info`.

    Raises:
        LockedError: another has it.
        OSError: no lock is to be had here.
    """
    for attempt in range(1, _MOST_ATTEMPTS + 1):
        try:
            opened = _open(place)
        except (FileExistsError, FileNotFoundError):  # made or removed in between, unless the folder is gone
            if attempt == _MOST_ATTEMPTS or not place.parent.is_dir():
                raise
            continue
        except PermissionError:
            if attempt == _MOST_ATTEMPTS or not _MAY_BE_GOING:
                raise
            time.sleep(attempt * _FIRST_PAUSE)  # all attempts would be over before the file is gone
            continue
        with ExitStack() as closing:
            closing.callback(close_quietly, opened.handle)
            if _is_taken(opened, place, info, take_over=take_over):
                closing.pop_all()
                return opened.handle
    raise LockedError(UNKNOWN_HOLDER, is_gone=False)


def _open(place: Path) -> _Opened:
    try:
        return _Opened(open_plain(place, os.O_RDWR), is_new=False, is_writable=True)
    except FileNotFoundError:
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL
        return _Opened(open_plain(place, flags), is_new=True, is_writable=True)
    except PermissionError:  # another user's, which can be locked and removed all the same, but not on Windows
        if _MAY_BE_GOING:
            raise
        return _Opened(open_plain(place, os.O_RDONLY), is_new=False, is_writable=False)


def _is_taken(opened: _Opened, place: Path, info: LockInfo, *, take_over: bool) -> bool:
    """Whether the lock file is ours now; False when it was replaced or removed before it was locked."""
    outcome = try_lock(opened.handle)
    if not is_still_at(opened.handle, place):
        return False
    found = None if opened.is_new else parse_info(read_start(opened.handle, LARGEST_INFO))
    if outcome is LockOutcome.HELD:
        raise LockedError(_holder(found), is_gone=False)
    if outcome is LockOutcome.UNSUPPORTED and found and found.is_of(info.machine) and _is_running(found.process):
        raise LockedError(found.holder, is_gone=False)
    is_doubtful = outcome is LockOutcome.UNSUPPORTED and found is None and not opened.is_new
    if (is_doubtful or (found and not found.is_of(info.machine))) and not take_over:
        raise LockedError(_holder(found), is_gone=True)
    if not opened.is_writable:
        place.unlink()
        return False
    try:
        overwrite(opened.handle, info_bytes(info))
    except OSError:
        with suppress(OSError):
            place.unlink()
        raise
    return True


def _holder(found: LockInfo | None) -> Holder:
    return found.holder if found else UNKNOWN_HOLDER


if sys.platform == "win32":

    def _is_running(process: int) -> bool:
        return False  # asking for a process there would end it
else:

    def _is_running(process: int) -> bool:
        try:
            os.kill(process, 0)
        except PermissionError:
            return True
        except (ProcessLookupError, OverflowError):
            return False
        return True
