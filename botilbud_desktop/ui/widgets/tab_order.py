"""The tab order: as in the layout, also for widgets that were created later than those after them.

No `QLayoutItem` is asked for: PySide6 keeps its Python object after Qt has deleted the item, and a later widget or
scroll bar at the same address would be taken for it.
"""

from collections.abc import Iterator, Sequence
from operator import itemgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


class PageContent(QWidget):
    """The scrolled content of a page.

    The search for the page stops here: the parent is the viewport, which Qt made, and to find its class PySide6 loads
    all classes, which takes a tenth of the start.
    """


class LaysOutItself(QWidget):
    """A widget that lays out its children without a `QLayout`."""

    in_order: Sequence[QWidget] = ()
    """Its children, as they are read."""


def order_tabs(part: QWidget, after: QWidget | None = None) -> None:
    """Sets the tab order of the page around `part` to the order of its layout, following `after` if given."""
    page = _page_around(part)
    inputs = list(_focusable_in(page)) if page else []
    for before, widget in zip([after, *inputs], inputs, strict=False):
        if before is not None:
            QWidget.setTabOrder(before, widget)


def _page_around(part: QWidget) -> QWidget | None:
    """Returns the content of the page around `part`; the topmost parent while the page is being built."""
    while not isinstance(part, (QScrollArea, PageContent)) and (parent := part.parentWidget()) is not None:
        part = parent
    return part.widget() if isinstance(part, QScrollArea) else part


def _focusable_in(owner: QWidget) -> Iterator[QWidget]:
    """Yields the widgets inside `owner` that can take the focus, in the order of its layout."""
    layout = owner.layout()
    if isinstance(owner, LaysOutItself):
        yield from owner.in_order
    if layout is None:
        return
    for widget in _widgets_in(layout, [child for child in owner.children() if isinstance(child, QWidget)]):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield widget
        yield from _focusable_in(widget)


def _widgets_in(layout: QLayout, widgets: Sequence[QWidget]) -> Iterator[QWidget]:
    """Yields those of `widgets` that are in the layout or in one inside it, in their order."""
    layouts = [child for child in layout.children() if isinstance(child, QLayout)]
    placed: dict[int, QWidget | QLayout] = {layout.indexOf(widget): widget for widget in widgets}
    placed |= {layout.indexOf(inner): inner for inner in layouts}
    placed.pop(-1, None)  # what is not in this layout
    for _index, part in sorted(placed.items(), key=itemgetter(0)):
        if isinstance(part, QLayout):
            yield from _widgets_in(part, widgets)
        else:
            yield part
