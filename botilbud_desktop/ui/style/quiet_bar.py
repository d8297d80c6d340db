"""A scroll bar that leaves the eye alone: a thumb without a groove, and nothing while there is nothing to scroll."""

import sys

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

from botilbud_desktop.ui.style.edge import edge_colour
from botilbud_desktop.ui.style.states import is_high_contrast

_THUMB, _THUMB_UNDER_MOUSE = 6, 8
"""The width of the thumb in px."""
_LEAST_LENGTH = 26
"""The least length of Fusion's thumb in px: what is drawn is where the mouse takes hold of it."""


class QuietBar(QScrollBar):
    """A vertical bar; on Windows and in high contrast it is the style's."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)  # a blank bar shows what lies below it

    def paintEvent(self, event: QPaintEvent) -> None:
        most = self.maximum() - self.minimum()
        if most <= 0:
            return
        if sys.platform == "win32" or is_high_contrast(self.palette()):
            super().paintEvent(event)
            return
        groove = self.height() - 2 * self.width()  # there are steps of its width above and below, which nobody sees
        length = min(max(groove * self.pageStep() // (most + self.pageStep()), _LEAST_LENGTH), groove)
        top = self.width() + (groove - length) * (self.sliderPosition() - self.minimum()) // most
        width = _THUMB_UNDER_MOUSE if self.underMouse() else _THUMB
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(edge_colour(self.palette()))
        painter.drawRoundedRect(QRectF((self.width() - width) / 2, top, width, length), width / 2, width / 2)
        painter.end()


def use_quiet_bar(area: QAbstractScrollArea, *, is_always_there: bool = False) -> None:
    """Give `area` such a bar; with `is_always_there` its room is kept, so that what is scrolled has one width."""
    area.setVerticalScrollBar(QuietBar())
    if is_always_there:
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
