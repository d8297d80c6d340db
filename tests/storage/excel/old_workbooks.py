"""Makes old workbooks (`.xls`) for the tests, record by record."""

import struct
from collections.abc import Sequence

SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def record(kind: int, data: bytes = b"") -> bytes:
    """Returns one record."""
    return struct.pack("<HH", kind, len(data)) + data


def text(words: str, *, short: bool = False) -> bytes:
    """Returns a text as a record holds it."""
    return struct.pack("<BB" if short else "<HB", len(words), 1) + words.encode("utf-16-le")


BEGIN = record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0))
END = record(0x000A)


def texts(words: Sequence[str], cut_at: int | None = None) -> bytes:
    """Returns the shared texts, continued in a second record from the character `cut_at` of the last text on."""
    data = struct.pack("<II", len(words), len(words)) + b"".join(text(each) for each in words)
    if cut_at is None:
        return record(0x00FC, data)
    left = len(words[-1]) - cut_at
    return record(0x00FC, data[: len(data) - 2 * left]) + record(0x003C, b"\1" + data[len(data) - 2 * left :])


FONT = record(0x0031, struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + text("Arial", short=True))
STRUCK_FONT = record(0x0031, struct.pack("<HHHHHBBBB", 200, 8, 0x7FFF, 400, 0, 0, 0, 0, 0) + text("Arial", short=True))


def style(code: int = 0, font: int = 0) -> bytes:
    """Returns a cell style."""
    return record(0x00E0, struct.pack("<HH", font, code) + bytes(16))


def stream(sheets: Sequence[tuple[str, bytes]], before: bytes = b"", hidden: Sequence[str] = ()) -> bytes:
    """Returns the records of a workbook; `before` are those that hold for all sheets."""
    listed_size = sum(4 + 6 + 2 + 2 * len(name) for name, _records in sheets)
    place = len(BEGIN) + len(before) + listed_size + len(END)
    listed, bodies = b"", b""
    for name, body in sheets:
        start = place + len(bodies)
        listed += record(0x0085, struct.pack("<IBB", start, int(name in hidden), 0) + text(name, short=True))
        bodies += BEGIN + body + END
    return BEGIN + before + listed + END + bodies


def compound(content: bytes, name: str = "Workbook") -> bytes:
    """Returns a compound file with one stream, in small sectors where the stream is small."""
    is_small = len(content) < 4096
    sectors = [content[at : at + SECTOR].ljust(SECTOR, b"\0") for at in range(0, len(content), SECTOR)]
    count = len(sectors)
    small_table = b""
    if is_small:
        parts = -(-len(content) // 64)
        chain = [*range(1, parts), _END, *[_FREE] * (128 - parts)]
        small_table = struct.pack("<128I", *chain)
    following = [*range(1, count), _END, _END, *([_END] if is_small else []), _FAT]
    directory = count
    following += [_FREE] * (-len(following) % 128)
    root = _entry("Root Entry", 5, _END if not is_small else 0, 0 if not is_small else len(content), child=1)
    entries = root + _entry(name, 2, 0, len(content)) + bytes(256)
    table = struct.pack(f"<{len(following)}I", *following)
    tables = len(table) // SECTOR
    where = count + (2 if is_small else 1)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    header += struct.pack("<IIIIIIII", tables, directory, 0, 4096, count + 1 if is_small else _END, 1, _END, 0)
    listed = [where + number for number in range(tables)]
    header += struct.pack("<109I", *listed, *[_FREE] * (109 - tables))
    assert len(header) == SECTOR
    return header + b"".join(sectors) + entries + small_table + table


def _entry(name: str, kind: int, start: int, size: int, child: int = _FREE) -> bytes:
    words = name.encode("utf-16-le")
    entry = words.ljust(64, b"\0") + struct.pack("<HBBIII", len(words) + 2, kind, 1, _FREE, _FREE, child)
    return entry + bytes(36) + struct.pack("<III", start, size, 0)


def small(number: int) -> int:
    """Returns a whole number in the four bytes of a cell."""
    return (number << 2 & 0xFFFFFFFF) | 2
