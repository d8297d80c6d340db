"""Locks of the operating system: what a drive without locks, another process and a failing drive answer."""

import errno
import sys
from pathlib import Path

import pytest

from botilbud_desktop.storage.files import os_lock
from botilbud_desktop.storage.files.os_lock import LockOutcome, try_lock


def answered(monkeypatch: pytest.MonkeyPatch, number: int) -> LockOutcome:
    """Returns the outcome when the system answers with that error."""

    def fail(_handle: int) -> None:
        raise OSError(number, "planted")

    monkeypatch.setattr(os_lock, "_lock", fail)
    return try_lock(0)


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL])
def test_a_drive_without_locks_is_told_from_one_that_fails(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    assert answered(monkeypatch, number) is LockOutcome.UNSUPPORTED


@pytest.mark.parametrize("number", [errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK])
def test_a_lock_that_another_process_has_is_held(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    assert answered(monkeypatch, number) is LockOutcome.HELD


@pytest.mark.parametrize("number", [errno.EIO, errno.EBADF, errno.ENETDOWN])
def test_a_drive_that_fails_raises_its_error(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(OSError, match="planted"):
        answered(monkeypatch, number)


@pytest.mark.skipif(sys.platform == "win32", reason="opens the file twice as POSIX does")
def test_of_two_that_open_a_file_one_gets_the_lock(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with path.open("wb") as first, path.open("rb") as second:
        assert try_lock(first.fileno()) is LockOutcome.TAKEN
        assert try_lock(second.fileno()) is LockOutcome.HELD
