"""What a screen reader is told of the count: after a pause in typing, on entering the field, and at the limit."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from botilbud_desktop.ui.widgets.announcing import announce

PAUSE_MS = 700
"""So long typing halts before the count is said."""


class CountAnnouncer(QObject):
    """Speaks for one field; each sentence once, and nothing while somebody types."""

    announced = Signal(str)
    """What was just said, whether or not a screen reader listens."""

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
        """The field is entered with this `count` in words; what is heard with its name is not said again."""
        self._count, self._is_over = count, is_over
        self._timer.stop()

    def follow(self, count: str, *, is_over: bool) -> None:
        """The count after a key, in words; passing the limit is said at once, the rest after a pause."""
        if is_over and not self._is_over:
            self._say("Du har nået grænsen. Det, du skriver nu, er for meget.")
        self._is_over = is_over
        self._count = count
        self._timer.start()

    def stop(self) -> None:
        """The field was left: nothing more is said."""
        self._timer.stop()

    def _on_pause(self) -> None:
        self._say(self._count)

    def _say(self, text: str) -> None:
        announce(self._field, text)
        self.announced.emit(text)
