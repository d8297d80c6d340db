"""Collects garbage only in the window's thread.

Python collects in any thread, which may be one that saves. Garbage can hold Qt objects, and destroying one in another
thread than the window's crashes the program. So the automatic collector is off, and a timer collects instead, between
two keystrokes rather than during one.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 2_000
_MIN_NEW_OBJECTS = 2_000
"""Fewer new objects than this are not worth a collection."""
_FULL_EVERY_TICKS = 30


class GarbageCollection(QObject):
    """Collects periodically for as long as it exists."""

    def __init__(self, parent: QObject) -> None:
        """Turn the automatic collector off for the whole process; `begin` starts the timer."""
        super().__init__(parent)
        gc.disable()
        self._ticks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._on_time)

    def begin(self) -> None:
        """Exclude all objects so far from collection, as the window keeps them, and start the timer."""
        gc.freeze()
        self._timer.start()

    def _on_time(self) -> None:
        self._ticks += 1
        if self._ticks % _FULL_EVERY_TICKS == 0:
            gc.collect()
        elif gc.get_count()[0] > _MIN_NEW_OBJECTS:
            gc.collect(1)
