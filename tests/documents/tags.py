"""Reads a PDF as a screen reader does: its tree of elements, and which of them each drawn thing belongs to."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from pypdf.generic import ContentStream

from tests.documents.samples import read

ARTIFACT = "/Artifact"
SHOWING = {"Tj", "TJ", "'", '"'}
PAINTING = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "EI"}
_BLOCK = re.compile(r"(\d+) beginbfchar\n(.*?)\nendbfchar", re.DOTALL)
_ENTRY = re.compile("<([0-9A-F]{2})> <((?:[0-9A-F]{4}){1,2})>")


class Piece(NamedTuple):
    """Something drawn on a page."""

    page: int
    marks: tuple[int | str | None, ...]
    """The marked contents around it, outermost first: their number, or that they are an artifact."""
    text: str
    """Empty for lines."""

    @property
    def belongs(self) -> bool:
        """Whether it belongs to one element, or is an artifact."""
        return len(self.marks) == 1 and self.marks[0] is not None


class Node(NamedTuple):
    """An element."""

    role: str
    text: str
    """Its own text, without that of its kids."""
    kids: tuple["Node", ...]
    scope: str
    row_span: int
    column_span: int
    summary: str = ""
    """What a table is, for those who cannot see it."""

    @property
    def whole_text(self) -> str:
        """Its text and that of all in it."""
        return self.text + "".join(kid.whole_text for kid in self.kids)

    def all(self) -> Iterator["Node"]:
        """Yields it and all in it, in the order of reading."""
        yield self
        for kid in self.kids:
            yield from kid.all()


class Tagged:
    """A PDF with its structure."""

    def __init__(self, pdf: bytes) -> None:
        self.pdf = read(pdf)
        self.root = self.pdf.trailer["/Root"]

    @cached_property
    def pieces(self) -> list[Piece]:
        """What is drawn, in the order of drawing."""
        return [piece for number in range(len(self.pdf.pages)) for piece in self._pieces(number)]

    @cached_property
    def document(self) -> Node:
        """The tree of elements."""
        return self._node(self.root["/StructTreeRoot"]["/K"])

    @cached_property
    def parents(self) -> dict[int, list[Any]]:
        """The element of each marked content, by the key of its page; the one element of a link, by the link's key."""
        numbers = self.root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
        return {
            int(key): list(found) if isinstance(found, list) else [found]
            for key, found in zip(numbers[::2], (each.get_object() for each in numbers[1::2]), strict=True)
        }

    def marks_of(self, element: Any) -> Iterator[tuple[int, int]]:
        """Yields the page and number of each marked content that an element names."""
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            resolved = kid.get_object()
            if isinstance(resolved, int):
                yield self._page(element.raw_get("/Pg")), int(resolved)
            elif resolved.get("/Type") == "/MCR":
                yield self._page(resolved.raw_get("/Pg")), int(resolved["/MCID"])

    @cached_property
    def _texts(self) -> dict[tuple[int, int], str]:
        texts: dict[tuple[int, int], str] = {}
        for piece in self.pieces:
            if isinstance(piece.marks[-1] if piece.marks else None, int):
                key = (piece.page, int(str(piece.marks[-1])))
                texts[key] = texts.get(key, "") + piece.text
        return texts

    def _node(self, element: Any) -> Node:
        element = element.get_object()
        kids = element.get("/K", [])
        inner = [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]
        attributes = element.get("/A", {})
        return Node(
            element["/S"].lstrip("/"),
            "".join(self._texts[mark] for mark in self.marks_of(element)),
            tuple(self._node(kid) for kid in inner if not isinstance(kid, int) and "/S" in kid),
            attributes.get("/Scope", "").lstrip("/"),
            attributes.get("/RowSpan", 1),
            attributes.get("/ColSpan", 1),
            str(attributes.get("/Summary", "")),
        )

    def _page(self, reference: Any) -> int:
        return next(
            number for number, page in enumerate(self.pdf.pages) if page.indirect_reference.idnum == reference.idnum
        )

    def _pieces(self, number: int) -> Iterator[Piece]:
        page = self.pdf.pages[number]
        fonts = {name: characters_of(font) for name, font in page["/Resources"]["/Font"].items()}
        font: dict[int, str] = {}
        marks: list[int | str | None] = []
        in_text: list[int] = []
        for operands, operator in ContentStream(page.get_contents(), self.pdf).operations:
            name = operator.decode()
            if name in ("BDC", "BMC"):
                marks.append(_mark(operands))
            elif name == "EMC":
                marks.pop()
                assert not in_text or len(marks) >= in_text[-1], "a mark that was opened outside is closed in a text"
            elif name == "BT":
                in_text.append(len(marks))
            elif name == "ET":
                assert in_text.pop() == len(marks), "a mark is open where a text ends"
            elif name == "Tf":
                font = fonts[operands[0]]
            elif name in SHOWING:
                shown = _bytes(operands[0])
                yield Piece(number, tuple(marks), "".join(font[code] for code in shown))
            elif name in PAINTING:
                yield Piece(number, tuple(marks), "")
        assert marks == [], "a mark is open at the end of the page"


def characters_of(font: Any) -> dict[int, str]:
    """Returns the characters of a font's codes, as its table for copying tells them."""
    table = font.get_object()["/ToUnicode"].get_data().decode("ascii")
    found: dict[int, str] = {}
    for count, block in _BLOCK.findall(table):
        entries = _ENTRY.findall(block)
        assert len(entries) == int(count) == len(block.split("\n")) <= 100
        found |= {int(code, 16): bytes.fromhex(character).decode("utf-16-be") for code, character in entries}
    assert "\0" not in found.values()
    return found


def _mark(operands: list[Any]) -> int | str | None:
    if operands[0] == ARTIFACT:
        return ARTIFACT
    return int(operands[1]["/MCID"]) if len(operands) > 1 and "/MCID" in operands[1] else None


def _bytes(string: Any) -> bytes:
    assert not isinstance(string, list)
    return bytes(string.original_bytes)
