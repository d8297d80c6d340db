"""White cards on the window: a column paints them behind nested layouts, which cost Qt no turn of layout more."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from botilbud_desktop.ui.style.spacing import CARD_RADIUS, GAP, HALF, LEAD, NARROW_PAGE, PAGE_MARGIN, UNIT
from botilbud_desktop.ui.style.states import State, hairline_colour, state_colour

_STATE_EDGE, _FOCUSED_EDGE = 4, 2
"""The width in px of the edge that shows a state, and of that around what has the focus."""
_NARROW_LINES = 24
"""With large text a page is narrow too when it is less wide than so many lines are high: its inputs need the room."""


class _Part(NamedTuple):
    """A part of the column."""

    layout: QVBoxLayout
    is_card: bool
    above: int
    """How many px of its room at the top are the gap above it."""


class CardColumn(QWidget):
    """A column of parts, most of which lie on cards; what is left of the height stays empty below them."""

    def __init__(self, *, top: int = GAP, side: int = PAGE_MARGIN) -> None:
        """`top` is the margin above and below the column, `side` that beside it in a wide window, in px."""
        super().__init__()
        self.setBackgroundRole(QPalette.ColorRole.Base)  # texts that fill themselves stand on a card
        self._side = side
        self._parts: list[_Part] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(side, top, side, top)
        self._column.setSpacing(LEAD)
        self._column.addStretch(1)  # else what may grow takes the rest of the height, and gaps grow with the window

    def begin_open(self) -> QVBoxLayout:
        """Begin a part that lies on the window itself."""
        return self._begin(is_card=False)

    def begin_card(self, *, has_heading: bool = False) -> QVBoxLayout:
        """Begin a card; one with a heading has less room above it, since letters begin lower than inputs."""
        return self._begin(is_card=True, top=LEAD if has_heading else GAP)

    def card_rects(self) -> Iterator[QRect]:
        """Yields where the cards are that hold something to see."""
        for part in self._parts:
            if part.is_card and not part.layout.isEmpty():
                yield part.layout.geometry().adjusted(0, part.above, 0, 0)

    def _begin(self, *, is_card: bool, top: int = 0) -> QVBoxLayout:
        above = GAP - LEAD if any(part.is_card for part in self._parts) else 0
        layout = QVBoxLayout()
        sides = GAP if is_card else 0
        layout.setContentsMargins(sides, above + top, sides, sides)
        layout.setSpacing(HALF)
        self._column.insertLayout(self._column.count() - 1, layout)
        self._parts.append(_Part(layout, is_card, above))
        return layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margins = self._column.contentsMargins()
        side = min(self._side, side_of_page(self.width(), self.fontMetrics().lineSpacing()))
        if margins.left() != side:
            self._column.setContentsMargins(side, margins.top(), side, margins.bottom())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = [rect for rect in self.card_rects() if rect.intersects(event.rect())]
        if shown:
            painter = QPainter(self)
            for rect in shown:
                draw_card(painter, rect, self.palette())
            painter.end()


def side_of_page(width: int, line: int) -> int:
    """Returns the margin at the sides of a page that is `width` px wide, where a line of text is `line` px high."""
    return UNIT if width < max(NARROW_PAGE, _NARROW_LINES * line) else PAGE_MARGIN


def draw_card(
    painter: QPainter,
    rect: QRect,
    palette: QPalette,
    edge: QColor | None = None,
    width: int = 1,
    radius: int = CARD_RADIUS,
    ground: QColor | None = None,
) -> None:
    """Draws a card at `rect`, with an edge of `width` px in the colour `edge`, or with a faint one."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge or hairline_colour(palette), width))
    painter.setBrush(ground or palette.base().color())
    inside = width / 2
    painter.drawRoundedRect(QRectF(rect).adjusted(inside, inside, -inside, -inside), radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def mixed(colour: QColor, ground: QColor, share: float) -> QColor:
    """Returns `colour` laid over `ground` so that `share` of it, from 0 to 1, is seen."""
    parts = zip(colour.getRgb()[:3], ground.getRgb()[:3], strict=True)  # type: ignore[index] # the stub says object
    return QColor(*(round(share * one + (1 - share) * other) for one, other in parts))


def draw_state_card(widget: QWidget, state: State) -> None:
    """Draws a card that fills `widget`, with an edge in the colour of `state`; call it from `paintEvent`."""
    palette, colour = widget.palette(), state_colour(state, widget.palette())
    painter = QPainter(widget)
    if widget.hasFocus():
        draw_card(painter, widget.rect(), palette, colour, _FOCUSED_EDGE)
    else:
        draw_card(painter, widget.rect(), palette)
    painter.setClipRect(QRect(0, 0, _STATE_EDGE, widget.height()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(widget.rect()), CARD_RADIUS, CARD_RADIUS)
    painter.end()
