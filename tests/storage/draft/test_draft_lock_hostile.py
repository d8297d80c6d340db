"""The lock of a draft when the lock file is damaged or hostile, or the drive fails: no harm is done."""

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest

from botilbud_desktop.storage.draft import draft_lock
from botilbud_desktop.storage.draft.draft_lock import lock_draft, lock_path
from botilbud_desktop.storage.draft.lock_info import LARGEST_INFO
from botilbud_desktop.storage.user.person import Person
from tests.listing import names_in
from tests.storage.lock_holders import COLLEAGUE, ELSEWHERE, ME, NOW, content, failing, held_by, left_behind_by, refused

posix = pytest.mark.skipif(os.name == "nt", reason="POSIX file systems")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """The path of a draft."""
    path = tmp_path / "sag æøå.botilbud"
    path.write_bytes(b"draft")
    return path


DAMAGED = {
    "empty": b"",
    "half": b'{"name":"Jens","mach',
    "foreign": b",jens,RAADHUS,10.05.2024 09:12,file:///home/jens;",
    "no UTF-8": b'{"name":"\xff"}',
    "deep": b"[" * LARGEST_INFO,
    "long": b'{"name":"' + b"x" * 100_000 + b'"}',
    "no zone": b'{"name":"J","machine":"X","since":"2024-05-10T09:12:00","token":"a","process":1}',
    "far future": b'{"name":"J","machine":"X","since":"9999-12-31T23:59:59-12:00","token":"a","process":1}',
    "negative process": b'{"name":"J","machine":"X","since":"2024-05-10T09:12:00Z","token":"a","process":-1}',
    "no token": b'{"name":"J","machine":"X","since":"2024-05-10T09:12:00Z","token":"","process":1}',
}


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_lock_file_that_nobody_holds_is_taken(damage: str, draft: Path) -> None:
    lock_path(draft).write_bytes(DAMAGED[damage])
    with lock_draft(draft, ME, NOW) as lock:
        assert lock.is_real
        assert content(draft)["name"] == "Åse Ørsted"
    assert names_in(draft.parent) == [draft.name]


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_lock_file_that_somebody_holds_is_somebodys(damage: str, draft: Path) -> None:
    with held_by(COLLEAGUE, draft):
        lock_path(draft).write_bytes(DAMAGED[damage])
        error = refused(draft)
        assert (error.holder.name, error.machine, error.since, error.is_gone) == ("en anden", "", None, False)


def test_names_in_a_lock_file_cannot_harm_a_message(draft: Path) -> None:
    hostile = {"name": "\u202eJens\n\x07" + "x" * 900, "machine": "<img src=\\\\x\\y>\r\n" + "y" * 900}
    lock_path(draft).write_text(
        json.dumps({**hostile, "since": "2024-05-10T08:00:00Z", "token": "a", "process": 1}), encoding="utf-8"
    )
    error = refused(draft)
    assert error.holder.name.isprintable()
    assert error.machine.isprintable()
    assert len(error.holder.name) <= 80
    assert len(error.machine) <= 80
    lock_path(draft).write_text(
        json.dumps({"name": " ", "machine": "X", "since": "2024-05-10T08:00:00Z", "token": "a", "process": 1}),
        encoding="utf-8",
    )
    assert refused(draft).holder.name == "en anden"


def test_any_name_of_a_person_can_be_written(draft: Path) -> None:
    with lock_draft(draft, Person("\ud800" + "å\n" * 5_000, "\x00"), NOW):
        assert lock_path(draft).stat().st_size < LARGEST_INFO
        assert refused(draft).holder.name.isprintable()


@posix
@pytest.mark.parametrize("kind", ["link", "dangling link", "hard link", "pipe", "folder", "link to device"])
def test_something_hostile_in_the_place_of_the_lock_file_is_left_alone(kind: str, draft: Path, tmp_path: Path) -> None:
    lock_file, victim = lock_path(draft), tmp_path / "victim"
    victim.write_bytes(b"precious")
    match kind:
        case "link":
            lock_file.symlink_to(victim)
        case "dangling link":
            lock_file.symlink_to(tmp_path / "made")
        case "hard link":
            os.link(victim, lock_file)
        case "pipe":
            os.mkfifo(lock_file)
        case "folder":
            lock_file.mkdir()
        case _:
            lock_file.symlink_to("/dev/zero")
    before = names_in(tmp_path)
    with lock_draft(draft, ME, NOW, take_over=True) as lock:
        assert not lock.is_real
        assert lock.is_ours()
        assert lock.holder.name == "Åse Ørsted"
    assert names_in(tmp_path) == before
    assert victim.read_bytes() == b"precious"


@posix
@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_something_hostile_put_in_the_place_of_our_lock_file_is_left_alone(kind: str, draft: Path) -> None:
    lock = lock_draft(draft, ME, NOW)
    lock_file = lock_path(draft)
    lock_file.unlink()
    match kind:
        case "link":
            lock_file.symlink_to(draft)
        case "pipe":
            os.mkfifo(lock_file)
        case _:
            lock_file.mkdir()
    assert lock.is_ours()
    lock.release()
    assert os.path.lexists(lock_file)
    assert draft.read_bytes() == b"draft"


FAILURES = [errno.EACCES, errno.EROFS, errno.ENOSPC, errno.ENOENT, errno.EIO, errno.ESTALE, errno.ENAMETOOLONG]


