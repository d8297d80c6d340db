"""The paragraphs and tables of HTML: what is pasted from Word and mail, what mammoth makes of a `.docx`, and pages.

A table within a cell stands as a table of its own after the one around it. A cell that spans several columns or rows
is followed by empty ones, so that columns keep their order.
"""

from botilbud_desktop.domain.document_import.blocks import Document
from botilbud_desktop.domain.document_import.collected import Collected
from botilbud_desktop.domain.document_import.html_tables import OpenTable
from botilbud_desktop.domain.document_import.html_texts import APART, TAB, HtmlText
from botilbud_desktop.domain.document_import.prompts import without_prompts
from botilbud_desktop.domain.text.html_elements import BLOCKS, KEPT_AS_TYPED, PICTURES
from botilbud_desktop.domain.text.html_reader import ElementReader
from botilbud_desktop.domain.text.markup import MOST_STEPS, attributes, pieces

_MOST_TABLES = 8
"""Tables within more others are read as text."""
_BOLD = frozenset({"b", "strong"})
_LEVELS = {f"h{level}": level for level in range(1, 7)}


def document_of_html(markup: str, most_steps: int = MOST_STEPS) -> Document:
    """Returns what a reader of the page would see; `markup` may be hostile and of any size.

    Raises:
        TooMuchMarkupError: reading it would take too long.
    """
    reader = _BlockReader()
    for piece in pieces(markup, most_steps):
        reader.take(piece)
    reader.close()
    return without_prompts(reader.document())


class _BlockReader(ElementReader):
    """Collects the blocks."""

    def __init__(self) -> None:
        super().__init__()
        self._collected = Collected()
        self._text = HtmlText()
        """The paragraph that is open."""
        self._tables: list[OpenTable] = []
        self._level = 0

    def document(self) -> Document:
        """Returns what was collected; everything has ended."""
        self._end_paragraph()
        return self._collected.document()

    def write(self, text: str, *, as_typed: bool) -> None:
        """Adds text to the paragraph or the cell."""
        room = self._room
        if room is not None:
            room.write(
                text, as_typed=as_typed, is_bold=any(self.open_elements(tag) for tag in _BOLD), looks=self._looks
            )

    def write_void(self, tag: str) -> None:
        """Breaks the line, or counts a picture."""
        room = self._room
        if room is None:
            return
        if tag == "br":
            room.break_line()
        elif tag == "hr":
            self._end_block()
        elif tag in PICTURES:
            room.add_picture()

    def enter(self, tag: str, source: str) -> None:
        """Begins a paragraph, a table, a row or a cell."""
        if tag in BLOCKS:
            self._end_block()
        if "mso-tab-count" in source and self._room is not None:
            self._room.write(TAB, as_typed=True, is_bold=False, looks="")
        if tag == "li":
            room = self._room
            if room is not None:
                room.begin_item(self.sign(source))
        elif tag in _LEVELS:
            self._level = _LEVELS[tag]
        elif tag in KEPT_AS_TYPED:
            room = self._room
            if room is not None:
                room.lines.skip_line_break()
        elif tag == "table" and len(self._tables) < _MOST_TABLES:
            self._tables.append(OpenTable(self._collected.reserve()))
        elif self._tables and self.open_elements("table") == len(self._tables):
            self._enter_cell(tag, source)

    def leave(self, tag: str) -> None:
        """Ends what was begun."""
        is_in_innermost = bool(self._tables) and self.open_elements("table") <= len(self._tables)
        if tag in ("td", "th") and is_in_innermost:
            self._tables[-1].end_cell()
        elif tag == "table":
            if self._tables and self.open_elements("table") < len(self._tables):
                self._end_table()
        elif tag in BLOCKS:
            self._end_block()
            if tag == "li" and self._room is not None:
                self._room.end_item()
        if tag in _LEVELS:
            self._level = 0

    @property
    def _room(self) -> HtmlText | None:
        """Where text belongs; None between the cells of a table."""
        return self._tables[-1].cell if self._tables else self._text

    @property
    def _looks(self) -> str:
        """How the text is set apart: an element of `APART`, "" for most."""
        return next((tag for tag in APART if self.open_elements(tag)), "")

    def _enter_cell(self, tag: str, source: str) -> None:
        if tag == "tr":
            self._tables[-1].begin_row()
        elif tag in ("td", "th"):
            found = attributes(source)
            self._tables[-1].begin_cell(found.get("colspan", ""), found.get("rowspan", ""))

    def _end_block(self) -> None:
        if not self._tables:
            self._end_paragraph()
        elif self._tables[-1].cell is not None:
            self._tables[-1].cell.lines.end_block()

    def _end_paragraph(self) -> None:
        if self._text.is_begun:
            self._collected.add_paragraph(self._text.read(), self._level)
            self._text = HtmlText(self._text.item)

    def _end_table(self) -> None:
        table = self._tables.pop()
        self._collected.fill(table.slot, table.rows())
