"""Makes the rows of a table of its lines: by the borders that are drawn, else by where the words stand."""

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from botilbud_desktop.documents.foreign.words.lines import Cell, Line
from botilbud_desktop.documents.foreign.words.placed import PageText, Rule, Wall
from botilbud_desktop.domain.text.joining.joints import joined_ends

_LEADING = 1.45
"""Lines of one cell follow each other within so many times their size."""
_SAME_WALL = 4.0
"""Borders within so many points are one."""

type Column = tuple[float, float]


class NumberedLine(NamedTuple):
    """A line and its number upon its page, counted from 1."""

    number: int
    line: Line


class Row(NamedTuple):
    """A row of a table; its cells by column."""

    number: int
    cells: tuple[str, ...]


def rows_of(lines: Sequence[NumberedLine], page: PageText) -> list[Row]:
    """Returns the rows of a table."""
    columns = _walled(lines, page.walls) or _columns(lines)
    beside = itertools.pairwise(lines)
    is_ruled = any(rules_between(above.line, below.line, page.rules) for above, below in beside)
    rows: list[Row] = []
    before: Line | None = None
    for number, line in lines:
        cells = [""] * len(columns)
        for cell in line.cells:
            index = _column_of(cell, columns)
            cells[index] = f"{cells[index]} {cell.text}".strip()
        if before is not None and not rules_between(before, line, page.rules) and _is_tight(before, line):
            goes_on = is_ruled or _goes_on(rows[-1].cells, cells)
        else:
            goes_on = False
        if goes_on:
            pairs = zip(rows[-1].cells, cells, strict=True)
            rows[-1] = Row(rows[-1].number, tuple(_joined(first, second) for first, second in pairs))
        else:
            rows.append(Row(number, tuple(cells)))
        before = line
    return rows


def rules_between(above: Line, below: Line, rules: Sequence[Rule]) -> list[Rule]:
    """Returns the rules that are drawn between two lines, across either."""
    left, right = min(above.left, below.left), max(above.right, below.right)
    return [
        rule
        for rule in rules
        if below.bottom + 0.3 * below.size < rule.height < above.bottom + 0.1 * above.size
        and rule.left < right
        and rule.right > left
    ]


def _is_tight(before: Line, line: Line) -> bool:
    return before.bottom - line.bottom <= _LEADING * max(line.size, before.size)


def _goes_on(above: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether a line without rules goes on with one cell of the row above."""
    filled = [index for index, cell in enumerate(cells) if cell]
    if len(filled) != 1 or not above[filled[0]]:
        return False
    text = cells[filled[0]]
    return text[:1].islower() or above[filled[0]].endswith(("-", ",")) or not text[:1].isalnum()


def _joined(first: str, second: str) -> str:
    return joined_ends(first, second) if first and second else first or second


def _walled(lines: Sequence[NumberedLine], walls: Sequence[Wall]) -> list[Column]:
    """Returns the columns between the borders that are drawn; none when there are none within the table."""
    top = max(line.bottom + line.size for _number, line in lines)
    bottom = min(line.bottom for _number, line in lines)
    left, right = min(line.left for _number, line in lines), max(line.right for _number, line in lines)
    found: list[float] = []
    for across in sorted(wall.across for wall in walls if wall.bottom < top and wall.top > bottom):
        if left < across < right and (not found or across - found[-1] > _SAME_WALL):
            found.append(across)
    edges = [left, *found, right]
    return list(itertools.pairwise(edges)) if found else []


def _columns(lines: Sequence[NumberedLine]) -> list[Column]:
    """Returns the columns of a table from the left: where cells overlap, they are of one column.

    A cell over several columns, such as a heading, decides nothing.
    """
    spans = sorted((cell.left, cell.right) for _number, line in lines for cell in line.cells)
    narrow = [span for span in spans if not any(_is_over_several(span, line) for _number, line in lines)]
    columns: list[Column] = []
    for left, right in narrow or spans:
        if columns and left < columns[-1][1] - 0.5:
            columns[-1] = columns[-1][0], max(columns[-1][1], right)
        else:
            columns.append((left, right))
    return columns


def _is_over_several(span: Column, line: Line) -> bool:
    return sum(1 for cell in line.cells if cell.left < span[1] and cell.right > span[0]) > 1


def _column_of(cell: Cell, columns: Sequence[Column]) -> int:
    """Returns the column that a cell stands in: of several the first, of none the nearest."""
    shared = [min(cell.right, right) - max(cell.left, left) for left, right in columns]
    first = next((index for index, width in enumerate(shared) if width > 0.5), None)
    return max(range(len(columns)), key=lambda index: shared[index]) if first is None else first
