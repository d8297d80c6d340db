"""Reads `.csv`: cells between semicolons, tabs or commas, in quotation marks where they need to be."""

import csv
from io import StringIO

from botilbud_desktop.domain.table_import.cells import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, grid_of, is_blank
from botilbud_desktop.domain.table_import.marks import Table

_SEPARATORS = (";", "\t", ",")
"""Danish programs write semicolons, for the comma stands in numbers."""
_STATED = "sep="
_LOOKED_AT = 20


def table_of_csv(text: str) -> Table:
    """Returns the cells of `text`, within the limits of any imported table, and whether there are more."""
    first, _break, rest = text.lstrip("\ufeff").partition("\n")
    stated = first.strip().lower().removeprefix(_STATED) if first.lower().startswith(_STATED) else ""
    separator = stated if stated in _SEPARATORS else _separator(text)
    reader = csv.reader(StringIO(rest if stated else text, newline=""), delimiter=separator)
    rows: list[list[str]] = []
    is_cut = False
    try:
        for row in reader:
            if len(rows) >= MOST_ROWS:
                is_cut = is_cut or any(not is_blank(cell) for cell in row)
                if is_cut:
                    break
                continue
            is_cut = is_cut or any(not is_blank(cell) for cell in row[MOST_COLUMNS:])
            rows.append([cell[:LONGEST_CELL] for cell in row])
    except csv.Error:
        is_cut = True
    return Table(grid_of(rows), is_cut)


def _separator(text: str) -> str:
    """Returns what divides the cells: what stands outside of quotation marks in most of the first lines."""
    lines = [line.split('"')[::2] for line in text.splitlines()[:_LOOKED_AT] if line.strip()]
    counts = {each: sum(any(each in piece for piece in line) for line in lines) for each in _SEPARATORS}
    return max(_SEPARATORS, key=lambda each: counts[each])
