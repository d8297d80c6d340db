"""Turns the cells of a sheet into what Excel shows of them, so that a file and a copy of it are read alike."""

from collections.abc import Sequence
from datetime import date
from itertools import islice

from botilbud_desktop.domain.table_import.cells import (
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Grid,
    first_column,
    grid_of,
    text_of,
)
from botilbud_desktop.domain.table_import.marks import Marks
from botilbud_desktop.storage.excel.looks import Look
from botilbud_desktop.storage.excel.number_formats import date_parts, shown_number

_UNKNOWN_FORMAT = "Cellens talformat er ikke læst. Se efter, hvad Excel viser."
_SHOWS_NOTHING = "Cellen viser ikke sit tal i Excel."
_NO_DAY = "Cellen viser ikke dag, måned og år i Excel."


def as_shown(rows: Sequence[Sequence[Cell]], start: tuple[int, int], look: Look) -> tuple[Grid, Marks]:
    """Returns the table with what its cells show, and the marks on it; `start` is its first cell in the sheet."""
    top, left = start
    notes: dict[tuple[int, int], str] = {}
    converted: list[list[Cell]] = []
    for index, row in enumerate(rows):
        converted.append([])
        for position, cell in enumerate(row):
            place = (top + index, left + position)
            value, note = _shown(cell, look.formats.get(place, ""))
            converted[-1].append(value)
            if note := look.notes.get(place, note):
                notes[index, position] = note
    first = first_column(converted)
    left += first
    hidden = frozenset(row - top for row in look.hidden_rows if row >= top)
    filtered = frozenset(row - top for row in look.filtered_rows if row >= top)
    marks = Marks(
        hidden if look.is_filtered else filtered,
        frozenset() if look.is_filtered else hidden,
        frozenset(column - left for column in look.hidden_columns if column >= left),
        _merged_cells(look, len(converted), max(map(len, converted), default=0), top, left),
        {(row, column - first): note for (row, column), note in notes.items()},
        start=(top, left),
    )
    return grid_of(converted), marks


def _merged_cells(look: Look, height: int, width: int, top: int, left: int) -> frozenset[tuple[int, int]]:
    cells = (
        (row - top, column - left)
        for first, leftmost, last, rightmost in look.merged
        for row in range(max(first, top), min(last, top + height) + 1)
        for column in range(max(leftmost, left), min(rightmost, left + width) + 1)
        if (row, column) != (first, leftmost)
    )
    return frozenset(islice(cells, MOST_ROWS * MOST_COLUMNS))  # merged cells of a sound sheet do not overlap


def _shown(cell: Cell, code: str) -> tuple[Cell, str]:
    """Returns what a cell shows, and what is doubtful about it."""
    if not code or cell is None or isinstance(cell, str):
        return cell, ""
    if isinstance(cell, date):
        return cell, "" if date_parts(code) in ("dy", "") else _NO_DAY
    shown = shown_number(cell, code)
    if shown is None:
        return cell, _UNKNOWN_FORMAT if "[" in code and any(sign in code for sign in ("[<", "[>", "[=")) else ""
    if shown.is_plain:
        return cell, ""
    if not any(character.isdigit() for character in shown.text):
        return (shown.text or None, "") if cell == 0 else (cell, _SHOWS_NOTHING)
    note = "" if shown.is_exact else f"Cellen viser {shown.text}, men indeholder {text_of(cell)}."
    return shown.text, note
