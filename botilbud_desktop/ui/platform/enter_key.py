"""Lets Enter press the focused button in windows, as in dialogs; Qt itself lets only Space do so in windows."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPushButton, QToolButton, QWidget
from shiboken6 import isValid

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class EnterPresses(QObject):
    """Filters the key events of the focused button, and of nothing else."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._button: QAbstractButton | None = None
        application.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QAbstractButton) or event.key() not in _KEYS or event.modifiers() not in _PLAIN:
            return False
        if not event.isAutoRepeat():  # a key held down would also press the next button
            watched.click()
        return True

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._button is not None and isValid(self._button):
            self._button.removeEventFilter(self)
        self._button = None
        if isinstance(new, (QPushButton, QToolButton)) and not isinstance(new.window(), QDialog):
            self._button = new
            new.installEventFilter(self)