@pytest.mark.parametrize("code", FAILURES)
@pytest.mark.parametrize("call", ["open", "write", "fstat"])
def test_where_no_lock_can_be_made_the_draft_opens_without(
    call: str, code: int, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, call, failing(code))
        lock = lock_draft(draft, ME, NOW)
        assert not lock.is_real
        assert lock.is_ours()
        lock.release()
    with lock_draft(draft, ME, NOW) as real:
        assert real.is_real


@posix
def test_a_full_disk_leaves_no_lock_file(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda *_: 3)
        assert not lock_draft(draft, ME, NOW).is_real
    assert names_in(draft.parent) == [draft.name]


def test_no_handle_is_left_open(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: set[int] = set()
    real_open, real_close = os.open, os.close

    def opening(*arguments: Any) -> int:
        handle = real_open(*arguments)
        opened.add(handle)
        return handle

    def closing(handle: int) -> None:
        real_close(handle)
        opened.discard(handle)

    monkeypatch.setattr(os, "open", opening)
    monkeypatch.setattr(os, "close", closing)
    with lock_draft(draft, ME, NOW) as lock:
        refused(draft)
        assert lock.is_ours()
        if os.name != "nt":
            lock_path(draft).unlink()
            assert lock.is_ours()  # made again
        assert len(opened) == 1
    left_behind_by(ELSEWHERE, draft)
    refused(draft)
    monkeypatch.setattr(os, "ftruncate", failing(errno.EIO))
    lock_draft(draft, ME, NOW, take_over=True)
    assert opened == set()


@posix
def test_something_hostile_put_there_while_it_is_opened_is_closed_again(
    draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, opened = os.open, []

    def opening(path: Path, flags: int, *rest: Any) -> int:
        if not flags & os.O_CREAT:
            path.unlink(missing_ok=True)
            os.mkfifo(path)
        opened.append(real(path, flags, *rest))
        return opened[-1]

    lock_path(draft).write_bytes(b"")
    monkeypatch.setattr(os, "open", opening)
    assert not lock_draft(draft, ME, NOW).is_real
    assert len(opened) == 1
    with pytest.raises(OSError, match=os.strerror(errno.EBADF)):
        os.fstat(opened[0])


def test_a_folder_that_is_gone_has_no_lock(tmp_path: Path) -> None:
    assert not lock_draft(tmp_path / "væk" / "x.botilbud", ME, NOW).is_real


@pytest.mark.parametrize("name", ["a\0b.botilbud", "\ud800.botilbud"])
def test_a_name_that_no_file_can_have_has_no_lock(name: str, tmp_path: Path) -> None:
    assert not lock_draft(tmp_path / name, ME, NOW).is_real


@posix
@pytest.mark.skipif(os.name != "nt" and os.getuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_has_no_lock(draft: Path) -> None:
    draft.parent.chmod(0o500)
    try:
        assert not lock_draft(draft, ME, NOW).is_real
    finally:
        draft.parent.chmod(0o700)


@posix
def test_a_share_that_is_gone_costs_neither_the_lock_nor_the_program(draft: Path, tmp_path: Path) -> None:
    folder = tmp_path / "share"
    folder.mkdir()
    lock = lock_draft(folder / "x.botilbud", ME, NOW)
    folder.rename(tmp_path / "away")
    assert lock.is_ours()
    lock.release()


def test_releasing_never_raises_and_may_be_repeated(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = lock_draft(draft, ME, NOW)
    with monkeypatch.context() as patch:
        for call in ("unlink", "open", "lstat", "fstat"):
            patch.setattr(os, call, failing(errno.EIO))
        lock.release()
    lock.release()
    assert not lock.is_real
    assert not lock.is_ours()
    with lock_draft(draft, COLLEAGUE, NOW) as next_one:
        lock.release()
        assert next_one.is_ours()


def test_only_the_start_of_a_lock_file_is_read(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    real = os.read

    def reading(handle: int, size: int) -> bytes:
        asked.append(size)
        return real(handle, size)

    monkeypatch.setattr(os, "read", reading)
    lock_path(draft).write_bytes(b" " * 1_000_000)
    lock_draft(draft, ME, NOW).release()
    assert asked
    assert max(asked) <= LARGEST_INFO + 1


@pytest.mark.parametrize(
    ("failures", "is_real"), [(draft_lock._MOST_ATTEMPTS - 1, True), (draft_lock._MOST_ATTEMPTS, False)]
)
@pytest.mark.parametrize("kind", [FileNotFoundError, FileExistsError])
def test_a_lock_file_that_comes_and_goes_is_tried_again_but_not_for_ever(
    failures: int, is_real: bool, kind: type[OSError], draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, left = draft_lock._open, iter(range(failures))

    def opening(path: Path) -> Any:
        if next(left, None) is not None:
            raise kind
        return real(path)

    monkeypatch.setattr(draft_lock, "_open", opening)
    with lock_draft(draft, ME, NOW) as lock:
        assert lock.is_real is is_real
    assert next(left, None) is None


@pytest.mark.parametrize(("takes_time", "tries"), [(True, draft_lock._MOST_ATTEMPTS), (False, 1)])
def test_a_refused_lock_file_is_tried_again_only_where_deletion_takes_time(
    takes_time: bool, tries: int, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[Path] = []

    def refusing(path: Path) -> Any:
        tried.append(path)
        raise PermissionError

    pauses: list[float] = []
    monkeypatch.setattr(draft_lock, "_open", refusing)
    monkeypatch.setattr(draft_lock, "_DELETION_TAKES_TIME", takes_time)
    monkeypatch.setattr("time.sleep", pauses.append)
    assert not lock_draft(draft, ME, NOW).is_real
    assert len(tried) == tries
    assert pauses == sorted(set(pauses))
    assert len(pauses) == tries - 1
