"""Minimal Windows libraries, made by the tests."""

import struct

_FILE_START, _MEMORY_START = 0x200, 0x1000


def image(libraries: list[str], *, signed: bool = False) -> bytes:
    """A 64-bit library linked against these; it lacks everything else that Windows needs."""
    names_at = 20 * (len(libraries) + 1)
    entries, names = b"", b""
    for library in libraries:
        entries += struct.pack("<IIIII", 0, 0, 0, _MEMORY_START + names_at + len(names), 0)
        names += library.encode() + b"\0"
    body = entries + bytes(20) + names
    directories = [(0, 0)] * 16
    directories[1] = (_MEMORY_START, len(entries) + 20) if libraries else (0, 0)
    directories[4] = (_FILE_START + len(body), 8) if signed else (0, 0)
    optional = struct.pack("<H", 0x20B) + bytes(110) + b"".join(struct.pack("<II", *pair) for pair in directories)
    head = b"PE\0\0" + struct.pack("<HHIIIHH", 0x8664, 1, 0, 0, 0, len(optional), 0x2022)
    section = b".rdata\0\0" + struct.pack("<IIII", len(body), _MEMORY_START, len(body), _FILE_START) + bytes(16)
    start = b"MZ" + bytes(0x3A) + struct.pack("<I", 0x40) + head + optional + section
    return start.ljust(_FILE_START, b"\0") + body + (bytes(8) if signed else b"")
