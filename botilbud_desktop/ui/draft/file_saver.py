"""Keeps the file of an open draft: saved by itself a second after a change, and at once when the user asks.

Drives may be slow, full or gone, so saving has a thread of its own, typing goes on meanwhile, and a failure is tried
again with patience before the user is told.
"""

from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.storage.draft.draft_lock import lock_draft
from botilbud_desktop.storage.draft.file_handle import Keeping, KeptFile, Saved, digest_when_saved
from botilbud_desktop.storage.errors import NOT_SAVED, ChangedOnDiskError, NotSaved, SaveFailedError
from botilbud_desktop.storage.files.file_names import is_same_file
from botilbud_desktop.storage.history.versions import Reason
from botilbud_desktop.ui.draft.controller import Place, Session
from botilbud_desktop.ui.draft.save_timing import Pace
from botilbud_desktop.ui.platform.background import Background

_LONGEST_PAUSE_MS = 30_000
_Save = Callable[[KeptFile, Snapshot, Reason, Future[None] | None], "InFile"]
_LONGEST_AHEAD = 0.5
"""Seconds that a save waits for the journal: less than there is when the computer is being shut down."""


class InFile(NamedTuple):
    """A save that worked, and the file it went to."""

    file: KeptFile
    saved: Saved


@dataclass(slots=True)
class _Elsewhere:
    """A save to another file than the draft's own."""

    is_withdrawn: bool = False
    """Whether the user was told that it failed, or has left the draft: then the draft does not move there."""


