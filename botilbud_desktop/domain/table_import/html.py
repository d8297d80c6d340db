"""Reads tables on the clipboard from Word, Outlook or a web page. Only text is extracted; no markup is shown."""

import re
from collections.abc import Sequence

from botilbud_desktop.domain.table_import.cells import MOST_COLUMNS, MOST_ROWS, Grid, first_column, grid_of
from botilbud_desktop.domain.table_import.column_units import tells_of_units
from botilbud_desktop.domain.table_import.html_text import LINE_BREAKS, CellReader, is_hidden
from botilbud_desktop.domain.table_import.marks import Marks, Table
from botilbud_desktop.domain.text.markup import SHEET, TooMuchMarkupError, decoded, pieces

MOST_CHARACTERS = 2_000_000
"""Longer markup is not read."""

_MOST_TABLES = 100
_LONGEST_ABOVE, _MOST_ABOVE = 500, 100
"""How many characters and pieces of the text above a table are read."""
_OVERFLOWS = "mso-ignore:colspan"
"""Excel says so of a text that is wider than its cell; the cells behind it are empty, not merged with it."""
_GROUPS = ("thead", "tbody", "tfoot")
_COLSPAN, _ROWSPAN = (
    re.compile(rf"\b{name}span\s{{0,9}}=\s{{0,9}}[\"']?([0-9]{{1,3}})\b", re.IGNORECASE) for name in ("col", "row")
)


def grid_of_html(markup: str) -> Grid:
    """Returns the cells of the table with the most rows; none without a table.

    Raises:
        TooMuchMarkupError: reading it would take too long.
    """
    return max((table.grid for table in tables_of_html(markup)), key=len, default=())


def tables_of_html(markup: str) -> tuple[Table, ...]:
    """Returns the tables in their order, without empty ones.

    Raises:
        TooMuchMarkupError: reading it would take too long.
    """
    if len(markup) > MOST_CHARACTERS:
        raise TooMuchMarkupError
    reader = _TableReader()
    for tag, text in pieces(markup):
        reader.take(tag, text)
    return tuple(table for one in reader.tables if (table := one.table()).grid)


class _OpenTable:
    """The rows of one table as far as they are read."""

    def __init__(self, above: str = "") -> None:
        self.above = above
        """The text right above the table."""
        self.rows: list[list[str | None]] = []
        self.covered: dict[int, int] = {}
        """By column, the last row that a cell from above covers (`rowspan`)."""
        self.notes: dict[tuple[int, int], str] = {}
        self.merged: set[tuple[int, int]] = set()
        """The cells that another one reaches over."""
        self.hidden_rows: set[int] = set()
        self.is_group_hidden = False
        self.is_cut = False

    def begin_row(self, tag: str) -> None:
        """Begins a row, unless the one that is cut off has begun."""
        if len(self.rows) > MOST_ROWS:
            return
        if self.is_group_hidden or is_hidden(tag):
            self.hidden_rows.add(len(self.rows))
        self.rows.append([])

    def add(self, text: str, note: str, span: int, height: int, *, is_merged: bool) -> None:
        """Adds a cell to the last row."""
        if not self.rows:
            self.rows.append([])
        row = self.rows[-1]
        while self.covered.get(len(row), -1) >= len(self.rows) - 1:
            self.merged.add((len(self.rows) - 1, len(row)))
            row.append(None)
        if bool(text) and (len(row) >= MOST_COLUMNS or len(self.rows) > MOST_ROWS):
            self.is_cut = True
        if len(row) < MOST_COLUMNS:
            if height > 1:
                self.covered.update(dict.fromkeys(range(len(row), len(row) + span), len(self.rows) + height - 2))
            if note:
                self.notes[len(self.rows) - 1, len(row)] = note
            if is_merged:
                self.merged.update((len(self.rows) - 1, len(row) + further) for further in range(1, span))
            row.append(text)
            row.extend([None] * (span - 1))

    def table(self) -> Table:
        """Returns what was read."""
        marks = _marks(self.rows, self.notes, self.hidden_rows, self.merged)
        lines = [line for line in self.above[-_LONGEST_ABOVE:].splitlines() if tells_of_units(line)]
        return Table(grid_of(self.rows), self.is_cut, marks._replace(around=tuple(lines)))


def _marks(
    rows: Sequence[Sequence[str | None]],
    notes: dict[tuple[int, int], str],
    hidden: set[int],
    merged: set[tuple[int, int]],
) -> Marks:
    left = first_column([tuple(row[:MOST_COLUMNS]) for row in rows[:MOST_ROWS]])
    moved = {(row, column - left): note for (row, column), note in notes.items()}
    covered = frozenset((row, column - left) for row, column in merged)
    return Marks(hidden_rows=frozenset(hidden), merged_cells=covered, notes=moved, start=(0, left))


class _TableReader:
    """Collects the cells of each table; a table inside a cell is a separate table."""

    def __init__(self) -> None:
        self.tables: list[_OpenTable] = []
        self._open: list[_OpenTable] = []
        self._cell: CellReader | None = None
        self._outside: list[str] = []
        """The text since the last table."""
        self._span = self._height = 1
        self._is_merged = False

    def take(self, tag: str, text: str) -> None:
        """Processes the next tag, or with the name "" the next text."""
        if tag in ("td", "th", "tr", "table", "/td", "/th", "/tr", "/table"):
            self._end_cell()
            self._take_structure(tag, text)
        elif tag in _GROUPS and self._open:
            self._open[-1].is_group_hidden = is_hidden(text)
        elif self._cell is not None:
            self._cell.take(tag, text if tag else re.sub(r"\s", " ", decoded(text)))
        elif not self._open and tag != SHEET:
            self._outside.append("\n" if tag in LINE_BREAKS else "" if tag else re.sub(r"\s", " ", decoded(text)))

    def _take_structure(self, tag: str, text: str) -> None:
        if tag == "table" and len(self.tables) < _MOST_TABLES:
            self.tables.append(_OpenTable("".join(self._outside[-_MOST_ABOVE:])))
            self._outside = []
            self._open.append(self.tables[-1])
        elif not self._open:
            return
        elif tag == "/table":
            self._open.pop()
        elif tag == "tr":
            self._open[-1].begin_row(text)
        elif tag in ("td", "th"):
            self._cell = CellReader(text)
            self._is_merged = _OVERFLOWS not in text.lower()
            self._span, self._height = _span(_COLSPAN, text, MOST_COLUMNS), _span(_ROWSPAN, text, MOST_ROWS)

    def _end_cell(self) -> None:
        if self._cell is None or not self._open:
            return
        text, note = self._cell.read()
        self._open[-1].add(text, note, self._span, self._height, is_merged=self._is_merged)
        self._cell = None


def _span(pattern: re.Pattern[str], tag: str, most: int) -> int:
    """Returns how many columns or rows a cell spans; 0 (in HTML: all rows below) counts as one."""
    found = pattern.search(tag)
    return min(max(int(found[1]), 1), most) if found else 1
