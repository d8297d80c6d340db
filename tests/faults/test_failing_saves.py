"""Every system call of a save fails in every way: the old content stays whole and no temporary file is left."""

import errno
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import pytest

from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.files.atomic_write import write_atomically
from tests.listing import names_in

ERRORS = [
    errno.ENOSPC,
    errno.EACCES,
    errno.EIO,
    errno.EBUSY,
    errno.EROFS,
    errno.ENOENT,
    errno.EINTR,
]
CALLS = ["stat", "open", "write", "flush", "fsync", "close", "reopen", "read", "chmod", "replace"]

CASES = [
    (call, code, existing)
    for call in CALLS
    for code in ERRORS
    for existing in (True, False)
    if not (call == "chmod" and (not existing or os.name == "nt"))  # a new file keeps the usual permissions
    if not (call == "stat" and code == errno.ENOENT)  # ENOENT is how a new file is recognised
]

Fail = Callable[[], None]


class _FailingFile:
    """A file with one failing operation."""

    def __init__(self, file: Any, operation: str, fail: Fail) -> None:
        self._file, self._operation, self._fail = file, operation, fail

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
        self._maybe("close")

    def _maybe(self, operation: str) -> None:
        if operation == self._operation:
            self._fail()

    def write(self, data: bytes) -> int:
        if self._operation == "write":
            self._file.write(data[: len(data) // 2])
        self._maybe("write")
        return int(self._file.write(data))

    def flush(self) -> None:
        self._maybe("flush")
        self._file.flush()

    def read(self, size: int) -> bytes:
        self._maybe("read")
        return bytes(self._file.read(size))

    def fileno(self) -> int:
        return int(self._file.fileno())


def inject(call: str, fail: Fail, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes the system call `call` fail for temporary files and the target alike."""
    if call in ("stat", "fsync", "chmod", "replace"):

        def failing(*_: object, **__: object) -> None:
            fail()

        monkeypatch.setattr(os, call, failing)
        return
    real = io.open

    def opening(path: Any, mode: str = "r", *rest: Any, **options: Any) -> Any:
        if (call, mode) in (("open", "xb"), ("reopen", "rb")):
            fail()
        return _FailingFile(real(path, mode, *rest, **options), call, fail)

    monkeypatch.setattr(io, "open", opening)


@pytest.mark.parametrize(
    ("call", "code", "existing"),
    CASES,
    ids=[f"{call}-{errno.errorcode[code]}-{'existing' if existing else 'new'}" for call, code, existing in CASES],
)
def test_a_failing_call(call: str, code: int, existing: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "sag æøå.txt"
    if existing:
        path.write_bytes(b"the old content")
    failed: list[int] = []

    def fail() -> None:
        failed.append(code)
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        inject(call, fail, patch)
        with pytest.raises(SaveFailedError) as caught:
            write_atomically(path, b"the new content" * 1000)
    assert failed
    message = str(caught.value)
    assert message.startswith("Filen »sag æøå.txt« blev ikke gemt: ")
    assert message.count("\n") == 0
    assert os.strerror(code) not in message
    assert not caught.value.replaced
    assert names_in(tmp_path) == (["sag æøå.txt"] if existing else [])
    if existing:
        assert path.read_bytes() == b"the old content"


@pytest.mark.skipif(os.name == "nt", reason="POSIX forces the folder to the disk too")
def test_a_folder_that_cannot_be_forced_to_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(b"old")
    real, calls = os.fsync, [0]

    def fsync(handle: int) -> None:
        calls[0] += 1
        if calls[0] == 2:
            raise OSError(errno.EIO, "folder")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(SaveFailedError) as caught:
        write_atomically(path, b"new")
    assert caught.value.replaced
    assert path.read_bytes() == b"new"
    assert names_in(tmp_path) == ["x.txt"]


def test_a_disk_that_gives_back_something_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(b"old")
    real = os.fsync

    def fsync(handle: int) -> None:
        os.ftruncate(handle, 1)
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(SaveFailedError, match="gav noget andet tilbage"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == ["x.txt"]


def test_an_interruption_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(b"old")

    def fsync(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == ["x.txt"]


def test_the_order_of_a_save(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is forced to the disk before it is moved into place, the folder after that."""
    trace: list[str] = []
    for name in ("fsync", "replace"):
        real = getattr(os, name)

        def traced(*arguments: Any, _name: str = name, _real: Callable[..., None] = real) -> None:
            trace.append(_name)
            _real(*arguments)

        monkeypatch.setattr(os, name, traced)
    write_atomically(tmp_path / "x.txt", b"new")
    assert trace == ["fsync", "replace"] + ["fsync"] * (os.name != "nt")
