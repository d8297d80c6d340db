"""Reads tables on the clipboard from Word, Outlook or a web page. Only text is extracted; no markup is shown.

Python's own `html.parser` needs minutes for a megabyte of hostile markup, so this module finds the tags, in one pass.
"""

import re
from collections.abc import Iterator
from html import unescape

from botilbud_desktop.domain.table_import.cells import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Grid, grid_of

MOST_CHARACTERS = 2_000_000
"""Longer markup is not read."""

_MOST_TABLES = 100
_LONGEST_TAG = 2_000
_BREAKS = frozenset({"br", "p", "/p", "div", "li"})
_HIDDEN = frozenset({"style", "script", "title", "xml"})
_NAME = re.compile(r"/?[a-zA-Z][a-zA-Z0-9]{0,20}")
_COLSPAN, _ROWSPAN = (
    re.compile(rf"\b{name}span\s{{0,9}}=\s{{0,9}}[\"']?([0-9]{{1,3}})\b", re.IGNORECASE) for name in ("col", "row")
)


def grid_of_html(markup: str) -> Grid:
    """Returns the cells of the table with the most rows; none without a table, or when `markup` is too long."""
    if len(markup) > MOST_CHARACTERS:
        return ()
    reader = _TableReader()
    for tag, text in _pieces(markup):
        reader.take(tag, text)
    grids = [grid_of(rows) for rows in reader.tables]
    return max(grids, key=len, default=())


def _pieces(markup: str) -> Iterator[tuple[str, str]]:
    """Yields the tags with their names in lower case (`td`, `/td`), and the text between them with the name "".

    A tag that is not closed extends to the end, so that each character is read once.
    """
    lower = markup.lower() if len(markup.lower()) == len(markup) else markup
    position = 0
    while position < len(markup):
        if markup[position] != "<":
            end = markup.find("<", position)
            end = len(markup) if end < 0 else end
            yield "", markup[position:end]
            position = end
            continue
        closing = "-->" if markup.startswith("<!--", position) else ">"
        end = markup.find(closing, position + 1)
        if end < 0:
            return
        name = _NAME.match(markup, position + 1)
        tag = name[0].lower() if name else ""
        if tag in _HIDDEN and markup[end - 1] != "/":
            end = lower.find(f"</{tag}", end)
            if end < 0:
                return
            position = end
            continue
        if tag:
            yield tag, markup[position : min(end, position + _LONGEST_TAG)]
        position = end + len(closing)


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
                self._cell.append(re.sub(r"\s", " ", unescape(text)))

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
