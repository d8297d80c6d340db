"""Finds widgets that could render a user's text as markup: labels, tool tips, documents with links or pictures."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_MOST_ROWS = 500
_MARKUP = re.compile("<[A-Za-z!/?]")
"""Matches all that Qt takes for HTML in a hint, and a little more."""


def rich_texts() -> Iterator[str]:
    """Yields each spot in the program's widgets, shown or hidden, where markup would be rendered."""
    for widget in QApplication.allWidgets():
        for what in _of_widget(widget):
            yield f"{type(widget).__name__} {widget.objectName()!r}: {what}"


def rich_documents(document: QTextDocument) -> Iterator[str]:
    """Yields links and pictures in a document."""
    block = document.begin()
    while block.isValid():
        for part in block.textFormats():
            if part.format.isAnchor() or part.format.isImageFormat():
                yield f"a link or picture: {block.text()[:60]!r}"
        block = block.next()


def _of_widget(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel) and widget.inherits("QTipLabel"):
        shown = QTextDocument()
        shown.setHtml(widget.text())
        yield from (f"tool tip with {each}" for each in rich_documents(shown))
    elif isinstance(widget, QLabel) and widget.text():
        if widget.textFormat() is not Qt.TextFormat.PlainText:
            yield f"label of format {widget.textFormat().name}: {widget.text()[:60]!r}"
        if widget.openExternalLinks():
            yield "label that opens links"
    elif isinstance(widget, QMessageBox) and widget.textFormat() is not Qt.TextFormat.PlainText:
        yield "message of a format that is not plain"
    elif isinstance(widget, QTextEdit | QPlainTextEdit):
        yield from rich_documents(widget.document())
    for hint in (widget.toolTip(), widget.whatsThis(), widget.statusTip()):
        if _MARKUP.search(hint):
            yield f"hint that is read as markup: {hint[:60]!r}"
    if isinstance(widget, QAbstractItemView | QComboBox):
        yield from _of_items(widget.model())


def _of_items(model: QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    root: QModelIndex | QPersistentModelIndex = QModelIndex()
    for row in range(min(model.rowCount(root), _MOST_ROWS)):
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(root)
        for column in range(columns):
            for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole):
                hint = model.index(row, column, root).data(role)
                if isinstance(hint, str) and _MARKUP.search(hint):
                    yield f"hint of an item that is read as markup: {hint[:60]!r}"
