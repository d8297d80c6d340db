"""Looks at the recent drafts in jobs, so that neither the window nor one draft waits for the drive of another."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from botilbud_desktop.ui.platform.job import Job

if TYPE_CHECKING:
    from botilbud_desktop.ui.draft.known import Look

_POLL_MS = 40
_SELDOM_MS = 1_000
"""Between two polls of drives that have not answered in time; they may still come back."""
LATE_AFTER = 2.0
"""Seconds after which a draft is said not to have been seen."""


class RecentLooks(QObject):
    """The running jobs, at most one for each draft: a dead drive holds one thread for it, however often it is asked."""

    looked = Signal(object, object)
    """The `Path` of a draft, and the `Look` at it."""
    late = Signal(object)
    """The `Path` of a draft whose drive does not answer."""
    rested = Signal()
    """All have answered, or do not answer in time."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs: dict[Path, Job[Look]] = {}
        self._late: set[Path] = set()
        self._begun_at = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_poll)

    def begin(self, works: "dict[Path, Callable[[], Look]]") -> None:
        """Look at the drafts at these paths; those whose job still runs are not looked at twice."""
        self._begun_at = monotonic()
        self._jobs = {path: job for path, job in self._jobs.items() if not job.is_done}
        self._late &= self._jobs.keys()
        for path, work in works.items():
            if path not in self._jobs:
                self._jobs[path] = Job(work)
        self._timer.start(_POLL_MS)

    def _on_poll(self) -> None:
        for path in [path for path, job in self._jobs.items() if job.is_done]:
            self._late.discard(path)
            self.looked.emit(path, self._jobs.pop(path).result())
        if not self._jobs:
            self._timer.stop()
            self.rested.emit()
        elif monotonic() - self._begun_at > LATE_AFTER:
            self._timer.setInterval(_SELDOM_MS)
            for path in [path for path in self._jobs if path not in self._late]:
                self._late.add(path)
                self.late.emit(path)
            self.rested.emit()
