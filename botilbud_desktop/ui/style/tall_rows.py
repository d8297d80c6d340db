"""Rows of a list: their words, and a height that can be hit with the mouse."""

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from botilbud_desktop.domain.text.hidden_marks import hard_spaced
from botilbud_desktop.ui.style.spacing import TARGET


class Rows(QStyledItemDelegate):
    """Draws rows as the style does, with hard spaces between numbers and their units."""

    def displayText(self, value: object, locale: QLocale | QLocale.Language) -> str:
        return hard_spaced(super().displayText(value, locale))


class TallRows(Rows):
    """Such rows, each at least 24 px high."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, TARGET))
