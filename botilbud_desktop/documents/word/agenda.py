"""Makes the Word document of an agenda's papers: cover, contents with links, and each annex on pages of its own.

The secretariat pastes from it into its own template, so its headings are real ones.
"""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from botilbud_desktop.documents.agenda.annexes import Annex
from botilbud_desktop.documents.agenda.papers import CONTENTS, Papers, papers_of
from botilbud_desktop.documents.notes.blocks import Block, Heading, Paragraphs, Tone
from botilbud_desktop.documents.word.render import Contents, Link, Properties, Section, rendered
from botilbud_desktop.domain.attachments.attachment import AttachmentState
from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.collection.records import Collection

_UNREADABLE = "Filen kan ikke læses, så den kan ikke vedlægges her."
_ENCLOSED = "En PDF kan ikke stå i et Word-dokument. Filen skal vedlægges her."


class _Pages(NamedTuple):
    """Pages of an annex with the footer that belongs to them."""

    annex: Annex
    part: int
    footer: str


def make_agenda_word(collection: Collection, agenda: Agenda, round_: Round, today: date) -> bytes:
    """Returns the document; the same content gives the same bytes on the same day."""
    papers = papers_of(collection, agenda, round_, today)
    pages = [_Pages(annex, place, part.footer) for annex in papers.annexes for place, part in enumerate(annex.parts)]
    sections = [
        Section(_blocks(list(own)), footer, label)
        for (label, footer), own in groupby(pages, lambda each: (each.annex.label, each.footer))
    ]
    return rendered([Section(_first(papers), ""), *sections], Properties(papers.head, "", papers.head, today))


def _first(papers: Papers) -> Iterator[Block | Contents]:
    yield from papers.cover
    yield Heading(1, CONTENTS)
    yield Contents([Link(annex.heading, annex.anchor, annex.is_within) for annex in papers.annexes])


def _blocks(pages: list[_Pages]) -> Iterator[Block]:
    """Yields the pages that have one footer; the section itself begins on a new page."""
    for place, (annex, part, _) in enumerate(pages):
        if part == 0:
            yield Heading(1, annex.heading, new_page=place > 0, anchor=annex.anchor)
        yield from annex.parts[part].make()
        if annex.attachment is not None:
            is_readable = annex.attachment.state is not AttachmentState.UNREADABLE
            yield Paragraphs(_ENCLOSED, Tone.NOTE) if is_readable else Paragraphs(_UNREADABLE, Tone.WARNING)
