"""Rows and cells: which texts of a table are one cell, and what they are headed by.

A row of the table that people see can be several rows of reportlab's, over several pages; here it is one.
"""

from collections.abc import Sequence

from botilbud_desktop.documents.pdf.engine import Flowable
from botilbud_desktop.documents.pdf.structure.elements import COLUMN_HEAD, ROW_HEAD, Element
from botilbud_desktop.documents.pdf.structure.flowables import TaggedParagraph

type Texts = Sequence[Sequence[Flowable]]
"""A cell: parts one below the other."""


def tag_columns(head: Sequence[Sequence[Flowable]], rows: Sequence[Sequence[Texts]]) -> None:
    """Makes a table whose first row heads its columns."""
    table = Element("Table")
    _tag_row(table, [[part] for part in head], [COLUMN_HEAD] * len(head))
    for row in rows:
        _tag_row(table, row, [""] * len(row))


def tag_labels(rows: Sequence[Sequence[Texts]]) -> None:
    """Makes a table whose first column heads its rows."""
    table = Element("Table")
    for row in rows:
        _tag_row(table, row, [ROW_HEAD, *[""] * (len(row) - 1)])


def _tag_row(table: Element, cells: Sequence[Texts], scopes: Sequence[str]) -> None:
    row = table.child("TR")
    for texts, scope in zip(cells, scopes, strict=True):
        paragraphs = [part for parts in texts for part in parts if isinstance(part, TaggedParagraph)]
        is_head = bool(scope) and any(paragraph.reading.has_text for paragraph in paragraphs)
        cell = row.child("TH", scope) if is_head else row.child("TD")
        _tag_cell(cell, paragraphs)


def _tag_cell(cell: Element, paragraphs: list[TaggedParagraph]) -> None:
    """Puts the paragraphs into the cell; a single one is the cell itself."""
    elements = {id(paragraph.reading.element): paragraph.reading.element for paragraph in paragraphs}
    for paragraph in paragraphs:
        if len(elements) == 1:
            paragraph.reading.element = cell
        else:
            paragraph.reading.element.parent = cell
