"""A table on a card: no grid, a faint line below each row, quiet headings, and a chosen row that can be read."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableWidget

from botilbud_desktop.ui.style.spacing import HALF, UNIT
from botilbud_desktop.ui.style.states import (
    State,
    hairline_colour,
    is_high_contrast,
    quiet_colour,
    state_colour,
    state_surface,
)

_WIDE, _TIGHT = 560, 2
"""A table that is less wide, in px, has so little room beside its words."""
_MARK = 3
"""The width in px of the mark of the chosen row."""
_AnyIndex = QModelIndex | QPersistentModelIndex


def _room_in(table: QObject | None) -> int:
    """Returns the px beside the words of each cell of a wide table, or of a narrow one."""
    return UNIT if isinstance(table, QTableWidget) and table.width() >= _WIDE else _TIGHT


class QuietRows(QStyledItemDelegate):
    """Draws the rows of a table; the chosen one has a mark at its first column."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        hint = super().sizeHint(option, index)
        room = _room_in(self.parent())
        return QSize(hint.width() + 2 * room, hint.height() + room)

    def words_area(self, cell: QRect) -> QRect:
        """Returns the part of a cell that is left to its words; the style leaves some px of it itself."""
        beside = _room_in(self.parent()) // 2  # less than its column asked for, so that no number is cut
        return cell.adjusted(beside, 0, -beside, 0)

    def initStyleOption(self, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Leave the marks to `paint`, except those of a chosen row in high contrast."""
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus  # the ring is around the table, and the row is chosen
        if not is_high_contrast(option.palette):
            option.state &= ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        table, area = self.parent(), QRect(option.rect)
        if not isinstance(table, QTableWidget):
            super().paint(painter, option, index)
            return
        palette, is_chosen = table.palette(), table.selectionModel().isRowSelected(index.row())
        if is_chosen and not is_high_contrast(palette):
            painter.fillRect(area, state_surface(State.INFORMATION, palette))
            option.rect = self.words_area(area)
        elif not is_chosen:
            option.rect = self.words_area(area)
        super().paint(painter, option, index)
        painter.setPen(hairline_colour(palette))
        painter.drawLine(area.left(), area.bottom(), area.right(), area.bottom())
        if is_chosen and index.column() == 0:
            painter.fillRect(
                QRect(area.topLeft(), QSize(_MARK, area.height())), state_colour(State.INFORMATION, palette)
            )


class QuietHeader(QHeaderView):
    """Headings without boxes, in the quiet colour, aligned as the table's cells are."""

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        palette = self.palette()
        painter.fillRect(rect, palette.base())
        is_across = self.orientation() is Qt.Orientation.Horizontal
        painter.setPen(hairline_colour(palette))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        painter.setPen(quiet_colour(palette))
        model, role = self.model(), Qt.ItemDataRole
        flags = Qt.AlignmentFlag.AlignCenter
        if is_across:
            told = model.headerData(logicalIndex, self.orientation(), role.TextAlignmentRole)
            flags = Qt.AlignmentFlag(self.defaultAlignment() if told is None else told)
        words = str(model.headerData(logicalIndex, self.orientation(), role.DisplayRole) or "")
        beside = _room_in(self.parent()) if is_across else 0
        painter.drawText(rect.adjusted(beside, 0, -beside, -HALF if is_across else 0), flags, words)

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        size = super().sectionSizeFromContents(logicalIndex)
        return QSize(size.width() + 2 * _room_in(self.parent()), size.height() + HALF)


def make_quiet(table: QTableWidget) -> None:
    """Give `table` this look; called before its headings are set."""
    table.setHorizontalHeader(QuietHeader(Qt.Orientation.Horizontal, table))
    table.setVerticalHeader(QuietHeader(Qt.Orientation.Vertical, table))
    table.setItemDelegate(QuietRows(table))
    table.setShowGrid(False)
    table.setFrameShape(QFrame.Shape.NoFrame)
