"""A radio button whose circle is seen in every theme."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QStyle, QWidget

from botilbud_desktop.ui.style.spacing import TARGET
from botilbud_desktop.ui.style.states import quiet_colour
from botilbud_desktop.ui.widgets.faint_indicator import faint_indicator


class RadioButton(QRadioButton):
    """Its circle gets a ring that is seen where the style draws it too faintly."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.setMinimumHeight(TARGET)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        circle = faint_indicator(self, QStyle.SubElement.SE_RadioButtonIndicator)
        if circle is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(quiet_colour(self.palette()), 1))
            painter.drawEllipse(QRectF(circle).adjusted(1, 1, -1, -1))
            painter.end()
