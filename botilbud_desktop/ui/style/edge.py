"""The frame of a bar or box: drawn on focus, and always in high contrast, where colours alone do not set it apart."""

from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from botilbud_desktop.ui.style.states import State, is_high_contrast, state_colour

_FOCUSED_WIDTH, _USUAL_WIDTH = 2, 1
"""Widths in px."""


def draw_edge(widget: QWidget, state: State) -> None:
    """Draws the frame of `widget` in the colour of `state`; call it from `paintEvent`."""
    if not widget.hasFocus() and not is_high_contrast(widget.palette()):
        return
    width = _FOCUSED_WIDTH if widget.hasFocus() else _USUAL_WIDTH
    painter = QPainter(widget)
    painter.setPen(QPen(state_colour(state, widget.palette()), width))
    painter.drawRect(widget.rect().adjusted(width // 2, width // 2, -1, -1))
    painter.end()
