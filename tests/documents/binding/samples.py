"""The bound papers of an agenda, and what a reader sees of them."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from botilbud_desktop.documents.agenda.papers import Papers
from botilbud_desktop.documents.notes.blocks import Block
from botilbud_desktop.documents.pdf.binding.flow import Flow
from botilbud_desktop.documents.pdf.binding.make import make_agenda_pdf
from botilbud_desktop.documents.pdf.notes.items import Item
from botilbud_desktop.documents.pdf.notes.rendering import items_of
from botilbud_desktop.documents.pdf.notes.styles import note_styles
from botilbud_desktop.documents.pdf.theme import load_theme
from botilbud_desktop.storage.paths import resources_folder
from tests.documents.agenda.samples import papers
from tests.documents.samples import read

THEME = load_theme(resources_folder())
STYLES = note_styles(THEME)


def bound(found: Papers) -> bytes:
    """Returns the papers as one PDF."""
    pdf = make_agenda_pdf(found, resources_folder())
    assert pdf is not None
    return pdf


@cache
def three() -> bytes:
    """Returns the papers of three applications."""
    return bound(papers())


def texts(pdf: bytes) -> list[str]:
    """Returns the text of each page on one line."""
    return [" ".join(page.extract_text().split()) for page in read(pdf).pages]


class Bookmark(NamedTuple):
    """A bookmark as a reader shows it."""

    level: int
    title: str
    page: int
    """Counted from 0."""


def bookmarks(pdf: bytes) -> list[Bookmark]:
    """Returns the bookmarks in order."""
    document = read(pdf)

    def found(outline: list[Any], level: int) -> Iterator[Bookmark]:
        for each in outline:
            if isinstance(each, list):
                yield from found(each, level + 1)
            else:
                yield Bookmark(level, each.title, document.get_destination_page_number(each))

    return list(found(document.outline, 0))


class Link(NamedTuple):
    """A link on a page."""

    page: int
    target: int
    words: str


def links(pdf: bytes) -> list[Link]:
    """Returns the links in order, with the pages that they lead to; pages are counted from 0."""
    document = read(pdf)
    numbers = {page.indirect_reference.idnum: number for number, page in enumerate(document.pages)}
    return [
        Link(number, numbers[link.get_object()["/Dest"][0].idnum], link.get_object()["/Contents"])
        for number, page in enumerate(document.pages)
        for link in page.get("/Annots", [])
    ]


class Placed(NamedTuple):
    """An item on a page."""

    page: int
    item: Item
    top: float


class Placing:
    """Keeps what is drawn where."""

    def __init__(self) -> None:
        self.placed: list[Placed] = []
        self.pages = 0

    def begin(self) -> None:
        """Begins a page."""
        self.pages += 1

    def draw(self, item: Item, top: float) -> None:
        """Keeps an item."""
        self.placed.append(Placed(self.pages, item, top))

    def end(self) -> None:
        """Ends a page."""


def placed(*blocks: Block) -> list[Placed]:
    """Returns where the items of blocks stand."""
    placing = Placing()
    flow = Flow(placing)
    flow.add(items_of(blocks, STYLES))
    flow.end()
    return placing.placed
