"""A history with kills, full disks, other processes and folders that cannot be written."""

import errno
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from random import Random
from shutil import which
from typing import IO

import pytest

from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.history import file
from botilbud_desktop.storage.history.schema import connect
from botilbud_desktop.storage.history.versions import History
from tests.listing import names_in
from tests.storage.histories import DRAFT, NAME, START, keep, rows

ROOT = Path(__file__).parents[3]
KILLS = 12

TYPING = """
import sys
from datetime import timedelta
from pathlib import Path
from random import Random
from botilbud_desktop.storage.history.versions import History
from tests.storage.histories import DRAFT, START, keep

folder, first = Path(sys.argv[1]), int(sys.argv[2])
history = History(folder, DRAFT)
for number in range(first, first + 1_000_000):
    at = START + timedelta(hours=number)
    keep(history, b"%d " % number + Random(number).randbytes(3000), at=at)
    print(number, flush=True)
    if number % 8 == 0:
        history.apply_retention(at)
"""
"""Keeps versions an hour apart, applies retention now and then, and prints which versions are on the disk."""

KEEPING = """
import sys
from pathlib import Path
from botilbud_desktop.storage.history.versions import History
from tests.storage.histories import DRAFT, keep

for number in range(50):
    keep(History(Path(sys.argv[1]), DRAFT), f"{sys.argv[2]} {number}".encode())
"""


def started(code: str, *words: str) -> subprocess.Popen[bytes]:
    """Returns a process that runs `code`."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"},
    )


def output(process: subprocess.Popen[bytes]) -> IO[bytes]:
    """Returns the output of a process."""
    assert process.stdout is not None
    return process.stdout


@pytest.mark.slow
def test_kills_at_any_instant_leave_every_acknowledged_version(tmp_path: Path) -> None:
    random = Random(5)
    history = History(tmp_path, DRAFT)
    last = 0
    for _kill in range(KILLS):
        with started(TYPING, str(tmp_path), str(last + 1)) as process:
            printed = output(process).readline()
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(random.uniform(0, 0.06))
            process.kill()
            printed += output(process).read()
        acknowledged = int(printed[: printed.rindex(b"\n")].split()[-1])
        newest = history.versions()[0]
        kept = int(history.content(newest.number).split()[0])
        assert last < acknowledged <= kept <= acknowledged + 1
        assert rows(tmp_path, "PRAGMA integrity_check") == [("ok",)]
        assert len(list(history.contents())) == len(history.versions())
        last = kept
    assert names_in(tmp_path) in ([NAME], [NAME, f"{NAME}-journal"])


def test_two_processes_keep_at_once(tmp_path: Path) -> None:
    with started(KEEPING, str(tmp_path), "one") as one, started(KEEPING, str(tmp_path), "two") as two:
        assert (one.wait(60), two.wait(60)) == (0, 0)
    history = History(tmp_path, DRAFT)
    assert set(history.contents()) == {f"{name} {number}".encode() for name in ("one", "two") for number in range(50)}
    assert [version.number for version in history.versions()] == list(range(100, 0, -1))


def test_a_history_that_is_held_for_long_is_not_waited_for_forever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("botilbud_desktop.storage.history.schema.BUSY_TIMEOUT", 0.01)
    history = History(tmp_path, DRAFT)
    keep(history, b"a")
    with closing(sqlite3.connect(tmp_path / NAME, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(SaveFailedError) as caught:
            keep(history, b"b")
        with pytest.raises(RefusedFileError, match="i brug af et andet program"):
            history.versions()
    assert str(caught.value) == "Filen med tidligere versioner blev ikke gemt: Den er i brug af et andet program."
    keep(history, b"b")
    assert list(history.contents()) == [b"a", b"b"]


def test_a_full_disk_is_told_and_costs_no_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def connect_when_full(path: Path) -> sqlite3.Connection:
        connection = connect(path)
        connection.execute("PRAGMA max_page_count = 1")  # below the current count, so SQLite allows no further page
        return connection

    history = History(tmp_path, DRAFT)
    keep(history, b"a")
    with monkeypatch.context() as patch:
        patch.setattr(file, "connect", connect_when_full)
        with pytest.raises(SaveFailedError) as caught:
            keep(history, Random(6).randbytes(50_000))
    assert str(caught.value) == "Filen med tidligere versioner blev ikke gemt: Der er ikke mere plads på drevet."
    keep(history, b"b")
    assert list(history.contents()) == [b"a", b"b"]


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """Mounts a file system of 128 KB at a folder; skips the test where that is not possible."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(folder)]
    if sys.platform != "linux" or which("mount") is None:
        pytest.skip("only Linux mounts a disk of 128 KB")
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this user may not mount anything")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    folder = tmp_path / "disk"
    with small_disk(folder):
        history = History(folder, DRAFT)
        contents = [Random(number).randbytes(5_000) for number in range(100)]
        with pytest.raises(SaveFailedError) as caught:
            keep(history, *contents)
        assert str(caught.value) == "Filen med tidligere versioner blev ikke gemt: Der er ikke mere plads på drevet."
        kept = list(history.contents())
        assert len(kept) > 5
        assert kept == contents[: len(kept)]
        with suppress(SaveFailedError):  # there may be no room for SQLite's journal either
            History(folder, DRAFT, most_bytes=50_000).apply_retention(START)
        assert list(history.contents())[-1] == kept[-1]


