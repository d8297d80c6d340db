"""The records of an old workbook, and the texts in them, which may go on in the next record."""

import struct
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from botilbud_desktop.storage.excel.read_sheet import Unreadable
from botilbud_desktop.storage.excel.xml_events import TOO_LARGE

_MOST_RECORDS = 1_500_000


class RecordKind(IntEnum):
    """The kinds of records that are read."""

    FORMULA = 0x0006
    END = 0x000A
    LAST_SAVED = 0x0022
    """Whether days are counted from 1904."""
    PASSWORD = 0x002F
    FONT = 0x0031
    CONTINUE = 0x003C
    COLUMN = 0x007D
    SHEET = 0x0085
    FILTERED = 0x009B
    MANY_NUMBERS = 0x00BD
    STYLE = 0x00E0
    RICH_TEXT = 0x00D6
    MERGED = 0x00E5
    TEXTS = 0x00FC
    TEXT_NUMBER = 0x00FD
    NUMBER = 0x0203
    TEXT = 0x0204
    TRUTH_OR_ERROR = 0x0205
    FORMULA_TEXT = 0x0207
    ROW = 0x0208
    SMALL_NUMBER = 0x027E
    FORMAT = 0x041E
    BEGIN = 0x0809


class Record(NamedTuple):
    """One record."""

    kind: int
    data: bytes


class RecordReader:
    """Reads the records of a stream, and no more than a workbook can have."""

    def __init__(self, stream: bytes) -> None:
        self._stream = stream
        self._left = _MOST_RECORDS

    def records(self, start: int = 0) -> Iterator[Record]:
        """Returns the records from a place on, up to the end of the stream.

        Raises:
            Unreadable: there are too many.
        """
        while start + 4 <= len(self._stream):
            self._left -= 1
            if self._left < 0:
                raise Unreadable(TOO_LARGE)
            kind, size = struct.unpack_from("<HH", self._stream, start)
            yield Record(kind, self._stream[start + 4 : start + 4 + size])
            start += 4 + size


class TextParts:
    """Reads texts one after another from a record and those that continue it.

    Each continuing record begins anew with how the characters are stored, unless it begins between two texts.
    """

    def __init__(self, parts: list[bytes]) -> None:
        self._parts = parts
        self._part = 0
        self._at = 0

    @property
    def is_at_end(self) -> bool:
        """Whether nothing is left."""
        self._go_on()
        return self._part >= len(self._parts)

    def text(self) -> str:
        """Returns the next text.

        Raises:
            struct.error: it is cut off.
        """
        self._go_on()
        length, flags = struct.unpack("<HB", self._bytes(3))
        runs = struct.unpack("<H", self._bytes(2))[0] if flags & 8 else 0
        further = struct.unpack("<I", self._bytes(4))[0] if flags & 4 else 0
        found: list[str] = []
        is_wide = bool(flags & 1)
        while length:
            if self._is_part_at_end:
                self._go_on()
                is_wide = bool(self._bytes(1)[0] & 1)
            width = 2 if is_wide else 1
            count = min(length, (len(self._parts[self._part]) - self._at) // width)
            if not count:
                raise struct.error("half a character")
            found.append(self._bytes(count * width).decode("utf-16-le" if is_wide else "latin-1", "replace"))
            length -= count
        self._pass_over(4 * runs + further)
        return "".join(found)

    @property
    def _is_part_at_end(self) -> bool:
        return self._part >= len(self._parts) or self._at >= len(self._parts[self._part])

    def _go_on(self) -> None:
        while self._part < len(self._parts) and self._is_part_at_end:
            self._part, self._at = self._part + 1, 0

    def _bytes(self, count: int) -> bytes:
        if self._part >= len(self._parts) or self._at + count > len(self._parts[self._part]):
            raise struct.error("cut off")
        self._at += count
        return self._parts[self._part][self._at - count : self._at]

    def _pass_over(self, count: int) -> None:
        while count and self._part < len(self._parts):
            step = min(count, len(self._parts[self._part]) - self._at)
            self._at += step
            count -= step
            if count:
                self._go_on()


def short_text(data: bytes, *, long_count: bool = False) -> tuple[str, bool]:
    """Returns a text that lies within one record, its length in one byte or two, and whether it is cut off.

    Raises:
        struct.error: not even its length is there.
    """
    length, flags = struct.unpack_from("<HB" if long_count else "<BB", data)
    start = 3 if long_count else 2
    if flags & 8:
        start += 2
    if flags & 4:
        start += 4
    width = 2 if flags & 1 else 1
    found = data[start : start + length * width]
    is_cut = len(found) < length * width
    return found.decode("utf-16-le" if width == 2 else "latin-1", "replace"), is_cut
