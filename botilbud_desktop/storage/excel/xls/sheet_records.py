"""Reads the records of one sheet of an old workbook. No more is kept than is imported."""

import math
import struct

from botilbud_desktop.domain.table_import.cells import MOST_ROWS, Cell
from botilbud_desktop.storage.excel.looks import Look
from botilbud_desktop.storage.excel.read_sheet import (
    NO_TEXT,
    NO_VALUE,
    TOO_LONG,
    ReadSheet,
    Unreadable,
    bounded,
    table_of,
)
from botilbud_desktop.storage.excel.set_apart import STRUCK
from botilbud_desktop.storage.excel.values import timed
from botilbud_desktop.storage.excel.xls.globals_part import Globals, ListedSheet, Style
from botilbud_desktop.storage.excel.xls.records import RecordKind, RecordReader, short_text
from botilbud_desktop.storage.excel.xml_events import DAMAGED

_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_MOST_MERGED = 5_000
_LAST_COLUMN = 256
_TEXT, _TRUTH, _ERROR, _EMPTY = range(4)
"""What a formula gives when it is no number."""


def read_sheet(records: RecordReader, listed: ListedSheet, book: Globals) -> tuple[ReadSheet, bool]:
    """Returns a sheet, and whether its formulas have been calculated.

    Raises:
        Unreadable: it is damaged or has far too much.
    """
    reader = _SheetReader(book)
    depth = 0
    try:
        for record in records.records(listed.start):
            if not depth and record.kind != RecordKind.BEGIN:
                raise Unreadable(DAMAGED)
            depth += (record.kind == RecordKind.BEGIN) - (record.kind == RecordKind.END)
            if not depth:
                break
            if depth == 1:
                reader.take(record.kind, record.data)
    except (struct.error, IndexError, OverflowError) as error:
        raise Unreadable(DAMAGED) from error
    if depth:
        raise Unreadable(DAMAGED)
    return reader.read(listed), reader.is_calculated


