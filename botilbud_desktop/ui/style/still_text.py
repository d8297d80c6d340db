"""Text that changes while the user types: it repaints alone, and the page gets a new layout only when needed.

A `QLabel` requests a new layout of its page with each new text, which costs more than the keystroke itself.
"""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_UNLIMITED = 100_000


class StillText(QLabel):
    """Plain text that wraps and is at least `lines` lines high.

    For screen readers it is a label with the text as its name; the text of the `QLabel` itself stays empty.
    """

    def __init__(self, lines: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._text = ""
        self._height = 0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAutoFillBackground(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """Returns the shown text."""
        return self._text

    def setText(self, text: str) -> None:
        """Shows `text`."""
        if text == self._text:
            return
        self._text = text
        self.setAccessibleName(text)
        if self.heightForWidth(self.width()) != self._height:
            self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        metrics = self.fontMetrics()
        least = metrics.lineSpacing() * self._lines
        if not self._text:
            return least
        return max(least, metrics.boundingRect(QRect(0, 0, max(width, 1), _UNLIMITED), _FLAGS, self._text).height())

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 20, self.fontMetrics().lineSpacing() * self._lines)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.fontMetrics().lineSpacing() * self._lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._height = self.heightForWidth(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect(), _FLAGS, self._text)
        painter.end()
