"""Rows and cells: which texts of a table are one cell, and what they are headed by.

A row of the table that people see can be several rows of reportlab's, over several pages; here it is one.
"""

from collections.abc import Sequence

from botilbud_desktop.documents.pdf.engine import Flowable
from botilbud_desktop.documents.pdf.structure.elements import COLUMN_HEAD, ROW_HEAD, Element, summary
from botilbud_desktop.documents.pdf.structure.flowables import TaggedParagraph

type Texts = Sequence[Sequence[Flowable]]
"""A cell: parts one below the other."""


def tag_table(
    rows: Sequence[Sequence[Texts]], row_heads: int, head: Sequence[Sequence[Flowable]] = (), title: str = ""
) -> None:
    """Makes the texts a table.

    Args:
        rows: its rows, without the head.
        row_heads: how many columns, from the left, head their rows. An empty cell heads nothing.
        head: the first row, which heads the columns. A cell without words is none: it would be read as a head.
        title: what the table is, for those who cannot see it.
    """
    table = tagged_table(head, title)
    for cells in rows:
        tag_row(table, cells, row_heads)


def tagged_table(head: Sequence[Sequence[Flowable]], title: str) -> Element:
    """Returns a table with its head, to which rows are added."""
    table = Element("Table", attributes=summary(title) if title else "")
    if head:
        row = table.child("TR")
        for part in head:
            has_words = any(paragraph.reading.has_text for paragraph in _paragraphs([part]))
            _fill(row.child("TH", COLUMN_HEAD) if has_words else row.child("TD"), [part])
    return table


def tag_row(table: Element, cells: Sequence[Texts], row_heads: int) -> None:
    """Makes the texts the next row of a table."""
    row = table.child("TR")
    for column, texts in enumerate(cells):
        is_head = column < row_heads and any(paragraph.reading.has_text for paragraph in _paragraphs(texts))
        _fill(row.child("TH", ROW_HEAD) if is_head else row.child("TD"), texts)


def _fill(cell: Element, texts: Texts) -> None:
    """Puts the texts into the cell; a single one is the cell itself."""
    paragraphs = _paragraphs(texts)
    elements = {id(paragraph.reading.element): paragraph.reading.element for paragraph in paragraphs}
    for paragraph in paragraphs:
        if len(elements) == 1:
            paragraph.reading.element = cell
        else:
            paragraph.reading.element.parent = cell


def _paragraphs(texts: Texts) -> list[TaggedParagraph]:
    return [part for parts in texts for part in parts if isinstance(part, TaggedParagraph)]
