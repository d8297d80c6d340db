"""Reads an agenda's papers as people see them, whichever kind of file they are: their tables and texts."""

from functools import lru_cache

from botilbud_desktop.documents.pdf.structure.reading import SOFT_HYPHEN
from tests.documents.tags import Node, Tagged
from tests.documents.word import reading as word
from tests.documents.word.reading import Grid

_PDF = b"%PDF-"


def grids(document: bytes, title: str) -> list[Grid]:
    """Returns the tables of a title, in order."""
    if not document.startswith(_PDF):
        return word.grids(document, title)
    found = [node for node in _tree(document).all() if node.role == "Table" and node.summary == title]
    return [Grid(title, tuple(tuple(map(_cell, row.kids)) for row in table.kids)) for table in found]


def texts(document: bytes) -> list[str]:
    """Returns the paragraphs outside tables."""
    if not document.startswith(_PDF):
        return [line.text for line in word.lines(document)]
    return [_words(node.text) for node in _tree(document).all() if node.role in ("P", "LBody")]


def all_text(document: bytes) -> str:
    """Returns everything that is read."""
    if not document.startswith(_PDF):
        return word.all_text(document)
    return " ".join(_words(node.text) for node in _tree(document).all())


@lru_cache(maxsize=1)
def _tree(document: bytes) -> Node:
    return Tagged(document).document


def _cell(cell: Node) -> str:
    """Returns the lines of a cell."""
    return "\n".join(filter(None, [_words(cell.text), *(_words(kid.text) for kid in cell.kids)]))


def _words(text: str) -> str:
    return " ".join(text.replace(SOFT_HYPHEN, "").split())
