"""The size and place of a page, of a note, and the matrices between them."""

from botilbud_desktop.documents.foreign.records import Box
from botilbud_desktop.documents.foreign.values import numbers

type Matrix = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
LETTER = Box(0, 0, 612, 792)
"""The size of a page that says none, as viewers have it."""
SMALLEST = 1.0
LARGEST = 1_000_000.0


def box(value: object) -> Box | None:
    """Returns a rectangle, whichever of its corners come first; None if the value is none."""
    found = numbers(value, 4)
    if found is None:
        return None
    a, b, c, d = found
    return Box(min(a, c), min(b, d), max(a, c), max(b, d))


def is_possible(one: Box) -> bool:
    """Whether a rectangle can be a page."""
    return SMALLEST <= one.width <= LARGEST and SMALLEST <= one.height <= LARGEST and max(map(abs, one)) <= LARGEST


def common(one: Box, other: Box) -> Box:
    """Returns what two rectangles share; its sides are in the wrong order if they share nothing."""
    return Box(
        max(one.left, other.left),
        max(one.bottom, other.bottom),
        min(one.right, other.right),
        min(one.top, other.top),
    )


def matrix(value: object) -> Matrix:
    """Returns a matrix; the one that changes nothing if the value is none."""
    found = numbers(value, 6)
    if found is None:
        return IDENTITY
    a, b, c, d, e, f = found
    return a, b, c, d, e, f


def around(one: Box, by: Matrix) -> Box:
    """Returns the smallest rectangle around one that a matrix has moved."""
    a, b, c, d, e, f = by
    corners = [(x, y) for x in (one.left, one.right) for y in (one.bottom, one.top)]
    across = [a * x + c * y + e for x, y in corners]
    upwards = [b * x + d * y + f for x, y in corners]
    return Box(min(across), min(upwards), max(across), max(upwards))


def between(one: Box, other: Box) -> Matrix | None:
    """Returns the matrix that stretches one rectangle to another; None if the first has no size."""
    if one.width <= 0 or one.height <= 0:
        return None
    x, y = other.width / one.width, other.height / one.height
    return x, 0, 0, y, other.left - one.left * x, other.bottom - one.bottom * y
