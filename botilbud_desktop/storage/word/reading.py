"""Reads a Word document (`.docx`, `.docm`, `.dotx`): its paragraphs and tables, and what of it is left out."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from types import MappingProxyType
from xml.etree.ElementTree import Element

from botilbud_desktop.domain.document_import.blocks import Document, LeftOut
from botilbud_desktop.domain.document_import.html_blocks import document_of_html
from botilbud_desktop.domain.text.markup import TooMuchMarkupError
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.word import problems
from botilbud_desktop.storage.word.engine import UnreadableDocumentError, html_of
from botilbud_desktop.storage.word.names import attribute, local
from botilbud_desktop.storage.word.numbers import Numbers
from botilbud_desktop.storage.word.package import Package, read_package
from botilbud_desktop.storage.word.plain_body import plain_document
from botilbud_desktop.storage.word.plain_runs import Referred, all_text
from botilbud_desktop.storage.word.problems import WordProblemError
from botilbud_desktop.storage.word.styles import Styles

_MOST_STEPS = 400_000
"""The work on the HTML of a document, see `markup.py`."""
_MARGINS = {"hdr": ("sidehoved", "Det står i sidehovedet."), "ftr": ("sidefod", "Det står i sidefoden.")}
_NO_PLACES: Mapping[str, str] = MappingProxyType({})


def word_document(data: bytes, name: str) -> Document:
    """Returns what a Word document holds; `name` is that of its file. Nothing outside of it is opened.

    Raises:
        RefusedFileError: it is no Word document, or is damaged, protected, too large, or not safe to read.
    """
    with ThreadPoolExecutor(1) as fresh_stack:  # how deep Python can go is then the same for each caller
        return fresh_stack.submit(_read, data, name).result()


def _read(data: bytes, name: str) -> Document:
    try:
        package = read_package(data)
        notes = {local(part): _numbered(part) for part in package.beside}
        referred = Referred(
            notes.get("footnotes", _NO_PLACES), notes.get("endnotes", _NO_PLACES), notes.get("comments", _NO_PLACES)
        )
        styles, numbers = Styles(package.styles), Numbers(package.numbering)
        document = document_of_html(html_of(plain_document(package.document, styles, numbers, referred)), _MOST_STEPS)
    except WordProblemError as error:
        raise RefusedFileError(name, error.place, error.reason) from error
    except UnreadableDocumentError as error:
        raise RefusedFileError(name, "", problems.DAMAGED) from error
    except TooMuchMarkupError as error:
        raise RefusedFileError(name, "", problems.TOO_LARGE) from error
    return document._replace(left_out=(*document.left_out, *_margins(package)))


def _numbered(part: Element) -> dict[str, str]:
    return {attribute(each, "id"): all_text(each) for each in part}


def _margins(package: Package) -> list[LeftOut]:
    """Returns what stands at the head and foot of the pages."""
    found = {
        LeftOut(place, text, why): None
        for part in package.beside
        if local(part) in _MARGINS and (text := all_text(part))
        for place, why in [_MARGINS[local(part)]]
    }
    return list(found)
