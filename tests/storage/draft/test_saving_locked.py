"""Saving a draft that others also write: no change is overwritten unnoticed, whoever has the lock."""

import json
import os
from pathlib import Path

import pytest

from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import OpenedDraft, read_draft, save_draft
from botilbud_desktop.storage.draft.draft_lock import DraftLock, lock_draft, lock_path
from botilbud_desktop.storage.draft.lock_info import new_info
from botilbud_desktop.storage.errors import ChangedOnDiskError, LockedError
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.listing import names_in
from tests.storage.lock_holders import COLLEAGUE, ELSEWHERE, ME, NOW, held_by, left_behind_by
from tests.storage.other_process import kill

posix = pytest.mark.skipif(os.name == "nt", reason="POSIX file systems")


class Clock:
    """A clock that advances only in `sleep`."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def path(aalborg: OpenedDraft, library: FormLibrary, tmp_path: Path) -> Path:
    """A saved draft."""
    draft_path = tmp_path / "x.botilbud"
    save_draft(draft_path, aalborg.application, library, None)
    return draft_path


def save(
    path: Path, description: str, library: FormLibrary, lock: DraftLock | None = None, clock: Clock | None = None
) -> None:
    """Read the draft, change it and save it."""
    draft = read_draft(path, library)
    time = clock or Clock()
    save_draft(
        path,
        replace(draft.application, description=description),
        library,
        draft.digest,
        lock=lock,
        monotonic=time.monotonic,
        sleep=time.sleep,
    )


def description(path: Path, library: FormLibrary) -> str:
    """Returns the description in the draft's file."""
    return read_draft(path, library).application.description


def test_a_save_leaves_no_lock_behind(path: Path, library: FormLibrary) -> None:
    save(path, "Nyt", library)
    assert names_in(path.parent) == [path.name]


def test_a_draft_that_another_process_has_open_is_not_saved(path: Path, library: FormLibrary) -> None:
    before, clock = path.read_bytes(), Clock()
    with held_by(COLLEAGUE, path) as process:
        with pytest.raises(LockedError, match="åben hos Jens Bo") as caught:
            save(path, "Mit", library, clock=clock)
        assert caught.value.machine == "PC-7"
        assert clock.now == pytest.approx(2)
        assert path.read_bytes() == before
        assert names_in(path.parent) == [lock_path(path).name, path.name]
        kill(process)
    save(path, "Mit", library)
    assert description(path, library) == "Mit"


def test_replacing_what_lies_there_does_not_replace_what_somebody_has_open(
    aalborg: OpenedDraft, path: Path, library: FormLibrary
) -> None:
    clock = Clock()
    with held_by(COLLEAGUE, path), pytest.raises(LockedError):
        save_draft(
            path, aalborg.application, library, None, overwrite=True, monotonic=clock.monotonic, sleep=clock.sleep
        )


def test_a_change_that_was_saved_meanwhile_is_told_without_waiting(path: Path, library: FormLibrary) -> None:
    draft = read_draft(path, library)
    save(path, "Deres", library)
    with held_by(COLLEAGUE, path), pytest.raises(ChangedOnDiskError):
        save_draft(path, draft.application, library, draft.digest, sleep=lambda _: pytest.fail("waited"))


def test_a_lock_left_behind_on_another_machine_does_not_stop_a_save(path: Path, library: FormLibrary) -> None:
    left_behind_by(ELSEWHERE, path)
    save(path, "Mit", library)
    assert description(path, library) == "Mit"
    assert names_in(path.parent) == [path.name]


def test_the_lock_under_which_the_draft_is_open_stays(path: Path, library: FormLibrary) -> None:
    with lock_draft(path, ME, NOW) as lock:
        save(path, "Et", library, lock)
        save(path, "To", library, lock)
        assert lock.is_ours()
        assert names_in(path.parent) == [lock_path(path).name, path.name]
    assert description(path, library) == "To"


def test_a_draft_that_was_taken_over_is_not_saved(path: Path, library: FormLibrary) -> None:
    before = path.read_bytes()
    lock = lock_draft(path, ME, NOW)
    content = json.loads(lock_path(path).read_bytes())
    lock_path(path).write_text(
        json.dumps({**content, "name": "Jens Bo", "machine": "RÅDHUS-3", "token": "another"}), encoding="utf-8"
    )
    with pytest.raises(LockedError, match="åben hos Jens Bo") as caught:
        save(path, "Mit", library, lock)
    assert caught.value.machine == "RÅDHUS-3"
    assert path.read_bytes() == before
    lock.release()
    assert names_in(path.parent) == [lock_path(path).name, path.name]


@posix
def test_taking_over_in_the_last_moment_is_seen(
    path: Path, library: FormLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other program has not saved yet, so the file is unchanged and only the lock shows the takeover."""
    before = path.read_bytes()
    lock = lock_draft(path, ME, NOW)
    real = os.fsync

    def fsync(handle: int) -> None:
        real(handle)
        lock_path(path).unlink()
        lock_path(path).write_bytes(b"somebody's, half written")

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(LockedError, match="åben hos en anden"):
        save(path, "Mit", library, lock)
    assert path.read_bytes() == before
    lock.release()


def test_nobody_saves_between_the_last_look_and_the_replacement(
    path: Path, library: FormLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = read_draft(path, library)
    real, tried = os.replace, [0]

    def replacing(source: Path, target: Path) -> None:
        tried[0] += 1
        if tried[0] == 1:
            clock = Clock()
            changed = replace(theirs.application, description="Deres")
            with pytest.raises(LockedError):
                save_draft(path, changed, library, theirs.digest, monotonic=clock.monotonic, sleep=clock.sleep)
        real(source, target)

    monkeypatch.setattr(os, "replace", replacing)
    save(path, "Mit", library)
    assert tried[0] == 1
    assert description(path, library) == "Mit"
    with pytest.raises(ChangedOnDiskError):
        save_draft(path, theirs.application, library, theirs.digest)


def test_the_lock_of_another_draft_is_none(path: Path, library: FormLibrary) -> None:
    with lock_draft(path.parent / "y.botilbud", ME, NOW) as lock, held_by(COLLEAGUE, path), pytest.raises(LockedError):
        save(path, "Mit", library, lock)


def test_where_no_lock_was_to_be_had_each_save_tries_for_one(path: Path, library: FormLibrary) -> None:
    lock = DraftLock(path, new_info(ME, NOW), None)
    with held_by(COLLEAGUE, path), pytest.raises(LockedError):
        save(path, "Mit", library, lock)
    save(path, "Mit", library, lock)
    assert description(path, library) == "Mit"


@posix
def test_a_draft_opened_by_way_of_a_link_is_saved_under_its_lock(path: Path, library: FormLibrary) -> None:
    link = path.parent / "link.botilbud"
    link.symlink_to(path)
    with lock_draft(link, ME, NOW) as lock:
        save(path, "Et", library, lock)
        save(link, "To", library, lock)
    assert description(path, library) == "To"
    assert link.is_symlink()
