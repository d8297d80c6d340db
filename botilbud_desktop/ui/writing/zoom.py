"""Ctrl+plus, Ctrl+minus, Ctrl+0 and Ctrl with the wheel change the text size of one input."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from botilbud_desktop.storage.user.writing_zoom import LARGEST, SMALLEST

STEP = 10
_STEPS = {
    Qt.Key.Key_Plus: STEP,
    Qt.Key.Key_Equal: STEP,
    Qt.Key.Key_Minus: -STEP,
    Qt.Key.Key_0: 0,
}


class Zoom(QObject):
    """The text size of an input, in per cent of the program's."""

    changed = Signal(int)

    def __init__(self, target: QPlainTextEdit, percent: int) -> None:
        super().__init__(target)
        self._target = target
        self.percent = percent
        target.installEventFilter(self)
        target.viewport().installEventFilter(self)
        self._show()

    def step(self, by: int) -> None:
        """Changes the size by `by` per cent; 0 resets it to 100."""
        percent = 100 if by == 0 else max(SMALLEST, min(LARGEST, self.percent + by))
        if percent != self.percent:
            self.percent = percent
            self._show()
            self.changed.emit(percent)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step(STEP if event.angleDelta().y() > 0 else -STEP)
            return True
        if not isinstance(event, QKeyEvent) or watched is not self._target:
            return False
        is_ours = event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in _STEPS
        if not is_ours or event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        if event.type() == QEvent.Type.KeyPress:
            self.step(_STEPS[Qt.Key(event.key())])
        event.accept()  # so that no menu takes the key
        return True

    def _show(self) -> None:
        font = QFont(QApplication.font(self._target))
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * self.percent / 100)
        else:
            font.setPixelSize(max(1, font.pixelSize() * self.percent // 100))
        self._target.setFont(font)
