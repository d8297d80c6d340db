"""Puts the strings of a page together to lines, and lines to cells where a gap is wider than between words."""

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from botilbud_desktop.documents.foreign.errors import TOO_COMPLICATED, ForeignPdfError
from botilbud_desktop.documents.foreign.meter import Meter
from botilbud_desktop.documents.foreign.words.placed import PageText, Placed, Wall
from botilbud_desktop.domain.table_import.html_text import SQUARE

_MOST_LINES = 2_000
_SAME_LINE = 0.5
"""Strings stand on one line when they overlap by so much of the lower one's height."""
_DESCENT, _ASCENT = 0.2, 0.75
"""How far letters reach below and above their line, in parts of their size."""
_SPACE = 0.12
"""A gap that is a space, in parts of the size."""
_CELL = 1.4
"""A gap that divides cells, in parts of the size."""
_CELL_WITHOUT_SPACE = 0.35
"""The same where the page writes its spaces as letters, and there is none in the gap."""
_CELL_AFTER_SPACE = 0.5
"""The same where there is a space beside the gap: it may be wider than others to fill the line."""
_LEAST_SPACES = 0.04
"""So much of a text is spaces where they are written as letters."""
_WIDER = 2.5
"""The same as so many times the usual gap between the words of the line."""
_OVER = 0.3
"""Strings that begin so far before the end of the one to the left are printed over it, as bold letters once were."""
_MIDDLE = 0.3
"""Small letters reach so far above their line on the half, in parts of their size."""
_SMALL, _HIGH = 0.8, 0.2
"""A sign is raised when it is smaller, and higher up, than so many parts of the size of its line."""


class Cell(NamedTuple):
    """Words that stand together on a line."""

    text: str
    left: float
    right: float
    is_bold: bool


class Line(NamedTuple):
    """A line of a page, of one or several cells."""

    cells: tuple[Cell, ...]
    bottom: float
    size: float
    raised: tuple[str, ...] = ()
    """Signs that refer to notes; they are no part of the text."""

    @property
    def left(self) -> float:
        return self.cells[0].left

    @property
    def right(self) -> float:
        return self.cells[-1].right

    @property
    def text(self) -> str:
        """All of it, with tabs between cells."""
        return "\t".join(cell.text for cell in self.cells)

    @property
    def is_bold(self) -> bool:
        return all(cell.is_bold for cell in self.cells)


def lines_of(page: PageText, meter: Meter) -> list[Line]:
    """Returns the lines of a page from the top down.

    Raises:
        ForeignPdfError: there are more lines than any page has.
    """
    placed, walls = page.placed, page.walls
    text = "".join(one.text for one in placed)
    has_spaces = text.count(" ") >= _LEAST_SPACES * len(text)
    groups: list[list[Placed]] = []
    tallest: Placed | None = None
    for one in sorted((one for one in placed if one.text and one.size > 0), key=_from_above):
        meter.work(2)
        if tallest is not None and _is_beside(one, tallest):
            groups[-1].append(one)
            tallest = max(tallest, one, key=lambda each: each.size)
        else:
            groups.append([one])
            tallest = one
    if len(groups) > _MOST_LINES:
        raise ForeignPdfError(TOO_COMPLICATED)
    meter.work(len(groups) * (len(walls) // 8))
    found = (_line(group, walls, has_spaces=has_spaces) for group in groups if any(one.text.strip() for one in group))
    return [line for line in found if line.cells]


def _from_above(one: Placed) -> tuple[float, float]:
    return -(one.bottom + one.size * (_ASCENT - _DESCENT) / 2), one.left


def _is_beside(one: Placed, other: Placed) -> bool:
    top = min(one.bottom + _ASCENT * one.size, other.bottom + _ASCENT * other.size)
    bottom = max(one.bottom - _DESCENT * one.size, other.bottom - _DESCENT * other.size)
    return top - bottom > _SAME_LINE * (_ASCENT + _DESCENT) * min(one.size, other.size)


def _line(group: list[Placed], walls: Sequence[Wall], *, has_spaces: bool) -> Line:
    group.sort(key=lambda one: one.left)
    main = max((one for one in group if one.text.strip()), key=lambda one: (one.size, len(one.text)))
    gaps = [
        after.left - before.right
        for before, after in itertools.pairwise(group)
        if after.left - before.right > _SPACE * main.size
    ]
    usual = sorted(gaps)[len(gaps) // 2] if len(gaps) > 3 else 0.0
    around = [wall.across for wall in walls if wall.bottom < main.bottom + _MIDDLE * main.size < wall.top]
    widest = _CELL_WITHOUT_SPACE * main.size if has_spaces else max(_CELL * main.size, _WIDER * usual)
    cells: list[Cell] = []
    raised: list[str] = []
    open_: list[str] = []
    left = right = main.left
    is_bold = True
    for one in group:
        if one.text.strip().isdigit() and _is_raised(one, main) and not SQUARE.search("".join(open_[-3:])):
            raised.append(one.text.strip())
            right = max(right, one.right)
            continue
        gap = one.left - right
        is_walled = any(right - _MIDDLE * main.size < wall < one.left + _MIDDLE * main.size for wall in around)
        is_wide = gap > widest and not (gap < _CELL_AFTER_SPACE * main.size and _is_at_space(open_[-1], one.text))
        if open_ and (is_walled or is_wide):
            cells += _cell(open_, left, right, is_bold=is_bold)
            open_, is_bold = [], True
        if not open_:
            left = one.left
        elif gap < -_OVER * one.size and one.text == open_[-1]:
            continue
        elif gap > _SPACE * one.size and not open_[-1].endswith(" ") and not one.text.startswith(" "):
            open_.append(" ")
        open_.append(one.text)
        right = max(right, one.right) if len(open_) > 1 else one.right
        is_bold = is_bold and (one.is_bold or not one.text.strip())
    cells += _cell(open_, left, right, is_bold=is_bold)
    return Line(tuple(cells), main.bottom, main.size, tuple(raised))


def _is_at_space(before: str, after: str) -> bool:
    """Whether a gap has a space beside it that is written as a letter."""
    return before.endswith(" ") or after.startswith(" ")


def _is_raised(one: Placed, main: Placed) -> bool:
    return one.size < _SMALL * main.size and one.bottom > main.bottom + _HIGH * main.size


def _cell(pieces: list[str], left: float, right: float, *, is_bold: bool) -> list[Cell]:
    text = " ".join("".join(pieces).replace("\u00a0", " ").split())
    return [Cell(text, left, right, is_bold)] if text else []
