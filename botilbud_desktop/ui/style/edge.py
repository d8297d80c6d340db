"""Edges that are seen: of inputs and ticks always, of a bar or box on focus and in high contrast."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication, QWidget

from botilbud_desktop.ui.style.selection import contrast
from botilbud_desktop.ui.style.states import State, is_dark, is_high_contrast, state_colour

_FOCUSED_WIDTH, _USUAL_WIDTH = 2, 1
"""Widths in px."""
_ON_LIGHT, _ON_DARK = "#7d7d7d", "#a8a8a8"
_LEAST_CONTRAST = 3.0
"""What WCAG 2.2 (1.4.11) asks of the edge by which an input is recognised."""
_STEP, _MOST_STEPS = 108, 8
"""How much farther a colour goes from the background at once, in per cent, and how often."""
_DARKENED = 140
"""Fusion draws an edge so much darker than the window, in per cent: too faint, and invisible on a dark one."""
_LIGHTENED: Mapping[str, int] = MappingProxyType(
    {"QLineEdit": 100, "QComboBox": 100, "QPlainTextEdit": 108, "QCheckBox": 110, "QListView": 108}
)
"""By the class of Qt: how much lighter than that Fusion draws its edge, in per cent."""

_SCROLL_BAR = "QScrollBar"


def edge_colour(palette: QPalette) -> QColor:
    """Returns the colour of the edges of inputs, with a contrast of at least 3:1 to the window and to the input."""
    is_on_dark = is_dark(palette)
    colour = QColor(_ON_DARK if is_on_dark else _ON_LIGHT)
    grounds = (palette.window().color(), palette.base().color())
    for _step in range(_MOST_STEPS):
        if min(contrast(colour, ground) for ground in grounds) >= _LEAST_CONTRAST:
            break
        colour = colour.lighter(_STEP) if is_on_dark else colour.darker(_STEP)
    return colour


def show_edges(application: QApplication, *, in_fusion: bool = True) -> None:
    """Gives inputs and ticks in the Fusion style edges that are seen; other styles and high contrast keep their own.

    Fusion makes the colour of an edge from that of the window, so these kinds of widgets are told of another window,
    which they draw nowhere else. Nothing of ours runs when they are painted. Call it after each change of the palette.
    """
    palette = QApplication.palette()
    has_own = not in_fusion or is_high_contrast(palette)
    edge = edge_colour(palette)
    for kind, lightened in _LIGHTENED.items():
        told = QPalette() if has_own else _with_window(edge.darker(lightened).lighter(_DARKENED))
        application.setPalette(told, kind)  # type: ignore[arg-type] # the stub says bytes, which PySide6 refuses
    own = _with_window(palette.window().color())
    application.setPalette(own, _SCROLL_BAR)  # type: ignore[arg-type] # else it takes that of its text area


def _with_window(colour: QColor) -> QPalette:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, colour)
    return palette


def draw_edge(widget: QWidget, state: State) -> None:
    """Draws the frame of `widget` in the colour of `state`; call it from `paintEvent`."""
    if not widget.hasFocus() and not is_high_contrast(widget.palette()):
        return
    width = _FOCUSED_WIDTH if widget.hasFocus() else _USUAL_WIDTH
    painter = QPainter(widget)
    painter.setPen(QPen(state_colour(state, widget.palette()), width))
    painter.drawRect(widget.rect().adjusted(width // 2, width // 2, -1, -1))
    painter.end()