class FileKeeper(QObject):
    """Saves what changes."""

    failed = Signal(object)
    """The draft could not be saved by itself: the error. Trying goes on, unless the file is another's now."""
    saved = Signal()
    """The draft was saved, by itself or because the user asked."""
    half_typed_not_kept = Signal()
    """The draft was saved, but what was half-typed could not be kept beside it."""

    history_not_kept = Signal()
    """The draft was saved, but what the file held before could not be kept as an earlier version."""

    def __init__(self, session: Session, keeping: Keeping, pace: Pace) -> None:
        super().__init__()
        self.holds_half_typed = True
        """Whether what was half-typed lies beside the file, too."""
        self._session = session
        self._keeping = keeping
        self._pace = pace
        self._work = Background("file")
        self._failures = 0
        self._is_paused = False
        self._is_closed = False
        self._error: NotSaved | None = None
        self._next_reason: Reason | None = None
        self._known: Snapshot | None = session.editor.saved
        self._elsewhere = _Elsewhere()
        self.write_ahead: Callable[[], Future[None] | None] = _nothing_ahead
        """Writes into the journal what is about to be saved."""
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
        self._ask(lambda: self._work.do(self._begun(file, Reason.SAVED), self._on_saved_asked))

    def save_to(self, path: Path) -> None:
        """Save the draft at `path` from now on; the user has agreed to replace what lies there.

        Raises:
            LockedError: somebody else has the draft there open.
            SaveFailedError: it could not be written; what lay there is whole.
        """
        file, snapshot = self._session.file, self._session.editor.snapshot
        if file is not None and is_same_file(path, file.path):
            self._ask(lambda: self._work.do(self._begun(file, Reason.SAVED, save=_save_over), self._on_saved_asked))
            return
        elsewhere = self._elsewhere = _Elsewhere()
        job = partial(_save_at, path, snapshot, self._keeping, elsewhere)
        try:
            self._ask(lambda: self._work.do(job, partial(self._on_saved_elsewhere, elsewhere)))
        except NOT_SAVED:
            elsewhere.is_withdrawn = True
            raise

    def pause(self) -> None:
        """Save nothing by itself: the file is another's until the user has decided."""
        self._is_paused = True
        self._timer.stop()

    def name_next(self, reason: Reason) -> None:
        """Say why the next save will be made, for the list of earlier versions."""
        self._next_reason = reason

    def take_in(self, content: bytes) -> bool:
        """What somebody else wrote into the file is part of the draft now: save it by itself again, from there.

        Returns whether that could be done: not while the drive does not answer.
        """
        file = self._session.file
        if file is None or not self.finish():
            return False
        file.take_over(content)
        self._note_digest()
        self.go_on()
        return True

    def finish(self) -> bool:
        """Wait for a save that is under way. Whether none is any more; else the drive does not answer."""
        return self._work.wait(self._pace.wait_seconds)

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
        self._elsewhere.is_withdrawn = True
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
        self._plan_after(self._pace.retry_ms)  # in case the job cannot even be begun
        job = self._begun(session.file, Reason.AUTOMATIC)
        self._work.do(job, self._on_saved_by_itself)
        self._timer.stop()

    def _begun(self, file: KeptFile, reason: Reason, save: "_Save | None" = None) -> Callable[[], InFile]:
        """The job that saves what stands now; the journal says so before the file is replaced.

        Until it has ended it is not known what is on disk: the draft counts as changed, whatever is undone meanwhile.
        """
        editor = self._session.editor
        snapshot = editor.snapshot
        self._session.place.saving_digest = digest_when_saved(snapshot)
        self._known = editor.saved
        reason, self._next_reason = self._next_reason or reason, None
        job = partial(save or _save_in, file, snapshot, reason, self.write_ahead())
        editor.mark_unsaved()
        return job

    def _on_saved_by_itself(self, ended: Future[InFile]) -> None:
        error = ended.exception()
        if error is None:
            self._take(ended.result(), by_itself=True)
            return
        failure = error if isinstance(error, NOT_SAVED) else self._unforeseen()
        self._note_failure(failure)
        if not isinstance(failure, SaveFailedError) or self._failures >= self._pace.patience:
            self.failed.emit(failure)
        if failure is not error:
            raise error

    def _ask(self, begin: Callable[[], object]) -> None:
        """Begin a save when the one before has ended, and wait for it. It is not begun while the drive hangs."""
        self._timer.stop()
        self._error = self._unforeseen()  # unless it turns out otherwise
        is_free = self.finish()
        if is_free:
            begin()
        if not is_free or not self.finish():
            self._plan_after(self._pace.retry_ms)
            raise self._failure("drevet svarer ikke")
        if self._error is not None:
            raise self._error

    def _on_saved_elsewhere(self, elsewhere: "_Elsewhere", ended: Future[InFile]) -> None:
        """A failure there says nothing of the draft's own file."""
        error = ended.exception()
        if error is not None:
            self._error = error if isinstance(error, NOT_SAVED) else self._error
            if self._error is not error:
                raise error
        elif elsewhere.is_withdrawn:
            ended.result().file.release()
        else:
            self._take(ended.result(), by_itself=False)
            self._error = None

    def _on_saved_asked(self, ended: Future[InFile]) -> None:
        error = ended.exception()
        if error is None:
            self._take(ended.result(), by_itself=False)
            self._error = None
            return
        self._error = error if isinstance(error, NOT_SAVED) else self._unforeseen()
        self._note_failure(self._error)
        if self._error is not error:
            raise error

    def _failure(self, reason: str, *, replaced: bool = False) -> SaveFailedError:
        place = self._session.place
        return SaveFailedError(place.path.name if place.path else place.suggested_name, reason, replaced=replaced)

    def _unforeseen(self) -> SaveFailedError:
        """An error in the program: nobody knows how far the save came."""
        return self._failure("der skete en fejl i programmet", replaced=True)

    def _note_failure(self, error: NotSaved) -> None:
        self._failures += 1
        if self._known is not None and not getattr(error, "replaced", False):
            self._session.editor.mark_saved(self._known)
        if isinstance(error, ChangedOnDiskError) and not error.missing:
            self.pause()
            return
        self._note_digest()
        self._plan_after(min(self._pace.retry_ms * self._failures, _LONGEST_PAUSE_MS))

    def _note_digest(self) -> None:
        """A save may fail after the file was replaced; what lies there is then what the next one builds on."""
        if self._session.file is not None:
            self._session.place.digest = self._session.file.digest

    def _take(self, result: InFile, *, by_itself: bool) -> None:
        try:
            self._note_saved(result, by_itself=by_itself)
        finally:
            self._plan()
        self.saved.emit()

    def _note_saved(self, result: InFile, *, by_itself: bool) -> None:
        session, saved = self._session, result.saved
        self._failures = 0
        self._is_paused = False
        if session.file is not result.file:
            if session.file is not None:
                self._work.do(session.file.release, _take_result)
            session.file = result.file
        session.mark_saved(Place(result.file.path, saved.digest), saved.snapshot, saved.at, by_itself=by_itself)
        self.holds_half_typed = saved.has_half_typed
        if not saved.has_half_typed:
            self.half_typed_not_kept.emit()
        if not saved.has_history:
            self.history_not_kept.emit()


def _nothing_ahead() -> None:
    """There is no journal."""


def _save_in(file: KeptFile, snapshot: Snapshot, reason: Reason, ahead: Future[None] | None = None) -> InFile:
    if ahead is not None:
        wait([ahead], _LONGEST_AHEAD)
    return InFile(file, file.save(snapshot, reason))


def _save_over(file: KeptFile, snapshot: Snapshot, reason: Reason, ahead: Future[None] | None = None) -> InFile:
    """Save under the draft's own name, also where the file is gone; what somebody else wrote there is not replaced."""
    former = file.content
    if not file.path.exists():
        file.take_over(None)
    try:
        return _save_in(file, snapshot, reason, ahead)
    except NOT_SAVED:
        file.take_over(former)
        raise


def _save_at(path: Path, snapshot: Snapshot, keeping: Keeping, elsewhere: "_Elsewhere") -> InFile:
    lock = lock_draft(path, keeping.person, keeping.clock())
    try:
        saved = _save_in(KeptFile(path, None, lock, keeping), snapshot, Reason.SAVED)
    except NOT_SAVED:
        lock.release()
        raise
    if elsewhere.is_withdrawn:
        lock.release()
    return saved


def _take_result(ended: Future[None]) -> None:
    ended.result()
