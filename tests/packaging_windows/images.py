"""Minimal Windows libraries, made by the tests."""

import struct

_FILE_START, _MEMORY_START = 0x200, 0x1000


def version_resource(version: tuple[int, int, int, int], language: int) -> bytes:
    """The part of a version resource that Windows Installer reads."""
    first, second, third, fourth = version
    head = struct.pack("<HHH", 0, 52, 0) + "VS_VERSION_INFO\0".encode("utf-16-le")
    head = head.ljust(len(head) + -len(head) % 4, b"\0")
    fixed = struct.pack("<IIII", 0xFEEF04BD, 0x10000, first << 16 | second, third << 16 | fourth) + bytes(36)
    variable = struct.pack("<HHH", 0, 4, 0) + "Translation\0".encode("utf-16-le")
    variable = variable.ljust(len(variable) + -len(variable) % 4, b"\0")
    return head + fixed + variable + struct.pack("<HH", language, 1200)


def image(
    libraries: list[str],
    *,
    signed: bool = False,
    signature: bytes = b"",
    version: tuple[int, int, int, int] | None = None,
    language: int = 0,
) -> bytes:
    """A 64-bit library linked against these, perhaps with a version and a signature; Windows would need much more."""
    signed = signed or bool(signature)
    names_at = 20 * (len(libraries) + 1)
    entries, names = b"", b""
    for library in libraries:
        entries += struct.pack("<IIIII", 0, 0, 0, _MEMORY_START + names_at + len(names), 0)
        names += library.encode() + b"\0"
    body = entries + bytes(20) + names
    resources_at = len(body) + -len(body) % 4
    if version is not None:
        body = body.ljust(resources_at, b"\0") + _resources(version_resource(version, language), resources_at)
    directories = [(0, 0)] * 16
    directories[2] = (_MEMORY_START + resources_at, len(body) - resources_at) if version else (0, 0)
    directories[1] = (_MEMORY_START, len(entries) + 20) if libraries else (0, 0)
    directories[4] = (_FILE_START + len(body), 8 + len(signature)) if signed else (0, 0)
    optional = struct.pack("<H106xI", 0x20B, len(directories)) + b"".join(
        struct.pack("<II", *pair) for pair in directories
    )
    head = b"PE\0\0" + struct.pack("<HHIIIHH", 0x8664, 1, 0, 0, 0, len(optional), 0x2022)
    section = b".rdata\0\0" + struct.pack("<IIII", len(body), _MEMORY_START, len(body), _FILE_START) + bytes(16)
    start = b"MZ" + bytes(0x3A) + struct.pack("<I", 0x40) + head + optional + section
    return start.ljust(_FILE_START, b"\0") + body + (bytes(8) + signature if signed else b"")


def _resources(data: bytes, at: int) -> bytes:
    """A directory of resources with this one as the only one, of kind 16."""
    directories = b""
    for level, number in enumerate((16, 1, 1033)):
        target = 24 * (level + 1) | (0x8000_0000 if level < 2 else 0)
        directories += bytes(12) + struct.pack("<HHII", 0, 1, number, target)
    entry = struct.pack("<IIII", _MEMORY_START + at + len(directories) + 16, len(data), 0, 0)
    return directories + entry + data
