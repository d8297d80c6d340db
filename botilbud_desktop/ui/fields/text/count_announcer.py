"""Announces the count to screen readers: when the limit is near or exceeded, after a pause in typing.

Far from the limit nothing is said while one types: the count is read with the field when it is entered.
"""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from botilbud_desktop.ui.widgets.announcing import announce

PAUSE_MS = 700
"""Pause in typing, in ms, before the count is announced."""


class CountAnnouncer(QObject):
    """Makes the announcements for one field: the count only when it matters and typing pauses."""

    announced = Signal(str)
    """The text just announced, whether or not a screen reader is running."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self._count = ""
        self._is_over = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._on_pause)

    def begin(self, count: str, *, is_over: bool) -> None:
        """Start at `count` in words when the field is entered; the screen reader reads it with the field's name."""
        self._count, self._is_over = count, is_over
        self._timer.stop()

    def follow(self, count: str, *, is_over: bool, is_near: bool) -> None:
        """Update the count in words after a key; exceeding the limit is announced at once.

        The count itself is announced after a pause, if the limit `is_near` or exceeded.
        """
        if is_over and not self._is_over:
            self._announce("Du har nået grænsen. Det, du skriver nu, er for meget.")
        self._is_over = is_over
        self._count = count
        if is_near or is_over:
            self._timer.start()
        else:
            self._timer.stop()

    def stop(self) -> None:
        """Announce nothing more: the field was left."""
        self._timer.stop()

    def _on_pause(self) -> None:
        self._announce(self._count)

    def _announce(self, text: str) -> None:
        announce(self._field, text)
        self.announced.emit(text)
