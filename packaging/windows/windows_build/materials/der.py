"""Reads DER, the encoding of certificates and signatures."""

from collections.abc import Iterator
from typing import NamedTuple

_LONG = 0x80


class Value(NamedTuple):
    """One value in DER."""

    tag: int
    data: bytes
    whole: bytes
    """The data with the tag and the length before it."""

    def values(self) -> list["Value"]:
        """The values within."""
        return list(read_values(self.data))


def read_values(data: bytes) -> Iterator[Value]:
    """Yields the values that follow each other.

    Raises:
        IndexError: the data end within a value's tag and length.
    """
    place = 0
    while place < len(data):
        start = place
        tag, length, place = data[place], data[place + 1], place + 2
        if length & _LONG:
            width = length & ~_LONG
            length, place = int.from_bytes(data[place : place + width]), place + width
        yield Value(tag, data[place : place + length], data[start : place + length])
        place += length
