"""Measures the turns of the event loop: for how long the window cannot take input at a time."""

from time import perf_counter, process_time

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest

_BEAT_MS = 1


class Turns(QObject):
    """A heartbeat: the longest time between two beats is the longest turn.

    Processor time of the whole process is measured beside the time on the clock: on a busy machine it tells what the
    program itself takes.
    """

    def __init__(self) -> None:
        super().__init__()
        self._last = (process_time(), perf_counter())
        self.longest_ms = 0.0
        """Of processor time, since the last `begin`."""
        self.longest_wall_ms = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(_BEAT_MS)

    def begin(self) -> None:
        """Starts measuring anew."""
        QTest.qWait(0)
        self._last = (process_time(), perf_counter())
        self.longest_ms = self.longest_wall_ms = 0.0

    def settle(self, ms: int) -> None:
        """Runs the event loop for `ms`, in which the work that was just asked for is done."""
        self._beat()
        QTest.qWait(ms)
        self._beat()

    def _beat(self) -> None:
        now = (process_time(), perf_counter())
        self.longest_ms = max(self.longest_ms, 1000 * (now[0] - self._last[0]))
        self.longest_wall_ms = max(self.longest_wall_ms, 1000 * (now[1] - self._last[1]))
        self._last = now
