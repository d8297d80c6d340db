"""Logs what happens in the window; never names or contents."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from botilbud_desktop.documents.export import ExportKind
from botilbud_desktop.documents.kind import DocumentKind
from botilbud_desktop.storage.diagnostics.program_event import Detail, Event, EventKind
from botilbud_desktop.storage.diagnostics.program_log import ProgramLog
from botilbud_desktop.storage.errors import ChangedOnDiskError, LockedError, NotSaved, RefusedFileError
from botilbud_desktop.storage.files.os_errors import FileProblem, problem_of
from botilbud_desktop.storage.user.settings import Decided
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.manager import DraftManager
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.draft.saving.save_service import SaveService
from botilbud_desktop.ui.platform.background import Background
from botilbud_desktop.ui.platform.error_reporter import ErrorReporter

_WRITE_AFTER_MS = 5_000
_WRITE_SAVES_AFTER_MS = 60_000
"""Automatic saving happens every second while the user types: a minute of it is one line of the log."""
_LONGEST_WAIT = 0.3
"""The most seconds that the program waits until the log is written."""


class EventNotes(QObject):
    """Logs the events of the open draft and the errors of the program."""

    def __init__(self, current: DraftManager, repository: DraftRepository, parent: QObject) -> None:
        super().__init__(parent)
        self.log = ProgramLog(repository.folders.state / "log")
        self._clock = repository.clock
        self._work: Background | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.write)
        current.opened.connect(self._on_opened)
        current.refused.connect(self._on_refused)
        current.recovered.connect(self._on_recovered)
        current.closed.connect(self._on_closed)
        self._note(Event(kind=EventKind.STARTED))
        self._note_refused(repository.settings.decided)
        if current.controller is not None and current.saving is not None:
            self._on_opened(current.controller, current.saving)

    def listen_to(self, error_reporter: ErrorReporter) -> None:
        """Logs the errors of the program, also those that were reported before."""
        error_reporter.described.connect(self._on_error)
        for description in error_reporter.descriptions:
            self._on_error(description)

    def write(self) -> None:
        """Writes new entries in a background thread, since the folder may be on a slow drive."""
        self._timer.stop()
        data = self.log.take()
        if data:
            if self._work is None:
                self._work = Background("log", self)
            self._work.do(partial(self.log.append, data), _ignore_outcome)

    def write_now(self) -> None:
        """Writes new entries and waits for it, at most `_LONGEST_WAIT` seconds."""
        self.write()
        if self._work is not None:
            self._work.wait(_LONGEST_WAIT)

    def close(self) -> None:
        """Logs that the program is closed, and writes the log."""
        self._note(Event(kind=EventKind.CLOSED))
        self.write_now()
        if self._work is not None:
            self._work.close()

    def _note(self, event: Event) -> None:
        self.log.note(event, self._clock())
        soon = event.kind is not EventKind.SAVED
        if not self._timer.isActive() or (soon and self._timer.remainingTime() > _WRITE_AFTER_MS):
            self._timer.start(_WRITE_AFTER_MS if soon else _WRITE_SAVES_AFTER_MS)

    def _note_refused(self, decided: Decided) -> None:
        """Logs which of the IT department's values cannot be used, never the values."""
        for name in decided.refused:
            self._note(Event(kind=EventKind.NOT_DECIDED, detail=Detail(name.replace("_", "-"))))
        if decided.is_unreadable:
            self._note(Event(kind=EventKind.NOT_DECIDED, detail=Detail.UNREADABLE))

    def _on_opened(self, controller: DraftController, saving: SaveService) -> None:
        location = controller.location
        how = Detail.EXAMPLE if location.is_example else Detail.UNSAVED if location.path is None else Detail.FILE
        size = (
            len(controller.file.content)
            if controller.file is not None and controller.file.content is not None
            else None
        )
        self._note(Event(kind=EventKind.DRAFT_OPENED, detail=how, size=size))
        if controller.locked_by is not None:
            gone = Detail.HOLDER_GONE if controller.locked_by.is_gone else None
            self._note(Event(kind=EventKind.LOCK_MET, detail=gone))
        saving.saved.connect(self._on_saved)
        saving.not_saved.connect(self._on_not_saved)
        controller.document_made.connect(self._on_document_made)

    def _on_refused(self, error: RefusedFileError) -> None:
        self._note(Event(kind=EventKind.DRAFT_REFUSED, detail=_detail_of(error)))

    def _on_closed(self) -> None:
        self._note(Event(kind=EventKind.DRAFT_LEFT))

    def _on_recovered(self) -> None:
        self._note(Event(kind=EventKind.RECOVERED))

    def _on_saved(self) -> None:
        self._note(Event(kind=EventKind.SAVED))

    def _on_not_saved(self, error: NotSaved) -> None:
        self._note(Event(kind=EventKind.NOT_SAVED, detail=_detail_of(error)))

    def _on_document_made(self, kind: DocumentKind | ExportKind) -> None:
        self._note(Event(kind=EventKind.DOCUMENT_MADE, detail=_EXPORTS.get(kind) or Detail(str(kind))))

    def _on_error(self, description: str) -> None:
        self._note(Event(kind=EventKind.ERROR, error=description))


def _detail_of(error: RefusedFileError | NotSaved) -> Detail:
    """Returns the kind of problem, without any of the error's words."""
    if isinstance(error, LockedError):
        return Detail.LOCKED
    if isinstance(error, ChangedOnDiskError):
        return Detail.CHANGED_ON_DISK
    if isinstance(error.__cause__, OSError):
        return _DETAILS[problem_of(error.__cause__)]
    return Detail.CONTENT if isinstance(error, RefusedFileError) else Detail.OTHER


def _ignore_outcome(_done: object) -> None:
    """Does nothing: the program continues whether the log was written or not."""


_EXPORTS: dict[DocumentKind | ExportKind, Detail] = {
    ExportKind.TEXT: Detail.TEXT,
    ExportKind.WORD: Detail.WORD,
    ExportKind.WORKBOOK: Detail.WORKBOOK,
}
_DETAILS = {
    FileProblem.NO_SPACE: Detail.NO_SPACE,
    FileProblem.NOT_ALLOWED: Detail.NOT_ALLOWED,
    FileProblem.GONE: Detail.GONE,
    FileProblem.IN_USE: Detail.IN_USE,
    FileProblem.NAME_TOO_LONG: Detail.NAME_TOO_LONG,
    FileProblem.IS_A_FOLDER: Detail.IS_A_FOLDER,
    FileProblem.OTHER: Detail.OTHER,
}
