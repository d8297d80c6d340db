"""The lock of a draft: one writer, who that is, and no lock that blocks a draft forever."""

import errno
import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from botilbud_desktop.storage.draft import draft_lock
from botilbud_desktop.storage.draft.draft_lock import is_lock_file, lock_briefly, lock_draft, lock_path
from botilbud_desktop.storage.errors import LockedError
from botilbud_desktop.storage.files.os_lock import LockOutcome, try_lock
from botilbud_desktop.storage.files.safe_open import read_plain
from botilbud_desktop.storage.user.person import Person
from tests.listing import names_in
from tests.storage.lock_holders import COLLEAGUE, ELSEWHERE, ME, NOW, content, held_by, left_behind_by, refused
from tests.storage.other_process import kill, other_process, read_line, send_line

posix = pytest.mark.skipif(os.name == "nt", reason="POSIX file systems")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """The path of a draft."""
    path = tmp_path / "sag æøå.botilbud"
    path.write_bytes(b"draft")
    return path


def test_the_lock_file_says_who_where_and_since_when(draft: Path) -> None:
    lock = lock_draft(draft, ME, NOW)
    assert lock.is_real
    assert lock.is_ours()
    assert names_in(draft.parent) == [".~lock.sag æøå.botilbud#", "sag æøå.botilbud"]
    said_of_it = content(draft)
    token = said_of_it.pop("token")
    assert said_of_it == {
        "name": "Åse Ørsted",
        "machine": "PC-7",
        "since": "2024-05-10T09:12:00Z",
        "process": os.getpid(),
    }
    assert (lock.holder.name, lock.holder.machine, lock.holder.since) == ("Åse Ørsted", "PC-7", NOW)
    assert lock.holder.token == token
    lock.release()
    assert names_in(draft.parent) == ["sag æøå.botilbud"]


def test_a_draft_that_another_process_has_open_is_refused_also_when_taking_over(draft: Path) -> None:
    for person in (COLLEAGUE, ELSEWHERE):
        with held_by(person, draft) as process:
            before = lock_path(draft).read_bytes()
            for take_over in (False, True):
                error = refused(draft, take_over=take_over)
                assert not error.is_gone
                assert (error.holder.name, error.machine) == (person.name, person.machine)
                assert error.since == datetime(2024, 5, 10, 8, tzinfo=UTC)
                expected = "Kladden er allerede åben hos Jens Bo. Du kan læse den, men ikke rette i den."
                assert str(error) == expected
            assert lock_path(draft).read_bytes() == before
            send_line(process)
            assert read_line(process) == "released"
            lock_draft(draft, ME, NOW).release()


def test_a_second_opening_in_the_same_process_is_refused(draft: Path) -> None:
    with lock_draft(draft, ME, NOW):
        assert refused(draft).holder.name == "Åse Ørsted"
    with lock_draft(draft, ME, NOW) as lock:
        assert lock.is_real


def test_after_a_kill_on_this_machine_nobody_is_locked_out(draft: Path) -> None:
    left_behind_by(COLLEAGUE, draft)
    with lock_draft(draft, ME, NOW) as lock:
        assert lock.is_real
        assert content(draft)["name"] == "Åse Ørsted"
    assert names_in(draft.parent) == [draft.name]


def test_the_machine_is_the_same_in_capitals(draft: Path) -> None:
    left_behind_by(Person("Jens", "pc-7"), draft)
    lock_draft(draft, ME, NOW).release()


def test_a_lock_left_behind_on_another_machine_is_taken_over_when_the_user_says_so(draft: Path) -> None:
    left_behind_by(ELSEWHERE, draft)
    before = lock_path(draft).read_bytes()
    error = refused(draft)
    assert error.is_gone
    assert (error.holder.name, error.machine) == ("Jens Bo", "RÅDHUS-3")
    assert lock_path(draft).read_bytes() == before
    with lock_draft(draft, ME, NOW, take_over=True) as lock:
        assert lock.is_real
        assert lock.is_ours()
        assert content(draft)["name"] == "Åse Ørsted"


@posix
def test_the_lock_lies_beside_the_draft_that_a_link_leads_to(draft: Path, tmp_path: Path) -> None:
    folder = tmp_path / "links"
    folder.mkdir()
    (folder / "link.botilbud").symlink_to(draft)
    with lock_draft(folder / "link.botilbud", ME, NOW) as lock:
        assert lock.draft == Path(os.path.realpath(draft))
        assert lock_path(draft).exists()
        assert refused(draft)


