"""A word or two on the surface of their state."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from botilbud_desktop.ui.style.spacing import BAR_RADIUS, HALF, UNIT
from botilbud_desktop.ui.style.states import State, is_high_contrast, state_surface
from botilbud_desktop.ui.style.text import PlainLabel, set_bold


class StatusBadge(PlainLabel):
    """The status of a draft."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = State.INFORMATION
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setContentsMargins(UNIT, HALF, UNIT, HALF)
        self.setWordWrap(False)
        set_bold(self)

    def show_status(self, words: str, state: State) -> None:
        """Show `words` on the surface of `state`."""
        self._state = state
        self.setText(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_high_contrast(self.palette()):
            painter.setPen(self.palette().windowText().color())
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(state_surface(self._state, self.palette()))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), BAR_RADIUS, BAR_RADIUS)
        painter.end()
        super().paintEvent(event)
