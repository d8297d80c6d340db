"""The contents: a row for each annex with both its numbers and the page that it begins on, which the row leads to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from botilbud_desktop.documents.column_widths import shared_widths
from botilbud_desktop.documents.notes.blocks import numbers_of, texts_of
from botilbud_desktop.documents.pdf.engine import Flowable
from botilbud_desktop.documents.pdf.notes.items import Item, Row, Rule
from botilbud_desktop.documents.pdf.notes.styles import NoteStyles
from botilbud_desktop.documents.pdf.notes.tables import placed_columns
from botilbud_desktop.documents.pdf.structure.cells import tag_row, tagged_table
from botilbud_desktop.documents.pdf.structure.elements import Element
from botilbud_desktop.documents.pdf.text import own_paragraph, user_paragraphs
from botilbud_desktop.documents.pdf.theme import RULE, STRONG_RULE, TEXT_WIDTH, THICK, THIN

_HEADS = ("Bilag", "Ansøgning", "Titel", "Side")
_WISHES = (numbers_of(40), numbers_of(62), texts_of(200), numbers_of(40))
_TITLE, _PAGE = 2, 3
_LONGEST_TITLE = 300


class Listed(NamedTuple):
    """An annex in the contents."""

    place: str
    """Its running number."""
    number: str
    """The number of the application, or of what belongs to it."""
    title: str
    page: str
    """The number of its first page."""
    target: int
    """Its first page in the order of drawing, counted from 0."""


@dataclass(slots=True, kw_only=True)
class LinkedRow(Row):
    """A row that leads to a page."""

    element: Element
    target: int
    words: str
    """Where it leads to, for those who cannot see it."""

    def draw(self, canvas: object, left: float, top: float) -> None:
        """Draws the row and makes it a link."""
        Row.draw(self, canvas, left, top)
        box = (left, top - self.height, left + TEXT_WIDTH, top)
        canvas.link(self.element, box, self.target, self.words)  # type: ignore[attr-defined]


def contents_rows(annexes: Sequence[Listed], title: str, styles: NoteStyles) -> Iterator[Item]:
    """Yields the head and a row for each annex; `title` is what the table is, for those who cannot see it."""
    columns = placed_columns(shared_widths(_WISHES, TEXT_WIDTH))
    cells = styles.cells
    head = [
        [own_paragraph(text, cells.number_head if index == _PAGE else cells.head)] for index, text in enumerate(_HEADS)
    ]
    tagged = tagged_table(head, title)
    top = Row(head, columns, 0, 4, rule_below=Rule(THICK, STRONG_RULE), before=8, keeps=True)
    yield top
    for annex in annexes:
        row = _cells(annex, styles)
        tag_row(tagged, [[cell] for cell in row], row_heads=1)
        yield LinkedRow(
            row,
            columns,
            3,
            4,
            rule_below=Rule(THIN, RULE),
            head=top,
            element=_link(row[_TITLE]),
            target=annex.target,
            words=f"Side {annex.page}",
        )


def _cells(annex: Listed, styles: NoteStyles) -> list[list[Flowable]]:
    cells = styles.cells
    return [
        [own_paragraph(annex.place, cells.text)],
        [own_paragraph(annex.number, cells.text)] if annex.number else [],
        user_paragraphs(annex.title, cells.text, most=_LONGEST_TITLE),
        [own_paragraph(annex.page, cells.number)],
    ]


def _link(texts: Sequence[Flowable]) -> Element:
    """Makes the texts of a cell a link in it."""
    cell = texts[0].reading.element
    link = Element("Link", cell)
    for text in texts:
        text.reading.element = link
    return link
