"""Where Tab goes: to everything, in the order of reading, seen at each stop, and round again."""

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

_ROUND = 250
_LEAST_CONTRAST = 3.0


class _Place(NamedTuple):
    """Where a widget stands: in what scrolls around it, however far it is scrolled, and in the window."""

    area: QWidget | None
    inside: QRect
    outside: QRect


Way = list[tuple[QWidget, _Place]]


def order_complaints(top: QWidget) -> Iterator[str]:
    """Press Tab until the focus is back where it began, and look at the way it went."""
    wanted = stops(top)
    if len(wanted) < 2:
        return
    focus = QApplication.focusWidget()
    first = focus if focus in wanted and focus is not None else wanted[0]
    first.clearFocus()
    focus_visibly(first)
    settle()
    way: Way = []
    for _stop in range(_ROUND):
        focus = QApplication.focusWidget()
        if focus is None or (way and focus is first):
            break
        way.append((focus, _place(focus, top)))
        with_focus = _picture(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        settle()
        if QApplication.focusWidget() is focus:
            yield f"{known_as(focus)} holds the focus fast"
            return
        if (seen := _change(with_focus, _picture(focus))) < _LEAST_CONTRAST:
            yield f"the focus is not seen on {known_as(focus)} ({seen:.1f}:1)"
    if QApplication.focusWidget() is not first:
        yield f"Tab never comes back to {known_as(first)}"
    reached = {widget for widget, _place in way}
    missed = [widget for widget in wanted if widget not in reached and is_stop(widget)]
    yield from (f"Tab never comes to {known_as(widget)}" for widget in missed)
    yield from _against_reading(way)


def _against_reading(way: Way) -> Iterator[str]:
    """Each stop lies below the last, or to its right; only once does Tab begin again at the top."""
    wrong = [(one, other) for one, other in pairwise([*way, way[0]]) if _goes_back(one[1], other[1])]
    for (one, _place), (other, _other) in wrong if len(wrong) > 1 else ():
        yield f"Tab goes back from {known_as(one)} to {known_as(other)}"


def _goes_back(before: _Place, after: _Place) -> bool:
    is_same = before.area is after.area
    one, other = (before.inside, after.inside) if is_same else (before.outside, after.outside)
    above, left = other.bottom() <= one.top(), other.right() <= one.left()
    is_below = other.top() >= one.bottom()
    return (above and other.left() < one.right()) or (left and not is_below)


def _place(widget: QWidget, top: QWidget) -> _Place:
    inside = widget
    while (parent := inside.parentWidget()) is not None and parent is not top:
        if parent.objectName() == "qt_scrollarea_viewport" and inside is not widget:
            return _Place(inside, _rect_in(widget, inside), _rect_in(parent, top))
        inside = parent
    return _Place(None, _rect_in(widget, top), _rect_in(widget, top))


def _rect_in(widget: QWidget, holder: QWidget) -> QRect:
    return QRect(widget.mapTo(holder, QPoint(0, 0)), widget.size())


def _picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def _change(one: QImage, other: QImage) -> float:
    """The highest contrast between what a spot shows with the focus and without it."""
    pairs = set(zip(picture_bits(one), picture_bits(other), strict=False))
    return max((contrast(QColor(before), QColor(after)) for before, after in pairs if before != after), default=1.0)
