"""A radio button whose circle is seen in every theme."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QStyle, QStyleOptionButton

from botilbud_desktop.ui.style.states import quiet_colour


class RadioButton(QRadioButton):
    """Fusion draws a pale circle on a light window and a dark one on a dark window; it gets a ring that is seen."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.style().name().lower() != "fusion":
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        circle = self.style().subElementRect(QStyle.SubElement.SE_RadioButtonIndicator, option, self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(quiet_colour(self.palette()), 1))
        painter.drawEllipse(QRectF(circle).adjusted(1, 1, -1, -1))
        painter.end()
