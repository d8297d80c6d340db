"""Writes the recovery journal of an open draft: what is typed is on this computer's disk within a second.

It is written in a thread of its own, so that it does not delay typing and a hanging network share does not delay it.
"""

from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from botilbud_desktop.storage.draft.file_handle import StorageContext
from botilbud_desktop.storage.draft.serialised import DraftSerialiser
from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.recovery.journal import Journal
from botilbud_desktop.storage.recovery.journal_file import JOURNAL_NAME, JournalEntry
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.location import Where
from botilbud_desktop.ui.draft.saving.save_timing import SaveTiming
from botilbud_desktop.ui.platform.background import Background

_UNEXPECTED = "der skete en fejl i programmet"


class JournalSaver(QObject):
    """Writes the journal in a thread of its own."""

    failed = Signal(object)
    """Writing failed: the `SaveFailedError`. It is retried."""
    written = Signal()
    """The journal was written."""
    _ahead_asked = Signal()
    """A save begins. Emitted through Qt so that an error in the journal does not stop the save."""

    def __init__(
        self,
        controller: DraftController,
        storage: StorageContext,
        timing: SaveTiming,
        where: Where,
        serialiser: DraftSerialiser,
        journal: Journal | None = None,
    ) -> None:
        """`journal` is a recovered one to continue."""
        super().__init__()
        self._controller = controller
        self._storage = storage
        self._timing = timing
        self._where = where
        self._file = _JournalFile(storage, serialiser, journal)
        self._is_outdated = False
        self._is_closed = False
        self._ahead: Future[None] | None = None
        self._ahead_asked.connect(self._on_ahead_asked)
        self._work = Background("journal")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._write)
        controller.edited.connect(self._on_edited)
        if controller.editor.is_modified or journal is not None:
            self._on_edited()

    def note_position(self) -> None:
        """Write unwritten changes at once, else the new position soon: the user moved, or the draft was saved."""
        if self._is_closed:
            return
        if self._is_outdated:
            self._write()
        else:
            self.note_cursor()

    def note_cursor(self) -> None:
        """Write the new position soon: the cursor moved. Before the first change there is nothing to return to."""
        is_begun = self._file.is_begun or self._work.is_busy
        if not (self._is_closed or self._is_outdated) and is_begun:
            self._is_outdated = True
            self._plan(self._timing.journal_ms)

    def write_ahead(self) -> Future[None] | None:
        """Write the content that is about to be saved. The save waits for the returned future.

        So the journal is never older than the file, and recovery can tell a file that was just saved from one that
        somebody else changed. Returns None when nothing is written automatically, or when no entry can be made.
        """
        self._ahead = None
        if not self._is_closed and self._timing.is_automatic:
            self._ahead_asked.emit()
        return self._ahead

    def secure(self, seconds: float) -> bool:
        """Write what was typed now. Returns whether it is on disk within `seconds`."""
        if self._is_outdated:
            self._write_now()
        return self._work.wait(seconds) and not self._is_outdated

    def close(self, *, is_recovery_needed: bool) -> None:
        """Stop writing. With `is_recovery_needed` the journal is kept for the next start; else it is removed."""
        self._is_closed = True
        self._controller.edited.disconnect(self._on_edited)
        self._timer.stop()
        self._work.do(partial(self._file.close_file, is_recovery_needed=is_recovery_needed), _raise_if_failed)
        self._work.wait(self._timing.closing_seconds)
        self._work.close()

    def _on_ahead_asked(self) -> None:
        self._ahead = self._write_now()

    def _on_edited(self) -> None:
        self._is_outdated = True
        self._plan(self._timing.journal_ms)

    def _plan(self, after_ms: int) -> None:
        if self._timing.is_automatic and not self._is_closed and not self._timer.isActive():
            self._timer.start(after_ms)

    def _write(self) -> None:
        if self._work.is_busy:
            self._plan(self._timing.journal_ms)
        elif self._is_outdated and self._timing.is_automatic:
            self._write_now()

    def _write_now(self) -> Future[None]:
        self._plan(self._timing.retry_ms)  # in case making the entry fails
        writing = self._work.do(partial(self._file.write, self._entry(), self._file.line), self._on_written)
        self._timer.stop()
        self._is_outdated = False
        return writing

    def _entry(self) -> JournalEntry:
        location, snapshot = self._controller.location, self._controller.editor.snapshot
        return JournalEntry(
            application=snapshot.application,
            half_typed=dict(snapshot.half_typed),
            written_at=self._storage.clock(),
            path=location.path,
            base_digest=location.digest,
            saving_digest=location.saving_digest,
            suggested_name=location.suggested_name,
            position=self._where(),
        )

    def _on_written(self, ended: Future[None]) -> None:
        error = ended.exception()
        if error is None:
            self._controller.mark_journalled(self._storage.clock())
            self.written.emit()
            return
        self._is_outdated = True
        self._plan(self._timing.retry_ms)
        if isinstance(error, SaveFailedError):
            self.failed.emit(error)
            return
        self.failed.emit(SaveFailedError(JOURNAL_NAME, _UNEXPECTED))
        raise error


class _JournalFile:
    """The journal that the thread writes; it is created with the first entry."""

    def __init__(self, storage: StorageContext, serialiser: DraftSerialiser, journal: Journal | None) -> None:
        self._storage = storage
        self._serialiser = serialiser
        self._journal = journal

    @property
    def is_begun(self) -> bool:
        """Whether an entry was written."""
        return self._journal is not None

    @property
    def line(self) -> int:
        """The line of the draft's content as of now (`DraftSerialiser.line`)."""
        return self._serialiser.line

    def write(self, entry: JournalEntry, line: int) -> None:
        if self._journal is None:
            self._journal = Journal.begin(self._storage.folders.recovery)
        self._journal.write(entry, partial(self._serialiser.serialise, line=line))

    def close_file(self, *, is_recovery_needed: bool) -> None:
        if self._journal is not None and is_recovery_needed:
            self._journal.close()
        elif self._journal is not None:
            self._journal.remove()


def _raise_if_failed(ended: Future[None]) -> None:
    ended.result()