class _SheetReader:
    def __init__(self, book: Globals) -> None:
        self._book = book
        self._cells: dict[tuple[int, int], Cell] = {}
        self._formats: dict[tuple[int, int], str] = {}
        self._notes: dict[tuple[int, int], str] = {}
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._merged: list[tuple[int, int, int, int]] = []
        self._is_filtered = self._is_cut = False
        self._top = -1
        self._formulas = self._without_result = 0
        self._text_of: tuple[int, int, int] | None = None
        """The cell whose formula gives the text of the next record."""

    def take(self, kind: int, data: bytes) -> None:
        """Handle a record."""
        if kind == RecordKind.NUMBER:
            self._add_number(*struct.unpack_from("<HHHd", data))
        elif kind == RecordKind.SMALL_NUMBER:
            row, column, style, packed = struct.unpack_from("<HHHI", data)
            self._add_number(row, column, style, _small(packed))
        elif kind == RecordKind.MANY_NUMBERS:
            row, column = struct.unpack_from("<HH", data)
            for place in range(4, len(data) - 7, 6):
                style, packed = struct.unpack_from("<HI", data, place)
                self._add_number(row, column + (place - 4) // 6, style, _small(packed))
        elif kind == RecordKind.TEXT_NUMBER:
            row, column, style, number = struct.unpack_from("<HHHI", data)
            self._add(row, column, style, self._book.texts[number] if number < len(self._book.texts) else NO_TEXT)
        elif kind in (RecordKind.TEXT, RecordKind.RICH_TEXT):
            row, column, style = struct.unpack_from("<HHH", data)
            self._add_text(row, column, style, data[6:])
        elif kind == RecordKind.TRUTH_OR_ERROR:
            row, column, style, value, is_error = struct.unpack_from("<HHHBB", data)
            self._add(row, column, style, _error(value) if is_error else _truth(value))
        elif kind == RecordKind.FORMULA:
            self._take_formula(data)
        elif kind == RecordKind.FORMULA_TEXT and self._text_of is not None:
            row, column, style = self._text_of
            self._add_text(row, column, style, data)
            self._text_of = None
        else:
            self._take_look(kind, data)

    def _take_look(self, kind: int, data: bytes) -> None:
        if kind == RecordKind.ROW:
            row, _first, _last, height, _unused, _more, flags = struct.unpack_from("<HHHHHHH", data)
            if flags & 0x20 or height & 0x7FFF == 0:
                self._hidden_rows.add(row)
        elif kind == RecordKind.COLUMN:
            first, last, width, _style, flags = struct.unpack_from("<HHHHH", data)
            if flags & 1 or not width:
                self._hidden_columns.update(range(first, min(last, _LAST_COLUMN) + 1))
        elif kind == RecordKind.MERGED:
            for place in range(2, len(data) - 7, 8):
                top, bottom, left, right = struct.unpack_from("<HHHH", data, place)
                if len(self._merged) < _MOST_MERGED:
                    self._merged.append((top, left, bottom, right))
        elif kind == RecordKind.FILTERED:
            self._is_filtered = True

    def _take_formula(self, data: bytes) -> None:
        row, column, style = struct.unpack_from("<HHH", data)
        self._formulas += 1
        self._without_result += data[12:14] == b"\xff\xff" and data[6] == _EMPTY
        if data[12:14] != b"\xff\xff":
            self._add_number(row, column, style, struct.unpack_from("<d", data, 6)[0])
            return
        kind, value = data[6], data[8]
        self._text_of = (row, column, style) if kind == _TEXT else None
        if kind == _TRUTH:
            self._add(row, column, style, _truth(value))
        elif kind == _ERROR:
            self._add(row, column, style, _error(value))

    def _add_text(self, row: int, column: int, style: int, data: bytes) -> None:
        text, is_cut = short_text(data, long_count=True)
        self._add(row, column, style, text, TOO_LONG if is_cut else "")

    def _add_number(self, row: int, column: int, style: int, number: float) -> None:
        if not math.isfinite(number):
            self._add(row, column, style, NO_VALUE)
            return
        plain = int(number) if number.is_integer() and abs(number) < 10**15 else number
        value, note = timed(plain, self._style(style).code, since_1904=self._book.since_1904)
        self._add(row, column, style, value, note)

    def _add(self, row: int, column: int, style: int, value: Cell, note: str = "") -> None:
        if isinstance(value, str):
            value, more = bounded(value)
            note = note or more
            if not value.strip():
                return
        self._top = row if self._top < 0 else min(row, self._top)
        if row >= self._top + MOST_ROWS or column > _LAST_COLUMN:
            self._is_cut = True
            return
        place = (row, column)
        self._cells[place] = value
        if code := self._style(style).code:
            self._formats[place] = code
        if note := note or (STRUCK if self._style(style).is_struck else ""):
            self._notes[place] = note
        if len(self._cells) > 2 * MOST_ROWS * _LAST_COLUMN:  # rows that come from below
            last = self._top + MOST_ROWS
            self._cells = {place: cell for place, cell in self._cells.items() if place[0] < last}
            self._is_cut = True

    def _style(self, number: int) -> Style:
        return self._book.styles[number] if number < len(self._book.styles) else Style("", is_struck=False)

    @property
    def is_calculated(self) -> bool:
        """Whether a formula has a result, unless there is none."""
        return not self._formulas or self._without_result < self._formulas

    def read(self, listed: ListedSheet) -> ReadSheet:
        """Returns the sheet."""
        rows, start, is_cut = table_of(self._cells)
        look = Look(
            self._formats,
            frozenset(self._hidden_rows),
            frozenset(self._hidden_columns),
            self._is_filtered,
            merged=tuple(self._merged),
            notes=self._notes,
        )
        return ReadSheet(listed.name, listed.is_hidden, rows, start, look, is_cut or self._is_cut)


def _small(packed: int) -> float:
    """Returns a number that is stored in 4 bytes: a whole one or the first half of another, perhaps in hundredths."""
    if packed & 2:
        whole = packed >> 2
        number: float = whole - (1 << 30) if whole & (1 << 29) else whole
    else:
        number = struct.unpack("<d", struct.pack("<II", 0, packed & 0xFFFFFFFC))[0]
    return float(number / 100 if packed & 1 else number)


def _truth(value: int) -> str:
    return "SAND" if value else "FALSK"


def _error(value: int) -> str:
    return _ERRORS.get(value, NO_VALUE)
