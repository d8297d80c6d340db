"""The addresses of cells: `B4` is row 3 and column 1, counted from 0."""

import re

_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


def place_of(address: str) -> tuple[int, int] | None:
    """Returns the row and the column; None when it is no address."""
    match = _ADDRESS.fullmatch(address.strip().upper())
    return (int(match[2]) - 1, _column(match[1])) if match and int(match[2]) else None


def rectangle_of(reference: str) -> tuple[int, int, int, int] | None:
    """Returns the top, left, bottom and right of a rectangle such as `A1:B3`; None when it is none."""
    first, _colon, last = reference.partition(":")
    one, other = place_of(first), place_of(last or first)
    return (*one, *other) if one and other else None


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
