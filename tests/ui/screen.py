"""Reads the screen: texts of widgets, menus and dialogs, and the problems at fields."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QTableWidget,
    QWidget,
)

from botilbud_desktop.rules.results import Severity
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.fields.text.text_field import TextField
from botilbud_desktop.ui.style.still_text import StillText
from botilbud_desktop.ui.widgets.link_button import LinkButton
from tests.ui.user import User


def shown_problems(user: User) -> list[str]:
    """Returns the problems shown at fields of the page, without character counters."""
    counters = {field.counter for field in user.page.findChildren(TextField)}
    messages = {finding.message for finding in user.view.assessment.findings if finding.severity is not Severity.INFO}
    return [
        note.text()
        for note in user.page.findChildren(Note)
        if note.isVisible() and note not in counters and _contains_message(note.text(), messages)
    ]


def _contains_message(text: str, messages: set[str]) -> bool:
    return bool(text) and any(message in text for message in messages)


def texts_of(top: QWidget) -> Iterator[str]:
    """Yields each text below a widget that users can see, hear or open: also spoken names, tooltips and list items."""
    for widget in (top, *top.findChildren(QWidget)):
        yield from _own_texts(widget)
        yield widget.windowTitle().replace("[*]", "")
        yield widget.toolTip()
        yield widget.statusTip()
        yield widget.whatsThis()
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        if isinstance(widget, QMenu):
            yield from (text for action in widget.actions() for text in texts_of_action(action))


def texts_of_action(action: QAction) -> Iterator[str]:
    """Yields the texts of a menu command."""
    yield action.text()
    yield action.toolTip()
    yield action.statusTip()


def _own_texts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, LinkButton):
        yield widget.words()
    elif isinstance(widget, QLabel | StillText | QAbstractButton | QLineEdit):
        yield widget.text()
    elif isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    elif isinstance(widget, QListWidget):
        for row in range(widget.count()):
            yield widget.item(row).text()
            yield str(widget.item(row).data(Qt.ItemDataRole.AccessibleTextRole))
    elif isinstance(widget, QTableWidget):
        yield from _texts_of_table(widget)
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()


def _texts_of_table(table: QTableWidget) -> Iterator[str]:
    for column in range(table.columnCount()):
        if heading := table.horizontalHeaderItem(column):
            yield heading.text()
    for row in range(table.rowCount()):
        for column in range(table.columnCount()):
            if item := table.item(row, column):
                yield item.text()
                yield str(item.data(Qt.ItemDataRole.AccessibleTextRole))
