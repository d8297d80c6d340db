"""Reads what is pasted or dropped. What is too much is refused as a whole with a Danish sentence, never cut."""

import re

from PySide6.QtCore import QMimeData

from botilbud_desktop.domain.text.html_text import text_of_html
from botilbud_desktop.domain.text.markup import TooMuchMarkupError
from botilbud_desktop.domain.values.amounts import format_number

LARGEST_MARKUP = 1_500_000
"""The most markup that is read when there is no plain text with it, in characters without embedded pictures."""
_MOST_BYTES = 10_000_000
"""The most bytes of markup in which pictures are looked for."""
_HTML = "text/html"
_TOO_MUCH_MARKUP = (
    "Der blev ikke indsat noget. Der er kopieret for meget på én gang. Kopiér et mindre stykke, og prøv igen."
)
_PICTURE = re.compile(r"data:image/[^\"'<>\s]*")


class TooMuchPastedError(Exception):
    """Nothing can be inserted; the text is a Danish sentence."""


def text_in(source: QMimeData) -> str:
    """Returns the text of the clipboard, or that of a page without plain text beside it.

    A copied table of Word is read from the page, too, if that has the same words: in Word's plain text a cell of
    several lines tears its row apart.

    Raises:
        TooMuchPastedError: reading the page would take too long.
    """
    if source.hasText() and (not source.hasHtml() or source.text().strip()):
        return _with_whole_rows(source.text(), source)
    if source.data(_HTML).size() > _MOST_BYTES:
        raise TooMuchPastedError(_TOO_MUCH_MARKUP)
    markup = _PICTURE.sub("", source.html())
    if len(markup) > LARGEST_MARKUP:
        raise TooMuchPastedError(_TOO_MUCH_MARKUP)
    try:
        return text_of_html(markup)
    except TooMuchMarkupError:
        raise TooMuchPastedError(_TOO_MUCH_MARKUP) from None


def _with_whole_rows(text: str, source: QMimeData) -> str:
    """Returns the text of a page with a table if it differs from the plain text in white space only; else `text`."""
    if "\t" not in text or not 0 < source.data(_HTML).size() <= LARGEST_MARKUP:
        return text
    markup = source.html()
    if "<table" not in markup.lower():
        return text
    try:
        page = text_of_html(markup)
    except TooMuchMarkupError:
        return text
    return page if page.split() == text.split() else text


def room_for(characters: int, most: int) -> None:
    """Do nothing when a text of that length has room.

    Raises:
        TooMuchPastedError: it has not.
    """
    if characters > most:
        raise TooMuchPastedError(
            f"Der blev ikke indsat noget. Teksten ville blive på {format_number(characters)} tegn, "
            f"og der er plads til {format_number(most)} i feltet."
        )
