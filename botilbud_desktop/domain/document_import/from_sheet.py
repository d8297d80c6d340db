"""A table that is no table of projects, read as a document is: labels with their values beside or below them."""

import re
from collections.abc import Mapping
from datetime import date

from botilbud_desktop.domain.document_import.blocks import Document, Table
from botilbud_desktop.domain.document_import.proposal import Proposal
from botilbud_desktop.domain.document_import.proposing import propose
from botilbud_desktop.domain.document_import.table_places import TablePlaces
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.cells import Cell, Grid, is_blank, text_of
from botilbud_desktop.domain.table_import.marks import Marks
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.domain.values.dates import format_date

_TABLE = "\N{REPLACEMENT CHARACTER}"
"""Stands for the table in what the reading of documents says of places."""
_ROW = re.compile(f"{_TABLE}(?:, række ([0-9]+))?")
_MOST_COLUMNS = 2
_LARGEST_YEAR = 2199
"""Larger whole numbers are written with points."""
_DOUBTED = "Cellens værdi er ikke sikker."
_HIDDEN = "Rækken eller kolonnen er skjult i arket."


def proposal_of_sheet(grid: Grid, marks: Marks, places: TablePlaces, round_: Round) -> Proposal | None:
    """Returns what a table tells as a document does; None when none of it is a figure, a date or a choice.

    Nor is one with more than two columns read: they may be of several projects. Values of cells that are doubtful or
    hidden are not sure.
    """
    if sum(not all(map(is_blank, column)) for column in zip(*grid, strict=True)) > _MOST_COLUMNS:
        return None
    rows = tuple(tuple(_shown(cell) for cell in row) for row in grid)
    found = propose(Document((Table(rows, _TABLE),)), round_, round_.municipalities)
    if all(isinstance(value.value, str) and value.field[2:3] != ("share_for_others",) for value in found.values):
        return None
    doubts = _doubts(marks, len(grid))
    width = max(map(len, rows))
    values = []
    for value in found.values:
        asked = [doubts[row] for row in _rows(value.source) if row in doubts]
        source = _in_sheet(value.source, places, len(grid), width)
        remark = " ".join(dict.fromkeys(filter(None, (*asked, _in_sheet(value.remark, places, len(grid), width)))))
        values.append(value._replace(source=source, remark=remark, is_sure=value.is_sure and not asked))
    left_out = tuple(
        one._replace(
            source=_in_sheet(one.source, places, len(grid), width), why=_in_sheet(one.why, places, len(grid), width)
        )
        for one in found.left_out
    )
    return Proposal(tuple(values), left_out)


def _shown(cell: Cell) -> str:
    """Returns a cell as people write it in a document."""
    if isinstance(cell, date):
        return format_date(cell)
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return format_number(cell) if isinstance(cell, int) and abs(cell) > _LARGEST_YEAR else text_of(cell)


def _doubts(marks: Marks, height: int) -> Mapping[int, str]:
    """Returns what is doubtful about the rows of a table."""
    doubts = {row: f"{_DOUBTED} {note}" for (row, _column), note in marks.notes.items()}
    hidden = range(height) if marks.hidden_columns else (marks.hidden_rows | marks.filtered_rows)
    return {**dict.fromkeys(hidden, _HIDDEN), **doubts}


def _rows(source: str) -> list[int]:
    return [int(found[1]) - 1 for found in _ROW.finditer(source) if found[1]]


def _in_sheet(text: str, places: TablePlaces, height: int, width: int) -> str:
    """Returns a text with the places of the sheet in it."""

    def place(found: re.Match[str]) -> str:
        if found[1] is None:
            return places.block((0, 0), (height - 1, width - 1))
        row = int(found[1]) - 1
        return places.block((row, 0), (row, width - 1))

    return _ROW.sub(place, text)
