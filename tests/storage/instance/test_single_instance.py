"""One program instance for each user: which is first, and what later ones hand over to it."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from botilbud_desktop.storage.instance.single_instance import LONGEST_WAIT, Instance
from tests.listing import names_in
from tests.storage.instances import DRAFT, Clock, hand_over, put_request
from tests.storage.other_process import ROOT, kill, other_process, read_line, send_line

posix = pytest.mark.skipif(os.name == "nt", reason="POSIX file systems")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder that the instances of one user share; it does not exist yet."""
    return tmp_path / "state" / "program"


FIRST = """
import sys
from pathlib import Path
from botilbud_desktop.storage.instance.single_instance import Instance

instance = Instance(Path(sys.argv[1]))
assert instance.claim() and instance.is_first
print("ready", flush=True)
for line in sys.stdin:
    taken = []
    while line.strip() == "take" and not taken:
        taken = instance.requests()
    print(taken, flush=True)
"""


LATER = """
import sys, time
from pathlib import Path
from botilbud_desktop.storage.instance.single_instance import Instance

deadline = time.monotonic() + 30
instance = Instance(Path(sys.argv[1]))
assert not instance.claim() and not instance.is_first
print("ready", flush=True)
sys.stdin.readline()
print(instance.hand_over(Path(sys.argv[2]), wait=15), instance.is_first, flush=True)
served = []
while instance.is_first and len(served) < int(sys.argv[3]) and time.monotonic() < deadline:
    served += instance.requests()
print(*(path.name for path in served), flush=True)
sys.stdin.readline()
"""


def test_the_first_is_first_until_it_lets_go(folder: Path) -> None:
    first, second = Instance(folder), Instance(folder)
    assert first.claim()
    assert first.claim()
    assert not second.claim()
    first.release()
    first.release()
    assert not first.is_first
    assert second.claim()
    second.release()


@posix
def test_the_folder_is_the_users_own(folder: Path) -> None:
    folder.mkdir(parents=True, mode=0o755)
    first = Instance(folder)
    assert first.claim()
    assert folder.stat().st_mode & 0o777 == 0o700
    assert first.requests_folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "instance.lock").stat().st_mode & 0o777 == 0o600
    first.release()


def test_what_a_later_start_hands_over_reaches_the_first(folder: Path) -> None:
    with other_process(FIRST, folder) as first:
        later = Instance(folder)
        assert not later.claim()
        send_line(first, "take")
        assert later.hand_over(DRAFT, wait=60)
        assert read_line(first) == repr([DRAFT])
        send_line(first, "take")
        assert later.hand_over(None, wait=60)
        assert read_line(first) == "[None]"
        assert not later.is_first
        assert names_in(folder / "requests") == []


def test_requests_are_taken_once_and_in_their_order(folder: Path) -> None:
    first = Instance(folder)
    first.claim()
    wanted = [DRAFT.with_name(f"{number}.botilbud") for number in range(12)]
    clock = Clock()
    for path in wanted:
        clock.now += 0.001
        Instance(folder)._send(path, clock.monotonic)
    assert first.requests() == wanted
    assert first.requests() == []
    first.release()


def test_a_first_that_hangs_keeps_nobody_waiting(folder: Path) -> None:
    clock = Clock()
    with other_process(FIRST, folder) as first:
        later = Instance(folder)
        assert not hand_over(later, DRAFT, clock)
        assert clock.now - 100 == pytest.approx(LONGEST_WAIT)
        assert not later.is_first
        assert names_in(folder / "requests") == []
        send_line(first, "look")
        assert read_line(first) == "[]"


def test_a_first_that_was_killed_is_followed_by_the_next(folder: Path) -> None:
    with other_process(FIRST, folder) as first:
        assert not Instance(folder).claim()
        kill(first)
    following = Instance(folder)
    assert following.claim()
    assert following.is_first
    following.release()


def test_a_first_that_ends_while_a_later_one_waits_is_followed_by_it(folder: Path) -> None:
    with other_process(FIRST, folder) as first:
        clock = Clock(on_sleep=lambda: kill(first))
        later = Instance(folder)
        assert not later.claim()
        assert not hand_over(later, DRAFT, clock)
        assert clock.now - 100 < LONGEST_WAIT
        assert later.is_first
        assert later.requests() == []
        assert names_in(folder / "requests") == []
        later.release()


