"""Reads tables on the clipboard from Word, Outlook or a web page. Only text is extracted; no markup is shown."""

import re

from botilbud_desktop.domain.table_import.cells import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Grid, grid_of
from botilbud_desktop.domain.text.markup import TooMuchMarkupError, decoded, pieces

MOST_CHARACTERS = 2_000_000
"""Longer markup is not read."""

_MOST_TABLES = 100
_BREAKS = frozenset({"br", "p", "/p", "div", "li"})
_COLSPAN, _ROWSPAN = (
    re.compile(rf"\b{name}span\s{{0,9}}=\s{{0,9}}[\"']?([0-9]{{1,3}})\b", re.IGNORECASE) for name in ("col", "row")
)


def grid_of_html(markup: str) -> Grid:
    """Returns the cells of the table with the most rows; none without a table.

    Raises:
        TooMuchMarkupError: reading it would take too long.
    """
    if len(markup) > MOST_CHARACTERS:
        raise TooMuchMarkupError
    reader = _TableReader()
    for tag, text in pieces(markup):
        reader.take(tag, text)
    grids = [grid_of(rows) for rows in reader.tables]
    return max(grids, key=len, default=())


class _TableReader:
    """Collects the cells of each table; a table inside a cell is a separate table."""

    def __init__(self) -> None:
        self.tables: list[list[list[str | None]]] = []
        self._covered: list[dict[int, int]] = []
        """For each table: by column, the last row that a cell from above covers (`rowspan`)."""
        self._open: list[int] = []
        self._cell: list[str] | None = None
        self._span = self._height = 1

    def take(self, tag: str, text: str) -> None:
        """Processes the next tag, or with the name "" the next text."""
        if tag in ("td", "th", "tr", "table", "/td", "/th", "/tr", "/table"):
            self._end_cell()
            self._take_structure(tag, text)
        elif self._cell is not None:
            if tag in _BREAKS:
                self._cell.append("\n")
            elif not tag:
                self._cell.append(re.sub(r"\s", " ", decoded(text)))

    def _take_structure(self, tag: str, text: str) -> None:
        if tag == "table" and len(self.tables) < _MOST_TABLES:
            self._open.append(len(self.tables))
            self.tables.append([])
            self._covered.append({})
        elif not self._open:
            return
        elif tag == "/table":
            self._open.pop()
        elif tag == "tr" and len(self.tables[self._open[-1]]) <= MOST_ROWS:
            self.tables[self._open[-1]].append([])
        elif tag in ("td", "th"):
            self._cell = []
            self._span, self._height = _span(_COLSPAN, text, MOST_COLUMNS), _span(_ROWSPAN, text, MOST_ROWS)

    def _end_cell(self) -> None:
        if self._cell is None or not self._open:
            return
        rows = self.tables[self._open[-1]]
        if not rows:
            rows.append([])
        row, covered = rows[-1], self._covered[self._open[-1]]
        while covered.get(len(row), -1) >= len(rows) - 1:
            row.append(None)
        if len(row) < MOST_COLUMNS:
            if self._height > 1:
                covered.update(dict.fromkeys(range(len(row), len(row) + self._span), len(rows) + self._height - 2))
            row.append(_clean_text("".join(self._cell)))
            row.extend([None] * (self._span - 1))
        self._cell = None


def _span(pattern: re.Pattern[str], tag: str, most: int) -> int:
    """Returns how many columns or rows a cell spans; 0 (in HTML: all rows below) counts as one."""
    found = pattern.search(tag)
    return min(max(int(found[1]), 1), most) if found else 1


def _clean_text(text: str) -> str:
    """Returns the lines that are not empty, with single spaces."""
    lines = (re.sub(" +", " ", line).strip() for line in text[:LONGEST_CELL].split("\n"))
    return "\n".join(line for line in lines if line)
