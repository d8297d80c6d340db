"""Puts contents on the clipboard, and reads them back: another program may hold it, and Qt tells nobody.

Only what was read back may be called copied.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

NOT_COPIED = "Intet er kopieret: Et andet program bruger udklipsholderen. Prøv igen."
_PAUSES_MS = (40, 80, 160, 320, 640)
"""How long is waited before each further attempt; a program that holds the clipboard mostly lets go at once."""


class Copying(QObject):
    """One copying at a time: a new one ends that which is still being tried."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._made: Callable[[], QMimeData] = QMimeData
        self._is_held: Callable[[QMimeData], bool] = bool
        self._done: Callable[[bool], object] = bool
        self._attempts = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)

    def put_text(self, text: str, done: Callable[[bool], object]) -> None:
        """Puts exactly this text on the clipboard; `done` is called with whether it is there, mostly at once."""
        self.put_content(partial(_text_content, text), partial(_is_text, text), done)

    def put_content(
        self, made: Callable[[], QMimeData], is_held: Callable[[QMimeData], bool], done: Callable[[bool], object]
    ) -> None:
        """Puts what `made` returns on the clipboard.

        `is_held` tells whether what the clipboard holds is that. `done` is called with the answer: at once, or after
        some attempts in at most 1,5 s.
        """
        self._timer.stop()
        self._made, self._is_held, self._done = made, is_held, done
        self._attempts = 0
        self._attempt()

    def end(self) -> None:
        """Tries no more; `done` is not called."""
        self._timer.stop()

    def _attempt(self) -> None:
        clipboard = QGuiApplication.clipboard()
        clipboard.setMimeData(self._made())
        held = clipboard.mimeData()
        if held and self._is_held(held):
            self._done(True)
        elif self._attempts == len(_PAUSES_MS):
            self._done(False)
        else:
            self._timer.start(_PAUSES_MS[self._attempts])
            self._attempts += 1

    def _on_time(self) -> None:
        self._attempt()


def _text_content(text: str) -> QMimeData:
    content = QMimeData()
    content.setText(text)
    return content


def _is_text(text: str, content: QMimeData) -> bool:
    return content.hasText() and content.text() == text
