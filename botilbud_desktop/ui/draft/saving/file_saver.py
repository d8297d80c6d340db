"""Saves an open draft in its file: automatically a second after a change, and at once when the user asks.

Drives may be slow, full or disconnected, so saving runs in a thread of its own while typing goes on, and a failed save
is retried several times before the failure is shown.
"""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.storage.draft.file_handle import DraftFileHandle, StorageContext
from botilbud_desktop.storage.draft.serialised import DraftSerialiser
from botilbud_desktop.storage.errors import (
    NOT_SAVED,
    ChangedOnDiskError,
    LockedError,
    NotSaved,
    PerhapsSavedError,
    SaveFailedError,
)
from botilbud_desktop.storage.files.file_names import is_same_file
from botilbud_desktop.storage.history.versions import Reason
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.saving.save_jobs import (
    Content,
    Save,
    SavedFile,
    SaveElsewhere,
    save_at,
    save_in,
    save_over,
)
from botilbud_desktop.ui.draft.saving.save_timing import SaveTiming
from botilbud_desktop.ui.platform.background import Background
from botilbud_desktop.ui.platform.waiting import IsDone, wait_visibly

_LONGEST_PAUSE_MS = 30_000
_NO_ANSWER = "drevet svarer ikke"


def _no_journal() -> None:
    """Does nothing: there is no journal."""