@posix
def test_another_users_lock_file_is_respected_and_after_a_crash_replaced(
    draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lock file is read-only for this user, as after `umask 022`."""
    real = os.open

    def opening(path: Path, flags: int, *rest: Any) -> int:
        if flags & os.O_RDWR and not flags & os.O_CREAT:
            raise PermissionError(errno.EACCES, "another user's")
        return real(path, flags, *rest)

    with held_by(COLLEAGUE, draft) as process:
        monkeypatch.setattr(os, "open", opening)
        assert refused(draft).holder.name == "Jens Bo"
        kill(process)
    with lock_draft(draft, ME, NOW) as lock:
        assert lock.is_real
        assert content(draft)["name"] == "Åse Ørsted"


@posix
@pytest.mark.parametrize("replaced", [True, False])
def test_a_lock_file_removed_between_its_opening_and_its_locking_is_not_taken(
    replaced: bool, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = [0]

    def locking(handle: int) -> LockOutcome:
        tries[0] += 1
        if tries[0] == 1:
            lock_path(draft).unlink()
            if replaced:
                lock_path(draft).write_bytes(b"")
        return try_lock(handle)

    monkeypatch.setattr(draft_lock, "try_lock", locking)
    with lock_draft(draft, ME, NOW) as lock:
        assert tries[0] == 2
        assert lock.is_ours()
        assert refused(draft)
    assert names_in(draft.parent) == [draft.name]


@posix
def test_a_lock_file_that_always_slips_away_ends_in_a_refusal(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tries = []

    def locking(handle: int) -> LockOutcome:
        tries.append(handle)
        lock_path(draft).unlink()
        return LockOutcome.TAKEN

    monkeypatch.setattr(draft_lock, "try_lock", locking)
    assert refused(draft).holder.name == "en anden"
    assert len(tries) <= 20


def test_somebody_who_took_over_is_noticed_and_keeps_the_lock(draft: Path) -> None:
    lock = lock_draft(draft, ME, NOW)
    theirs = {**content(draft), "name": "Jens Bo", "token": "another"}
    lock_path(draft).write_text(json.dumps(theirs), encoding="utf-8")
    assert not lock.is_ours()
    assert lock.taken_over_by().name == "Jens Bo"
    lock.release()
    assert content(draft) == theirs


@posix
def test_a_lock_file_that_was_replaced_is_noticed_and_stays(draft: Path) -> None:
    lock = lock_draft(draft, ME, NOW)
    lock_path(draft).unlink()
    lock_path(draft).write_bytes(b"")
    assert not lock.is_ours()
    assert lock.taken_over_by().name == "en anden"
    lock.release()
    assert lock_path(draft).exists()


@posix
def test_a_lock_file_that_was_removed_is_made_again(draft: Path) -> None:
    with lock_draft(draft, ME, NOW) as lock:
        lock_path(draft).unlink()
        assert lock.is_ours()
        assert refused(draft, person=COLLEAGUE).holder.token == lock.holder.token
    assert names_in(draft.parent) == [draft.name]


@posix
def test_somebody_who_came_after_the_lock_file_was_removed_has_the_draft(draft: Path) -> None:
    lock = lock_draft(draft, ME, NOW)
    lock_path(draft).unlink()
    with held_by(COLLEAGUE, draft):
        assert not lock.is_ours()
        assert lock.taken_over_by().name == "Jens Bo"
        lock.release()
        assert refused(draft).holder.name == "Jens Bo"


def without_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Simulate a drive without lock support."""
    monkeypatch.setattr(draft_lock, "try_lock", lambda _: LockOutcome.UNSUPPORTED)


@posix
def test_on_a_drive_without_locks_the_lock_file_alone_counts(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_locks(monkeypatch)
    with lock_draft(draft, ME, NOW) as lock:
        assert lock.is_real
        for take_over in (False, True):
            error = refused(draft, take_over=take_over)  # this process, which is running
            assert (error.holder.name, error.is_gone) == ("Åse Ørsted", False)
        assert refused(draft, person=ELSEWHERE).is_gone
        with lock_draft(draft, ELSEWHERE, NOW, take_over=True) as theirs:
            assert theirs.is_real
            assert not lock.is_ours()
    assert names_in(draft.parent) == [draft.name]


@posix
def test_on_a_drive_without_locks_a_crash_locks_nobody_out(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left_behind_by(COLLEAGUE, draft)
    without_locks(monkeypatch)
    lock_draft(draft, ME, NOW).release()
    lock_path(draft).write_bytes(b"")
    assert refused(draft).is_gone
    lock_draft(draft, ME, NOW, take_over=True).release()
    assert names_in(draft.parent) == [draft.name]


@posix
@pytest.mark.parametrize(
    ("error", "lives"),
    [(None, True), (PermissionError(), True), (ProcessLookupError(), False), (OverflowError(), False)],
)
def test_whether_a_process_lives(
    error: Exception | None, lives: bool, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_behind_by(COLLEAGUE, draft)
    without_locks(monkeypatch)

    def ask(_: int, number: int) -> None:
        assert number == 0
        if error is not None:
            raise error

    monkeypatch.setattr(os, "kill", ask)
    if lives:
        assert not refused(draft).is_gone
    else:
        lock_draft(draft, ME, NOW).release()


def test_a_save_waits_for_another_and_takes_what_somebody_left_behind(draft: Path) -> None:
    left_behind_by(ELSEWHERE, draft)
    lock_briefly(draft, ME, NOW).release()
    slept: list[float] = []
    with held_by(COLLEAGUE, draft) as process:

        def sleep(seconds: float) -> None:
            slept.append(seconds)
            if len(slept) == 3:
                send_line(process)
                assert read_line(process) == "released"

        with lock_briefly(draft, ME, NOW, sleep=sleep) as lock:
            assert lock.is_real
    assert len(slept) == 3


def test_a_save_waits_two_seconds_and_no_longer(draft: Path) -> None:
    clock = [0.0]

    def sleep(seconds: float) -> None:
        assert seconds > 0
        clock[0] += seconds

    with held_by(COLLEAGUE, draft), pytest.raises(LockedError, match="åben hos Jens Bo"):
        lock_briefly(draft, ME, NOW, monotonic=lambda: clock[0], sleep=sleep)
    assert clock[0] == pytest.approx(draft_lock.LONGEST_WAIT)


@pytest.mark.parametrize("name", ["x" * 246 + ".botilbud", "æ" * 123 + ".botilbud", "x.txt", "x"])
def test_a_name_that_is_too_long_or_unusual_has_a_lock_too(name: str, tmp_path: Path) -> None:
    draft = tmp_path / name
    assert len(name.encode()) <= 255
    with lock_draft(draft, ME, NOW) as lock:
        assert lock.is_real
        assert is_lock_file(lock_path(draft).name)
        assert refused(draft)
        assert not refused_at(tmp_path / (name[1:] + "y"))
    assert names_in(tmp_path) == []


def refused_at(path: Path) -> bool:
    """Whether the draft at `path` is locked."""
    try:
        lock_draft(path, ME, NOW).release()
    except LockedError:
        return True
    return False


def test_a_long_name_in_capitals_has_the_same_lock() -> None:
    """On Windows both names are the same file."""
    name = "x" * 246 + ".botilbud"
    assert lock_path(Path(name)) == lock_path(Path(name.upper()))


def test_lock_files_are_known_by_their_names() -> None:
    assert is_lock_file(lock_path(Path("sag æøå.botilbud")).name)
    assert is_lock_file(".~lock.SAG.BOTILBUD#")
    assert not any(map(is_lock_file, ("sag.botilbud", ".~lock.brev.odt#", "x.botilbud#", ".~botilbud-1.tmp", "")))


TAKE_TURNS = """
import sys, time
from datetime import datetime, UTC
from pathlib import Path
from botilbud_desktop.storage.draft.draft_lock import lock_briefly
from botilbud_desktop.storage.user.person import Person
from botilbud_desktop.storage.files.safe_open import read_plain

draft, inside = Path(sys.argv[1]), Path(sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
for _ in range(400):
    with lock_briefly(draft, Person("Jens", "PC-7"), datetime.now(UTC)) as lock:
        assert lock.is_real and lock.is_ours()
        with inside.open("xb"):  # fails when the other one is inside as well
            pass
        inside.unlink()
print("done", flush=True)
"""


def test_two_processes_are_never_inside_at_once(draft: Path, tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    with other_process(TAKE_TURNS, draft, inside) as one, other_process(TAKE_TURNS, draft, inside) as two:
        send_line(one)
        send_line(two)
        assert [read_line(one), read_line(two)] == ["done", "done"]
    assert names_in(tmp_path) == [draft.name]


@posix
def test_a_lock_left_behind_elsewhere_in_between_is_not_taken_over_unasked(
    draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other lock file appears after ours was found missing and before ours is made again."""
    with lock_draft(draft, ME, NOW) as lock:
        path = lock_path(draft)
        other = json.dumps({**json.loads(path.read_bytes()), "machine": "PC-99", "token": "other"})
        path.unlink()

        def reads(*arguments: Any) -> bytes:
            if not path.exists():
                path.write_text(other, encoding="utf-8")
                raise FileNotFoundError(2, "x", str(path))
            return read_plain(*arguments)

        monkeypatch.setattr(draft_lock, "read_plain", reads)
        assert not lock.is_ours()
    assert json.loads(path.read_text(encoding="utf-8"))["token"] == "other"
