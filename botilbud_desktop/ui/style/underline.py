"""Underlines below the letters' descenders: a font's own line is often drawn through them."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen, QTextLayout, QTextOption

UNDERLINE_ROOM = 1
"""Room that a text needs below its last line, in px."""
_THICKNESS = 1.0


def draw_underlines(painter: QPainter, text: str, width: int, colour: QColor) -> None:
    """Underlines `text`, which `painter` has drawn from the top left in its own font, word-wrapped at `width` px."""
    metrics = painter.fontMetrics()
    layout = QTextLayout(text, painter.font())
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    painter.save()
    painter.setPen(QPen(colour, _THICKNESS))
    top = 0.0
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(width)
        y = top + metrics.ascent() + metrics.descent() + _THICKNESS / 2
        painter.drawLine(QPointF(0, y), QPointF(line.naturalTextWidth(), y))
        top += metrics.lineSpacing()
        line = layout.createLine()
    painter.restore()
    layout.endLayout()
