"""The plain text of HTML from the clipboard. Nothing is opened or fetched: names of files and addresses are no text.

What Word, Outlook and browsers put there becomes paragraphs, lists with their signs, and rows with tabs.
"""

from collections import Counter
from typing import NamedTuple

from botilbud_desktop.domain.text.html_elements import BLOCKS, KEPT_AS_TYPED, NEVER_SEEN, PICTURES, VOID, ended_by
from botilbud_desktop.domain.text.html_lines import PICTURE, Lines
from botilbud_desktop.domain.text.html_numbering import BULLET, LISTS, Numbering, numbering
from botilbud_desktop.domain.text.html_styles import Styles, is_gone, is_seen_again, keeps_spaces
from botilbud_desktop.domain.text.markup import SHEET, Piece, decoded, pieces

_DEEPEST = 500
"""Elements within more others are read as if they had no tag, as browsers do."""
_LOOKED_AT = 8
"""How many of the innermost elements a tag may end that has no end tag before it."""
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


class _Open(NamedTuple):
    """An element that has begun."""

    tag: str
    is_hidden: bool
    is_gone: bool
    """Whether it is hidden with all that is in it, whatever that says."""
    keeps_spaces: bool
    numbering: Numbering | None = None
    """Of a list: the signs of its items."""


class _Reader:
    """Follows the elements, and writes the text of those that are seen."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._count: Counter[str] = Counter()
        self._rooms = [Lines()]
        """The lines of the page, and within them those of the cells that are open."""
        self._rows: list[list[Lines]] = []
        """For each open table: the cells of its row so far."""
        self._styles = Styles()

    def text(self) -> str:
        """Returns the text; what is still open ends here."""
        while self._open:
            self._close_innermost()
        return self._rooms[0].text()

    def take(self, piece: Piece) -> None:
        """Reads the next tag or text."""
        if not piece.tag:
            self._write(decoded(piece.text))
        elif piece.tag == SHEET:
            self._styles.add(piece.text)
        elif piece.tag.startswith("/"):
            self._end(piece.tag[1:])
        else:
            self._begin(piece.tag, piece.text)

    @property
    def _is_hidden(self) -> bool:
        return bool(self._open) and self._open[-1].is_hidden

    def _write(self, text: str) -> None:
        if not self._is_hidden:
            self._rooms[-1].write(text, as_typed=bool(self._open) and self._open[-1].keeps_spaces)

    def _begin(self, tag: str, source: str) -> None:
        self._end_those_before(tag)
        outer = self._open[-1] if self._open else None
        is_hiding = tag in NEVER_SEEN or self._styles.hide(tag, source)
        is_within = outer is not None and outer.is_hidden
        gone = (outer is not None and outer.is_gone) or (is_hiding and (tag in NEVER_SEEN or is_gone(source)))
        hidden = gone or is_hiding or (is_within and not is_seen_again(source))
        if tag in VOID or (":" in tag and source.endswith("/>")):
            if not hidden:
                self._write_void(tag)
            return
        if len(self._open) >= _DEEPEST:
            return
        own = keeps_spaces(source)
        inherited = bool(self._open) and self._open[-1].keeps_spaces
        kept = (inherited or tag in KEPT_AS_TYPED) if own is None else own
        if not gone:
            self._enter(tag, source)
        signs = numbering(tag, source) if tag in LISTS else None
        self._open.append(_Open(tag, hidden, gone, kept, signs))
        self._count[tag] += 1

    def _write_void(self, tag: str) -> None:
        room = self._rooms[-1]
        if tag == "br":
            room.break_line()
        elif tag == "hr":
            room.end_block()
        elif tag in PICTURES:
            room.write(PICTURE, as_typed=True)

    def _enter(self, tag: str, source: str) -> None:
        if tag in BLOCKS:
            self._rooms[-1].end_block()
        if tag == "li":
            self._rooms[-1].sign = self._sign(source)
        elif tag in KEPT_AS_TYPED:
            self._rooms[-1].skip_line_break()
        elif tag == "tr":
            self._end_row()
        elif tag == "table" and len(self._rows) < _MOST_TABLES:
            self._rows.append([])
        elif tag in ("td", "th") and self._rows and len(self._rooms) == len(self._rows):
            self._rooms.append(Lines())

    def _sign(self, source: str) -> str:
        """Returns the sign of a list item, as the innermost list has it."""
        for index in range(len(self._open) - 1, max(-1, len(self._open) - 1 - _LOOKED_AT), -1):
            element = self._open[index]
            if element.numbering is not None:
                sign, after = element.numbering.sign(source)
                self._open[index] = element._replace(numbering=after)
                return sign
        return BULLET

    def _end_those_before(self, tag: str) -> None:
        ended, beyond = ended_by(tag)
        if not ended or not any(self._count[name] for name in ended):
            return
        for index in range(len(self._open) - 1, max(-1, len(self._open) - 1 - _LOOKED_AT), -1):
            if self._open[index].tag in beyond or self._open[index].tag in NEVER_SEEN:
                return
            if self._open[index].tag in ended:
                while len(self._open) > index:
                    self._close_innermost()
                return

    def _end(self, tag: str) -> None:
        if not self._count[tag]:
            if tag in VOID or tag in BLOCKS:
                self._begin("br" if tag == "br" else "hr", "")
            return
        while self._close_innermost() != tag:
            pass

    def _close_innermost(self) -> str:
        element = self._open.pop()
        self._count[element.tag] -= 1
        if not element.is_gone:
            self._leave(element.tag)
        return element.tag

    def _leave(self, tag: str) -> None:
        if tag in ("td", "th") and self._rows and len(self._rooms) > len(self._rows):
            self._rows[-1].append(self._rooms.pop())
        elif tag in ("tr", "table"):
            self._end_row()
            if tag == "table" and self._rows and self._count["table"] < len(self._rows):
                self._rows.pop()
        elif tag in BLOCKS:
            self._rooms[-1].end_block()
            if tag == "li":
                self._rooms[-1].sign = ""

    def _end_row(self) -> None:
        if self._rows and self._rows[-1] and len(self._rooms) == len(self._rows):
            self._rooms[-1].add_row(self._rows[-1])
            self._rows[-1] = []
