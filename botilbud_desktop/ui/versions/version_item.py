"""Draws a line of the list of earlier versions: when, who and how, and what changed."""

from enum import StrEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem

from botilbud_desktop.ui.style.icons import icon_pixmap
from botilbud_desktop.ui.style.spacing import ICON, UNIT
from botilbud_desktop.ui.style.states import State, quiet_colour, state_colour, state_surface

ABOUT = Qt.ItemDataRole.UserRole
"""Who and how."""
CHANGES = Qt.ItemDataRole.UserRole + 1
"""What changed; None until it is found out."""
INDENT = Qt.ItemDataRole.UserRole + 2
"""Whether the line belongs to the group above."""
OPENS = Qt.ItemDataRole.UserRole + 3
"""The line's `Opens`, shown as an arrow."""

_EDGE = 3
_AnyIndex = QModelIndex | QPersistentModelIndex


class Opens(StrEnum):
    """Whether a line can be expanded, and whether it is."""

    NOTHING = "nothing"
    CLOSED = "closed"
    OPENED = "opened"

    @property
    def words(self) -> str:
        """The wording for screen readers."""
        return _OPENS_WORDS[self]


_OPENS_WORDS = {
    Opens.NOTHING: "",
    Opens.CLOSED: "Lukket, åbnes med højre pil",
    Opens.OPENED: "Åben, lukkes med venstre pil",
}
_OPENS_ICONS = {Opens.CLOSED: "expand", Opens.OPENED: "collapse"}


class VersionDelegate(QStyledItemDelegate):
    """Draws three lines of text, each cut with `…` where it is too long."""

    def __init__(self, versions: QListWidget) -> None:
        super().__init__(versions)
        self._list = versions

    @staticmethod
    def arrow_area(row: QRect) -> QRect:
        """Returns the area where a click expands or collapses the line that fills `row`."""
        side = ICON + 2 * UNIT
        return QRect(row.right() - side + 1, row.top(), side, side)

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        return QSize(0, 3 * self._list.fontMetrics().lineSpacing() + 2 * UNIT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        versions, palette = self._list, self._list.palette()
        rect: QRect = option.rect
        if index.row() == versions.currentRow():
            self._paint_current(painter, rect)
        opens = Opens(index.data(OPENS))
        if opens is not Opens.NOTHING:
            arrow = self.arrow_area(rect).topLeft()
            tint = palette.text().color()
            ratio = versions.devicePixelRatioF()
            painter.drawPixmap(arrow.x() + UNIT, arrow.y() + UNIT, icon_pixmap(_OPENS_ICONS[opens], tint, ratio))
        left = UNIT + _EDGE + (2 * UNIT if index.data(INDENT) else 0)
        room = rect.adjusted(left, UNIT, -UNIT, 0)
        room.setHeight(versions.fontMetrics().lineSpacing())
        title_room = room if opens is Opens.NOTHING else room.adjusted(0, 0, -ICON - UNIT, 0)
        font = QFont(versions.font())
        font.setBold(True)
        painter.setPen(palette.text().color())
        painter.setFont(font)
        self._paint_line(painter, title_room, index.data())
        painter.setFont(versions.font())
        self._paint_line(painter, room.translated(0, room.height()), index.data(ABOUT))
        painter.setPen(quiet_colour(palette))
        self._paint_line(painter, room.translated(0, 2 * room.height()), index.data(CHANGES) or "")

    def _paint_current(self, painter: QPainter, rect: QRect) -> None:
        palette = self._list.palette()
        colour = state_colour(State.INFORMATION, palette)
        painter.fillRect(rect, state_surface(State.INFORMATION, palette))
        painter.fillRect(QRect(rect.topLeft(), QSize(_EDGE, rect.height())), colour)
        if self._list.hasFocus():
            painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _paint_line(self, painter: QPainter, room: QRect, text: str) -> None:
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, elided)
