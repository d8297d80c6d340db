"""The edge of a bar or box: drawn while it has the focus, and always where colours alone would not set it apart."""

from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from botilbud_desktop.ui.style.states import State, is_high_contrast, state_colour

_FOCUSED, _STANDING = 2, 1
"""The widths in px."""


def draw_edge(widget: QWidget, state: State) -> None:
    """Draw the edge of `widget`, in its state's colour; to be called when it is painted."""
    if not widget.hasFocus() and not is_high_contrast(widget.palette()):
        return
    width = _FOCUSED if widget.hasFocus() else _STANDING
    painter = QPainter(widget)
    painter.setPen(QPen(state_colour(state, widget.palette()), width))
    painter.drawRect(widget.rect().adjusted(width // 2, width // 2, -1, -1))
    painter.end()
