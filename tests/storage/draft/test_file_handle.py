"""The file of an open draft: what each save expects on disk, and what is kept when something fails."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft import file_handle, half_typed
from botilbud_desktop.storage.draft.draft_file import OpenedDraft, digest_of, draft_bytes, save_serialised
from botilbud_desktop.storage.draft.draft_lock import lock_draft
from botilbud_desktop.storage.draft.file_handle import DraftFileHandle, SaveResult, StorageContext
from botilbud_desktop.storage.draft.half_typed import half_typed_of
from botilbud_desktop.storage.errors import ChangedOnDiskError, SaveFailedError
from botilbud_desktop.storage.history.versions import History, Reason
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.storage.lock_holders import ME, NOW

HALF_TYPED = {"projects[0].loan.2026": "22,9"}


class OpenFile:
    """A draft that is open, with a clock that goes one second a look."""

    def __init__(self, aalborg: OpenedDraft, library: FormLibrary, folder: Path, *, is_new: bool = False) -> None:
        self.path = folder / "sag.botilbud"
        self.folders = UserFolders.below(folder / "user")
        self._application = aalborg.application
        self._now = NOW
        content = None if is_new else draft_bytes(aalborg.application)
        if content is not None:
            self.path.write_bytes(content)
        storage = StorageContext(library, self.folders, ME, self._clock)
        self.handle = DraftFileHandle(self.path, content, lock_draft(self.path, ME, NOW), storage)

    def _clock(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now

    def snapshot(self, notes: str, **half_typed: str) -> Snapshot:
        return Snapshot(replace(self._application, internal_notes=notes), half_typed)

    def save(self, notes: str, reason: Reason = Reason.SAVED) -> SaveResult:
        return self.handle.save(self.snapshot(notes), reason)

    def reasons(self) -> list[Reason]:
        """Of the versions kept, the oldest first."""
        history = self.handle.history(self._application.id)
        return [version.reason for version in reversed(history.versions())]


@pytest.fixture
def opened(aalborg: OpenedDraft, library: FormLibrary, tmp_path: Path) -> Iterator[OpenFile]:
    opened = OpenFile(aalborg, library, tmp_path)
    yield opened
    opened.handle.release()


@pytest.fixture
def new(aalborg: OpenedDraft, library: FormLibrary, tmp_path: Path) -> Iterator[OpenFile]:
    opened = OpenFile(aalborg, library, tmp_path, is_new=True)
    yield opened
    opened.handle.release()


def _failing(times: int, real: Callable[..., Any], error: SaveFailedError) -> Callable[..., Any]:
    """Returns a function that fails so many times and then does what the real one does."""
    left = iter(range(times))

    def fail(*given: Any, **named: Any) -> Any:
        if next(left, None) is not None:
            raise error
        return real(*given, **named)

    return fail


def test_the_content_found_is_kept_before_the_first_save_and_then_each_saved_one(opened: OpenFile) -> None:
    result = opened.save("Første")
    assert (result.at, result.has_history, result.has_half_typed) == (NOW + timedelta(seconds=2), True, True)
    assert result.digest == digest_of(opened.path.read_bytes()) == opened.handle.digest
    assert opened.handle.content == opened.path.read_bytes() == opened.handle.content_on_disk()
    opened.save("Anden", Reason.AUTOMATIC)
    assert opened.reasons() == [Reason.OPENED, Reason.SAVED, Reason.AUTOMATIC]


def test_what_a_power_cut_left_empty_is_no_version_and_nothing_that_could_not_be_kept(
    aalborg: OpenedDraft, library: FormLibrary, tmp_path: Path
) -> None:
    path = tmp_path / "sag.botilbud"
    path.write_bytes(b"")
    storage = StorageContext(library, UserFolders.below(tmp_path / "user"), ME, lambda: NOW)
    with lock_draft(path, ME, NOW) as lock:
        handle = DraftFileHandle(path, b"", lock, storage)
        assert handle.save(Snapshot(aalborg.application, {}), Reason.SAVED).has_history
        assert [version.reason for version in handle.history(aalborg.application.id).versions()] == [Reason.SAVED]


def test_a_new_file_has_no_earlier_content_to_keep(new: OpenFile) -> None:
    assert new.handle.digest is None
    assert new.save("Første").has_history
    assert new.reasons() == [Reason.SAVED]


def test_a_version_that_cannot_be_kept_does_not_stop_the_save_and_is_told(
    opened: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = SaveFailedError("x", "y")
    monkeypatch.setattr(History, "keep", _failing(1, History.keep, error))
    assert not opened.save("Første").has_history
    assert opened.reasons() == [Reason.SAVED]
    assert opened.save("Anden").has_history
    monkeypatch.setattr(History, "keep", _failing(1, History.keep, error))
    assert not opened.save("Tredje").has_history
    assert opened.save("Fjerde").has_history
    assert opened.reasons() == [Reason.SAVED, Reason.SAVED, Reason.OPENED, Reason.SAVED]


def test_half_typed_text_is_kept_with_the_file_and_its_failure_is_told(
    opened: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    snapshot = opened.snapshot("Første")._replace(half_typed=HALF_TYPED)
    result = opened.handle.save(snapshot, Reason.SAVED)
    assert half_typed_of(opened.folders.state, snapshot.application.id, result.digest) == HALF_TYPED
    monkeypatch.setattr(half_typed, "keep_half_typed", _failing(1, print, SaveFailedError("x", "y")))
    result = opened.save("Anden")
    assert (result.has_half_typed, result.has_history) == (False, True)


def test_a_change_by_somebody_else_is_not_overwritten_until_the_user_has_seen_it(opened: OpenFile) -> None:
    opened.save("Første")
    opened.path.write_bytes(b"theirs")
    with pytest.raises(ChangedOnDiskError):
        opened.save("Anden")
    assert opened.path.read_bytes() == b"theirs"
    opened.handle.take_over(b"theirs")
    assert (opened.handle.content, opened.handle.digest) == (b"theirs", digest_of(b"theirs"))
    opened.save("Anden", Reason.MERGED)
    assert opened.reasons() == [Reason.OPENED, Reason.SAVED, Reason.OPENED, Reason.MERGED]
    opened.handle.take_over(None)
    opened.path.write_bytes(b"whatever")
    opened.save("Tredje")
    assert opened.handle.content == opened.path.read_bytes() != b"whatever"


def test_a_write_of_our_own_that_the_drive_called_failed_is_no_change_by_somebody_else(
    opened: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = save_serialised

    def written_but_failed(*given: Any, **named: Any) -> str:
        real(*given, **named)
        raise SaveFailedError("sag.botilbud", "drevet meldte en fejl")

    before = opened.handle.content
    monkeypatch.setattr(file_handle, "save_serialised", written_but_failed)
    with pytest.raises(SaveFailedError):
        opened.save("Første")
    assert opened.handle.content == before != opened.path.read_bytes()
    monkeypatch.setattr(file_handle, "save_serialised", real)
    opened.save("Anden")
    assert b"Anden" in opened.path.read_bytes()
    opened.path.write_bytes(draft_bytes(opened.snapshot("Første").application))
    with pytest.raises(ChangedOnDiskError):  # a write of ours before the last successful save is no longer expected
        opened.save("Tredje")


def test_content_that_replaced_the_file_without_being_confirmed_is_the_base_of_the_next_save(
    opened: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = save_serialised

    def replaced_but_failed(*given: Any, **named: Any) -> str:
        real(*given, **named)
        raise SaveFailedError("sag.botilbud", "drevet meldte en fejl", replaced=True)

    monkeypatch.setattr(file_handle, "save_serialised", replaced_but_failed)
    with pytest.raises(SaveFailedError):
        opened.save("Første")
    assert opened.handle.content == opened.path.read_bytes()
    assert opened.handle.digest == digest_of(opened.path.read_bytes())


def test_a_file_that_is_gone_is_not_made_again(opened: OpenFile) -> None:
    opened.path.unlink()
    with pytest.raises(ChangedOnDiskError) as caught:
        opened.save("Første")
    assert caught.value.missing
    assert not opened.path.exists()


def test_after_release_somebody_else_can_lock_the_draft(opened: OpenFile) -> None:
    opened.handle.release()
    with lock_draft(opened.path, ME, datetime(2024, 5, 11, tzinfo=UTC)) as lock:
        assert lock.is_real
