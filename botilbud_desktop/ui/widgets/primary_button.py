"""The one button of a page that leads on: filled with the accent, so that the eye finds it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from botilbud_desktop.ui.style.focus_ring import draw_usual_edge, has_faint_edges
from botilbud_desktop.ui.style.icons import icon_pixmap, origin_of
from botilbud_desktop.ui.style.spacing import CONTROL_RADIUS, ICON, LEAD, UNIT
from botilbud_desktop.ui.style.states import State, is_dark, is_high_contrast, state_colour

_HOVERED, _PRESSED = 108, 118
"""How much darker it is then, in per cent."""
_EDGES = ("#bcbcbc", "#5c5c5c")
"""The edge of an ordinary button on Windows 11, light and dark."""
_ON_LIGHT, _ON_DARK = "#ffffff", "#10263a"
"""The colour of its words in a light and in a dark theme."""


class ActionButton(QPushButton):
    """A button as high as an input, with room beside its words; drawn by the style, or filled as the primary one."""

    def __init__(self, words: str, parent: QWidget | None = None, *, is_primary: bool = False) -> None:
        super().__init__(words, parent)
        self._is_primary = is_primary

    def set_primary(self, is_primary: bool) -> None:
        """Make it the page's primary button, or an ordinary one."""
        if is_primary is not self._is_primary:
            self._is_primary = is_primary
            self.update()

    @property
    def own_colour(self) -> QColor | None:
        """The colour of words and icon on the filled button; None where the style draws it."""
        if not self._is_primary or not self.isEnabled() or is_high_contrast(self.palette()):
            return None
        return QColor(_ON_DARK if is_dark(self.palette()) else _ON_LIGHT)

    def sizeHint(self) -> QSize:
        hint, line = super().sizeHint(), self.fontMetrics().lineSpacing()
        return QSize(hint.width() + 2 * UNIT, max(hint.height(), line + LEAD))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = self.own_colour
        if colour is None:
            super().paintEvent(event)
            if has_faint_edges() and not is_high_contrast(self.palette()):
                self._draw_edge()
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground())
        painter.drawRoundedRect(QRectF(self.rect()), CONTROL_RADIUS, CONTROL_RADIUS)
        self._draw_words(painter, colour)
        painter.end()

    def _draw_edge(self) -> None:
        painter = QPainter(self)
        draw_usual_edge(painter, self.rect(), QColor(_EDGES[is_dark(self.palette())]))
        painter.end()

    def _ground(self) -> QColor:
        accent = state_colour(State.INFORMATION, self.palette())
        if self.isDown():
            return accent.darker(_PRESSED)
        return accent.darker(_HOVERED) if self.underMouse() else accent

    def _draw_words(self, painter: QPainter, colour: QColor) -> None:
        """Draw the icon and the words in the middle."""
        words, drawn = self.text(), origin_of(self.icon())
        room = ICON + UNIT if drawn is not None else 0
        wide = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, words).width()
        left = (self.width() - wide - room) // 2
        if drawn is not None:
            pixmap = icon_pixmap(drawn.name, colour, self.devicePixelRatioF(), drawn.size)
            painter.drawPixmap(left, (self.height() - drawn.size) // 2, pixmap)
        painter.setPen(colour)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextSingleLine
        painter.drawText(QRect(left + room, 0, wide + room, self.height()), flags, words)
