"""A bar that shows a part of a whole, such as a pool; the words beside it say the same."""

from fractions import Fraction

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

_CHARACTERS = 18
"""Its width in characters."""


class PoolBar(QWidget):
    """Dark is the part. When that is more than the whole, a line shows where the whole ends."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._share = Fraction(0)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_share(self, share: Fraction | None) -> None:
        """Show a part; None hides the bar: there is no whole."""
        self.setVisible(share is not None)
        self._share = max(share or Fraction(0), Fraction(0))
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * _CHARACTERS, metrics.ascent())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width() // 2, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        edge = self.palette().color(QPalette.ColorRole.WindowText)
        area = self.rect().adjusted(0, 0, -1, -1)
        filled = QRect(area)
        filled.setWidth(int(min(self._share, Fraction(1)) * area.width()))
        painter.fillRect(area, self.palette().base())
        painter.fillRect(filled, edge)
        painter.setPen(edge)
        painter.drawRect(area)
        if self._share > 1:
            place = area.left() + int(area.width() / self._share)
            painter.setPen(self.palette().color(QPalette.ColorRole.Window))
            painter.drawLine(place - 1, area.top(), place - 1, area.bottom())
            painter.drawLine(place, area.top(), place, area.bottom())
        painter.end()
