"""A text broken into lines, as Qt's `drawText` breaks it.

To break and draw a text of two lines costs as much as a keystroke in a bare text area. A counter changes with each key,
but nearly always in its numbers only: one that gets as wide a successor moves nothing, and only it is drawn anew.
"""

import re
from math import ceil
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

_NUMBER = re.compile(r"[0-9][0-9.,;]*")


class _Place(NamedTuple):
    """Where a number stands."""

    start: QPointF
    """The start of its base line."""
    width: float
    rect: QRect
    """What it covers."""


class NewNumber(NamedTuple):
    """A number that took the place of another."""

    text: str
    start: QPointF
    """The start of its base line."""
    rect: QRect
    """What it covers, and what the other covered."""


class BrokenText:
    """A text in lines of at most `width` px, `left` px from the edge of its widget."""

    def __init__(self, text: str, font: QFont, left: int, width: int, direction: Qt.LayoutDirection) -> None:
        self.width = width
        self.is_drawable = True
        """Whether `draw` may be called: not once a number was replaced."""
        self._left = left
        self._words = text.split(" ")
        self._places: dict[int, _Place] = {}
        self._metrics = QFontMetricsF(font)
        self._layout = QTextLayout(text.replace("\n", "\u2028").replace("\t", " "), font)
        option = QTextOption()
        option.setTextDirection(direction)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)  # or drawing would shape the letters again
        self.height = self._break()
        """Height in px."""

    def draw(self, painter: QPainter) -> None:
        """Draws the text."""
        self._layout.draw(painter, QPointF(self._left, 0))

    def renumber(self, text: str) -> dict[int, NewNumber] | None:
        """Changes to `text` and returns the new numbers by their place among the words.

        Returns None and changes nothing if anything else differs than numbers, or a number is not as wide as its
        predecessor.
        """
        words = text.split(" ")
        if len(words) != len(self._words):
            return None
        found: dict[int, NewNumber] = {}
        for index, (old, new) in enumerate(zip(self._words, words, strict=True)):
            if old == new:
                continue
            if not _NUMBER.fullmatch(old) or not _NUMBER.fullmatch(new):
                return None
            place = self._place_of(index)
            if place.width != self._metrics.horizontalAdvance(new):
                return None
            found[index] = NewNumber(new, place.start, place.rect)
        self._words = words
        self.is_drawable = False
        return found

    def _place_of(self, index: int) -> _Place:
        """Returns where a word stands; its width is negative in a line that is read from the right."""
        if index not in self._places:
            before = " ".join([*self._words[:index], ""])
            start = len(before.encode("utf-16-le")) // 2  # as Qt counts
            line = self._layout.lineForTextPosition(start)
            # `cursorToX` returns the x and the position that it is of.
            left, right = (
                cast("tuple[float, int]", line.cursorToX(position))[0] + self._left
                for position in (start, start + len(self._words[index]))
            )
            rect = QRectF(left, line.y(), right - left, line.height()).adjusted(-1, 0, 1, 0).toAlignedRect()
            self._places[index] = _Place(QPointF(left, line.y() + line.ascent()), right - left, rect)
        return self._places[index]

    def _break(self) -> int:
        """Breaks the text into lines that begin on whole pixels; returns their height in px."""
        leading = self._metrics.leading()
        height = -leading
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(self.width, 1))
            top = ceil(height + leading)
            line.setPosition(QPointF(0, top))
            height = top + line.ascent() + line.descent()
        self._layout.endLayout()
        return ceil(height)
