"""Where the numbers of a shown text stand, so that a new number is painted and not the whole text.

To break and draw a text of two lines costs as much as a keystroke in a bare text area. A counter changes with each key,
but nearly always in its numbers only, and a number that is as wide as its predecessor moves nothing.
"""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from botilbud_desktop.domain.text.hidden_marks import hard_spaced


class Number(NamedTuple):
    """A number in a text, and where it stands."""

    text: str
    start: QPointF
    """The start of its base line."""
    width: float
    rect: QRect
    """What it covers, and what one of the same width covers in its place."""


class NumbersInPlace:
    """The numbers of a text that `drawText` draws word-wrapped at `width` px, `left` px from the edge."""

    def __init__(self, text: str, font: QFont, left: int, width: int, direction: Qt.LayoutDirection) -> None:
        self._left = left
        self._words: Sequence[str] = text.split(" ")
        self._numbers: dict[int, Number] = {}
        self._metrics = QFontMetricsF(font)
        self._layout = QTextLayout(hard_spaced(text).replace("\n", "\u2028").replace("\t", " "), font)
        option = QTextOption()
        option.setTextDirection(direction)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)  # or each question about a place would shape the letters again
        self._break(max(width, 1))

    def change_to(self, text: str) -> dict[int, Number] | None:
        """Changes to `text`; returns the new numbers by their place among the words.

        Returns None and changes nothing if more than numbers would change, or the width of a number.
        """
        words = text.split(" ")
        changed = changed_numbers(self._words, words)
        if changed is None:
            return None
        found: dict[int, Number] = {}
        for index in changed:
            number, new = self._number_at(index), words[index]
            if number.width != self._metrics.horizontalAdvance(new):
                return None
            found[index] = Number(new, number.start, number.width, number.rect)
        self._words = words
        return found

    def _number_at(self, index: int) -> Number:
        """Returns a number as it stood first; its width is negative in a line that is read from the right."""
        if index not in self._numbers:
            text = self._words[index]
            before = " ".join([*self._words[:index], ""])
            start = len(before.encode("utf-16-le")) // 2  # as Qt counts
            line = self._layout.lineForTextPosition(start)
            # `cursorToX` returns the x and the position that it is of
            left, right = (
                cast("tuple[float, int]", line.cursorToX(position))[0] + self._left
                for position in (start, start + len(text))
            )
            rect = QRectF(left, line.y(), right - left, line.height()).adjusted(-1, 0, 1, 0).toAlignedRect()
            self._numbers[index] = Number(text, QPointF(left, line.y() + line.ascent()), right - left, rect)
        return self._numbers[index]

    def _break(self, width: int) -> None:
        """Breaks the text into lines that begin on whole pixels, as `drawText` does."""
        bottom = -self._metrics.leading()
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            top = ceil(bottom + self._metrics.leading())
            line.setPosition(QPointF(0, top))
            bottom = top + line.ascent() + line.descent()
        self._layout.endLayout()


def changed_numbers(old: Sequence[str], new: Sequence[str]) -> list[int] | None:
    """Returns the places of the words that differ; None unless all of them are numbers of as many characters."""
    if len(old) != len(new):
        return None
    changed = [place for place, (one, other) in enumerate(zip(old, new, strict=True)) if one != other]
    for place in changed:
        if len(old[place]) != len(new[place]) or not _is_number(old[place]) or not _is_number(new[place]):
            return None
    return changed


def _is_number(word: str) -> bool:
    """Whether the word is a number, perhaps with a punctuation mark after it."""
    return word.isascii() and word.rstrip(";").replace(".", "").replace(",", "").isdecimal()
