"""Measures the edges of inputs and ticks against what is really painted on both sides of them."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from botilbud_desktop.ui.style.selection import contrast
from botilbud_desktop.ui.style.states import is_high_contrast
from tests.ui.accessibility.contrast import SCALE, picture_of, scrolled_content
from tests.ui.accessibility.parts import known_as, shown_parts

LEAST = 3.0
"""What WCAG 2.2 (1.4.11) asks of the edge by which a control is recognised."""
_AROUND = 3
"""So many px outside and inside of an edge are looked at; no letter is that near."""
_IN_MARK = 2
"""So many px inside of the edge of a mark; its hook or dot is farther in."""
_LARGEST_MARK = 24
"""So many px wide is no input, but the mark of a tick."""
_BEFORE_TEXT = 3
"""So many px within an input its corner has ended and its text has not begun."""


def edge_complaints(top: QWidget) -> Iterator[str]:
    """Complains about enabled inputs and ticks with a side that stands out by less than 3:1 on either side of it.

    In high contrast the style draws each edge twice, in colours of its own.
    """
    if is_high_contrast(top.palette()):
        return
    pictures: dict[QWidget, QImage] = {}
    for widget in shown_parts(top):
        rect = _edge_of(widget)
        if rect is None or not widget.isEnabled():
            continue
        holder = scrolled_content(widget, top)
        if holder not in pictures:
            pictures[holder] = picture_of(holder, top)
        placed = rect.translated(widget.mapTo(holder, QPoint(0, 0)))
        for side, found in side_contrasts(pictures[holder], placed).items():
            if found < LEAST:
                yield f"the {side} edge of {known_as(widget)} stands out by {found:.1f}:1"


def side_contrasts(picture: QImage, rect: QRect) -> dict[str, float]:
    """Returns by how much each side of `rect` (in px of the widget) stands out from both what is around and inside.

    A side that lies at the edge of the picture is left out.
    """
    is_mark = rect.width() < _LARGEST_MARK
    across = rect.left() + (rect.width() // 2 if is_mark else _BEFORE_TEXT)
    down = rect.top() + (rect.height() // 2 if is_mark else _BEFORE_TEXT)
    lines = {
        "left": (QPoint(rect.left(), down), QPoint(1, 0)),
        "right": (QPoint(rect.right(), down), QPoint(-1, 0)),
        "top": (QPoint(across, rect.top()), QPoint(0, 1)),
        "bottom": (QPoint(across, rect.bottom()), QPoint(0, -1)),
    }
    found = {}
    for side, (start, step) in lines.items():
        colours = _along(picture, start - step * _AROUND, step, _IN_MARK if is_mark else _AROUND)
        if colours:
            outside, inside = colours[0], colours[-1]
            found[side] = max(min(contrast(one, outside), contrast(one, inside)) for one in colours)
    return found


def _along(picture: QImage, start: QPoint, step: QPoint, inside: int) -> list[QColor]:
    """Returns the colours from outside of an edge to inside of it; nothing if some lie outside of the picture."""
    first = start * SCALE + (QPoint(0, 0) if step.x() + step.y() > 0 else QPoint(abs(step.x()), abs(step.y())))
    places = [first + step * further for further in range((_AROUND + inside) * SCALE)]
    if not all(picture.rect().contains(place) for place in places):
        return []
    return [picture.pixelColor(place) for place in places]


def _edge_of(widget: QWidget) -> QRect | None:
    """Returns the rectangle that makes a control be seen as one; None of anything else."""
    if isinstance(widget, QCheckBox):
        option = QStyleOptionButton()
        option.initFrom(widget)
        return widget.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, widget)
    if isinstance(widget, QPlainTextEdit) and widget.horizontalScrollBar().isVisible():
        return None  # a text to read; the bar is what lies inside of its edge
    return widget.rect() if isinstance(widget, QLineEdit | QComboBox | QPlainTextEdit) else None
