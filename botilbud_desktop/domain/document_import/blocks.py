"""What a document holds, whatever it was written with: paragraphs and tables in their order, each with its place."""

from typing import NamedTuple

BOLD_LEVEL = 9
"""The level of a paragraph that no style marks as a heading, but that is bold all through, on a line of its own."""


class Paragraph(NamedTuple):
    """A paragraph, or one item of a list."""

    text: str
    """Without line breaks at its ends; those that the writer made within it are kept as `\\n`."""
    place: str
    """Where it stands, in words: `afsnit 4`, `side 2, linje 7`."""
    level: int = 0
    """1 to 6 for a heading that the document marks as one, `BOLD_LEVEL` for one that only looks like it, else 0."""
    is_listed: bool = False
    """Whether it is an item of a list. The number of a numbered one is part of the text, a bullet is not."""


class Table(NamedTuple):
    """A table of texts; rows may be of different lengths."""

    rows: tuple[tuple[str, ...], ...]
    place: str
    """Where it stands, in words: `tabel 2`. A row of it is `tabel 2, række 3`."""

    def row_place(self, row: int) -> str:
        """Returns where a row stands, counted from 0."""
        return f"{self.place}, række {row + 1}"


type Block = Paragraph | Table


class LeftOut(NamedTuple):
    """Something of a source that becomes no value."""

    source: str
    """Where it stands."""
    text: str
    """What stands there, as it is."""
    why: str
    """Why it is left out, as a Danish sentence."""


class Document(NamedTuple):
    """What was read of a file or a pasted text."""

    blocks: tuple[Block, ...]
    left_out: tuple[LeftOut, ...] = ()
    """What was not read: pictures, attached files, pages beyond the limit."""
