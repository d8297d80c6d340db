"""Collects garbage in the window's thread alone.

Python collects wherever it happens to be, which may be a thread that saves. Garbage can hold objects of Qt, and one
that is destroyed in another thread than the window's takes the program down with it. So the collector that runs by
itself is off, and a timer collects instead, between two keystrokes rather than in one.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 2_000
_ENOUGH = 2_000
"""Fewer new objects than this are not worth a look."""
_ALL_EVERY = 30


class GarbageCollection(QObject):
    """Collects now and then for as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        """Off from now on, everywhere; `begin` starts the timer."""
        super().__init__(parent)
        gc.disable()
        self._turns = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._on_time)

    def begin(self) -> None:
        """The window stands: what there is by now stays for good and need never be looked at."""
        gc.freeze()
        self._timer.start()

    def _on_time(self) -> None:
        self._turns += 1
        if self._turns % _ALL_EVERY == 0:
            gc.collect()
        elif gc.get_count()[0] > _ENOUGH:
            gc.collect(1)
