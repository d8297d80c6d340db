"""Draws the frame of a tick in a table: in a dark theme the style's own cannot be told from the background."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from botilbud_desktop.ui.style.states import quiet_colour


class TickFrames(QStyledItemDelegate):
    """Paints items as usual, and a frame around the box of those that can be ticked."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if index.data(Qt.ItemDataRole.CheckStateRole) is None:
            return
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        box = whole.widget.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, whole, whole.widget)
        painter.save()
        painter.setPen(quiet_colour(whole.palette))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.restore()
