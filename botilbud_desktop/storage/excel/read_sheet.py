"""A sheet as a reader of one kind of file gives it, before it is turned into what is shown."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from botilbud_desktop.domain.table_import.cells import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Cell
from botilbud_desktop.domain.text.hidden_marks import capitalised
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.storage.excel.looks import PLAIN, Look
from botilbud_desktop.storage.files.printable import printable

MOST_SHEETS = 50
"""The most sheets of a workbook that are read."""
NO_TEXT = "#TEKST MANGLER!"
"""Stands for a text that cannot be read, as Excel's own errors do for values."""
NO_VALUE = "#FEJL!"
LOCKED = "den er beskyttet med adgangskode"
_MOST_REMARKS = 10
_LONGEST_NAME = 80
TOO_LONG = "Cellens tekst er for lang. Kun begyndelsen er læst."


class ReadSheet(NamedTuple):
    """One sheet."""

    name: str
    is_hidden: bool
    rows: tuple[tuple[Cell, ...], ...]
    start: tuple[int, int] = (0, 0)
    """The row and the column of the first cell, counted from 0."""
    look: Look = PLAIN
    is_cut: bool = False
    """Whether it has more rows or columns than are read."""


class ReadWorkbook(NamedTuple):
    """All sheets with cells in them that could be read, and what is to be said of the file."""

    sheets: tuple[ReadSheet, ...]
    remarks: tuple[str, ...] = ()
    """What was not read, as Danish sentences."""


class Unreadable(Exception):  # noqa: N818 - said of a part, not of the file
    """A file, or a part of one, that cannot be read."""

    def __init__(self, reason: str, part: str = "") -> None:
        """`reason` is a Danish clause without a full stop; `part` the part's name in the file."""
        super().__init__(reason, part)
        self.reason = reason
        self.part = part


def named(name: str) -> str:
    """Returns a sheet's name as a sentence begins with it."""
    return f"Arket »{printable(name, _LONGEST_NAME)}«"


def not_read(name: str, error: Unreadable) -> str:
    """Returns the sentence that a sheet was not read."""
    part = f" ({printable(error.part)})" if error.part else ""
    return f"{named(name)} er ikke læst: {capitalised(error.reason.replace('den', 'dets del', 1))}{part}."


def not_read_from(name: str) -> str:
    """Returns the sentence that the sheets from one on were not read."""
    return f"{named(name)} og de følgende er ikke læst: Der læses højst {MOST_SHEETS} ark."


def few(remarks: Sequence[str]) -> tuple[str, ...]:
    """Returns the first remarks, and how many there are beside them."""
    more = len(remarks) - _MOST_REMARKS
    if more <= 1:
        return tuple(remarks)
    beside = counted(more, "bemærkning", "bemærkninger")
    return (*remarks[:_MOST_REMARKS], f"Der er {beside} mere af samme slags.")


def table_of(cells: Mapping[tuple[int, int], Cell]) -> tuple[tuple[tuple[Cell, ...], ...], tuple[int, int], bool]:
    """Returns the rows from the first filled cell on, where that is, and whether there are more than are read."""
    filled = [place for place, cell in cells.items() if cell is not None]
    if not filled:
        return (), (0, 0), False
    top = min(row for row, _column in filled)
    rows = [place for place in filled if place[0] < top + MOST_ROWS]
    left = min(column for _row, column in rows)
    read = [place for place in rows if place[1] < left + MOST_COLUMNS]
    height, width = (max(place[axis] for place in read) + 1 for axis in (0, 1))
    table = tuple(tuple(cells.get((row, column)) for column in range(left, width)) for row in range(top, height))
    return table, (top, left), len(read) < len(filled)


def bounded(text: str) -> tuple[str, str]:
    """Returns a cell's text within the limit, and what is to be said of it."""
    return (text, "") if len(text) <= LONGEST_CELL else (text[:LONGEST_CELL], TOO_LONG)
