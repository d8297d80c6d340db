"""The words that stand at each place of a document, so that a value is seen beside where it comes from; no Qt."""

import re
from collections.abc import Iterator

from botilbud_desktop.domain.document_import.blocks import Document, Paragraph

_BETWEEN = " | "
_AND = " og "
_RANGE = re.compile(r"(?P<kind>.*\D)(?P<first>[0-9]{1,6})-(?P<last>[0-9]{1,6})")
_MOST = 100
"""The most places of a range that are quoted."""


class Quotes:
    """The text of each paragraph and each row of a table by its place."""

    def __init__(self, document: Document) -> None:
        self._texts: dict[str, str] = {}
        for block in document.blocks:
            if isinstance(block, Paragraph):
                self._texts.setdefault(block.place, block.text)
                continue
            rows = [_BETWEEN.join(cell for cell in row if cell.strip()) for row in block.rows]
            self._texts.setdefault(block.place, "\n".join(rows))
            for index, row in enumerate(rows):
                self._texts.setdefault(block.row_place(index), row)

    def at(self, source: str) -> str:
        """Returns what stands at a place, or at several (`linje 3-5 og linje 9`); empty when that is not known."""
        return "\n".join(filter(None, self._found(source)))

    def _found(self, source: str) -> Iterator[str]:
        if source in self._texts:
            yield self._texts[source]
        elif (match := _RANGE.fullmatch(source)) is not None:
            first = int(match["first"])
            for number in range(first, min(int(match["last"]), first + _MOST) + 1):
                yield self._texts.get(f"{match['kind']}{number}", "")
        elif _AND in source:
            for place in source.split(_AND):
                yield from self._found(place)
