"""Describes a window or dialog as lines of text: its texts, spoken names, states and geometry, for comparison."""

import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QTableWidget,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from botilbud_desktop.ui.style.still_text import StillText
from botilbud_desktop.ui.widgets.link_button import LinkButton

_MAX_LENGTH = 300
_GEOMETRY = re.compile(r" at -?\d+,-?\d+ \d+×\d+$")


def in_words(top: QWidget, folder: Path, *, with_menus: bool) -> list[str]:
    """Returns the visible widgets in the order they were made, with position and size in px, then the tab order.

    A position is relative to the enclosing widget that has a line. The path of `folder` is replaced by FOLDER.
    """
    lines = [*_parts(top, 0), "tab:", *_tab_order(top, folder)]
    if isinstance(top, QMainWindow) and with_menus:
        lines += ["menus:", *_menus(top)]
    if shows_folder(lines, folder):
        lines = [_GEOMETRY.sub("", line) for line in lines]  # the length of the path changes the layout
    return [line.replace(str(folder), "FOLDER").rstrip() for line in lines]


def shows_folder(lines: list[str], folder: Path | str = "FOLDER") -> bool:
    """Whether a path decides the layout: one in a line of input does not."""
    return any(str(folder) in line for line in lines if not line.lstrip().startswith("QLineEdit"))


def _parts(widget: QWidget, depth: int, around: QWidget | None = None) -> Iterator[str]:
    description = _description(widget)
    if description:
        position = QPoint() if around is None else widget.mapTo(around, QPoint())
        size = widget.size()
        yield f"{'  ' * depth}{description} at {position.x()},{position.y()} {size.width()}×{size.height()}"
        around = widget
    for child in _children(widget):
        yield from _parts(child, depth + bool(description), around)


def _children(widget: QWidget) -> list[QWidget]:
    children = [child for child in widget.children() if isinstance(child, QWidget) and child.isVisible()]
    children = [child for child in children if not child.isWindow() and not isinstance(child, QMenu)]
    if isinstance(widget, QComboBox | QLineEdit | QTableWidget | QListWidget):
        return []
    return children


def _description(widget: QWidget) -> str:
    kind = _kind(widget)
    facts = {
        "name": widget.objectName() if not widget.objectName().startswith("qt_") else "",
        "title": widget.windowTitle() if widget.isWindow() else "",
        "text": _shortened(" / ".join(_texts(widget))),
        "spoken": _shortened(widget.accessibleName()),
        "described": _shortened(widget.accessibleDescription()),
        "tip": _shortened(widget.toolTip()),
    }
    states = [state for state, holds in _states(widget) if holds]
    states += _text_style(widget) if facts["text"] else []
    if not any(facts.values()) and not states:
        return ""
    named = [f"{name} {value!r}" for name, value in facts.items() if value]
    return " ".join([kind, *named, *states])


def _text_style(widget: QWidget) -> list[str]:
    """Returns how a text differs from the default: its colour, its size in %, and whether it wraps."""
    if not isinstance(widget, QLabel | StillText):
        return []
    colour, usual = (one.windowText().color().name() for one in (widget.palette(), QApplication.palette()))
    size = widget.font().pointSizeF() / QApplication.font().pointSizeF()
    style = [colour] if colour != usual else []
    style += [f"{size:.0%}"] if abs(size - 1) > 0.01 else []
    return [*style, *(["wraps"] if widget.wordWrap() else [])]


def _kind(widget: QWidget) -> str:
    """Returns the name of Qt's own class, so that classes of the program can be renamed."""
    return next(kind.__name__ for kind in type(widget).__mro__ if kind.__module__.startswith("PySide6."))


def _states(widget: QWidget) -> Iterator[tuple[str, bool]]:
    takes_keys = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    yield "off", takes_keys and not widget.isEnabled()
    yield "read-only", isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit) and widget.isReadOnly()
    yield "bold", isinstance(widget, QLabel | StillText) and widget.font().bold()
    yield "focus", widget.hasFocus()
    if isinstance(widget, QAbstractButton):
        yield "checked", widget.isCheckable() and widget.isChecked()
        yield "icon", not widget.icon().isNull()
        yield "default", bool(getattr(widget, "isDefault", bool)())


def _texts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, LinkButton):
        yield widget.words()
    elif isinstance(widget, QLabel | StillText | QAbstractButton | QLineEdit):
        yield widget.text()
    elif isinstance(widget, QPlainTextEdit | QTextEdit):
        yield widget.toPlainText()
    elif isinstance(widget, QComboBox):
        yield f"{widget.currentText()} of {widget.count()}"
    elif isinstance(widget, QTabWidget):
        yield from (widget.tabText(index) for index in range(widget.count()))
        yield str(widget.currentIndex())
    elif isinstance(widget, QListWidget):
        for row in range(widget.count()):
            item = widget.item(row)
            yield f"{'>' * item.isSelected()}{item.text()}"
    elif isinstance(widget, QTableWidget):
        yield from _cells(widget)
    if isinstance(widget, QLineEdit | QPlainTextEdit) and widget.placeholderText():
        yield f"({widget.placeholderText()})"


def _cells(table: QTableWidget) -> Iterator[str]:
    for row in range(-1, table.rowCount()):
        for column in range(table.columnCount()):
            item = table.horizontalHeaderItem(column) if row < 0 else table.item(row, column)
            if item is not None:
                yield f"{'>' * (row >= 0 and item.isSelected())}{item.text()}"


def _tab_order(top: QWidget, folder: Path) -> Iterator[str]:
    widget = top.nextInFocusChain()
    while widget is not None and widget is not top:
        takes_keys = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        if takes_keys and widget.isVisible() and widget.isEnabled() and widget.window() is top:
            words = " ".join(_texts(widget)).replace(str(folder), "FOLDER").replace("\n", " ")
            name = widget.objectName() or _shortened(words, 40)
            yield f"  {_kind(widget)} {name}"
        widget = widget.nextInFocusChain()


def _menus(window: QMainWindow) -> Iterator[str]:
    for action in window.menuBar().actions():
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield f"  {action.text()}"
            yield from (f"    {_action(one)}" for one in menu.actions())


def _action(action: QAction) -> str:
    if action.isSeparator():
        return "-"
    keys = " ".join(key.toString() for key in action.shortcuts())
    return f"{action.text()}{f' [{keys}]' if keys else ''}{'' if action.isEnabled() else ' off'}"


def _shortened(text: str, limit: int = _MAX_LENGTH) -> str:
    return text if len(text) <= limit else f"{text[:limit]}… ({len(text)})"
