"""Headings further down that differ from the first ones: the rows below them are not read by the first ones unsaid."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.cells import Cell, Grid, Row, is_blank, text_of
from botilbud_desktop.domain.table_import.column_units import ColumnUnit, Origin
from botilbud_desktop.domain.table_import.figures import is_figure, is_year
from botilbud_desktop.domain.table_import.headings import NAME, Certainty, is_unit, meaning_of
from botilbud_desktop.domain.table_import.layout import SKIPPED, heading_rows
from botilbud_desktop.domain.table_import.reading import ReadCell, Verdict
from botilbud_desktop.domain.table_import.units import units_in

_OTHER_COLUMN = "Cellen er ikke læst, for rækken står under en overskrift længere nede, og den siger noget andet."
_NO_UNIT = "Rækken står under en overskrift længere nede, og den siger ingen enhed. Se efter, om beløbet er rigtigt."


class LaterHeading(NamedTuple):
    """A row of headings below the first ones."""

    row: int
    texts: Row
    other_columns: frozenset[int]
    """The columns that mean something else below it."""


def later_headings(grid: Grid, first_row: int, meanings: Sequence[str], round_: Round) -> list[LaterHeading]:
    """Returns the rows of headings below the first ones, also those that repeat them."""
    above = [grid[row] for row in heading_rows(grid, first_row)]
    found: list[LaterHeading] = []
    if not above:
        return found
    for index in range(first_row, len(grid)):
        row = grid[index]
        is_apart = index == 0 or sum(not is_blank(cell) for cell in grid[index - 1]) < 2
        if not _are_headings(row, round_, is_apart=is_apart):
            continue
        differing = (
            column for column, cell in enumerate(row) if not _is_as_above(cell, column, above, meanings, round_)
        )
        found.append(LaterHeading(index, row, frozenset(differing)))
    return found


def differs(heading: LaterHeading, above: Sequence[Row]) -> bool:
    """Whether a heading says anything else than the first ones, such as another unit."""
    return bool(heading.other_columns) or any(
        not any(_plain(cell) == _plain(row[column]) for row in above) for column, cell in enumerate(heading.texts)
    )


def read_below(
    heading: LaterHeading, row: Row, cells: Mapping[str, ReadCell], columns: Mapping[str, int]
) -> dict[str, ReadCell]:
    """Returns a row's cells without those of columns that mean something else below the heading."""
    others = {path for path, column in columns.items() if column in heading.other_columns and not is_blank(row[column])}
    return {path: ReadCell(Verdict.MISSING, remark=_OTHER_COLUMN) if path in others else cells[path] for path in cells}


def unit_below(heading: LaterHeading, column: int, unit: ColumnUnit | None, above: Sequence[Row]) -> ColumnUnit | None:
    """Returns the unit of a column below a later heading."""
    text = text_of(heading.texts[column])
    if unit is None or unit.origin is Origin.CHOSEN or any(_plain(text) == _plain(row[column]) for row in above):
        return unit
    stated = units_in(text)
    if len(stated) == 1:
        return ColumnUnit(stated[0], Origin.STATED)
    return unit._replace(remark=_NO_UNIT, is_doubtful=True)


def _are_headings(row: Row, round_: Round, *, is_apart: bool) -> bool:
    """Whether a row is of headings: no figure, and two of the form, or below a gap one for the name beside others."""
    words = [text for cell in row if (text := text_of(cell))]
    if len(words) < 2 or any(is_figure(cell) and not is_year(cell) and not is_unit(text_of(cell)) for cell in row):
        return False
    meant = [found[0] for text in words if (found := meaning_of(text, round_)) and found[1] is not Certainty.LETTER]
    return len(set(meant)) > 1 or (is_apart and NAME in meant)


def _is_as_above(cell: Cell, column: int, above: Sequence[Row], meanings: Sequence[str], round_: Round) -> bool:
    """Whether a column means the same below this heading as below the first ones."""
    text = text_of(cell)
    if any(_plain(text) == _plain(row[column]) for row in above):
        return True
    found = meaning_of(text, round_)
    return (found[0] if found else SKIPPED) == meanings[column]


def _plain(cell: Cell) -> str:
    return " ".join(text_of(cell).casefold().split())
