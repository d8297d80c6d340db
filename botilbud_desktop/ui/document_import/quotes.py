"""The words that stand at each place of a document, so that a value is seen beside where it comes from; no Qt."""

from collections.abc import Mapping

from botilbud_desktop.domain.document_import.blocks import Document, Paragraph

_BETWEEN = " | "


def quotes_of(document: Document) -> Mapping[str, str]:
    """Returns the text of each paragraph, table and row of a table by its place."""
    quotes: dict[str, str] = {}
    for block in document.blocks:
        if isinstance(block, Paragraph):
            quotes[block.place] = block.text
            continue
        rows = [_BETWEEN.join(cell for cell in row if cell.strip()) for row in block.rows]
        quotes[block.place] = "\n".join(rows)
        quotes.update((block.row_place(index), row) for index, row in enumerate(rows))
    return quotes
