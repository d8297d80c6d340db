"""What lies where a small file is expected is opened only if it is an ordinary file, whenever it was put there."""

import os
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from botilbud_desktop.storage.files import safe_open
from botilbud_desktop.storage.files.safe_open import open_plain, overwrite, read_plain
from tests.attempt import attempt

pytestmark = pytest.mark.skipif(os.name == "nt", reason="POSIX file systems")
type Exchange = Callable[[Callable[[Path], object]], Path]

LONGEST_WAIT = 20
"""Seconds; without the fault a test takes none."""


@pytest.fixture
def exchange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Exchange:
    """Puts something in the place of a file after it was looked at and before it is opened; returns its path."""
    path = tmp_path / "state.json"
    path.write_bytes(b"{}")

    def exchange_by(put: Callable[[Path], object]) -> Path:
        seen = path.lstat()
        path.unlink()
        put(path)
        monkeypatch.setattr(safe_open, "own_status", lambda _: seen)
        return path

    return exchange_by


@pytest.mark.parametrize("flags", [os.O_RDONLY, os.O_WRONLY | os.O_TRUNC, os.O_RDWR | os.O_CREAT])
def test_a_link_that_is_put_there_at_the_last_moment_is_not_followed(
    exchange: Exchange, tmp_path: Path, flags: int
) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    path = exchange(lambda place: place.symlink_to(victim))
    with pytest.raises(OSError, match=r"."):
        open_plain(path, flags)
    assert victim.read_bytes() == b"precious"


def test_a_pipe_that_is_put_there_at_the_last_moment_holds_nothing_up(
    exchange: Exchange,
) -> None:
    path = exchange(os.mkfifo)
    errors: list[Exception | None] = []
    thread = Thread(target=lambda: errors.append(attempt(lambda: read_plain(path, 10)).error), daemon=True)
    thread.start()
    thread.join(LONGEST_WAIT)
    is_held_up = thread.is_alive()
    os.close(os.open(path, os.O_RDWR | os.O_NONBLOCK))  # lets it go on
    thread.join()
    assert not is_held_up
    assert isinstance(errors[0], OSError)


def test_another_name_of_a_file_is_not_opened(exchange: Exchange, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    path = exchange(lambda place: os.link(victim, place))
    with pytest.raises(OSError, match=r"."):
        open_plain(path, os.O_RDWR)


def test_the_start_of_a_file_is_read_and_one_byte_tells_that_there_is_more(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    path.write_bytes(b"0123456789")
    assert read_plain(path, 10) == b"0123456789"
    assert read_plain(path, 9) == b"0123456789"
    assert read_plain(path, 8) == b"012345678"


@pytest.mark.parametrize("before", [b"", b"longer than what comes", b"ab"])
def test_a_file_is_overwritten_from_its_start(tmp_path: Path, before: bytes) -> None:
    path = tmp_path / "state.json"
    path.write_bytes(before)
    handle = open_plain(path, os.O_RDWR)
    os.read(handle, 100)
    overwrite(handle, b"new")
    os.close(handle)
    assert path.read_bytes() == b"new"
