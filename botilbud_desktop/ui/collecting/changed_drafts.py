"""Notices, whenever the window with collected drafts becomes active, that some were changed since they were read."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer

from botilbud_desktop.domain.values.amounts import counted, for_number
from botilbud_desktop.storage.collection.stamps import number_changed
from botilbud_desktop.ui.collecting.collection_window import CollectionWindow
from botilbud_desktop.ui.collecting.gathered.gathering import Gathered
from botilbud_desktop.ui.platform.drive_jobs import DriveJobs
from botilbud_desktop.ui.platform.job import Job
from botilbud_desktop.ui.style.states import State

_POLL_MS = 50


class ChangedDrafts(QObject):
    """Serves one window."""

    def __init__(self, window: CollectionWindow, drive: DriveJobs) -> None:
        super().__init__(window)
        self._window = window
        self._drive = drive
        self._gathered = Gathered()
        self._job: Job[int] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self._on_poll)
        window.installEventFilter(self)

    def show_collection(self, gathered: Gathered) -> None:
        """Watch the drafts of another collection, or of the same one read again."""
        self._gathered = gathered
        self._drop_job()
        self._window.stale.clear()

    def number_now(self) -> int:
        """Returns how many are changed, and tells it; none when the drive does not answer soon."""
        number = self._drive.answer(partial(number_changed, self._gathered.stamps), 0)
        self._tell(number)
        return number

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks when the window becomes active."""
        if event.type() == QEvent.Type.WindowActivate and watched is self._window and self._gathered.stamps:
            self._drop_job()
            self._job = Job(partial(number_changed, self._gathered.stamps))
            self._timer.start()
        return False

    def _on_poll(self) -> None:
        if self._job is None:
            self._timer.stop()
        elif self._job.is_done:
            number = self._job.result()
            self._drop_job()
            self._tell(number)

    def _tell(self, number: int) -> None:
        if not number:
            self._window.stale.clear()
            return
        said = stale_said(number)
        if said != self._window.stale.message.text() or not self._window.stale.isVisible():
            self._window.stale.say(said, State.ATTENTION)

    def _drop_job(self) -> None:
        self._timer.stop()
        if self._job is not None:
            self._job.give_up()
            self._job = None


def stale_said(number: int) -> str:
    """Returns how many drafts were changed since they were read."""
    have = for_number(number, "er ændret, siden den blev læst", "er ændret, siden de blev læst")
    return f"{counted(number, 'kladde', 'kladder')} {have}. Tryk »Opdatér«."
