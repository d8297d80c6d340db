"""Finds what does not fit a small screen: windows larger than it, second scroll bars, words and controls cut."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QHeaderView,
    QLineEdit,
    QScrollArea,
    QTableView,
    QTreeView,
    QWidget,
)

from botilbud_desktop.ui.comments.marks import CommentMark
from tests.ui.accessibility.cuts import cut_complaints
from tests.ui.accessibility.parts import known_as, shown_parts
from tests.ui.stretched import does_not_fit

_DATA = (QTableView, QTreeView, QHeaderView)
"""What may scroll both ways: rows and columns belong together (WCAG 2.2, 1.4.10)."""
_LEAST_LINES = 2
"""So many lines of a page must be in view at once, or nobody can work in it."""


def reflow_complaints(top: QWidget, room: QSize) -> Iterator[str]:
    """Complains about what in the window or dialog `top` does not fit into `room`, the screen's without a frame."""
    if top.width() > room.width() or top.height() > room.height():
        yield f"{known_as(top)} is {top.width()}×{top.height()} px"
    for widget in shown_parts(top):
        if isinstance(widget, QAbstractScrollArea) and not isinstance(widget, _DATA):
            yield from _scrolled_sideways(widget)
        yield from _outside(widget, top)
    yield from does_not_fit(top)
    yield from cut_complaints(top)


def _scrolled_sideways(area: QAbstractScrollArea) -> Iterator[str]:
    if (beyond := area.horizontalScrollBar().maximum()) > 0:
        yield f"{known_as(area)} scrolls sideways by {beyond} px"
    if isinstance(area, QScrollArea):
        inner = area.widget()
        if inner is not None and inner.width() > area.viewport().width():
            yield f"{known_as(area)} cuts {inner.width() - area.viewport().width()} px at its side"
        least = _LEAST_LINES * area.fontMetrics().lineSpacing()
        if inner is not None and area.viewport().height() < min(least, inner.height()):
            yield f"{known_as(area)} shows {area.viewport().height()} px of {inner.height()}"


def _outside(widget: QWidget, top: QWidget) -> Iterator[str]:
    """Complains about a control that reaches out of what holds it."""
    parent = widget.parentWidget()
    if widget is top or parent is None or not isinstance(widget, QAbstractButton | QLineEdit):
        return
    if isinstance(widget, CommentMark):
        return  # it sits on the edge of its input
    if parent.objectName() == "qt_scrollarea_viewport":
        return
    while parent is not None and parent is not top.parentWidget():
        area = QRect(widget.mapTo(parent, QPoint(0, 0)), widget.size())
        if not parent.rect().contains(area):
            yield f"{known_as(widget)} reaches out of {known_as(parent)}: {area.getRect()} of {parent.rect().getRect()}"
            return
        if parent.objectName() == "qt_scrollarea_viewport" or parent is top:
            return
        parent = parent.parentWidget()
        if parent is not None and parent.objectName() == "qt_scrollarea_viewport":
            return
