"""Reads the text that Excel and LibreOffice put on the clipboard: tabs between cells, line breaks between rows."""

import re

from botilbud_desktop.domain.table_import.cells import (
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    Grid,
    first_column,
    grid_of,
    is_blank,
)
from botilbud_desktop.domain.table_import.marks import Marks, Table

_QUOTED = re.compile(rf'"((?:[^"]|""){{0,{LONGEST_CELL}}}+)"(?=[\t\r\n]|\Z)')
_PLAIN = re.compile(r"[^\t\r\n]*+")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")


def grid_of_tsv(text: str) -> Grid:
    """Returns the cells of `text`."""
    return table_of_tsv(text).grid


def table_of_tsv(text: str) -> Table:
    """Returns the cells of `text`, at most `MOST_ROWS` rows and `MOST_COLUMNS` columns, and whether there are more.

    A cell in quotation marks may hold tabs, line breaks and doubled quotation marks. One that merely begins with a
    quotation mark (`"Solgården" i Aalborg`) is taken literally.
    """
    rows: list[list[str]] = [[]]
    position = 0
    while len(rows) <= MOST_ROWS:
        quoted = _QUOTED.match(text, position) if len(rows[-1]) < MOST_COLUMNS else None
        match = quoted or _PLAIN.match(text, position)
        if match is None:
            break
        rows[-1].append(quoted[1].replace('""', '"') if quoted else match[0])
        position = match.end()
        if position >= len(text):
            break
        if ends := _LINE_BREAK.match(text, position):
            rows.append([])
            position = ends.end()
        else:
            position += 1
    is_cut = bool(text[position:].strip()) or any(
        not is_blank(cell) for row in (*rows[MOST_ROWS:], *(row[MOST_COLUMNS:] for row in rows)) for cell in row
    )
    return Table(grid_of(rows), is_cut, Marks(start=(0, first_column(rows))))
