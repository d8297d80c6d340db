"""Checks one XML part of a workbook before the parser reads it.

The parser allocates memory for what a part *claims* to contain, and ends the whole program when there is not enough:
for the rectangle from the first cell to the last one, and for the number of shared texts. So both are checked here.
"""

import re
from xml.parsers.expat import ExpatError, ParserCreate

MOST_CELLS = 2_000_000
"""Maximum cells of a sheet's rectangle, empty ones included."""

_ADDRESS = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_VALUES = frozenset({"v", "is", "f"})
_NEGATIVE = re.compile(rb">\s{0,9}(-[0-9]{1,400}(?:\.[0-9]{0,400})?(?:[eE]\+?[0-9]{1,9})?)\s{0,9}<")
_LEAST_NUMBER = -1e10
"""The parser panics when a number far below this is formatted as a date."""


class DamagedPartError(Exception):
    """The part is not XML, or claims something impossible about itself."""


class TooLargePartError(Exception):
    """The cells of the part are too far apart."""


def examine(content: bytes) -> None:
    """Check that a part is complete XML that can be parsed within limits.

    Raises:
        DamagedPartError: it is not.
        TooLargePartError: its cells span more than `MOST_CELLS`.
    """
    if b"\0" in content:
        raise DamagedPartError
    extent = _Extent(len(content))
    parser = ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_document_type
    parser.StartElementHandler = extent.start
    try:
        parser.Parse(content, True)
    except (ExpatError, LookupError, ValueError) as error:
        raise DamagedPartError from error
    if any(float(number[1]) < _LEAST_NUMBER for number in _NEGATIVE.finditer(content)):
        raise DamagedPartError
    if extent.height * extent.width > MOST_CELLS:
        raise TooLargePartError


class _Extent:
    """How far the cells with values extend, counted from A1."""

    def __init__(self, size: int) -> None:
        self.height = 0
        self.width = 0
        self._size = size
        self._row = 0
        self._column = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Handle the start of an element."""
        local = name.rpartition(":")[2]
        if local == "c":
            self._go_to_cell(attributes.get("r"))
        elif local == "row":
            self._row = int(attributes["r"]) if "r" in attributes else self._row + 1
            self._column = 0
        elif local in _VALUES:
            self.height = max(self.height, self._row)
            self.width = max(self.width, self._column)
        elif local == "sst" and int(attributes.get("uniqueCount", "0")) > self._size:
            raise ValueError("more shared texts than the part has bytes")

    def _go_to_cell(self, address: str | None) -> None:
        if address is None:
            self._column += 1
            return
        match = _ADDRESS.fullmatch(address)
        if match is None:
            raise ValueError("no address of a cell")
        self._row, self._column = int(match[2]), _column(match[1])


def _column(letters: str) -> int:
    """Returns the number of a column from its letters: A is 1, XFD is 16.384."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _refuse_document_type(*_declared: object) -> None:
    raise ValueError("a workbook declares no document type")
