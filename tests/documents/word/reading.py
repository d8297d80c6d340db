"""Reads a Word document as people see it: its paragraphs and tables in order, each with its style."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple
from zipfile import ZipFile

import docx
from docx.oxml.ns import qn
from lxml import etree

from botilbud_desktop.documents.word.make import make_word
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.round import Round
from tests.rules.samples import ROUND, TODAY


class Line(NamedTuple):
    """A paragraph."""

    style: str
    text: str


class Grid(NamedTuple):
    """A table: what it is, and its cells; a cell of several paragraphs has line breaks."""

    title: str
    rows: tuple[tuple[str, ...], ...]


class Section(NamedTuple):
    """Pages with a footer of their own."""

    text: str
    footer: str


def word(application: Application, round_: Round = ROUND) -> bytes:
    """Returns the document as the program makes it on the day of the tests."""
    return make_word(application, round_, TODAY)


def opened(document: bytes) -> Any:
    """Returns python-docx's document; `Any` because its own types are too wide to index."""
    return docx.Document(BytesIO(document))


def contents(document: bytes) -> list[Line | Grid]:
    """Returns the paragraphs and tables of the body in order."""
    body = opened(document).element.body
    return [_grid(child) if child.tag == qn("w:tbl") else _line(child) for child in body if child.tag != qn("w:sectPr")]


def lines(document: bytes) -> list[Line]:
    """Returns the paragraphs outside tables that have text."""
    return [part for part in contents(document) if isinstance(part, Line) and part.text]


def grids(document: bytes, title: str) -> list[Grid]:
    """Returns the tables of a title."""
    return [part for part in contents(document) if isinstance(part, Grid) and part.title == title]


def pairs(document: bytes, title: str) -> list[dict[str, str]]:
    """Returns the tables of labels and values of a title."""
    return [{row[0]: row[1] for row in grid.rows} for grid in grids(document, title)]


def all_text(document: bytes) -> str:
    """Returns the text of the body, the header and the footer."""
    found = opened(document)
    pages = [each for section in found.sections for each in (section.header._element, section.footer._element)]
    return "\n".join(_text(each) for part in (found.element.body, *pages) for each in part.iter(qn("w:p")))


def sections(document: bytes) -> list[Section]:
    """Returns the sections in order."""
    found = opened(document)
    bodies: list[list[str]] = [[]]
    for child in found.element.body:
        bodies[-1] += [_text(paragraph) for paragraph in child.iter(qn("w:p"))]
        if child.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
            bodies.append([])
    footers = [_text(section.footer._element) for section in found.sections]
    return [Section("\n".join(body), footer) for body, footer in zip(bodies, footers, strict=True)]


def parts(document: bytes) -> dict[str, etree._Element]:
    """Returns each part of the package, parsed as plain XML."""
    with ZipFile(BytesIO(document)) as package:
        return {name: etree.fromstring(package.read(name)) for name in package.namelist()}


def _line(paragraph: Any) -> Line:
    return Line(paragraph.style or "", _text(paragraph))


def _grid(table: Any) -> Grid:
    title = table.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}").get(qn("w:val"))
    rows = (tuple(_cell(cell) for cell in row.iter(qn("w:tc"))) for row in table.iter(qn("w:tr")))
    return Grid(title, tuple(rows))


def _cell(cell: Any) -> str:
    return "\n".join(_text(paragraph) for paragraph in cell.iter(qn("w:p")))


def _text(paragraph: Any) -> str:
    return "".join(_pieces(paragraph))


def _pieces(paragraph: Any) -> Iterator[str]:
    """Yields the text of a paragraph; a place for a hyphen is nothing, as on a line that has room."""
    for each in paragraph.iter(qn("w:t"), qn("w:tab")):
        yield "\t" if each.tag == qn("w:tab") else each.text or ""
