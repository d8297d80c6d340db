"""Takes HTML from the clipboard apart into tags and text. Nothing that it names is looked up, opened or fetched.

Python's own `html.parser` needs minutes for a megabyte of hostile markup; here each character is read once, and how
much is done in all is limited: markup that would take too long is refused as a whole, never cut.
"""

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from typing import NamedTuple

_NOTHING = "!"
SHEET = "style"
"""The name of a piece that is a style sheet; its text is the sheet."""
_LONGEST_TAG = 2_000
"""The most characters of a tag that are kept, and so the most that its attributes are read from."""
MOST_STEPS = 15_000
"""The work that is done for one page at most, about 5 microseconds a step; 50 pages from Word take less."""
_LONGEST_BARE_TAG = 9
"""Longer tags may have attributes, which take as long as a tag."""
_MOST_ATTRIBUTES = 40
"""Further attributes of a tag are not read."""
_DATA = "xml"
"""Holds data of Office. Where it is not closed, browsers show what follows."""
_UNSEEN = frozenset({"style", "script", "title", _DATA, "iframe", "noembed", "noframes"})
"""Elements whose content is not text of the page, and in which tags mean nothing."""
_NAME = re.compile(r"/?[a-zA-Z][a-zA-Z0-9:-]{0,40}")
_START_OF_TAG = re.compile(r"<(?=[a-zA-Z/!?])")
_START_OF_VALUE = re.compile(r"=\s{0,9}([\"'])")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)(?:\"|$)|'([^']*)(?:'|$)|([^\s\"'=<>`]+)))?")
_UPPER_CASE = re.compile("[A-Z]+")
_LEADING_ZEROS = re.compile(r"(&#[xX]?)0+(?=[0-9a-fA-F])")
_LARGE_NUMBER = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{7,});?")


class TooMuchMarkupError(Exception):
    """Reading the page would take longer than the window may stand still."""


class Piece(NamedTuple):
    """A tag, or the text up to the next one."""

    tag: str
    """The name in lower case: `td`, `/td`; "" for text."""
    text: str
    """The source of the tag, or the text with its entities as they stand; of a style sheet, the sheet."""


def pieces(markup: str, most_steps: int = MOST_STEPS) -> Iterator[Piece]:
    """Yields the tags of `markup` and the text between them, without comments and what is no text of the page.

    What is not closed (a tag, a comment, a style sheet) extends to the end.

    Raises:
        TooMuchMarkupError: reading it would take more than `most_steps`.
    """
    steps = 0
    for piece in _all_pieces(markup):
        steps += steps_of(piece)
        if steps > most_steps:
            raise TooMuchMarkupError
        if piece.tag != _NOTHING:
            yield piece


def steps_of(piece: Piece) -> int:
    """Returns how much work a piece makes for its reader, in steps."""
    if piece.tag == SHEET:
        return 1 + (piece.text.count("}") + piece.text.count(",")) // 2 + len(piece.text) // 200
    if piece.tag:
        return (2 if len(piece.text) > _LONGEST_BARE_TAG else 1) + len(piece.text) // 100
    return 1 + (piece.text.count("&") + piece.text.count("\n") + piece.text.count("\r")) // 4 + len(piece.text) // 500


def _all_pieces(markup: str) -> Iterator[Piece]:
    """Yields the pieces, and one named `_NOTHING` for each that is left out."""
    lower = markup.lower()
    if len(lower) != len(markup):  # `lower` makes the Turkish capital I longer
        lower = _UPPER_CASE.sub(lambda match: match[0].lower(), markup)
    ends = _Ends(markup)
    position = 0
    while position < len(markup):
        start = _START_OF_TAG.search(markup, position)
        begin = len(markup) if start is None else start.start()
        if begin > position:
            yield Piece("", markup[position:begin])
        if start is None:
            return
        after = ends.of_tag(begin)
        name = _NAME.match(markup, begin + 1)
        tag = name[0].lower() if name else ""
        if after < 0:
            return
        if tag in _UNSEEN and markup[after - 2] != "/":
            closing = lower.find(f"</{tag}", after)
            if tag == SHEET:
                yield Piece(SHEET, markup[after : closing if closing >= 0 else len(markup)])
            if closing < 0 and tag != _DATA:
                return
            yield Piece(_NOTHING, "")
            position = after if closing < 0 else closing
            continue
        yield Piece(tag or _NOTHING, markup[begin : min(after, begin + _LONGEST_TAG)] if tag else "")
        position = after


def attributes(tag: str) -> dict[str, str]:
    """Returns the first attributes of a tag's source; of two with one name the first, as browsers do."""
    found: dict[str, str] = {}
    name = _NAME.match(tag, 1)
    for match in islice(_ATTRIBUTE.finditer(tag, name.end() if name else 1), _MOST_ATTRIBUTES):
        value = next((group for group in match.groups()[1:] if group is not None), "")
        found.setdefault(match[1].lower(), decoded(value))
    return found


def decoded(text: str) -> str:
    """Returns `text` with its entities as characters; the number of no character becomes U+FFFD."""
    if "&" not in text:
        return text
    if "&#" in text:  # `unescape` fails with numbers of thousands of digits
        text = _LARGE_NUMBER.sub("\ufffd", _LEADING_ZEROS.sub(r"\1", text))
    return unescape(text)


class _Ends:
    """Finds where tags end; a `>` within a quoted value is none. What is not there is searched for once only."""

    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._missing: set[str] = set()

    def of_tag(self, begin: int) -> int:
        """Returns the position after the tag, comment or declaration that begins at `begin`; -1 if it has no end."""
        if self._markup.startswith("<!--", begin):
            end = self._find("-->", begin + 2)
            return end + 3 if end >= 0 else -1
        end = self._find(">", begin)
        position = begin
        while end >= 0:
            value = _START_OF_VALUE.search(self._markup, position, end)
            closing = -1 if value is None else self._find(value[1], value.end())
            if value is None or closing < 0:
                break
            position = closing + 1
            if closing > end:
                end = self._find(">", position)
        return end + 1 if end >= 0 else -1

    def _find(self, sign: str, position: int) -> int:
        if sign in self._missing:
            return -1
        found = self._markup.find(sign, position)
        if found < 0:
            self._missing.add(sign)
        return found