class FileSaver(QObject):
    """Saves the draft in a thread of its own."""

    failed = Signal(object)
    """An automatic save failed: the error. It is retried unless somebody else changed the file or took it over."""
    saved = Signal()
    """The draft was saved, automatically or on request."""
    half_typed_not_kept = Signal()
    """The draft was saved, but its half-typed values could not be saved beside it."""

    history_not_kept = Signal()
    """The draft was saved, but the file's former content could not be kept as an earlier version."""

    def __init__(
        self,
        controller: DraftController,
        storage: StorageContext,
        timing: SaveTiming,
        serialiser: DraftSerialiser,
        write_ahead: Callable[[], Future[None] | None] = _no_journal,
        wait: Callable[[IsDone, float], bool] = wait_visibly,
        is_same: Callable[[Path, Path], bool] = is_same_file,
    ) -> None:
        """`write_ahead` writes the content that is about to be saved to the journal; `wait` waits for a save.

        `is_same` tells whether two paths lead to the same file.
        """
        super().__init__()
        self._holds_half_typed = True
        self._controller = controller
        self._storage = storage
        self._timing = timing
        self._serialiser = serialiser
        self._write_ahead = write_ahead
        self._wait = wait
        self._is_same = is_same
        self._work = Background("file")
        self._failures = 0
        self._is_paused = False
        self._is_closed = False
        self._error: NotSaved | None = None
        self._next_reason: Reason | None = None
        self._last_saved: Snapshot | None = controller.editor.saved
        self._elsewhere = SaveElsewhere()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._autosave)
        controller.edited.connect(self._plan)
        self._plan()

    @property
    def holds_half_typed(self) -> bool:
        """Whether the half-typed values were saved too."""
        return self._holds_half_typed

    @property
    def is_autosaving(self) -> bool:
        """Whether changes are saved automatically and the last attempt did not fail."""
        return (
            self._timing.is_automatic and self._controller.file is not None and not (self._failures or self._is_paused)
        )

    def save(self) -> None:
        """Save the draft in its file, because the user asked.

        Raises:
            ChangedOnDiskError: somebody else changed the file; it was not touched.
            LockedError: somebody else has taken the draft over.
            SaveFailedError: it could not be written; the old file is intact.
        """
        file = self._controller.file
        if file is None:
            raise ValueError("a draft that was never saved needs a path")
        self._save_now(lambda: self._work.do(self._begin_save(file, Reason.SAVED), self._on_saved_now))

    def save_to(self, path: Path) -> None:
        """Save the draft at `path` from now on; the user has agreed to replace an existing file.

        Raises:
            LockedError: somebody else has the draft there open.
            SaveFailedError: it could not be written; an existing file is intact.
        """
        file = self._controller.file
        if file is not None and self._is_same(path, file.path):
            self._save_now(
                lambda: self._work.do(self._begin_save(file, Reason.SAVED, save=save_over), self._on_saved_now)
            )
            return
        elsewhere = self._elsewhere = SaveElsewhere()
        job = partial(save_at, path, self._content(), self._storage, elsewhere)
        try:
            self._save_now(lambda: self._work.do(job, partial(self._on_saved_elsewhere, elsewhere)), path.name)
        except NOT_SAVED:
            elsewhere.withdraw()
            raise

    def pause(self) -> None:
        """Stop saving automatically until the user has decided: somebody else changed the file or took it over."""
        self._is_paused = True
        self._timer.stop()

    def set_next_reason(self, reason: Reason) -> None:
        """Set the reason of the next save, for the list of earlier versions."""
        self._next_reason = reason

    def continue_from(self, content: bytes) -> bool:
        """Resume automatic saving on top of what somebody else wrote into the file: the draft now includes it.

        Returns whether that was possible: not while the drive does not respond.
        """
        file = self._controller.file
        if file is None or not self.finish():
            return False
        file.take_over(content)
        self._controller.use_file_as_base()
        self.go_on()
        return True

    def finish(self) -> bool:
        """Wait for a running save. Returns False when the drive does not respond in time."""
        return self._work.wait(self._timing.wait_seconds, self._wait)

    def go_on(self) -> None:
        """Resume automatic saving: the user has decided."""
        self._is_paused = False
        self._failures = 0
        self._plan()

    def save_if_quick(self, seconds: float) -> bool:
        """Save automatically now. Returns whether the file holds everything in time."""
        deadline = monotonic() + seconds
        if self._work.wait(seconds):
            self._autosave()
            self._work.wait(deadline - monotonic())
        return self._controller.file is not None and not self._controller.editor.is_modified

    def close(self) -> None:
        """Stop saving, and release the lock of the file."""
        self._is_closed = True
        self._elsewhere.withdraw()
        self._controller.edited.disconnect(self._plan)
        self._timer.stop()
        if self._controller.file is not None:
            self._work.do(self._controller.file.release, _raise_if_failed)
        self._work.wait(self._timing.closing_seconds)
        self._work.close()

    def _plan(self) -> None:
        self._plan_after(self._timing.save_ms)

    def _plan_after(self, milliseconds: int) -> None:
        if self._timer.isActive() or self._is_paused or self._is_closed or not self._timing.is_automatic:
            return
        if self._controller.file is not None and self._controller.editor.is_modified:
            self._timer.start(milliseconds)

    def _autosave(self) -> None:
        controller = self._controller
        if controller.file is None or self._is_paused or not controller.editor.is_modified:
            return
        if self._work.is_busy:
            self._plan()
            return
        self._plan_after(self._timing.retry_ms)  # in case starting the job fails
        job = self._begin_save(controller.file, Reason.AUTOMATIC)
        self._work.do(job, self._on_autosaved)
        self._timer.stop()

    def _begin_save(self, file: DraftFileHandle, reason: Reason, save: Save | None = None) -> Callable[[], SavedFile]:
        """Returns the job that saves the current content; the journal records it before the file is replaced.

        Until the job ends, it is unknown what is on disk: the draft counts as modified even if changes are undone.
        """
        editor = self._controller.editor
        content = self._content()
        self._controller.mark_saving(content.serialised.digest)
        self._last_saved = editor.saved
        reason, self._next_reason = self._next_reason or reason, None
        job = partial(save or save_in, file, content, reason, self._write_ahead())
        editor.mark_unsaved()
        return job

    def _content(self) -> Content:
        snapshot = self._controller.editor.snapshot
        return Content(snapshot, self._serialiser.for_others(snapshot.application))

    def _on_autosaved(self, ended: Future[SavedFile]) -> None:
        error = ended.exception()
        if error is None:
            self._take(ended.result(), automatic=True)
            return
        failure = error if isinstance(error, NOT_SAVED) else self._unexpected_failure()
        self._note_failure(failure)
        if not isinstance(failure, SaveFailedError) or self._failures >= self._timing.patience:
            self.failed.emit(failure)
        if failure is not error:
            raise error

    def _save_now(self, begin: Callable[[], object], name: str = "") -> None:
        """Wait for a running save, then start this one and wait for it. It is not started while the drive hangs.

        `name` is that of the file, if it is not the draft's own.
        """
        name = name or self._controller.location.name
        self._timer.stop()
        self._error = self._unexpected_failure(name)  # until the save has ended
        if not self.finish() or self._is_closed:
            self._plan_after(self._timing.retry_ms)
            raise SaveFailedError(name, _NO_ANSWER)
        begin()
        if not self.finish():
            self._plan_after(self._timing.retry_ms)
            self._controller.note_not_saved()
            raise PerhapsSavedError(name, _NO_ANSWER)
        if self._error is not None:
            raise self._error

    def _on_saved_elsewhere(self, elsewhere: SaveElsewhere, ended: Future[SavedFile]) -> None:
        """Handle the end of a save to another file; a failure there does not affect the draft's own file."""
        error = ended.exception()
        if error is not None:
            self._error = error if isinstance(error, NOT_SAVED) else self._error
            if self._error is not error:
                raise error
        elif elsewhere.is_withdrawn:
            ended.result().file.release()
        else:
            self._take(ended.result(), automatic=False)
            self._error = None

    def _on_saved_now(self, ended: Future[SavedFile]) -> None:
        error = ended.exception()
        if error is None:
            self._take(ended.result(), automatic=False)
            self._error = None
            return
        self._error = error if isinstance(error, NOT_SAVED) else self._unexpected_failure()
        self._note_failure(self._error)
        if self._error is not error:
            raise error

    def _unexpected_failure(self, name: str = "") -> SaveFailedError:
        """Returns the failure for an unexpected error; the file may have been replaced."""
        return PerhapsSavedError(name or self._controller.location.name, "der skete en fejl i programmet")

    def _note_failure(self, error: NotSaved) -> None:
        self._failures += 1
        if self._last_saved is not None and not (isinstance(error, SaveFailedError) and error.replaced):
            self._controller.editor.mark_saved(self._last_saved)
        if isinstance(error, LockedError) or (isinstance(error, ChangedOnDiskError) and not error.missing):
            self.pause()
        else:
            self._controller.use_file_as_base()  # a save may fail after the file was replaced
            self._plan_after(min(self._timing.retry_ms * self._failures, _LONGEST_PAUSE_MS))
        self._controller.note_not_saved()

    def _take(self, result: SavedFile, *, automatic: bool) -> None:
        try:
            self._note_saved(result, automatic=automatic)
        finally:
            self._plan()
        self.saved.emit()

    def _note_saved(self, result: SavedFile, *, automatic: bool) -> None:
        controller, saved = self._controller, result.saved
        self._failures = 0
        self._is_paused = False
        if controller.file is not None and controller.file is not result.file:
            self._work.do(controller.file.release, _raise_if_failed)
        controller.mark_saved(result.file, saved, automatic=automatic)
        self._holds_half_typed = saved.has_half_typed
        if not saved.has_half_typed:
            self.half_typed_not_kept.emit()
        if not saved.has_history:
            self.history_not_kept.emit()


def _raise_if_failed(ended: Future[None]) -> None:
    ended.result()
