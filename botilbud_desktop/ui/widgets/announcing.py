"""Announcements to screen readers: polite ones, which wait until the current speech ends.

Every message that is painted goes through a `Voice`: notice bars and notes have one each, so none can forget it.
"""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

SOON_MS = 150
"""Delay in ms from a message until it is said: a move of the focus is heard first, and does not cut it off."""
_AGAIN_MS = 500
"""Delay in ms between tries while no screen reader listens: one finds a new window only after it is shown."""
_MOST_TRIES = 5


def announce(widget: QWidget, text: str) -> None:
    """Announces `text` on behalf of `widget`, which must be shown; does nothing without an active screen reader."""
    if not text:
        return
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # saves 2 ms at the start

    if not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, text)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
    QAccessible.updateAccessibility(event)


class Voice(QObject):
    """Says the messages of one widget, each once and only while it is shown.

    A newer message takes the place of one that is still to be said.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._waiting = ""
        self._said = ""
        self._tries = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_due)

    def say(self, text: str) -> None:
        """Say `text` in a moment, unless it is what was said last."""
        if text == (self._waiting or self._said):
            return
        self._waiting, self._tries = text, 0
        self._timer.start(SOON_MS)

    def forget(self) -> None:
        """Say nothing more of the message: it is gone. The same one is said again when it comes back."""
        self._waiting = self._said = ""
        self._timer.stop()

    def _on_due(self) -> None:
        from PySide6.QtGui import QAccessible

        self._tries += 1
        if not (QAccessible.isActive() and self._widget.isVisible()) and self._tries < _MOST_TRIES:
            self._timer.start(_AGAIN_MS)
            return
        text, self._waiting = self._waiting, ""
        if self._widget.isVisible():
            self._said = text
            announce(self._widget, text)
