"""A job in a thread of its own, which never keeps the program from ending: a drive may hang for minutes.

The thread uses nothing of Qt. Python ends it with the program, so a job must leave its files whole at any instant, as
a kill does.
"""

from collections.abc import Callable
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from concurrent.futures import Future


class Job[Result]:
    """One call in a thread of its own. Exactly one of two things happens: its result is taken, or it is given up."""

    def __init__(
        self,
        work: Callable[[], Result],
        *,
        late: Callable[[Result], object] | None = None,
        after: "Job[Any] | None" = None,
    ) -> None:
        """Start `work`.

        Args:
            work: the call.
            late: called in the thread with the result when the job was given up, to release what it holds.
            after: a job that must have ended before this one begins: both write the same file.
        """
        self._work = work
        self._late = late
        self._after = after
        self._result: list[Result] = []
        self._error: Exception | None = None
        self._is_given_up = False
        self._lock = Lock()
        self._ended = Event()
        Thread(target=self._run, name="drive", daemon=True).start()

    @property
    def is_done(self) -> bool:
        """Whether it has ended, well or not."""
        return self._ended.is_set()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for its end, at most `seconds`. Returns whether it has ended."""
        return self._ended.wait(seconds)

    def give_up(self) -> bool:
        """Take no result of it any more. Returns False when it has ended in the meantime."""
        with self._lock:
            self._is_given_up = not self.is_done
        return self._is_given_up

    def result(self) -> Result:
        """Returns the result of the ended job, or raises its error."""
        if self._error is not None:
            raise self._error
        return self._result[0]

    def _run(self) -> None:
        if self._after is not None:
            self._after.wait()
        try:
            self._result.append(self._work())
        except Exception as error:  # raised again where the result is taken
            self._error = error
        with self._lock:
            self._ended.set()
        if self._is_given_up and self._late is not None and self._result:
            self._late(self._result[0])


def run_into[Result](future: "Future[Result]", work: Callable[[], Result]) -> None:
    """Put the result of `work`, or its error, into `future`."""
    try:
        result = work()
    except Exception as error:  # raised again where the result is taken
        future.set_exception(error)
    else:
        future.set_result(result)
