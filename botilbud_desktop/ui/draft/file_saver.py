"""Saves an open draft in its file: automatically a second after a change, and at once when the user asks.

Drives may be slow, full or gone, so saving has a thread of its own, typing goes on meanwhile, and a failure is tried
again with patience before the user is told.
"""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.storage.draft.file_handle import DraftFileHandle, StorageContext
from botilbud_desktop.storage.draft.serialised import DraftSerialiser
from botilbud_desktop.storage.errors import NOT_SAVED, ChangedOnDiskError, NotSaved, SaveFailedError
from botilbud_desktop.storage.files.file_names import is_same_file
from botilbud_desktop.storage.history.versions import Reason
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.save_jobs import Content, Elsewhere, Save, SavedFile, save_at, save_in, save_over
from botilbud_desktop.ui.draft.save_timing import SaveTiming
from botilbud_desktop.ui.platform.background import Background

_LONGEST_PAUSE_MS = 30_000


def _nothing_ahead() -> None:
    """There is no journal."""


class FileSaver(QObject):
    """Saves the draft in a thread of its own."""

    failed = Signal(object)
    """The draft could not be saved automatically: the error. It is tried again unless the file is another's now."""
    saved = Signal()
    """The draft was saved, automatically or on request."""
    half_typed_not_kept = Signal()
    """The draft was saved, but what was half-typed could not be kept beside it."""

    history_not_kept = Signal()
    """The draft was saved, but what the file held before could not be kept as an earlier version."""

    def __init__(
        self,
        controller: DraftController,
        storage: StorageContext,
        timing: SaveTiming,
        serialiser: DraftSerialiser,
        write_ahead: Callable[[], Future[None] | None] = _nothing_ahead,
    ) -> None:
        """`write_ahead` writes into the journal what is about to be saved."""
        super().__init__()
        self._holds_half_typed = True
        self._controller = controller
        self._storage = storage
        self._timing = timing
        self._serialiser = serialiser
        self._write_ahead = write_ahead
        self._work = Background("file")
        self._failures = 0
        self._is_paused = False
        self._is_closed = False
        self._error: NotSaved | None = None
        self._next_reason: Reason | None = None
        self._known: Snapshot | None = controller.editor.saved
        self._elsewhere = Elsewhere()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._autosave)
        controller.edited.connect(self._plan)
        self._plan()

    @property
    def holds_half_typed(self) -> bool:
        """Whether the half-typed text was saved too."""
        return self._holds_half_typed

    @property
    def is_autosaving(self) -> bool:
        """Whether changes are saved automatically, and the last try did not fail."""
        return (
            self._timing.is_automatic and self._controller.file is not None and not (self._failures or self._is_paused)
        )

    def save(self) -> None:
        """Save the draft in its file, because the user asked.

        Raises:
            ChangedOnDiskError: somebody else changed the file; it was not touched.
            LockedError: somebody else has taken the draft over.
            SaveFailedError: it could not be written; the old file is whole.
        """
        file = self._controller.file
        if file is None:
            raise ValueError("a draft that was never saved needs a path")
        self._ask(lambda: self._work.do(self._begun(file, Reason.SAVED), self._on_saved_asked))

    def save_to(self, path: Path) -> None:
        """Save the draft at `path` from now on; the user has agreed to replace what lies there.

        Raises:
            LockedError: somebody else has the draft there open.
            SaveFailedError: it could not be written; what lay there is whole.
        """
        file = self._controller.file
        if file is not None and is_same_file(path, file.path):
            self._ask(lambda: self._work.do(self._begun(file, Reason.SAVED, save=save_over), self._on_saved_asked))
            return
        elsewhere = self._elsewhere = Elsewhere()
        job = partial(save_at, path, self._content(), self._storage, elsewhere)
        try:
            self._ask(lambda: self._work.do(job, partial(self._on_saved_elsewhere, elsewhere)))
        except NOT_SAVED:
            elsewhere.withdraw()
            raise

    def pause(self) -> None:
        """Stop saving automatically until the user has decided: somebody else changed the file."""
        self._is_paused = True
        self._timer.stop()

    def name_next(self, reason: Reason) -> None:
        """Say why the next save will be made, for the list of earlier versions."""
        self._next_reason = reason

    def take_in(self, content: bytes) -> bool:
        """The draft now includes what somebody else wrote into the file: save automatically again, on top of that.

        Returns whether that could be done: not while the drive does not answer.
        """
        file = self._controller.file
        if file is None or not self.finish():
            return False
        file.take_over(content)
        self._controller.build_on_file()
        self.go_on()
        return True

    def finish(self) -> bool:
        """Wait for a running save. Returns False when the drive does not answer in time."""
        return self._work.wait(self._timing.wait_seconds)

    def go_on(self) -> None:
        """Save automatically again: the user has decided."""
        self._is_paused = False
        self._failures = 0
        self._plan()

    def save_if_quick(self, seconds: float) -> bool:
        """Save automatically now. Returns whether the file holds everything before the time is up."""
        if self._work.wait(seconds):
            self._autosave()
            self._work.wait(seconds)
        return self._controller.file is not None and not self._controller.editor.is_modified

    def close(self) -> None:
        """Stop saving, and release the lock of the file."""
        self._is_closed = True
        self._elsewhere.withdraw()
        self._controller.edited.disconnect(self._plan)
        self._timer.stop()
        if self._controller.file is not None:
            self._work.do(self._controller.file.release, _take_result)
        self._work.wait(self._timing.wait_seconds)
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
        self._plan_after(self._timing.retry_ms)  # in case beginning the job fails
        job = self._begun(controller.file, Reason.AUTOMATIC)
        self._work.do(job, self._on_autosaved)
        self._timer.stop()

    def _begun(self, file: DraftFileHandle, reason: Reason, save: Save | None = None) -> Callable[[], SavedFile]:
        """Begin a save of the current content; the journal records it before the file is replaced.

        Until it has ended it is not known what is on disk: the draft counts as changed, whatever is undone meanwhile.
        """
        editor = self._controller.editor
        content = self._content()
        self._controller.mark_saving(content.serialised.digest)
        self._known = editor.saved
        reason, self._next_reason = self._next_reason or reason, None
        job = partial(save or save_in, file, content, reason, self._write_ahead())
        editor.mark_unsaved()
        return job

    def _content(self) -> Content:
        snapshot = self._controller.editor.snapshot
        return Content(snapshot, self._serialiser.serialise(snapshot.application))

    def _on_autosaved(self, ended: Future[SavedFile]) -> None:
        error = ended.exception()
        if error is None:
            self._take(ended.result(), automatic=True)
            return
        failure = error if isinstance(error, NOT_SAVED) else self._unforeseen()
        self._note_failure(failure)
        if not isinstance(failure, SaveFailedError) or self._failures >= self._timing.patience:
            self.failed.emit(failure)
        if failure is not error:
            raise error

    def _ask(self, begin: Callable[[], object]) -> None:
        """Wait for a running save, then begin this one and wait for it. It is not begun while the drive hangs."""
        self._timer.stop()
        self._error = self._unforeseen()  # until the save has ended
        is_free = self.finish()
        if is_free:
            begin()
        if not is_free or not self.finish():
            self._plan_after(self._timing.retry_ms)
            raise self._failure("drevet svarer ikke")
        if self._error is not None:
            raise self._error

    def _on_saved_elsewhere(self, elsewhere: Elsewhere, ended: Future[SavedFile]) -> None:
        """A failure there does not concern the draft's own file."""
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

    def _on_saved_asked(self, ended: Future[SavedFile]) -> None:
        error = ended.exception()
        if error is None:
            self._take(ended.result(), automatic=False)
            self._error = None
            return
        self._error = error if isinstance(error, NOT_SAVED) else self._unforeseen()
        self._note_failure(self._error)
        if self._error is not error:
            raise error

    def _failure(self, reason: str, *, replaced: bool = False) -> SaveFailedError:
        return SaveFailedError(self._controller.location.name, reason, replaced=replaced)

    def _unforeseen(self) -> SaveFailedError:
        """An unexpected error: it is unknown how far the save came."""
        return self._failure("der skete en fejl i programmet", replaced=True)

    def _note_failure(self, error: NotSaved) -> None:
        self._failures += 1
        if self._known is not None and not (isinstance(error, SaveFailedError) and error.replaced):
            self._controller.editor.mark_saved(self._known)
        if isinstance(error, ChangedOnDiskError) and not error.missing:
            self.pause()
            return
        self._controller.build_on_file()  # a save may fail after the file was replaced
        self._plan_after(min(self._timing.retry_ms * self._failures, _LONGEST_PAUSE_MS))

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
            self._work.do(controller.file.release, _take_result)
        controller.mark_saved(result.file, saved, automatic=automatic)
        self._holds_half_typed = saved.has_half_typed
        if not saved.has_half_typed:
            self.half_typed_not_kept.emit()
        if not saved.has_history:
            self.history_not_kept.emit()


def _take_result(ended: Future[None]) -> None:
    ended.result()
