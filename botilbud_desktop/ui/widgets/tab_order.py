"""The tab order: as in the layout, also for widgets that were created later than those after them."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


class PageContent(QWidget):
    """The scrolled content of a page.

    The search for the page stops here: the parent is the viewport, which Qt made, and to find its class PySide6 loads
    all classes, which takes a tenth of the start.
    """


def order_tabs(part: QWidget, after: QWidget | None = None) -> None:
    """Sets the tab order of the page around `part` to the order of its layout, following `after` if given."""
    page = _page_around(part)
    inputs = list(_focusable_in(page.layout())) if page else []
    for before, widget in zip([after, *inputs], inputs, strict=False):
        if before is not None:
            QWidget.setTabOrder(before, widget)


def _page_around(part: QWidget) -> QWidget | None:
    """Returns the content of the page around `part`; the topmost parent while the page is being built."""
    while not isinstance(part, (QScrollArea, PageContent)) and (parent := part.parentWidget()) is not None:
        part = parent
    return part.widget() if isinstance(part, QScrollArea) else part


def _focusable_in(layout: QLayout | None) -> Iterator[QWidget]:
    """Yields the widgets that can take the focus, in order."""
    for index in range(layout.count() if layout else 0):
        item = layout.itemAt(index) if layout else None
        widget = item.widget() if item else None
        if widget is None:
            yield from _focusable_in(item.layout() if item else None)
            continue
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield widget
        yield from _focusable_in(widget.layout())
