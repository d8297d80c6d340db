"""What an old workbook tells of all its sheets: their names and places, the texts, the styles."""

import struct
from typing import NamedTuple

from botilbud_desktop.storage.excel.kinds import Kind
from botilbud_desktop.storage.excel.number_formats import BUILT_IN
from botilbud_desktop.storage.excel.read_sheet import LOCKED, Unreadable
from botilbud_desktop.storage.excel.xls.records import RecordKind, RecordReader, TextParts, short_text
from botilbud_desktop.storage.excel.xml_events import DAMAGED, TOO_LARGE

_BIFF8 = 0x0600
_MOST_TEXTS = 1_000_000
_MOST_STYLES = 100_000


class ListedSheet(NamedTuple):
    """A sheet as the workbook lists it."""

    name: str
    start: int
    """The place of its first record in the stream."""
    is_hidden: bool


class Style(NamedTuple):
    """One cell style."""

    code: str
    """The number format; empty for the usual one."""
    is_struck: bool


class Globals(NamedTuple):
    """What holds for all sheets."""

    sheets: tuple[ListedSheet, ...]
    texts: tuple[str, ...]
    styles: tuple[Style, ...]
    since_1904: bool
    are_texts_whole: bool


def read_globals(reader: RecordReader) -> Globals:
    """Reads what holds for all sheets.

    Raises:
        Unreadable: it is damaged, protected, older or has far too much.
    """
    found = _GlobalsReader()
    try:
        for number, record in enumerate(reader.records()):
            if not number and (record.kind != RecordKind.BEGIN or struct.unpack_from("<H", record.data)[0] != _BIFF8):
                raise Unreadable(Kind.OLDER.value)
            if record.kind == RecordKind.END:
                break
            found.take(record.kind, record.data)
    except (struct.error, IndexError) as error:
        raise Unreadable(DAMAGED) from error
    return found.read()


class _GlobalsReader:
    def __init__(self) -> None:
        self._sheets: list[ListedSheet] = []
        self._parts: list[bytes] = []
        self._codes = dict(BUILT_IN)
        self._struck: list[bool] = []
        self._styles: list[tuple[int, int]] = []
        self._since_1904 = False
        self._is_in_texts = False

    def take(self, kind: int, data: bytes) -> None:
        if kind == RecordKind.CONTINUE:
            if self._is_in_texts:
                self._parts.append(data)
            return
        self._is_in_texts = kind == RecordKind.TEXTS
        if kind == RecordKind.TEXTS:
            self._parts = [data[8:]]
        elif kind == RecordKind.PASSWORD:
            raise Unreadable(LOCKED)
        elif kind == RecordKind.LAST_SAVED:
            self._since_1904 = data[:1] == b"\1"
        elif kind == RecordKind.SHEET:
            start, state, sheet_kind = struct.unpack_from("<IBB", data)
            if sheet_kind == 0:
                self._sheets.append(ListedSheet(short_text(data[6:])[0], start, bool(state & 3)))
        elif kind == RecordKind.FORMAT:
            self._codes[struct.unpack_from("<H", data)[0]] = short_text(data[2:], long_count=True)[0]
        elif kind == RecordKind.FONT:
            if len(self._struck) == 4:  # number 4 is left out in the count
                self._struck.append(False)
            self._struck.append(bool(data[2] & 8))
        elif kind == RecordKind.STYLE:
            self._styles.append(struct.unpack_from("<HH", data))
        if len(self._styles) > _MOST_STYLES:
            raise Unreadable(TOO_LARGE)

    def read(self) -> Globals:
        texts: list[str] = []
        reading = TextParts(self._parts)
        is_whole = True
        try:
            while not reading.is_at_end and len(texts) < _MOST_TEXTS:
                texts.append(reading.text())
        except struct.error:
            is_whole = False
        codes = {number: "" if code == "General" else code for number, code in self._codes.items()}
        fonts = dict(enumerate(self._struck))
        styles = tuple(Style(codes.get(code, ""), fonts.get(font, False)) for font, code in self._styles)
        return Globals(tuple(self._sheets), tuple(texts), styles, self._since_1904, is_whole)
