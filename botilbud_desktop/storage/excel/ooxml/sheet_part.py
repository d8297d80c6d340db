"""Reads the XML of one sheet: its cells as they are stored, and how it looks. No more is kept than is imported."""

from botilbud_desktop.domain.table_import.cells import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS
from botilbud_desktop.storage.excel.addresses import place_of, rectangle_of
from botilbud_desktop.storage.excel.ooxml.cells import StoredCell
from botilbud_desktop.storage.excel.ooxml.styles import is_true
from botilbud_desktop.storage.excel.ooxml.texts import TextCollector

_MOST_MERGED = 5_000
_MOST_COLUMNS = 16_384
_MOST_KEPT = 4 * MOST_ROWS * MOST_COLUMNS


class SheetReader:
    """Collects a sheet. A place is its row and column, counted from 0."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], StoredCell] = {}
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.merged: list[tuple[int, int, int, int]] = []
        self.has_filter = False
        self.has_tables = False
        self.is_cut = False
        self._row = self._column = self._top = -1
        self._is_in_data = False
        self._cell: StoredCell | None = None
        self._value: list[str] = []
        self._formula: list[str] | None = None
        self._inline: TextCollector | None = None
        self._into: list[str] | None = None
        self._room = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Handle the start of an element.

        Raises:
            ValueError: a cell or a row has no address that can be.
        """
        if not self._is_in_data:
            self._start_outside(name, attributes)
        elif name == "c":
            self._start_cell(attributes)
        elif name == "v":
            self._into = self._value = []
        elif name == "f":
            self._into = self._formula = []
        elif name == "row":
            self._row = _number(attributes["r"]) - 1 if "r" in attributes else self._row + 1
            self._column = -1
            if _is_hidden(attributes, "ht") and len(self.hidden_rows) < _MOST_KEPT:
                self.hidden_rows.add(self._row)
        elif name == "is":
            self._inline = TextCollector()
        elif self._inline is not None:
            self._inline.start(name, attributes)

    def end(self, name: str) -> None:
        """Handle the end of an element."""
        if not self._is_in_data:
            return
        if name == "c":
            self._end_cell()
        elif name in ("v", "f"):
            self._into = None
        elif name == "sheetData":
            self._is_in_data = False
        elif self._inline is not None:
            self._inline.end(name)

    def text(self, text: str) -> None:
        """Handle text."""
        if self._into is not None:
            if self._room > 0:
                self._into.append(text)
                self._room -= len(text)
        elif self._inline is not None:
            self._inline.add(text)

    def _start_outside(self, name: str, attributes: dict[str, str]) -> None:
        if name == "sheetData":
            self._is_in_data = True
        elif name == "col" and _is_hidden(attributes, "width"):
            least, most = _number(attributes.get("min", "")), _number(attributes.get("max", ""))
            self.hidden_columns.update(range(least - 1, min(most, _MOST_COLUMNS)))
        elif name == "mergeCell" and len(self.merged) < _MOST_MERGED:
            if rectangle := rectangle_of(attributes.get("ref", "")):
                self.merged.append(rectangle)
        elif name == "filterColumn" or (name == "sheetPr" and is_true(attributes.get("filterMode", ""))):
            self.has_filter = True
        elif name == "tablePart":
            self.has_tables = True

    def _start_cell(self, attributes: dict[str, str]) -> None:
        address = attributes.get("r")
        if address is None:
            self._column += 1
        else:
            place = place_of(address)
            if place is None:
                raise ValueError("no address of a cell")
            self._row, self._column = place
        if self.is_cut and self._row >= self._top + MOST_ROWS:
            return
        self._cell = StoredCell(attributes.get("t", "n"), attributes.get("s", "0"))
        self._value = []
        self._room = 2 * LONGEST_CELL
        self._formula = self._inline = self._into = None

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        value = "".join(self._value)
        formula = None if self._formula is None else "".join(self._formula)
        inline = None if self._inline is None else self._inline.read()
        cell = self._cell._replace(value=value, formula=formula, inline=inline)
        self._cell = self._inline = self._into = None
        if not cell.is_empty:
            self._keep(cell)

    def _keep(self, cell: StoredCell) -> None:
        row = max(self._row, 0)
        if self._top < 0 or row < self._top:
            self._top = row
        if row >= self._top + MOST_ROWS:
            self.is_cut = True
            return
        place = (row, self._column)
        self.cells[place] = cell._replace(is_repeated=place in self.cells)
        if len(self.cells) > _MOST_KEPT:
            self._drop_what_is_not_imported()

    def _drop_what_is_not_imported(self) -> None:
        """Drops cells that lie below or right of what is imported, also if others come that lie further up or left."""
        self.is_cut = True
        first: dict[int, int] = {}
        for row, column in self.cells:
            first[row] = min(first.get(row, column), column)
        self.cells = {
            (row, column): cell
            for (row, column), cell in self.cells.items()
            if row < self._top + MOST_ROWS and column < first[row] + MOST_COLUMNS
        }


def _is_hidden(attributes: dict[str, str], size: str) -> bool:
    """Whether a row or column is hidden, or has no height or width."""
    return is_true(attributes.get("hidden", "")) or attributes.get(size) in ("0", "0.0")


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 0 < len(text) < 8 and int(text)):
        raise ValueError("no number of a row or column")
    return int(text)
