"""Takes one stream out of a compound file, the small file system in which old Office files keep their parts."""

import struct
from typing import NamedTuple

from botilbud_desktop.storage.excel.read_sheet import Unreadable
from botilbud_desktop.storage.excel.xml_events import DAMAGED

_HEADER = 512
_ENTRY = 128
_LAST_SECTOR = 0xFFFFFFF9
"""Sector numbers from here on mean something else: the end, a free one."""
_SMALL_SECTOR = 64
_STREAM, _ROOT = 2, 5


class _Entry(NamedTuple):
    name: str
    kind: int
    start: int
    size: int


class CompoundFile:
    """The streams of a compound file by their names."""

    def __init__(self, data: bytes) -> None:
        """Read the list of streams.

        Raises:
            Unreadable: it is damaged.
        """
        if len(data) < _HEADER:
            raise Unreadable(DAMAGED)
        shift, _small_shift = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12):
            raise Unreadable(DAMAGED)
        self._data = data
        self._size = 1 << shift
        first_directory, _signature, self._least, first_small, _count, first_more, _more = struct.unpack_from(
            "<IIIIIII", data, 48
        )
        self._table = self._sector_table(first_more)
        entries = self._entries(self._chain(first_directory))
        self._streams = {entry.name.lower(): entry for entry in entries if entry.kind == _STREAM}
        root = next((entry for entry in entries if entry.kind == _ROOT), None)
        self._small = self._chain(root.start) if root else b""
        small = self._chain(first_small)
        self._small_table = struct.unpack(f"<{len(small) // 4}I", small[: len(small) // 4 * 4])

    @property
    def names(self) -> frozenset[str]:
        """The names of the streams, in small letters."""
        return frozenset(self._streams)

    def read(self, name: str) -> bytes:
        """Returns a stream as far as it is there; its size is at most that of the file."""
        entry = self._streams[name]
        if entry.size >= self._least:
            return self._chain(entry.start)[: entry.size]
        found: list[bytes] = []
        number, left = entry.start, len(self._small_table)
        while number < len(self._small_table) and left:
            found.append(self._small[number * _SMALL_SECTOR : (number + 1) * _SMALL_SECTOR])
            number, left = self._small_table[number], left - 1
        return b"".join(found)[: entry.size]

    def _sector(self, number: int) -> bytes:
        return self._data[(number + 1) * self._size : (number + 2) * self._size]

    def _sector_table(self, more: int) -> tuple[int, ...]:
        """Returns which sector follows each one."""
        listed = list(struct.unpack_from("<109I", self._data, 76))
        places = self._size // 4
        for _each in range(len(self._data) // self._size):
            if more >= _LAST_SECTOR:
                break
            sector = self._sector(more)
            if len(sector) < self._size:
                break
            *further, more = struct.unpack(f"<{places}I", sector)
            listed += further
        table: list[int] = []
        most = len(self._data) // self._size + 1
        for number in listed:
            sector = self._sector(number) if number < _LAST_SECTOR else b""
            if len(sector) == self._size and len(table) < most:
                table += struct.unpack(f"<{places}I", sector)
        return tuple(table[:most])

    def _chain(self, first: int) -> bytes:
        """Returns the sectors from one on; a circle ends after as many as there are."""
        found: list[bytes] = []
        number, left = first, len(self._table)
        while number < len(self._table) and left:
            found.append(self._sector(number))
            number, left = self._table[number], left - 1
        return b"".join(found)

    def _entries(self, directory: bytes) -> list[_Entry]:
        entries = []
        for start in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", directory, start + 64)
            name = directory[start : start + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
            first, size = struct.unpack_from("<II", directory, start + 116)
            entries.append(_Entry(name, kind, first, size))
        return entries
