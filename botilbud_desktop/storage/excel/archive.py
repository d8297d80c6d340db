"""The parts of a workbook's archive, unpacked piece by piece within limits, found by their names in any spelling."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Self
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from botilbud_desktop.storage.excel.read_sheet import LOCKED, Unreadable
from botilbud_desktop.storage.excel.xml_events import DAMAGED, TOO_LARGE, Reader, XmlReading

LARGEST_PART, LARGEST_UNPACKED = 30_000_000, 90_000_000
"""Maximum bytes of one part, and of all parts of a workbook that are read."""
MISSING = "den mangler i filen"
TWICE = "den ligger flere gange i filen med forskelligt indhold"
OTHER_PACKING = "den er pakket på en måde, som Excel ikke bruger"

_MOST_PARTS = 20_000
_ENTRY = b"PK\x01\x02"
"""What each entry in the list of parts begins with."""
_PIECE = 65_536
_ENCRYPTED = 0x1


class Archive:
    """The parts by their names, without regard to case and direction of the slashes."""

    def __init__(self, data: bytes) -> None:
        """Read the list of parts.

        Raises:
            Unreadable: it is no archive, or has far too many parts.
        """
        if data.count(_ENTRY) > _MOST_PARTS:
            raise Unreadable(TOO_LARGE)
        try:
            self._archive = ZipFile(BytesIO(data))
        except (BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
            raise Unreadable(DAMAGED) from error
        self._parts: dict[str, list[ZipInfo]] = {}
        self._remaining = LARGEST_UNPACKED
        self._xml = XmlReading()
        for part in self._archive.infolist():
            self._parts.setdefault(_plain(part.filename), []).append(part)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._archive.close()

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._parts

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in small letters."""
        return tuple(self._parts)

    def read(self, name: str, reader: Reader, *, with_prefixes: bool = False, leaves_room: bool = False) -> None:
        """Tell `reader` of all elements of a part; see `XmlReading`.

        Raises:
            Unreadable: the part is missing, damaged, encrypted, too large, or there are two different ones.
        """
        pieces = self._pieces(name, LARGEST_PART if leaves_room else 0)
        self._xml.read(pieces, reader, name, with_prefixes=with_prefixes, leaves_room=leaves_room)

    def _pieces(self, name: str, kept: int) -> Iterator[bytes]:
        found = self._parts.get(_plain(name), [])
        if not found:
            raise Unreadable(MISSING, name)
        if len({(part.CRC, part.file_size) for part in found}) > 1:
            raise Unreadable(TWICE, name)
        part = found[-1]
        if part.flag_bits & _ENCRYPTED:
            raise Unreadable(LOCKED, name)
        if part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise Unreadable(OTHER_PACKING, name)
        left = LARGEST_PART
        try:
            with self._archive.open(part) as packed:
                while piece := packed.read(_PIECE):
                    left -= len(piece)
                    self._remaining -= len(piece)
                    if left < 0 or self._remaining < kept:
                        raise Unreadable(TOO_LARGE, name)
                    yield piece
        except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
            raise Unreadable(DAMAGED, name) from error


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
