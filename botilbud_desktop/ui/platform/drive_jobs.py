"""What a drive may delay, and what takes long to work out, runs here, off the window's thread: the one way for all.

A quick drive answers while the window stands still for a moment, so that opening and saving look as if they were done
at once. For a slow one the window goes on living, the user sees »Venter på drevet …« after a second and may give up.
A job that was given up goes on in its thread until the drive lets go of it: what it then holds is released, and what
it writes was either withdrawn or is said to be unknown.
"""

from collections.abc import Callable
from functools import partial
from os.path import normcase
from pathlib import Path
from threading import current_thread, main_thread
from typing import TYPE_CHECKING, Any

from botilbud_desktop.storage.errors import PerhapsSavedError, RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.atomic_write import Replacing
from botilbud_desktop.storage.files.path_calls import absolute
from botilbud_desktop.ui.platform.job import Job
from botilbud_desktop.ui.platform.waiting import LONGEST_WAIT, QUICK, IsDone, wait_quietly, wait_visibly

if TYPE_CHECKING:
    from concurrent.futures import Future

    from botilbud_desktop.ui.platform.background import Background

_NO_ANSWER = "drevet svarer ikke"
_PATIENCE = 2.0
"""Seconds for a question that has a useful answer without the drive."""


class GivenUpError(Exception):
    """The user gave up waiting, or the time was up."""


type Wait = Callable[[IsDone, float], bool]

_wait_for_result = partial(wait_visibly, is_for_drive=False)


class DriveJobs:
    """Runs jobs that touch files outside the program's own folder."""

    def __init__(self, wait: Wait = wait_visibly, wait_for_result: Wait = _wait_for_result) -> None:
        """`wait` waits in the window's thread, for at most the given seconds; returns whether the job is done.

        `wait_for_result` does the same for what the program works out itself.
        """
        self._wait = wait
        self._wait_for_result = wait_for_result
        self._writers: dict[str, Job[Any]] = {}
        self._notes: Background | None = None
        self._waiting = 0

    def is_busy(self) -> bool:
        """Whether the window waits for a drive: nothing else may be begun meanwhile."""
        return self._waiting > 0

    def wait(self, is_done: IsDone, seconds: float = LONGEST_WAIT) -> bool:
        """Wait while the window lives, saying so after a second. Returns whether it is done."""
        self._waiting += 1
        try:
            return self._wait(is_done, seconds)
        finally:
            self._waiting -= 1

    def ask[Result](
        self,
        work: Callable[[], Result],
        given_up: Callable[[], Exception] = GivenUpError,
        late: Callable[[Result], object] | None = None,
    ) -> Result:
        """Returns the result of `work`, or raises its error.

        Args:
            work: the job; it uses nothing of Qt.
            given_up: the error to raise when the user gives up or the time is up.
            late: releases, in the job's thread, what a result holds that nobody takes any more.
        """
        if current_thread() is not main_thread():
            return work()
        return self.take(Job(work, late=late), given_up)

    def work_out[Result](self, work: Callable[[], Result]) -> Result:
        """Returns the result of a computation that may take longer than the window may stand still.

        Raises:
            GivenUpError: the user gave up waiting.
        """
        job = Job(work)
        if not job.wait(QUICK):
            self._waiting += 1
            try:
                is_done = self._wait_for_result(lambda: job.is_done, LONGEST_WAIT)
            finally:
                self._waiting -= 1
            if not is_done and job.give_up():
                raise GivenUpError
        return job.result()

    def take[Result](self, job: Job[Result], given_up: Callable[[], Exception]) -> Result:
        """Returns the result of a job that was started before; the rest as for `ask`."""
        if not job.wait(QUICK) and not self.wait(lambda: job.is_done) and job.give_up():
            raise given_up()
        return job.result()

    def read[Result](
        self, path: Path, work: Callable[[], Result], late: Callable[[Result], object] | None = None
    ) -> Result:
        """Returns what `work` reads from the file at `path`.

        Raises:
            RefusedFileError: the drive does not answer, or from `work`.
        """
        return self.ask(work, lambda: no_answer_from(path), late)

    def write[Result](self, path: Path, work: Callable[[Replacing], Result]) -> Result:
        """Returns the result of `work`, which writes the file at `path` and asks before it replaces it.

        Two jobs never write the same file at a time: the second waits for the first, also for one that was given up.

        Raises:
            SaveFailedError: the drive does not answer, or from `work`. A job that was given up writes nothing any more,
                or it is a `PerhapsSavedError`.
        """
        replacing = Replacing(path.name)
        key = normcase(absolute(path))
        job = Job(lambda: work(replacing), after=self._writer_of(key))
        self._writers[key] = job
        return self.take(job, lambda: _withdrawn(path, replacing))

    def answer[Result](
        self,
        work: Callable[[], Result],
        otherwise: Result,
        seconds: float = _PATIENCE,
        late: Callable[[Result], object] | None = None,
    ) -> Result:
        """Returns the result of `work`; `otherwise` when the drive does not answer soon. Says nothing to the user.

        `late` is as for `ask`.
        """
        if current_thread() is not main_thread():
            return work()
        job = Job(work, late=late)
        self._waiting += 1
        try:
            is_done = job.wait(QUICK) or wait_quietly(lambda: job.is_done, seconds)
        finally:
            self._waiting -= 1
        return job.result() if is_done or not job.give_up() else otherwise

    def note(self, work: Callable[[], object]) -> None:
        """Do what nobody waits for, such as remembering a draft, after all former such work."""
        if self._notes is None:
            from botilbud_desktop.ui.platform.background import Background

            self._notes = Background("notes")
        self._notes.do(work, _raise_if_failed)
        self._notes.wait(QUICK)

    def close(self) -> None:
        """End the thread of `note` after what it was given, as the window is closed."""
        if self._notes is not None:
            self._notes.close()
            self._notes = None

    def _writer_of(self, key: str) -> Job[Any] | None:
        """Returns the job that still writes the file, and forgets those that have ended."""
        self._writers = {name: job for name, job in self._writers.items() if not job.is_done}
        return self._writers.get(key)


def no_answer_from(path: Path) -> RefusedFileError:
    """Returns the error of a file that was not read, as the drive does not answer."""
    return RefusedFileError(path.name or str(path), "", _NO_ANSWER)


def _withdrawn(path: Path, replacing: Replacing) -> SaveFailedError:
    """Withdraw what is being written, and return what is known about it."""
    is_certain = replacing.withdraw()
    return SaveFailedError(path.name, _NO_ANSWER) if is_certain else PerhapsSavedError(path.name, _NO_ANSWER)


def _raise_if_failed(ended: "Future[object]") -> None:
    ended.result()
