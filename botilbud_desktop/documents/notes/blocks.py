"""What a paper consists of, from the top down. Every text is plain text, the user's or the program's."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from botilbud_desktop.documents.column_widths import Wish

NOTHING = " "
"""A value that is left empty; an empty one reads `Ikke angivet`."""


_UNDIVIDED_ROWS, _UNDIVIDED_LENGTH = 8, 1_000
"""The most rows, and characters, of a table of labels that is not divided by the end of a page."""


class Tone(StrEnum):
    """How a text is meant; each renderer has a style for it."""

    NORMAL = "Normal"
    NOTE = "Note"
    """Small print: what the program remarks."""
    WARNING = "Warning"


class Heading(NamedTuple):
    """A heading; level 0 is the title of the document."""

    level: int
    text: str
    new_page: bool = False
    anchor: str = ""
    """The program's own name that links within the paper lead to, letters and a number; empty for none."""


class Paragraphs(NamedTuple):
    """A text: a paragraph for each of its lines."""

    text: str
    tone: Tone = Tone.NORMAL


class Listed(NamedTuple):
    """A list of short texts."""

    items: tuple[str, ...]
    is_numbered: bool = False


class Pairs(NamedTuple):
    """A table of labels and values; an empty value reads `Ikke angivet`."""

    title: str
    """What it is, for those who cannot see it."""
    pairs: Sequence[tuple[str, str]]

    @property
    def is_undivided(self) -> bool:
        """Whether it is so short that it stands on one page, with its heading."""
        return len(self.pairs) <= _UNDIVIDED_ROWS and sum(map(len, map("".join, self.pairs))) <= _UNDIVIDED_LENGTH


class Column(NamedTuple):
    """A column of a table; its widths are in points."""

    title: str
    wish: Wish
    is_number: bool = False
    letter: str = ""
    """Of a column of the ministry's table: it stands above the title."""


class Table(NamedTuple):
    """A table with a head that is repeated on each page."""

    title: str
    """What it is, for those who cannot see it."""
    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    total: Sequence[str] = ()
    """The last row, with the sums."""
    is_small: bool = False
    """Whether it is set in small letters, as a table of many columns is."""
    least_height: float = 0
    """The least height of a row in points, where people write by hand."""


type Block = Heading | Paragraphs | Listed | Pairs | Table


def missing_or(text: str, missing: str) -> Paragraphs:
    """Returns the paragraphs of a text, or the words for a missing one."""
    return Paragraphs(text) if text.strip() else Paragraphs(missing, Tone.NOTE)


def texts_of(width: float) -> Wish:
    """Returns what a column of texts asks for: at least a width, and what the others leave."""
    return Wish(width, width, grows=True)


def numbers_of(width: float) -> Wish:
    """Returns what a column of numbers asks for."""
    return Wish(width, width)
