"""The order of Tab: as things are laid out, also when some of them were made later than what follows them."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def order_tabs(part: QWidget, after: QWidget | None = None) -> None:
    """Let Tab go through all inputs of `part` in the order of its layout, from the place of `after` or its own."""
    before = after or part
    for widget in list(_in_layout(part.layout())):
        QWidget.setTabOrder(before, widget)
        before = widget


def _in_layout(layout: QLayout | None) -> Iterator[QWidget]:
    for index in range(layout.count() if layout else 0):
        item = layout.itemAt(index) if layout else None
        widget = item.widget() if item else None
        if widget is None:
            yield from _in_layout(item.layout() if item else None)
            continue
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield widget
        yield from _in_layout(widget.layout())
