"""Makes a document of blocks, with python-docx: opens the template, fills it in, and saves it."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from io import BytesIO
from typing import NamedTuple

import docx

from botilbud_desktop.documents.word.blocks import Block, Heading, Listed, Pairs, Paragraphs
from botilbud_desktop.documents.word.elements import Element, page_number, paragraph, run
from botilbud_desktop.documents.word.package import repacked
from botilbud_desktop.documents.word.styles import LANGUAGE
from botilbud_desktop.documents.word.tables import columns_table, pairs_table
from botilbud_desktop.documents.word.template import template
from botilbud_desktop.documents.word.text import lines_of, shown_text

_LONGEST_PROPERTY = 200
"""Characters: the format allows 255."""


class Properties(NamedTuple):
    """What a document tells of itself, and what stands on each page."""

    title: str
    author: str
    header: str
    footer: str
    day: date
    """The day on which it was made."""


def rendered(blocks: Iterable[Block], properties: Properties) -> bytes:
    """Returns the document; the same blocks and properties give the same bytes."""
    document = docx.Document(BytesIO(template()))
    body = document.element.body
    ending = body.sectPr
    for made in _elements(blocks):
        ending.addprevious(made)
    section = document.sections[0]
    section.header.paragraphs[0]._p.append(run(properties.header))
    _fill_footer(section.footer.paragraphs[0]._p, properties.footer)
    core, moment = document.core_properties, datetime.combine(properties.day, datetime.min.time())
    core.title, core.author = _property(properties.title), _property(properties.author)
    core.last_modified_by = core.author
    core.language, core.revision = LANGUAGE, 1
    core.created = core.modified = moment
    saved = BytesIO()
    document.save(saved)
    return repacked(saved.getvalue())


def _elements(blocks: Iterable[Block]) -> Iterator[Element]:
    for block in blocks:
        match block:
            case Heading():
                style = f"Heading{block.level}" if block.level else "Title"
                yield paragraph(" ".join(lines_of(block.text)), style, new_page=block.new_page)
            case Paragraphs():
                yield from (paragraph(line, block.style) for line in lines_of(block.text))
            case Listed():
                style = "ListNumber" if block.is_numbered else "ListBullet"
                yield from (paragraph(item, style) for item in block.items)
            case Pairs():
                yield from (pairs_table(block), paragraph("", "AfterTable"))
            case _:
                yield from (columns_table(block), paragraph("", "AfterTable"))


def _fill_footer(footer: Element, text: str) -> None:
    """Adds the status on the left and, behind a tab, `Side 1 af 4`."""
    footer.append(run(f"{text}\tSide "))
    footer.extend(page_number("PAGE"))
    footer.append(run(" af "))
    footer.extend(page_number("NUMPAGES"))


def _property(text: str) -> str:
    return shown_text(" ".join(lines_of(text)))[:_LONGEST_PROPERTY]
