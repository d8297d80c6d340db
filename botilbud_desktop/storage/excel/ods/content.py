"""Reads the sheets of a workbook of LibreOffice from its XML. No more is kept than is imported."""

from botilbud_desktop.domain.table_import.cells import MOST_COLUMNS, MOST_ROWS, Cell
from botilbud_desktop.storage.excel.looks import Look
from botilbud_desktop.storage.excel.ods.cells import CellCollector
from botilbud_desktop.storage.excel.ods.styles import StyleReader
from botilbud_desktop.storage.excel.read_sheet import MOST_SHEETS, ReadSheet, table_of

_MOST_MARKS = 20_000
_MOST_MERGED = 5_000
_NOT_IN_CELL = frozenset({"annotation", "frame", "custom-shape", "shapes", "tracked-changes", "forms", "g", "control"})


class SheetCollector:
    """Collects one sheet, row after row. Rows and columns are counted from 0."""

    def __init__(self, name: str, *, is_hidden: bool) -> None:
        self.name = name
        self.is_hidden = is_hidden
        self.cells: dict[tuple[int, int], Cell] = {}
        self.notes: dict[tuple[int, int], str] = {}
        self.merged: list[tuple[int, int, int, int]] = []
        self.rows_by_look: dict[str, set[int]] = {"collapse": set(), "filter": set()}
        self.hidden_columns: set[int] = set()
        self.is_cut = False
        self._columns = 0
        self._row, self._next_row = 0, 0
        self._column = 0
        self._top = self._first = -1

    def add_columns(self, attributes: dict[str, str]) -> None:
        """Takes what is said of the next columns."""
        count = _count(attributes, "table:number-columns-repeated")
        if attributes.get("table:visibility") in ("collapse", "filter") and len(self.hidden_columns) < _MOST_MARKS:
            self.hidden_columns.update(range(self._columns, self._columns + min(count, _MOST_MARKS)))
        self._columns += count

    def begin_row(self, attributes: dict[str, str]) -> None:
        """Begins the next row, or several that are the same."""
        count = _count(attributes, "table:number-rows-repeated")
        self._row, self._next_row = self._next_row, self._next_row + count
        self._column, self._first = 0, -1
        rows = self.rows_by_look.get(attributes.get("table:visibility", ""))
        if rows is not None and len(rows) < _MOST_MARKS:
            rows.update(range(self._row, self._row + min(count, _MOST_MARKS)))

    def add(self, cell: CellCollector, attributes: dict[str, str]) -> None:
        """Adds a cell, or several that are the same."""
        count = _count(attributes, "table:number-columns-repeated")
        first, self._column = self._column, self._column + count
        wide, high = (_count(attributes, f"table:number-{axis}-spanned") for axis in ("columns", "rows"))
        if wide * high > 1 and len(self.merged) < _MOST_MERGED:
            self.merged.append((self._row, first, self._row + high - 1, first + wide - 1))
        if cell.is_blank:
            return
        value, note = cell.read()
        if value is None:
            return
        self._top = self._row if self._top < 0 else self._top
        self._first = first if self._first < 0 else self._first
        rows = range(self._row, min(self._next_row, self._top + MOST_ROWS))
        columns = range(first, min(self._column, self._first + MOST_COLUMNS))
        self.is_cut = self.is_cut or rows.stop < self._next_row or columns.stop < self._column
        for row in rows:
            for column in columns:
                self.cells[row, column] = value
                if note:
                    self.notes[row, column] = note

    def read(self) -> ReadSheet:
        """Returns the sheet."""
        rows, start, is_cut = table_of(self.cells)
        look = Look(
            hidden_rows=frozenset(self.rows_by_look["collapse"]),
            filtered_rows=frozenset(self.rows_by_look["filter"]),
            hidden_columns=frozenset(self.hidden_columns),
            merged=tuple(self.merged),
            notes=self.notes,
        )
        return ReadSheet(self.name, self.is_hidden, rows, start, look, is_cut or self.is_cut)


class ContentReader:
    """Collects all sheets."""

    def __init__(self) -> None:
        self.is_workbook = False
        self.sheets: list[SheetCollector] = []
        self.unread: list[str] = []
        """The names of the sheets beyond those that are read."""
        self._styles = StyleReader()
        self._sheet: SheetCollector | None = None
        self._cell: CellCollector | None = None
        self._cell_attributes: dict[str, str] = {}
        self._tables = 0
        self._passed: list[str] = []
        """The open elements of what is passed over."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Handle the start of an element."""
        if self._passed or (self._tables and name in _NOT_IN_CELL):
            self._passed.append(name)
        elif name == "spreadsheet":
            self.is_workbook = True
        elif not self.is_workbook:
            self._styles.start(name, attributes)
        elif name == "tracked-changes":
            self._passed.append(name)
        elif name == "table":
            self._start_table(attributes)
        elif self._sheet is not None:
            self._start_inside(self._sheet, name, attributes)

    def end(self, name: str) -> None:
        """Handle the end of an element."""
        if self._passed:
            self._passed.pop()
        elif name == "table" and self._tables:
            self._tables -= 1
            self._sheet = self._sheet if self._tables else None
        elif name in ("table-cell", "covered-table-cell") and self._sheet and self._cell and self._tables == 1:
            self._sheet.add(self._cell, self._cell_attributes)
            self._cell = None
        elif self._cell is not None:
            self._cell.end(name)

    def text(self, text: str) -> None:
        """Handle text."""
        if self._cell is not None and not self._passed:
            self._cell.text(text)

    def _start_table(self, attributes: dict[str, str]) -> None:
        self._tables += 1
        if self._tables > 1:  # a table in a cell is read as the text of the cell
            return
        name = attributes.get("table:name", "")
        if len(self.sheets) >= MOST_SHEETS:
            self.unread.append(name)
            return
        is_hidden = attributes.get("table:style-name", "") in self._styles.hiding
        self._sheet = SheetCollector(name, is_hidden=is_hidden)
        self.sheets.append(self._sheet)

    def _start_inside(self, sheet: SheetCollector, name: str, attributes: dict[str, str]) -> None:
        if self._tables > 1:
            if self._cell is not None:
                self._cell.start(name, attributes)
        elif name == "table-row":
            sheet.begin_row(attributes)
        elif name in ("table-cell", "covered-table-cell"):
            self._cell, self._cell_attributes = CellCollector(attributes, self._styles), attributes
        elif name == "table-column":
            sheet.add_columns(attributes)
        elif self._cell is not None:
            self._cell.start(name, attributes)


def _count(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    return max(int(text), 1) if text.isascii() and text.isdecimal() and len(text) < 8 else 1