def test_of_three_that_wait_when_the_first_is_killed_one_follows_and_gets_what_the_others_want(folder: Path) -> None:
    """Includes requests to the killed instance: the new first instance drops them, and the others ask again."""
    names = ("a.botilbud", "b.botilbud", "c.botilbud")
    with (
        other_process(FIRST, folder) as first,
        other_process(LATER, folder, DRAFT.with_name(names[0]), "2") as one,
        other_process(LATER, folder, DRAFT.with_name(names[1]), "2") as two,
        other_process(LATER, folder, DRAFT.with_name(names[2]), "2") as three,
    ):
        for process in (one, two, three):
            send_line(process)
        deadline = time.monotonic() + 15
        while len(list((folder / "requests").glob("*.json"))) < len(names) and time.monotonic() < deadline:
            pass
        kill(first)
        answers = {
            name: (read_line(process), read_line(process))
            for name, process in zip(names, (one, two, three), strict=True)
        }
    (follower,) = (name for name, (answer, _) in answers.items() if answer == "False True")
    others = [name for name in names if name != follower]
    assert [answers[name][0] for name in others] == ["True False", "True False"]
    assert sorted(answers[follower][1].split()) == others


def test_a_request_dropped_by_the_next_first_is_made_again(folder: Path) -> None:
    first, following, later = Instance(folder), Instance(folder), Instance(folder)
    assert first.claim()
    taken: list[Path | None] = []

    def change_of_first() -> None:
        if first.is_first:
            first.release()
            assert following.claim()
            assert names_in(following.requests_folder) == []
        else:
            taken.extend(following.requests())

    assert hand_over(later, DRAFT, Clock(change_of_first))
    assert taken == [DRAFT]
    following.release()


def test_a_lock_file_with_foreign_content_does_not_keep_later_ones_from_handing_over(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "instance.lock").write_bytes(b"x" * 5_000)
    first, later = Instance(folder), Instance(folder)
    assert first.claim()
    taken: list[Path | None] = []
    assert hand_over(later, None, Clock(lambda: taken.extend(first.requests())))
    first.release()


def test_left_overs_are_dropped_by_the_next_first(folder: Path) -> None:
    first = Instance(folder)
    first.claim()
    put_request(folder, "1", json.dumps({"path": str(DRAFT)}).encode())
    (folder / "requests" / "2.tmp").write_bytes(b"half")
    first.release()
    following = Instance(folder)
    assert following.claim()
    assert names_in(folder / "requests") == []
    assert following.requests() == []
    following.release()


def test_a_request_withdrawn_while_it_is_read_is_not_taken(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Instance(folder)
    first.claim()
    put_request(folder, "1", json.dumps({"path": str(DRAFT)}).encode())
    real = json.loads

    def reading(text: str) -> Any:
        (folder / "requests" / "1.json").unlink()
        return real(text)

    monkeypatch.setattr(json, "loads", reading)
    assert first.requests() == []
    first.release()


def test_a_request_taken_in_the_last_moment_is_taken(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, later = Instance(folder), Instance(folder)
    first.claim()
    taken: list[Path | None] = []
    real = Path.unlink

    def removing(path: Path, missing_ok: bool = False) -> None:
        if not taken:
            monkeypatch.setattr(Path, "unlink", real)
            taken.extend(first.requests())
        real(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", removing)
    assert hand_over(later, DRAFT, Clock())
    assert taken == [DRAFT]
    first.release()


def test_it_loads_little() -> None:
    """It is imported before the window is shown."""
    code = "import sys, botilbud_desktop.storage.instance.single_instance; print(*sorted(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(ran.stdout.split())
    assert "botilbud_desktop.storage.instance.single_instance" in loaded
    own = {name for name in loaded if name.startswith("botilbud_desktop.storage.")}
    needed = (
        "files",
        "files.os_lock",
        "files.path_calls",
        "files.private_folder",
        "files.safe_open",
        "instance",
        "instance.single_instance",
        "paths",
    )
    assert own == {f"botilbud_desktop.storage.{name}" for name in needed}
    assert not loaded & {"pydantic", "subprocess", "tempfile", "socket", "uuid", "hashlib", "logging"}


def test_a_request_that_cannot_be_deleted_is_not_opened_later_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, later = Instance(folder), Instance(folder)
    first.claim()

    def refused(_path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refused)
        assert not hand_over(later, DRAFT, Clock())  # it opens a window of its own
    assert first.requests() == []
    first.release()
