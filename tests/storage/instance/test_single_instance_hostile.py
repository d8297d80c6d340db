"""One program instance for each user, with hostile requests or a failing drive: each instance still works."""

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from botilbud_desktop.storage.files.os_lock import LockOutcome
from botilbud_desktop.storage.instance import single_instance as instance_module
from botilbud_desktop.storage.instance.single_instance import Instance
from tests.listing import names_in
from tests.storage.instances import DRAFT, Clock, hand_over, put_request

posix = pytest.mark.skipif(os.name == "nt", reason="POSIX file systems")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder that the instances of one user share; it does not exist yet."""
    return tmp_path / "state" / "program"


HOSTILE = {
    "empty": b"",
    "half": b'{"path": "/home',
    "no object": b'"/home/x"',
    "list": b'{"path": ["/home/x"]}',
    "number": b'{"path": 1}',
    "false": b'{"path": false}',
    "unknown key": b'{"path": null, "run": "x"}',
    "no key": b"{}",
    "relative": b'{"path": "x.botilbud"}',
    "no path": b'{"path": ""}',
    "NUL": b'{"path": "/a\\u0000b"}',
    "no UTF-8": b'{"path": "/\xff"}',
    "deep": b"[" * 100_000,
    "digits": b"9" * 100_000,
    "long path": json.dumps({"path": "/" + "x" * 40_000}).encode(),
    "too large": b'{"path": null' + b" " * 1_000_000 + b"}",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_request_is_dropped(kind: str, folder: Path) -> None:
    first = Instance(folder)
    first.claim()
    put_request(folder, "1", HOSTILE[kind])
    put_request(folder, "2", json.dumps({"path": str(DRAFT)}).encode())
    assert first.requests() == [DRAFT]
    assert names_in(folder / "requests") == []
    first.release()


def test_a_hundred_requests_are_taken_at_once_and_the_others_the_next_time(folder: Path) -> None:
    first = Instance(folder)
    first.claim()
    for number in range(101):
        put_request(folder, f"{number:03}", json.dumps({"path": str(DRAFT)}).encode())
    assert [len(first.requests()), len(first.requests()), len(first.requests())] == [100, 1, 0]
    first.release()


@posix
def test_links_pipes_and_folders_among_the_requests_are_not_opened(folder: Path, tmp_path: Path) -> None:
    first = Instance(folder)
    first.claim()
    requests = folder / "requests"
    secret = tmp_path / "secret.json"
    secret.write_text(json.dumps({"path": str(DRAFT)}), encoding="utf-8")
    (requests / "1.json").symlink_to(secret)
    os.link(secret, requests / "2.json")
    os.mkfifo(requests / "3.json")
    (requests / "4.json").mkdir()
    assert first.requests() == []
    assert names_in(requests) == ["4.json"]
    assert secret.exists()
    first.release()


@pytest.mark.parametrize("path", ["x.botilbud", "/a\0b", "/" + "x" * 40_000])
def test_what_the_first_would_drop_is_not_handed_over(path: str, folder: Path) -> None:
    first, later = Instance(folder), Instance(folder)
    first.claim()
    assert not hand_over(later, Path(path), Clock())
    assert names_in(folder / "requests") == []
    first.release()


@posix
def test_a_name_that_is_no_text_reaches_the_first(folder: Path) -> None:
    first, later = Instance(folder), Instance(folder)
    first.claim()
    taken: list[Path | None] = []
    odd = DRAFT.with_name(os.fsdecode(b"sag \xe6\xf8\xe5.botilbud"))
    assert hand_over(later, odd, Clock(lambda: taken.extend(first.requests())))
    assert taken == [odd]
    first.release()


def failing(code: int) -> Callable[..., Any]:
    """Returns a system call that fails with the error number `code`."""

    def fail(*_: object, **__: object) -> Any:
        raise OSError(code, os.strerror(code))

    return fail


@pytest.mark.parametrize("call", ["mkdir", "open", "fstat"])
def test_where_no_lock_is_to_be_had_everybody_works(call: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, call, failing(errno.EACCES))
        instance = Instance(folder)
        assert instance.claim()
        assert not instance.is_first
        assert instance.requests() == []
        instance.release()


@pytest.mark.parametrize("outcome", [LockOutcome.UNSUPPORTED, OSError(errno.EIO, "broken")])
def test_where_locks_do_not_work_everybody_works(
    outcome: LockOutcome | OSError, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locking(_: int) -> LockOutcome:
        if isinstance(outcome, OSError):
            raise outcome
        return outcome

    monkeypatch.setattr(instance_module, "try_lock", locking)
    assert [Instance(folder).claim(), Instance(folder).claim()] == [True, True]


def test_a_full_disk_keeps_nobody_from_working(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, later = Instance(folder), Instance(folder)
    first.claim()
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", failing(errno.ENOSPC))
        assert not hand_over(later, DRAFT, Clock())
    assert names_in(folder / "requests") == []
    first.release()


@posix
@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_something_hostile_in_the_place_of_the_lock_is_left_alone(kind: str, folder: Path, tmp_path: Path) -> None:
    folder.mkdir(parents=True)
    lock_file, victim = folder / "instance.lock", tmp_path / "victim"
    victim.write_bytes(b"precious")
    match kind:
        case "link":
            lock_file.symlink_to(victim)
        case "pipe":
            os.mkfifo(lock_file)
        case _:
            lock_file.mkdir()
    instance = Instance(folder)
    assert instance.claim()
    assert not instance.is_first
    assert victim.read_bytes() == b"precious"


@pytest.mark.parametrize("path", [Path("sag.botilbud"), DRAFT.with_name("x" * 40_000), DRAFT.with_name("a\0b")])
def test_a_path_that_the_first_would_not_take_is_not_handed_over(folder: Path, path: Path) -> None:
    first, later, clock = Instance(folder), Instance(folder), Clock()
    assert first.claim()
    assert not later.claim()
    assert not hand_over(later, path, clock)
    assert clock.now == 100
    assert first.requests() == []
    first.release()
