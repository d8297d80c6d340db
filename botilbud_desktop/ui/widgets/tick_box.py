"""A box to tick that is seen in every theme, ticked or not."""

from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QStyle

from botilbud_desktop.ui.style.states import quiet_colour
from botilbud_desktop.ui.widgets.faint_indicator import faint_indicator


class TickBox(QCheckBox):
    """It gets an edge that is seen where the style draws it too faintly."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        box = faint_indicator(self, QStyle.SubElement.SE_CheckBoxIndicator)
        if box is not None:
            painter = QPainter(self)
            painter.setPen(QPen(quiet_colour(self.palette()), 1))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
            painter.end()
