"""Keeps the file of an open draft: saved by itself a second after a change, and at once when the user asks.

Drives may be slow, full or gone, so saving has a thread of its own, typing goes on meanwhile, and a failure is tried
again with patience before the user is told.
"""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from botilbud_desktop.domain.editor import Snapshot
from botilbud_desktop.storage.draft_lock import lock_draft
from botilbud_desktop.storage.errors import NOT_SAVED, NotSaved, RefusedFileError, SaveFailedError
from botilbud_desktop.storage.file_names import is_same_file
from botilbud_desktop.storage.history import Reason
from botilbud_desktop.storage.kept_file import Keeping, KeptFile, Saved
from botilbud_desktop.ui.background import Background
from botilbud_desktop.ui.pace import Pace
from botilbud_desktop.ui.session import Place, Session

_LONGEST_PAUSE_MS = 30_000


class InFile(Struct, frozen=True):
    """A save that worked, and the file it went to."""

    file: KeptFile
    saved: Saved


class FileKeeper(QObject):
    """Saves what changes."""

    failed = Signal(object)
    """The draft could not be saved by itself: the error. Trying goes on, unless the file is another's now."""
    saved = Signal()
    """The draft was saved, by itself or because the user asked."""
    half_typed_not_kept = Signal()
    """The draft was saved, but what was half-typed could not be kept beside it."""

    def __init__(self, session: Session, keeping: Keeping, pace: Pace) -> None:
        super().__init__()
        self._session = session
        self._keeping = keeping
        self._pace = pace
        self._work = Background("file")
        self._failures = 0
        self._is_paused = False
        self._is_closed = False
        self._error: NotSaved | None = None
        self._next_reason: Reason | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._save_by_itself)
        session.edited.connect(self._plan)
        self._plan()

    @property
    def is_keeping(self) -> bool:
        """Whether changes are on their way into the file by themselves, and the newest try did not fail."""
        return self._pace.is_automatic and self._session.file is not None and not (self._failures or self._is_paused)

    def save(self) -> None:
        """Save the draft in its file, because the user asked.

        Raises:
            ChangedOnDiskError: somebody else changed the file; it was not touched.
            LockedError: somebody else has taken the draft over.
            SaveFailedError: it could not be written; the old file is whole.
        """
        file = self._session.file
        if file is None:
            raise ValueError("a draft that was never saved needs a path")
        reason = self._next_reason or Reason.SAVED
        self._save_asked(partial(_save_in, file, self._session.editor.snapshot, reason))

    def save_to(self, path: Path) -> None:
        """Save the draft at `path` from now on; the user has agreed to replace what lies there.

        Raises:
            LockedError: somebody else has the draft there open.
            SaveFailedError: it could not be written; what lay there is whole.
        """
        file, snapshot = self._session.file, self._session.editor.snapshot
        if file is not None and is_same_file(path, file.path):
            self._save_asked(partial(_save_over, file, snapshot))
        else:
            self._save_asked(partial(_save_at, path, snapshot, self._keeping))

    def pause(self) -> None:
        """Save nothing by itself: the file is another's until the user has decided."""
        self._is_paused = True
        self._timer.stop()

    def name_next(self, reason: Reason) -> None:
        """Say why the next save will be made, for the list of earlier versions."""
        self._next_reason = reason

    def take_in(self, content: bytes) -> None:
        """What somebody else wrote into the file is part of the draft now: save it by itself again, from there."""
        file = self._session.file
        if file is None or not self._work.wait(self._pace.wait_seconds):
            return
        file.take_over(content)
        self._note_digest()
        self.go_on()

    def go_on(self) -> None:
        """Save by itself again: the user has decided."""
        self._is_paused = False
        self._failures = 0
        self._plan()

    def save_if_quick(self, seconds: float) -> bool:
        """Save by itself now, and wait for it at most so long. Whether the file holds everything."""
        if self._work.wait(seconds):
            self._save_by_itself()
            self._work.wait(seconds)
        return self._session.file is not None and not self._session.editor.is_modified

    def close(self) -> None:
        """Save no more, and let somebody else write."""
        self._is_closed = True
        self._session.edited.disconnect(self._plan)
        self._timer.stop()
        if self._session.file is not None:
            self._work.do(self._session.file.release, _take_result)
        self._work.wait(self._pace.wait_seconds)
        self._work.close()

    def _plan(self) -> None:
        self._plan_after(self._pace.save_ms)

    def _plan_after(self, milliseconds: int) -> None:
        if self._timer.isActive() or self._is_paused or self._is_closed or not self._pace.is_automatic:
            return
        if self._session.file is not None and self._session.editor.is_modified:
            self._timer.start(milliseconds)

    def _save_by_itself(self) -> None:
        session = self._session
        if session.file is None or self._is_paused or not session.editor.is_modified:
            return
        if self._work.is_busy:
            self._plan()
            return
        job = partial(_save_in, session.file, session.editor.snapshot, self._next_reason or Reason.AUTOMATIC)
        self._work.do(job, self._on_saved_by_itself)

    def _on_saved_by_itself(self, ended: Future[InFile]) -> None:
        try:
            result = ended.result()
        except NOT_SAVED as error:
            self._note_failure(error)
            if self._is_paused or self._failures >= self._pace.patience:
                self.failed.emit(error)
        else:
            self._take(result, by_itself=True)

    def _save_asked(self, job: Callable[[], InFile]) -> None:
        self._timer.stop()
        self._error = None
        if self._work.wait(self._pace.wait_seconds):
            self._work.do(job, self._on_saved_asked)
        if not self._work.wait(self._pace.wait_seconds):
            self._plan_after(self._pace.retry_ms)
            place = self._session.place
            raise SaveFailedError(place.path.name if place.path else place.suggested_name, "drevet svarer ikke")
        if self._error is not None:
            raise self._error

    def _on_saved_asked(self, ended: Future[InFile]) -> None:
        try:
            result = ended.result()
        except NOT_SAVED as error:
            self._error = error
            self._note_failure(error)
        else:
            self._take(result, by_itself=False)

    def _note_failure(self, error: NotSaved) -> None:
        self._failures += 1
        if isinstance(error, SaveFailedError):
            self._note_digest()
            self._plan_after(min(self._pace.retry_ms * self._failures, _LONGEST_PAUSE_MS))
        else:
            self.pause()

    def _note_digest(self) -> None:
        """A save may fail after the file was replaced; what lies there is then what the next one builds on."""
        if self._session.file is not None:
            self._session.place.digest = self._session.file.digest

    def _take(self, result: InFile, *, by_itself: bool) -> None:
        session, saved = self._session, result.saved
        self._failures = 0
        self._is_paused = False
        self._next_reason = None
        if session.file is not result.file:
            if session.file is not None:
                self._work.do(session.file.release, _take_result)
            session.file = result.file
        session.mark_saved(Place(result.file.path, saved.digest), saved.snapshot, saved.at, by_itself=by_itself)
        if not saved.has_half_typed:
            self.half_typed_not_kept.emit()
        self._plan()
        self.saved.emit()


def _save_in(file: KeptFile, snapshot: Snapshot, reason: Reason) -> InFile:
    return InFile(file, file.save(snapshot, reason))


def _save_over(file: KeptFile, snapshot: Snapshot) -> InFile:
    """Replace whatever lies there, as the user wants; it is an earlier version then."""
    try:
        file.take_over(file.content_on_disk())
    except RefusedFileError:
        file.take_over(None)
    return _save_in(file, snapshot, Reason.SAVED)


def _save_at(path: Path, snapshot: Snapshot, keeping: Keeping) -> InFile:
    lock = lock_draft(path, keeping.person, keeping.clock())
    try:
        return _save_in(KeptFile(path, None, lock, keeping), snapshot, Reason.SAVED)
    except NOT_SAVED:
        lock.release()
        raise


def _take_result(ended: Future[None]) -> None:
    ended.result()
