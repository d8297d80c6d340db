"""A document as one list of lines: paragraphs and rows of tables in their order, each with its place."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from botilbud_desktop.domain.document_import.blocks import Document, Paragraph, Table

_SPACES = re.compile(r"[ \u00a0\u2000-\u200a\u202f\u205f\u3000]+")

_NUMBERED = re.compile(r"(?P<words>.*\D)(?P<number>[0-9]+)")
_BULLET = re.compile(r"[-–•*‣▪●○] +(?=\S)")


class Line(NamedTuple):
    """A paragraph, or a row of a table or of cells separated by tabs."""

    cells: tuple[str, ...]
    """One for a paragraph. Without white space at their ends."""
    first: str
    """Where it stands, or the first of the lines that were put together to it."""
    level: int = 0
    """That of a heading, else 0."""
    is_listed: bool = False
    table: int = -1
    """The index of the table that the row is of; -1 for a paragraph."""
    last: str = ""
    """Where the last of the lines stands that were put together to it; empty where it is one."""
    may_go_on: bool = False
    """Whether the line below may be of the same paragraph, since a page's edge cuts them."""
    is_inline: bool = False
    """Whether it stood behind its heading on the same line, so that the heading is of this line alone."""

    @property
    def place(self) -> str:
        """Where it stands: `tabel 2, række 3`, `side 1, linje 17-21`."""
        return span(self.first, self.last or self.first)

    @property
    def text(self) -> str:
        """The text as it stands; cells are separated by tabs."""
        return "\t".join(self.cells)

    @property
    def is_row(self) -> bool:
        """Whether it has cells beside each other."""
        return len(self.cells) > 1

    @property
    def label(self) -> str:
        """The first cell that is filled in."""
        return next((cell for cell in self.cells if cell), "")

    @property
    def filled(self) -> tuple[int, ...]:
        """The cells that are filled in."""
        return tuple(index for index, cell in enumerate(self.cells) if cell)


def lines_of(document: Document) -> tuple[Line, ...]:
    """Returns the lines that hold something."""
    return tuple(line for index, block in enumerate(document.blocks) for line in _lines(block, index) if line.filled)


def span(first: str, last: str) -> str:
    """Returns where something stands that begins and ends at two places: `afsnit 4-7`."""
    if first == last:
        return first
    begins, ends = _NUMBERED.fullmatch(first), _NUMBERED.fullmatch(last)
    if begins and ends and begins["words"] == ends["words"]:
        return f"{first}-{ends['number']}"
    return f"{first} til {last}"


def plain(text: str) -> str:
    """Returns a text with runs of spaces of any width as one space."""
    return _SPACES.sub(" ", text).strip()


def _lines(block: Paragraph | Table, index: int) -> Iterator[Line]:
    if isinstance(block, Table):
        for row, cells in enumerate(block.rows):
            yield Line(tuple(map(str.strip, cells)), block.row_place(row), table=index)
        return
    for line in block.text.split("\n"):
        cells = tuple(cell.strip() for cell in line.split("\t")) if "\t" in line.strip() else (line.strip(),)
        is_listed = block.is_listed or (not block.level and _BULLET.match(line.strip()) is not None)
        yield Line(cells, block.place, block.level, is_listed)
