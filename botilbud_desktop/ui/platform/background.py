"""Background work: jobs that a slow drive could delay run one after another in a thread of their own.

The thread neither uses Qt objects nor keeps them alive: they may only be destroyed in the window's own thread. So the
window polls with a timer whether a job is done, and a job may hold no widget and no `QObject`. A thread that hangs does
not keep the program from ending.
"""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from queue import SimpleQueue
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from botilbud_desktop.ui.platform.job import run_into
from botilbud_desktop.ui.platform.waiting import QUICK, IsDone, stand_still, wait_quietly

_POLL_MS = 10

Done = Callable[[Future[Any]], None]
"""Called in the window's thread; `result()` returns what the job returned, or raises what it raised."""


class Background(QObject):
    """One thread that runs one job at a time, in the order they were given."""

    _ended = Signal(object, object)
    """A job and its callback. Emitted through Qt so that a failing callback stops neither later results nor `wait`."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        """With a `parent` it ends with that: what is not delivered by then is ignored."""
        super().__init__(parent)
        self._name = name
        self._given: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self.destroyed.connect(partial(self._given.put, None))
        self._thread: Thread | None = None
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
        future: Future[Result] = Future()
        if self._thread is None:
            thread = Thread(target=_work_off, args=(self._given,), name=self._name, daemon=True)
            thread.start()
            self._thread = thread
        self._given.put(partial(run_into, future, job))
        self._jobs.append((future, done))
        return future

    def wait(self, seconds: float, wait: Callable[[IsDone, float], bool] = wait_quietly) -> bool:
        """Wait at most `seconds` for all jobs, and deliver results. Returns whether all are done, well or not.

        The window lives meanwhile; `wait` may also tell the user.
        """
        return stand_still(self._is_idle, min(seconds, QUICK)) or wait(self._is_idle, seconds)

    def close(self) -> None:
        """End the thread after the jobs already given."""
        self._given.put(None)

    def _is_idle(self) -> bool:
        """Deliver the results there are. Returns whether all jobs are done."""
        self._on_poll()
        return not self._jobs

    def _on_poll(self) -> None:
        while self._jobs and self._jobs[0][0].done():
            future, done = self._jobs.popleft()
            self._ended.emit(future, done)
        if not self._jobs:
            self._poll_timer.stop()

    def _on_ended(self, future: Future[Any], done: Done) -> None:
        done(future)


def _work_off(given: "SimpleQueue[Callable[[], None] | None]") -> None:
    """Do the work in the queue until None comes."""
    while (work := given.get()) is not None:
        work()
