"""Work beside the window: jobs that a slow drive could hold up run one after another in a thread of their own.

Nothing of Qt is touched or kept alive by the thread: Qt's objects may only be destroyed in the window's own thread. So
the window looks by a timer whether a job is done, and a job may hold no widget and no `QObject`.
"""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

_LOOK_EVERY_MS = 10

Done = Callable[[Future[Any]], None]
"""Called in the window's thread; `result()` gives what the job gave, or raises what it raised."""


class Background(QObject):
    """One thread that does one job at a time, in the order they were given."""

    _ended = Signal(object, object)
    """A job and what is to be called. An error there is Qt's to tell: neither a later result nor who waits has it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._jobs: deque[tuple[Future[Any], Done]] = deque()
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_EVERY_MS)
        self._look.timeout.connect(self._on_look)
        self._ended.connect(self._on_ended)

    @property
    def is_busy(self) -> bool:
        """Whether a job waits or runs, or its result was not delivered yet."""
        return bool(self._jobs)

    def do[Result](self, job: Callable[[], Result], done: Callable[[Future[Result]], None]) -> Future[Result]:
        """Do `job` in the thread, then call `done` in the window's. Another thread may wait for what is returned."""
        self._look.start()
        future = self._pool.submit(job)
        self._jobs.append((future, done))
        return future

    def wait(self, seconds: float) -> bool:
        """Wait for all jobs, at most so long, and deliver what is done. Whether all are done, well or not."""
        deadline = monotonic() + seconds
        while self._jobs and (remaining := deadline - monotonic()) > 0:
            wait([future for future, _done in self._jobs], remaining)
            self._on_look()
        return not self._jobs

    def close(self) -> None:
        """Take no more jobs; those given are still done."""
        self._pool.shutdown(wait=False)

    def _on_look(self) -> None:
        while self._jobs and self._jobs[0][0].done():
            future, done = self._jobs.popleft()
            self._ended.emit(future, done)
        if not self._jobs:
            self._look.stop()

    def _on_ended(self, future: Future[Any], done: Done) -> None:
        done(future)
