"""The plain text of HTML from the clipboard. Nothing is opened or fetched: names of files and addresses are no text.

What Word, Outlook and browsers put there becomes paragraphs, lists with their signs, and rows with tabs.
"""

from botilbud_desktop.domain.text.html_elements import BLOCKS, KEPT_AS_TYPED, PICTURES
from botilbud_desktop.domain.text.html_lines import PICTURE, Lines
from botilbud_desktop.domain.text.html_reader import ElementReader
from botilbud_desktop.domain.text.markup import pieces

_MOST_TABLES = 8
"""Tables within more others are read as text."""


def text_of_html(markup: str) -> str:
    """Returns what a reader of the page would see, as plain text; `markup` may be hostile and of any size.

    Raises:
        TooMuchMarkupError: reading it would take too long.
    """
    reader = _Reader()
    for piece in pieces(markup):
        reader.take(piece)
    return reader.text()


class _Reader(ElementReader):
    """Writes the text of the elements that are seen."""

    def __init__(self) -> None:
        super().__init__()
        self._rooms = [Lines()]
        """The lines of the page, and within them those of the cells that are open."""
        self._rows: list[list[Lines]] = []
        """For each open table: the cells of its row so far."""

    def text(self) -> str:
        """Returns the text; what is still open ends here."""
        self.close()
        return self._rooms[0].text()

    def write(self, text: str, *, as_typed: bool) -> None:
        """Adds text to the page or the cell."""
        self._rooms[-1].write(text, as_typed=as_typed)

    def write_void(self, tag: str) -> None:
        """Breaks the line, or adds the sign of a picture."""
        room = self._rooms[-1]
        if tag == "br":
            room.break_line()
        elif tag == "hr":
            room.end_block()
        elif tag in PICTURES:
            room.write(PICTURE, as_typed=True)

    def enter(self, tag: str, source: str) -> None:
        """Begins a line, a row or a cell."""
        if tag in BLOCKS:
            self._rooms[-1].end_block()
        if tag == "li":
            self._rooms[-1].sign = self.sign(source)
        elif tag in KEPT_AS_TYPED:
            self._rooms[-1].skip_line_break()
        elif tag == "tr":
            self._end_row()
        elif tag == "table" and len(self._rows) < _MOST_TABLES:
            self._rows.append([])
        elif tag in ("td", "th") and self._rows and len(self._rooms) == len(self._rows):
            self._rooms.append(Lines())

    def leave(self, tag: str) -> None:
        """Ends a line, a cell, a row or a table."""
        if tag in ("td", "th") and self._rows and len(self._rooms) > len(self._rows):
            self._rows[-1].append(self._rooms.pop())
        elif tag in ("tr", "table"):
            self._end_row()
            if tag == "table" and self._rows and self.open_elements("table") < len(self._rows):
                self._rows.pop()
        elif tag in BLOCKS:
            self._rooms[-1].end_block()
            if tag == "li":
                self._rooms[-1].sign = ""

    def _end_row(self) -> None:
        if self._rows and self._rows[-1] and len(self._rooms) == len(self._rows):
            self._rooms[-1].add_row(self._rows[-1])
            self._rows[-1] = []
