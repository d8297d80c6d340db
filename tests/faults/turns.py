"""Measures the turns of the event loop: for how long the window cannot take input at a time."""

from time import perf_counter, process_time, thread_time
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest

_BEAT_MS = 1


class Turn(NamedTuple):
    """What a turn took, in ms."""

    program: float
    """Processor time of all threads: what the window could have to wait for on a machine without other load."""
    window: float
    """Processor time of the window's thread alone."""
    on_clock: float

    def or_longer(self, other: "Turn") -> "Turn":
        """Returns the larger of each figure."""
        return Turn(*map(max, self, other))


class Turns(QObject):
    """A heartbeat: the longest time between two beats is the longest turn."""

    def __init__(self) -> None:
        super().__init__()
        self._last = _now()
        self.longest = Turn(0.0, 0.0, 0.0)
        """Each figure by itself, since the last `begin`."""
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(_BEAT_MS)

    def begin(self) -> None:
        """Starts measuring anew."""
        QTest.qWait(0)
        self._last = _now()
        self.longest = Turn(0.0, 0.0, 0.0)

    def settle(self, ms: int) -> None:
        """Runs the event loop for `ms`, in which the work that was just asked for is done."""
        self._beat()
        QTest.qWait(ms)
        self._beat()

    def _beat(self) -> None:
        now = _now()
        taken = (1000 * (later - earlier) for later, earlier in zip(now, self._last, strict=True))
        self.longest = self.longest.or_longer(Turn(*taken))
        self._last = now


def _now() -> Turn:
    return Turn(process_time(), thread_time(), perf_counter())
