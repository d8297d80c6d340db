"""Background work: jobs that a slow drive could delay run one after another in a thread of their own.

The thread neither uses Qt objects nor keeps them alive: they may only be destroyed in the window's own thread. So the
window polls with a timer whether a job is done, and a job may hold no widget and no `QObject`.
"""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

_POLL_MS = 10

Done = Callable[[Future[Any]], None]
"""Called in the window's thread; `result()` returns what the job returned, or raises what it raised."""


class Background(QObject):
    """One thread that runs one job at a time, in the order they were given."""

    _ended = Signal(object, object)
    """A job and its callback. Emitted through Qt so that a failing callback stops neither later results nor `wait`."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._jobs: deque[tuple[Future[Any], Done]] = deque()
        self._poll_timer = QTimer(self)
        self._poll_timer.setInterval(_POLL_MS)
        self._poll_timer.timeout.connect(self._on_poll)
        self._ended.connect(self._on_ended)

    @property
    def is_busy(self) -> bool:
        """Whether a job is waiting or running, or its result is not delivered yet."""
        return bool(self._jobs)

    def do[Result](self, job: Callable[[], Result], done: Callable[[Future[Result]], None]) -> Future[Result]:
        """Run `job` in the thread, then call `done` in the window's. Other threads may wait for the returned future."""
        self._poll_timer.start()
        future = self._pool.submit(job)
        self._jobs.append((future, done))
        return future

    def wait(self, seconds: float) -> bool:
        """Wait at most `seconds` for all jobs, and deliver results. Returns whether all are done, well or not."""
        deadline = monotonic() + seconds
        while self._jobs and (remaining := deadline - monotonic()) > 0:
            wait([future for future, _done in self._jobs], remaining)
            self._on_poll()
        return not self._jobs

    def close(self) -> None:
        """Accept no more jobs; those already given still run."""
        self._pool.shutdown(wait=False)

    def _on_poll(self) -> None:
        while self._jobs and self._jobs[0][0].done():
            future, done = self._jobs.popleft()
            self._ended.emit(future, done)
        if not self._jobs:
            self._poll_timer.stop()

    def _on_ended(self, future: Future[Any], done: Done) -> None:
        done(future)
