"""Follows the elements of HTML: which are open, which are seen, which end others. What is written is others' business.

Nothing is opened or fetched: names of files and addresses are no text.
"""

from collections import Counter
from typing import NamedTuple

from botilbud_desktop.domain.text.html_elements import BLOCKS, KEPT_AS_TYPED, NEVER_SEEN, VOID, ended_by
from botilbud_desktop.domain.text.html_numbering import BULLET, LISTS, Numbering, numbering
from botilbud_desktop.domain.text.html_styles import Styles, is_gone, is_seen_again, keeps_spaces
from botilbud_desktop.domain.text.markup import SHEET, Piece, decoded

_DEEPEST = 500
"""Elements within more others are read as if they had no tag, as browsers do."""
_LOOKED_AT = 8
"""How many of the innermost elements a tag may end that has no end tag before it."""


class _Open(NamedTuple):
    """An element that has begun."""

    tag: str
    is_hidden: bool
    is_gone: bool
    """Whether it is hidden with all that is in it, whatever that says."""
    keeps_spaces: bool
    numbering: Numbering | None = None
    """Of a list: the signs of its items."""


class ElementReader:
    """Follows the elements, and hands over the text of those that are seen."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._count: Counter[str] = Counter()
        self._styles = Styles()

    def take(self, piece: Piece) -> None:
        """Reads the next tag or text."""
        if not piece.tag:
            if not self._is_hidden:
                self.write(decoded(piece.text), as_typed=bool(self._open) and self._open[-1].keeps_spaces)
        elif piece.tag == SHEET:
            self._styles.add(piece.text)
        elif piece.tag.startswith("/"):
            self._end(piece.tag[1:])
        else:
            self._begin(piece.tag, piece.text)

    def close(self) -> None:
        """Ends what is still open."""
        while self._open:
            self._close_innermost()

    def write(self, text: str, *, as_typed: bool) -> None:
        """Takes text that is seen; `as_typed`: its spaces and line breaks are text."""
        raise NotImplementedError

    def write_void(self, tag: str) -> None:
        """Takes an element without content that is seen."""
        raise NotImplementedError

    def enter(self, tag: str, source: str) -> None:
        """Takes the beginning of an element, whose tag is `source`."""
        raise NotImplementedError

    def leave(self, tag: str) -> None:
        """Takes the end of an element that was entered."""
        raise NotImplementedError

    def open_elements(self, tag: str) -> int:
        """Returns how many elements of a name are open, hidden ones too."""
        return self._count[tag]

    def sign(self, source: str) -> str:
        """Returns the sign of a list item, as the innermost list has it."""
        for index in range(len(self._open) - 1, max(-1, len(self._open) - 1 - _LOOKED_AT), -1):
            element = self._open[index]
            if element.numbering is not None:
                sign, after = element.numbering.sign(source)
                self._open[index] = element._replace(numbering=after)
                return sign
        return BULLET

    @property
    def _is_hidden(self) -> bool:
        return bool(self._open) and self._open[-1].is_hidden

    def _begin(self, tag: str, source: str) -> None:
        self._end_those_before(tag)
        outer = self._open[-1] if self._open else None
        is_hiding = tag in NEVER_SEEN or self._styles.hide(tag, source)
        is_within = outer is not None and outer.is_hidden
        gone = (outer is not None and outer.is_gone) or (is_hiding and (tag in NEVER_SEEN or is_gone(source)))
        hidden = gone or is_hiding or (is_within and not is_seen_again(source))
        if tag in VOID or (":" in tag and source.endswith("/>")):
            if not hidden:
                self.write_void(tag)
            return
        if len(self._open) >= _DEEPEST:
            return
        own = keeps_spaces(source)
        inherited = bool(self._open) and self._open[-1].keeps_spaces
        kept = (inherited or tag in KEPT_AS_TYPED) if own is None else own
        if not gone:
            self.enter(tag, source)
        signs = numbering(tag, source) if tag in LISTS else None
        self._open.append(_Open(tag, hidden, gone, kept, signs))
        self._count[tag] += 1

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
            self.leave(element.tag)
        return element.tag
