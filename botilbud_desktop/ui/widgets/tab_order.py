"""The order of Tab: as things are laid out, also when some of them were made later than what follows them."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


class PageContent(QWidget):
    """What scrolls on a page.

    Asking for its parent would give the viewport, which Qt made: to know such a widget's kind, PySide6 loads all
    kinds there are, which takes a tenth of the start.
    """


def order_tabs(part: QWidget, after: QWidget | None = None) -> None:
    """Let Tab go through the page around `part` in the order of its layout, following `after` if given."""
    page = _page_around(part)
    inputs = list(_in_layout(page.layout())) if page else []
    for before, widget in zip([after, *inputs], inputs, strict=False):
        if before is not None:
            QWidget.setTabOrder(before, widget)


def _page_around(part: QWidget) -> QWidget | None:
    """The content of the page that `part` lies in; while the page is being made, the most that there is of it."""
    while not isinstance(part, (QScrollArea, PageContent)) and (parent := part.parentWidget()) is not None:
        part = parent
    return part.widget() if isinstance(part, QScrollArea) else part


def _in_layout(layout: QLayout | None) -> Iterator[QWidget]:
    """What can take the focus, in order."""
    for index in range(layout.count() if layout else 0):
        item = layout.itemAt(index) if layout else None
        widget = item.widget() if item else None
        if widget is None:
            yield from _in_layout(item.layout() if item else None)
            continue
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield widget
        yield from _in_layout(widget.layout())
