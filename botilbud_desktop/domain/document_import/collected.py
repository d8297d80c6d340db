"""Collects the blocks of a document in their order, and gives each its place when all are there."""

from collections.abc import Sequence

from botilbud_desktop.domain.document_import.blocks import BOLD_LEVEL, Block, Document, LeftOut, Paragraph, Table
from botilbud_desktop.domain.document_import.html_texts import ReadText
from botilbud_desktop.domain.document_import.lists import is_numbered, without_bullet
from botilbud_desktop.domain.text.html_numbering import BULLET

LONGEST_HEADING = 150
"""The most characters of a paragraph in bold that may be a heading."""
_PICTURE = "Et billede eller et andet indsat objekt er ikke læst. Står der noget på det, så skriv det selv."

type _Row = Sequence[ReadText]


class Collected:
    """The blocks so far."""

    def __init__(self) -> None:
        self._slots: list[tuple[ReadText, int] | Sequence[_Row] | None] = []

    def add_paragraph(self, read: ReadText, level: int) -> None:
        """Adds a paragraph; `level` is that of a heading, else 0. Empty lines divide it."""
        texts = [text for text in read.text.split("\n\n") if text.strip()]
        for index, text in enumerate(texts or [""]):
            only_first = read if index == 0 else read._replace(apart=(), pictures=0)
            self._slots.append((only_first._replace(text=text.strip("\n")), level))

    def reserve(self) -> int:
        """Returns the place of a table that has begun."""
        self._slots.append(None)
        return len(self._slots) - 1

    def fill(self, slot: int, rows: Sequence[_Row]) -> None:
        """Puts a table into its place."""
        self._slots[slot] = rows

    def document(self) -> Document:
        """Returns the blocks that say something, and what is left out of any."""
        blocks: list[Block] = []
        left_out: list[LeftOut] = []
        paragraphs = tables = 0
        rows_end = -1
        for slot in self._slots:
            if isinstance(slot, tuple):
                read, level = slot
                paragraphs += bool(read.text)
                place = f"afsnit {max(1, paragraphs)}"
                left_out += _apart(read, place)
                if read.cells and not level:
                    above = blocks.pop() if rows_end == len(blocks) else None
                    blocks.append(_with_row(above if isinstance(above, Table) else None, read.cells, paragraphs))
                    rows_end = len(blocks)
                elif read.text:
                    blocks.append(_paragraph(read._replace(text=read.without_tabs), level, place))
            elif slot is not None:
                rows = [row for row in slot if any(read.text for read in row)]
                tables += bool(rows)
                texts = tuple(tuple(read.without_tabs for read in row) for row in rows)
                table = Table(texts, f"tabel {max(1, tables)}")
                kept = 0
                for row in slot:
                    left_out += [each for read in row for each in _apart(read, table.row_place(kept))]
                    kept += any(read.text for read in row)
                blocks += [table] if rows else []
        return Document(tuple(blocks), tuple(left_out))


def _with_row(above: Table | None, cells: tuple[str, ...], number: int) -> Table:
    """Returns a table of lines with tabs, `above` with one more; `number` is that of its paragraph."""
    if above is None:
        return Table((cells,), f"afsnit {number}")
    first = above.place.partition("-")[0]
    return Table((*above.rows, cells), f"{first}-{number}")


def _apart(read: ReadText, place: str) -> list[LeftOut]:
    apart = [LeftOut(place, text, why) for text, why in read.apart]
    return apart + [LeftOut(place, "", _PICTURE)] * read.pictures


def _paragraph(read: ReadText, level: int, place: str) -> Paragraph:
    """Returns a paragraph. One that is bold all through and stands on a line of its own may be a heading."""
    if level:
        return Paragraph(" ".join(read.text.split("\n")), place, level)
    bare = without_bullet(read.text)
    if bare is not None:
        return Paragraph(bare, place, is_listed=True)
    if read.item is not None:
        sign = "" if read.item == BULLET else read.item
        return Paragraph(sign + read.text, place, is_listed=True)
    if read.is_bold and "\n" not in read.text and len(read.text) <= LONGEST_HEADING:
        return Paragraph(read.text, place, BOLD_LEVEL)
    return Paragraph(read.text, place, is_listed=is_numbered(read.text))
