"""Renders blocks as items of pages."""

from collections.abc import Iterable, Iterator

from botilbud_desktop.documents.notes.blocks import Block, Heading, Listed, Pairs, Paragraphs, Tone
from botilbud_desktop.documents.pdf.engine import Flowable, Spacer
from botilbud_desktop.documents.pdf.notes.items import Bookmark, Column, Item, NewPage, Row, Rule, Space, Text
from botilbud_desktop.documents.pdf.notes.styles import NoteStyles
from botilbud_desktop.documents.pdf.notes.tables import pairs_rows, table_rows
from botilbud_desktop.documents.pdf.structure.flowables import as_heading, as_list
from botilbud_desktop.documents.pdf.text import user_paragraphs
from botilbud_desktop.documents.pdf.theme import ATTENTION, TEXT_WIDTH, THICK
from botilbud_desktop.documents.values import one_line

_MOST_IN_HEADING = 2_000
_BULLET = "•"


def items_of(blocks: Iterable[Block], styles: NoteStyles) -> Iterator[Item | NewPage]:
    """Yields what the blocks are on pages."""
    for block in blocks:
        match block:
            case Heading():
                if block.new_page:
                    yield NewPage()
                yield from _heading(block, styles)
            case Paragraphs(text, Tone.WARNING):
                yield _warning(text, styles)
            case Paragraphs(text, tone):
                yield from _texts(user_paragraphs(text, styles.tones[tone]))
            case Listed():
                yield from _texts(_list(block, styles))
            case Pairs():
                yield from pairs_rows(block, styles)
            case _:
                yield from table_rows(block, styles)


def _heading(heading: Heading, styles: NoteStyles) -> Iterator[Item]:
    """Yields the heading, which stays with what follows it."""
    text = one_line(heading.text)
    style = styles.headings[min(heading.level, len(styles.headings) - 1)]
    paragraphs = as_heading(user_paragraphs(text, style, most=_MOST_IN_HEADING), max(heading.level, 1))
    for index, paragraph in enumerate(paragraphs):
        bookmark = Bookmark(heading.level, text) if index == 0 else None
        yield Text(paragraph, keeps=True, bookmark=bookmark)


def _texts(flowables: Iterable[Flowable]) -> Iterator[Item]:
    for flowable in flowables:
        yield Space(flowable.height) if isinstance(flowable, Spacer) else Text(flowable)


def _warning(text: str, styles: NoteStyles) -> Item:
    """Returns a prominent text between two rules."""
    rule = Rule(THICK, ATTENTION)
    texts = user_paragraphs(text, styles.tones[Tone.WARNING])
    return Row([texts], [Column(0, TEXT_WIDTH)], 6, 8, rule, rule, before=4, after=10)


def _list(listed: Listed, styles: NoteStyles) -> list[Flowable]:
    labels = [f"{number}." if listed.is_numbered else _BULLET for number in range(1, len(listed.items) + 1)]
    texts = [
        (label, user_paragraphs(f"{label} {one_line(item)}", styles.item))
        for label, item in zip(labels, listed.items, strict=True)
    ]
    return as_list(texts, is_numbered=listed.is_numbered)
