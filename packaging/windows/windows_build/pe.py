"""Reads from a Windows program or library which libraries it needs, its signature and hash, and its resources."""

import hashlib
import struct
from collections.abc import Iterator

_SECURITY, _IMPORTS, _DELAYED, _RESOURCES = 4, 1, 13, 2
_SUBDIRECTORY = 0x8000_0000
"""Set in the offset of an entry that is itself a directory of resources."""
_SIGNATURE_HEAD = 8
"""Bytes of length, revision and kind before the signature itself."""
_CHECKSUM = 64
"""Offset of the file's checksum in the optional header."""
_HASHED_IN_STEPS = 8
_DIRECTORIES = 112
"""Offset of the data directories in the optional header of a 64-bit file."""


class Image:
    """One 64-bit file."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        (self._head,) = struct.unpack_from("<I", data, 0x3C)
        self._optional = self._head + 24
        (sections, size) = struct.unpack_from("<H", data, self._head + 6)[0], self._word(self._head + 20)
        first = self._optional + size
        self._sections = [struct.unpack_from("<IIII", data, first + 40 * number + 8) for number in range(sections)]

    @property
    def is_signed(self) -> bool:
        """Whether a signature is attached, valid or not."""
        return self._directory(_SECURITY)[1] > 0

    @property
    def signature(self) -> bytes:
        """The attached signature (PKCS#7 in DER); empty if there is none."""
        place, size = self._directory(_SECURITY)
        return self._data[place + _SIGNATURE_HEAD : place + size]

    def authenticode_hash(self) -> str:
        """The SHA-256 by which signatures, AppLocker and WDAC know the file, in upper-case digits.

        It leaves out what signing changes: the checksum, the place of the signature and the signature.
        """
        checksum, entry = self._optional + _CHECKSUM, self._optional + _DIRECTORIES + 8 * _SECURITY
        place, size = self._directory(_SECURITY)
        before, after = (self._data[:place], self._data[place + size :]) if size else (self._data, b"")
        hashed = before[:checksum] + before[checksum + 4 : entry] + before[entry + 8 :] + after
        left_out = len(before) + len(after) - len(hashed)
        # What is shorter is hashed as if signing had filled it up.
        return hashlib.sha256(hashed + bytes(-(len(hashed) + left_out) % _HASHED_IN_STEPS)).hexdigest().upper()

    def libraries(self) -> Iterator[str]:
        """The names of the libraries that it is linked against, including delay-loaded ones."""
        yield from self._names(_IMPORTS, width=20, name_at=12)
        yield from self._names(_DELAYED, width=32, name_at=4)

    def resource(self, kind: int) -> bytes:
        """The first resource of a numbered kind; empty if there is none."""
        address, size = self._directory(_RESOURCES)
        if not size:
            return b""
        top = self._offset(address)
        entry = next((target for number, target in self._entries(top, 0) if number == kind), None)
        while entry is not None and entry & _SUBDIRECTORY:
            entry = next((target for _number, target in self._entries(top, entry & ~_SUBDIRECTORY)), None)
        if entry is None:
            return b""
        start, length = struct.unpack_from("<II", self._data, top + entry)
        place = self._offset(start)
        return self._data[place : place + length]

    def _entries(self, top: int, place: int) -> Iterator[tuple[int, int]]:
        """The entries of one directory of resources: number, and offset from the `top` directory."""
        named, numbered = struct.unpack_from("<HH", self._data, top + place + 12)
        for number in range(named + numbered):
            yield struct.unpack_from("<II", self._data, top + place + 16 + 8 * number)

    def _names(self, directory: int, width: int, name_at: int) -> Iterator[str]:
        address, size = self._directory(directory)
        if not size:
            return
        place = self._offset(address)
        while (name := struct.unpack_from("<I", self._data, place + name_at)[0]) != 0:
            start = self._offset(name)
            yield self._data[start : self._data.index(b"\0", start)].decode("ascii")
            place += width

    def _directory(self, number: int) -> tuple[int, int]:
        address, size = struct.unpack_from("<II", self._data, self._optional + _DIRECTORIES + 8 * number)
        return address, size

    def _offset(self, address: int) -> int:
        """The file offset of a memory address."""
        for virtual_size, start, raw_size, raw in self._sections:
            if start <= address < start + max(virtual_size, raw_size):
                return int(raw + address - start)
        raise ValueError(f"no section has the address {address:#x}")

    def _word(self, place: int) -> int:
        return int(struct.unpack_from("<H", self._data, place)[0])


def is_image(name: str) -> bool:
    """Whether the file name is that of a program or a library."""
    return name.lower().endswith((".exe", ".dll", ".pyd"))
