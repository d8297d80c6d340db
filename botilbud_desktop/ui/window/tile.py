"""A row of the start page that is pressed as a whole: an icon, a link as its name, what is said below it, an arrow."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from botilbud_desktop.ui.style.cards import draw_card
from botilbud_desktop.ui.style.icons import icon_pixmap
from botilbud_desktop.ui.style.spacing import BAR_RADIUS, HALF, LEAD, UNIT
from botilbud_desktop.ui.style.states import State, state_colour, state_surface
from botilbud_desktop.ui.style.text import set_bold
from botilbud_desktop.ui.widgets.link_button import LinkButton


class Tile(QWidget):
    """The tile of a link; a click beside the link is one on it."""

    def __init__(self, icon_name: str, link: LinkButton, below: Sequence[QWidget] = ()) -> None:
        """`below` is shown below the link, which the keyboard reaches alone."""
        super().__init__()
        self.link = link
        self._is_below_mouse = False
        set_bold(link)
        link.show_underlines(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        column = QVBoxLayout()
        column.setSpacing(0)
        for part in (link, *below):
            column.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(LEAD, UNIT, LEAD, UNIT if below else HALF)  # a link has room below it
        row.setSpacing(LEAD)
        row.addWidget(self._icon(icon_name))
        row.addLayout(column, 1)
        row.addWidget(self._icon("expand"))

    def _icon(self, name: str) -> QLabel:
        label = QLabel(self)
        colour = state_colour(State.INFORMATION, self.palette())
        label.setPixmap(icon_pixmap(name, colour, self.devicePixelRatioF()))
        return label

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # or no release comes here

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.link.click()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._show_below_mouse(True)

    def leaveEvent(self, event: QEvent) -> None:
        self._show_below_mouse(False)

    def _show_below_mouse(self, is_below_mouse: bool) -> None:
        self._is_below_mouse = is_below_mouse
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = state_surface(State.INFORMATION, self.palette()) if self._is_below_mouse else None
        draw_card(painter, self.rect(), self.palette(), radius=BAR_RADIUS, ground=ground)
        painter.end()
