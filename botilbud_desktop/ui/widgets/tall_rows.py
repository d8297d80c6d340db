"""Rows of a list that are high enough to be hit with the mouse."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from botilbud_desktop.ui.style.spacing import TARGET


class TallRows(QStyledItemDelegate):
    """Draws rows as the style does, each at least 24 px high."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, TARGET))