def test_a_disk_that_became_read_only(tmp_path: Path) -> None:
    folder = tmp_path / "disk"
    with small_disk(folder):
        history = History(folder, DRAFT)
        keep(history, b"a")
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        with pytest.raises(SaveFailedError, match="Du har ikke adgang"):
            keep(history, b"b")
        with pytest.raises(SaveFailedError, match="Du har ikke adgang"):
            history.delete()
        assert history.content(1) == b"a"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "versioner").write_bytes(b"a file")
    history = History(tmp_path / "versioner", DRAFT)
    with pytest.raises(SaveFailedError, match="blev ikke gemt: "):
        keep(history, b"a")
    for reading in (history.versions, lambda: history.content(1), lambda: list(history.contents())):
        with pytest.raises(RefusedFileError, match="kan ikke åbnes: "):
            reading()
    with pytest.raises(SaveFailedError, match="blev ikke gemt: "):
        history.apply_retention(START)
    assert history.size() == 0
    history.delete()
    assert (tmp_path / "versioner").read_bytes() == b"a file"


@pytest.mark.parametrize("code", [53, 67])
def test_a_drive_that_cannot_be_reached_is_not_a_history_without_versions(
    code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    history = History(tmp_path / "versioner", DRAFT)
    keep(history, b"a")

    def unreachable(_path: Path) -> os.stat_result:
        error = FileNotFoundError(errno.ENOENT, "")  # so does Python translate these codes of Windows
        vars(error)["winerror"] = code
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(file, "status", unreachable)
        with pytest.raises(RefusedFileError, match="kan ikke åbnes: "):
            history.versions()
        with pytest.raises(SaveFailedError, match="blev ikke gemt: "):
            keep(history, b"b")
    assert [history.content(version.number) for version in history.versions()] == [b"a"]


def test_a_folder_of_the_name(tmp_path: Path) -> None:
    history = History(tmp_path, DRAFT)
    (tmp_path / NAME).mkdir()
    with pytest.raises(SaveFailedError, match="Du har ikke adgang"):
        keep(history, b"a")
    with pytest.raises(RefusedFileError, match="Du har ikke adgang"):
        history.versions()
    with pytest.raises(SaveFailedError, match="blev ikke slettet: "):
        history.delete()
    assert names_in(tmp_path) == [NAME]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the administrator may write everywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    history = History(tmp_path, DRAFT)
    keep(history, b"a")
    (tmp_path / NAME).chmod(0o400)
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(SaveFailedError, match="Du har ikke adgang"):
            keep(history, b"b")
        assert history.content(1) == b"a"
    finally:
        tmp_path.chmod(0o700)


def test_a_damaged_file_that_cannot_be_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    history = History(tmp_path, DRAFT)
    (tmp_path / NAME).write_bytes(b"damaged" * 100)

    def held(*_: object) -> None:
        raise PermissionError(13, "held")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", held)
        with pytest.raises(SaveFailedError, match="Du har ikke adgang"):
            keep(history, b"a")
    assert (tmp_path / NAME).read_bytes() == b"damaged" * 100


def test_what_another_process_has_set_aside_already_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    history = History(tmp_path, DRAFT)
    (tmp_path / NAME).write_bytes(b"damaged" * 100)

    def connect_late(path: Path) -> sqlite3.Connection:
        monkeypatch.undo()
        connection = connect(path)
        keep(History(tmp_path, DRAFT), b"theirs")
        return connection

    monkeypatch.setattr(file, "connect", connect_late)
    keep(history, b"ours")
    assert list(history.contents()) == [b"theirs", b"ours"]
    assert [name for name in names_in(tmp_path) if "beskadiget" in name] == [f"{NAME}.beskadiget"]
