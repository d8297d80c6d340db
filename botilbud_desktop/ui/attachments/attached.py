"""What is attached to the open draft, as the folder beside its file says. It is looked at in a job of its own."""

from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from botilbud_desktop.domain.attachments.attachment import NOTHING_ATTACHED, AttachedFiles
from botilbud_desktop.domain.attachments.documentation import Documentation, documentation_of
from botilbud_desktop.storage.attachments.reading import attached_files
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.platform.job import Job
from botilbud_desktop.ui.platform.waiting import QUICK

AT_ONCE = QUICK
"""Seconds for which the window stands still, so that nothing flickers where the drive is quick."""
LATE_AFTER = 5.0
"""Seconds after which the drive is said not to answer. It may still do so later."""
NOT_AGAIN_WITHIN = 5.0
"""Seconds; who goes to and fro between two pages does not have the drive asked each time."""

_POLL_MS = 40
_LATE = AttachedFiles(problem="Drevet svarer ikke, så programmet kan ikke se, hvad der er vedlagt.")


class AttachedDocuments(QObject):
    """Looks at the folder of the draft's attachments, and keeps what was found."""

    changed = Signal()
    """Something else was found than before."""
    left_behind = Signal(object)
    """The draft has another place: the `AttachedFiles` that stay at the old one."""

    def __init__(self, controller: DraftController, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller
        self._files: AttachedFiles | None = None
        self._path = controller.location.path
        self._job: Job[AttachedFiles] | None = None
        self._is_asked_again = False
        self._begun_at = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self._on_poll)
        controller.save_state_changed.connect(self._on_save_state_changed)

    @property
    def files(self) -> AttachedFiles | None:
        """What was found; None while nobody knows yet."""
        return self._files

    @property
    def documentation(self) -> Documentation | None:
        """What is asked for, attached and missing; None while nobody knows yet."""
        return None if self._files is None else documentation_of(self._controller.application, self._files)

    def look(self) -> None:
        """Look at the folder now. One look runs at a time: a dead drive holds one thread."""
        path = self._controller.location.path
        if path is None:
            self._show(NOTHING_ATTACHED)
            return
        if self._job is not None and not self._job.is_done:
            self._is_asked_again = True
            return
        draft_id = self._controller.application.id
        self._path, self._begun_at = path, monotonic()
        self._job = Job(lambda: attached_files(path, draft_id))
        if self._job.wait(AT_ONCE):
            self._on_poll()
        else:
            self._timer.start()

    def look_again(self) -> None:
        """Look at the folder, unless that was done a moment ago: the user came back, and may have put a file there."""
        if monotonic() - self._begun_at > NOT_AGAIN_WITHIN:
            self.look()

    def _on_poll(self) -> None:
        if self._job is None:
            self._timer.stop()
        elif self._job.is_done:
            files, self._job = self._job.result(), None
            self._timer.stop()
            if self._is_asked_again:
                self._is_asked_again = False
                self.look()
            else:
                self._show(files)
        elif monotonic() - self._begun_at > LATE_AFTER:
            self._show(_LATE)

    def _show(self, files: AttachedFiles) -> None:
        if files != self._files:
            self._files = files
            self.changed.emit()

    def _on_save_state_changed(self) -> None:
        """Look again when the draft has another place: the folder stands beside its file."""
        path, before = self._controller.location.path, self._path
        if path == before:
            return
        left, self._path = self._files, path
        self.look()
        if before is not None and left is not None and any(each.is_there for each in left.attachments):
            self.left_behind.emit(left)
