"""A draft as a Word document when the form of its round is not there: all its values, with their labels."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from botilbud_desktop.documents.status_line import status_line
from botilbud_desktop.documents.values import BLANK, one_line
from botilbud_desktop.documents.without_round import ROUND_LABEL, for_colleagues, introduction, stated_values
from botilbud_desktop.documents.word.blocks import Block, Heading, Pairs, Paragraphs
from botilbud_desktop.documents.word.render import Properties, rendered
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.round import Round

TITLE = "Kladde uden skema"
_APPLICATION, _REST = "Ansøgningen", "Resten af ansøgningen"


def word_without_round(application: Application, known: Round, today: date, *, is_there: bool) -> bytes:
    """Returns the document; `known` and `is_there` are those of `as_text_without_round`."""
    round_name = one_line(application.round) or BLANK
    line = status_line(application, today)
    properties = Properties(
        title=f"{TITLE}, {round_name}",
        author=one_line(application.contacts.names),
        header=f"{TITLE}\t{round_name}",
        footer=" · ".join((" ".join(filter(None, (line.before, line.name))), line.code)),
        day=today,
    )
    return rendered(_blocks(application, known, is_there), properties)


def _blocks(application: Application, known: Round, is_there: bool) -> Iterator[Block]:
    yield Heading(0, TITLE)
    yield Paragraphs(introduction(is_there=is_there, is_for_colleagues=True), "Note")
    yield Pairs(ROUND_LABEL, [(ROUND_LABEL, application.round)])
    name = _APPLICATION
    for part, values in groupby(stated_values(for_colleagues(application), known), key=lambda value: value.part):
        pairs = [(value.label, value.text) for value in values if value.label]
        if pairs:
            yield Heading(1, part or name)
            yield Pairs(part or name, pairs)
        name = _REST
