"""Checks that Tab reaches every control in reading order, with a visible focus, and returns to the first."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from botilbud_desktop.ui.style.focus import focus_visibly
from botilbud_desktop.ui.style.selection import contrast
from tests.ui.accessibility.contrast import picture_bits
from tests.ui.accessibility.parts import is_stop, known_as, stops
from tests.ui.user import settle

_NEXT_FIRST = ("navigation.next", "navigation.back")
_MAX_STOPS = 250
_MIN_CONTRAST = 3.0


class _Position(NamedTuple):
    """Position of a widget: within its scroll area, independent of scrolling, and within the window."""

    area: QWidget | None
    inside: QRect
    outside: QRect


Way = list[tuple[QWidget, _Position]]


def order_complaints(top: QWidget) -> Iterator[str]:
    """Presses Tab until the focus is back at the first control, and complains about the path it took."""
    wanted = stops(top)
    if len(wanted) < 2:
        return
    focus = QApplication.focusWidget()
    first = focus if focus in wanted and focus is not None else wanted[0]
    first.clearFocus()
    focus_visibly(first)
    settle()
    way: Way = []
    for _stop in range(_MAX_STOPS):
        focus = QApplication.focusWidget()
        if focus is None or (way and focus is first):
            break
        way.append((focus, _position(focus, top)))
        with_focus = _picture(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        settle()
        if QApplication.focusWidget() is focus:
            yield f"{known_as(focus)} holds the focus fast"
            return
        if (seen := _focus_contrast(with_focus, _picture(focus))) < _MIN_CONTRAST:
            yield f"the focus is not seen on {known_as(focus)} ({seen:.1f}:1)"
    if QApplication.focusWidget() is not first:
        yield f"Tab never comes back to {known_as(first)}"
    reached = {widget for widget, _position in way}
    missed = [widget for widget in wanted if widget not in reached and is_stop(widget)]
    yield from (f"Tab never comes to {known_as(widget)}" for widget in missed)
    yield from _reading_order_complaints(way)


def _reading_order_complaints(way: Way) -> Iterator[str]:
    """Complains about stops that lie above or left of the one before; one return to the top is allowed.

    Whoever is done with a page comes to »Næste« first, though »Tilbage« stands left of it.
    """
    wrong = [
        (one, other)
        for one, other in pairwise([*way, way[0]])
        if _goes_back(one[1], other[1]) and (one[0].objectName(), other[0].objectName()) != _NEXT_FIRST
    ]
    for (one, _position), (other, _other) in wrong if len(wrong) > 1 else ():
        yield f"Tab goes back from {known_as(one)} to {known_as(other)}"


def _goes_back(before: _Position, after: _Position) -> bool:
    is_same = before.area is after.area
    one, other = (before.inside, after.inside) if is_same else (before.outside, after.outside)
    above, left = other.bottom() <= one.top(), other.right() <= one.left()
    is_below = other.top() >= one.bottom()
    return (above and other.left() < one.right()) or (left and not is_below)


def _position(widget: QWidget, top: QWidget) -> _Position:
    inside = widget
    while (parent := inside.parentWidget()) is not None and parent is not top:
        if parent.objectName() == "qt_scrollarea_viewport" and inside is not widget:
            return _Position(inside, _rect_in(widget, inside), _rect_in(parent, top))
        inside = parent
    return _Position(None, _rect_in(widget, top), _rect_in(widget, top))


def _rect_in(widget: QWidget, holder: QWidget) -> QRect:
    return QRect(widget.mapTo(holder, QPoint(0, 0)), widget.size())


def _picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def _focus_contrast(one: QImage, other: QImage) -> float:
    """Returns the highest contrast of any pixel between the pictures with and without focus."""
    pairs = set(zip(picture_bits(one), picture_bits(other), strict=False))
    return max((contrast(QColor(before), QColor(after)) for before, after in pairs if before != after), default=1.0)
