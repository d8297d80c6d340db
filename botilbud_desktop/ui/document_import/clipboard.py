"""The note on the clipboard: from Word or a mail as HTML, or plain text. A copied file is read as a file instead."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData

from botilbud_desktop.domain.document_import.blocks import Document
from botilbud_desktop.domain.document_import.html_blocks import document_of_html
from botilbud_desktop.domain.document_import.text_blocks import document_of_text
from botilbud_desktop.domain.text.markup import TooMuchMarkupError
from botilbud_desktop.ui.platform.copied_files import are_files

LARGEST_TEXT = 2_000_000
"""The most bytes of text on the clipboard that are read."""
_LARGEST_MARKUP = 10_000_000
_HTML, _TEXT = "text/html", "text/plain"
NOTHING_COPIED = "Der er ikke kopieret en tekst. Markér notatet, kopiér det med Ctrl+C, og prøv igen."
SEVERAL_FILES = "Der er kopieret flere filer. Kopiér én ad gangen. Der blev ikke hentet noget ind."
TOO_MUCH = "Der er kopieret for meget tekst. Kopiér kun notatet. Der blev ikke hentet noget ind."


class NothingToFetchError(Exception):
    """The clipboard holds no text that can be read; the text is a Danish sentence."""


def copied_file(content: QMimeData) -> Path | None:
    """Returns the one file of this computer that is copied, or None."""
    urls = content.urls() if are_files(content) else []
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


def document_on(content: QMimeData) -> Callable[[], Document]:
    """Returns what reads the text on the clipboard, in any thread.

    Raises:
        NothingToFetchError: there is no text, there are several files, or far too much. The result raises it too.
    """
    if are_files(content):
        raise NothingToFetchError(SEVERAL_FILES)
    if content.data(_TEXT).size() > LARGEST_TEXT:
        raise NothingToFetchError(TOO_MUCH)
    markup = content.html() if 0 < content.data(_HTML).size() <= _LARGEST_MARKUP else ""
    text = content.text() if content.hasFormat(_TEXT) else ""  # of a link Qt would give the address
    if not text.strip() and not markup:
        raise NothingToFetchError(NOTHING_COPIED)
    return partial(_read, markup, text)


def _read(markup: str, text: str) -> Document:
    """Reads the markup; where that is too much, or shows nothing, the plain text."""
    try:
        document = document_of_html(markup) if markup else Document(())
    except TooMuchMarkupError:
        document = Document(())
    if not document.blocks:
        document = document_of_text(text)
    if not document.blocks:
        raise NothingToFetchError(NOTHING_COPIED)
    return document
