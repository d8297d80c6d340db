"""What is known of a table's cells beside their values: where they stand, what is hidden, merged or shown otherwise."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from botilbud_desktop.domain.table_import.cells import Grid
from botilbud_desktop.domain.table_import.headings import NAME
from botilbud_desktop.domain.table_import.reading import ReadCell, Verdict


class Marks(NamedTuple):
    """Marks on the rows, columns and cells of a table, by their indexes in it."""

    filtered_rows: frozenset[int] = frozenset()
    """Rows that a filter hides; a copy of the table does not hold them."""
    hidden_rows: frozenset[int] = frozenset()
    """Rows that someone has hidden; a copy of the table holds them."""
    hidden_columns: frozenset[int] = frozenset()
    merged_cells: frozenset[tuple[int, int]] = frozenset()
    """Cells that are part of a merged one and empty themselves: row and column."""
    notes: Mapping[tuple[int, int], str] = MappingProxyType({})
    """What is doubtful about a cell's value, by row and column."""
    around: tuple[str, ...] = ()
    """Texts by the table that may tell its unit: the name of its sheet, a line above it."""
    start: tuple[int, int] = (0, 0)
    """Where the table's first cell stands in its sheet or in what was copied: row and column, counted from 0."""


NO_MARKS = Marks()


class Table(NamedTuple):
    """One copied table."""

    grid: Grid
    is_cut: bool = False
    """Whether it has more rows or columns than are read."""
    marks: Marks = NO_MARKS


_MERGED = "Cellen er flettet med en anden. Værdien er kun læst ved den første."
_MERGED_HERE = "Cellen er flettet med andre. Gælder værdien kun dette projekt og dette felt?"
_MERGED_NAME = "Rækken har intet navn. Navnet står i en flettet celle ved en anden række."


def marked(cells: Mapping[str, ReadCell], row: int, columns: Mapping[str, int], marks: Marks) -> dict[str, ReadCell]:
    """Returns those cells of a row that are read in another way because of the marks, by the path of the field."""
    changed: dict[str, ReadCell] = {}
    for path, cell in cells.items():
        place = (row, columns[path])
        if cell.verdict is Verdict.BLANK and place in marks.merged_cells:
            changed[path] = ReadCell(Verdict.MISSING, remark=_MERGED_NAME if path == NAME else _MERGED)
        elif cell.verdict is Verdict.UNDERSTOOD and cell.value and _reaches_over(place, columns, marks):
            changed[path] = cell._replace(verdict=Verdict.DOUBTFUL, remark=_MERGED_HERE)
        elif cell.verdict is Verdict.UNDERSTOOD and place in marks.notes:
            changed[path] = cell._replace(verdict=Verdict.DOUBTFUL, remark=marks.notes[place])
    return changed


def _reaches_over(place: tuple[int, int], columns: Mapping[str, int], marks: Marks) -> bool:
    """Whether a value is in merged cells of several fields, or of several rows that do not share a merged name."""
    row, column = place
    names = columns.get(NAME)
    if column == names:
        return False
    is_wide = (row, column + 1) in marks.merged_cells and column + 1 in columns.values()
    return is_wide or ((row + 1, column) in marks.merged_cells and (row + 1, names) not in marks.merged_cells)
