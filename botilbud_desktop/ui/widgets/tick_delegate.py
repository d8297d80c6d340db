"""Draws the ticks of the table so that an empty box is seen in every theme."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from botilbud_desktop.ui.style.states import quiet_colour
from botilbud_desktop.ui.style.tall_rows import Rows


class TickDelegate(Rows):
    """Fusion draws a dark box on a dark table; it gets an edge that is seen.

    A box of which only some below are ticked has a square in it: some styles draw it as ticked.
    """

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        style = shown.widget.style()
        box = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, shown, shown.widget)
        is_selected = bool(shown.state & QStyle.StateFlag.State_Selected)
        palette = shown.palette
        edge = palette.highlightedText().color() if is_selected else quiet_colour(palette)
        if Qt.CheckState(state) is Qt.CheckState.PartiallyChecked:
            painter.fillRect(box, palette.base())
            painter.fillRect(box.adjusted(4, 4, -4, -4), palette.text())
        painter.setPen(QPen(edge, 1))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
