"""Compares two pictures, ignoring slightly paler letters but not a moved line."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

_BLOCK = 8
"""Edge in pixels of the squares that are compared, each by its mean colour."""
_CHANNELS = 4
_TOLERANCE = 10
"""Maximum difference of the means, of 255."""
_ALLOWED_SHARE = 0.002
"""Maximum share of squares that may differ."""


def differences(one: Path, other: Path) -> str:
    """A description of the difference between the two pictures; "" when they are alike."""
    first, second = QImage(str(one)), QImage(str(other))
    if first.isNull() or second.isNull():
        return "a picture is missing or cannot be read"
    if first.size() != second.size():
        return f"the sizes differ: {first.size().toTuple()} and {second.size().toTuple()}"
    means, others = _means(first), _means(second)
    width, squares = max(first.width() // _BLOCK, 1), len(means) // _CHANNELS
    pairs = enumerate(zip(means, others, strict=True))
    differing = sorted({place // _CHANNELS for place, (here, there) in pairs if abs(here - there) > _TOLERANCE})
    if len(differing) <= _ALLOWED_SHARE * squares:
        return ""
    spots = [((place % width) * _BLOCK, (place // width) * _BLOCK) for place in differing]
    left, top = min(x for x, _y in spots), min(y for _x, y in spots)
    right, bottom = max(x for x, _y in spots) + _BLOCK, max(y for _x, y in spots) + _BLOCK
    share = 100 * len(differing) / squares
    return f"{share:.1f} % of it differs, within x {left} to {right} and y {top} to {bottom}"


def _means(picture: QImage) -> bytes:
    """The mean colour of each square, four bytes each."""
    size = QSize(max(picture.width() // _BLOCK, 1), max(picture.height() // _BLOCK, 1))
    small = picture.convertToFormat(QImage.Format.Format_RGB32).scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return bytes(small.constBits())[: small.sizeInBytes()]
