"""Makes a document of blocks."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from botilbud_desktop.documents.notes.blocks import Block, Heading, Listed, Pairs, Paragraphs, Table, Tone
from botilbud_desktop.documents.word.elements import Element, element, link_within, page_number, paragraph, run
from botilbud_desktop.documents.word.package import packed
from botilbud_desktop.documents.word.parts import About, Pages, parts
from botilbud_desktop.documents.word.tables import columns_table, pairs_table
from botilbud_desktop.documents.word.text import lines_of, shown_text

_LONGEST_PROPERTY = 200
"""Characters: the format allows 255."""


class Properties(NamedTuple):
    """What a document tells of itself, and what stands on each page."""

    title: str
    author: str
    header: str
    day: date
    """The day on which it was made."""


class Link(NamedTuple):
    """A line of a list of contents that leads to a heading."""

    text: str
    anchor: str
    """That of the heading."""
    is_within: bool = False
    """Whether it belongs to the line before it."""


class Contents(NamedTuple):
    """A list of contents (*indholdsfortegnelse*)."""

    links: Sequence[Link]


class Section(NamedTuple):
    """Pages with a footer of their own."""

    blocks: Iterable[Block | Contents]
    footer: str
    """What is said of all that stands on these pages, and of nothing else."""
    label: str = ""
    """What stands on the right above the text of each of these pages; the head alone where it is empty."""


def rendered(sections: Sequence[Section], properties: Properties) -> bytes:
    """Returns the document; the same sections and properties give the same bytes."""
    about = About(_property(properties.title), _property(properties.author), properties.day)
    pages = [
        Pages(_elements(section.blocks), _footer(section.footer), _header(properties.header, section.label))
        for section in sections
    ]
    return packed(parts(pages, [run(properties.header)], about))


def _elements(blocks: Iterable[Block | Contents]) -> Iterator[Element]:
    """Yields the blocks. Only between two tables is an empty paragraph: without it they would be one table."""
    follows_table = False
    for block in blocks:
        is_table = isinstance(block, Pairs | Table)
        if follows_table and is_table:
            yield paragraph("", "AfterTable")
        yield from _block(block, follows_table=follows_table)
        follows_table = is_table


def _block(block: Block | Contents, *, follows_table: bool) -> Iterator[Element]:
    match block:
        case Heading():
            style = f"Heading{block.level}" if block.level else "Title"
            yield paragraph(" ".join(lines_of(block.text)), style, new_page=block.new_page, mark=block.anchor)
        case Contents():
            yield from map(_link, block.links)
        case Paragraphs():
            first = "BelowTable" if follows_table and block.tone is Tone.NORMAL else block.tone
            lines = lines_of(block.text)
            yield from (paragraph(line, block.tone if number else first) for number, line in enumerate(lines))
        case Listed():
            style = "ListNumber" if block.is_numbered else "ListBullet"
            yield from (paragraph(item, style) for item in block.items)
        case Pairs():
            yield pairs_table(block)
        case _:
            yield columns_table(block)


def _link(link: Link) -> Element:
    style = element("pPr", element("pStyle", val="TOC2" if link.is_within else "TOC1"))
    return element("p", style, link_within(" ".join(lines_of(link.text)), link.anchor))


def _header(head: str, label: str) -> list[Element]:
    """Returns the head with the label behind a tab; nothing without one."""
    return [run(f"{head}\t{label}")] if label else []


def _footer(text: str) -> list[Element]:
    """Returns the text on the left and, behind a tab, `Side 1 af 4`."""
    return [run(f"{text}\tSide "), *page_number("PAGE"), run(" af "), *page_number("NUMPAGES")]


def _property(text: str) -> str:
    return shown_text(" ".join(lines_of(text)))[:_LONGEST_PROPERTY]
