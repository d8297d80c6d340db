"""A draft as a Word document when the form of its round is not there: all its values, with their labels.

What an approval does not cover stands on pages of its own, without the approval.
"""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from botilbud_desktop.documents.notes.blocks import Block, Heading, Pairs, Paragraphs, Tone
from botilbud_desktop.documents.notes.status import approval_footer, not_approved
from botilbud_desktop.documents.values import BLANK, one_line
from botilbud_desktop.documents.without_round import ROUND_LABEL, for_colleagues, introduction, stated_values
from botilbud_desktop.documents.word.render import Properties, Section, rendered
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import NOT_FINGERPRINTED, valid_approval
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.dates import format_date

_DRAFT, _APPROVED = "Kladde uden skema", "Ansøgning uden skema"
_APPLICATION, _REST, _BESIDE = "Ansøgningen", "Resten af ansøgningen", "Ved siden af ansøgningen"
_NOT_COVERED = "Godkendelsen gælder ansøgningen, ikke det, der står her."


def word_without_round(application: Application, known: Round, today: date, *, is_there: bool) -> bytes:
    """Returns the document; `known` and `is_there` are those of `as_text_without_round`."""
    round_name = one_line(application.round) or BLANK
    is_approved = valid_approval(application) is not None
    title = _APPROVED if is_approved else _DRAFT
    properties = Properties(
        title=f"{title}, {round_name}",
        author=one_line(application.contacts.names),
        header=f"{title}\t{round_name}",
        day=today,
    )
    covered, beside = _parted(for_colleagues(application))
    sections = [Section(_covered(application, covered, known, title, is_there), approval_footer(application, today))]
    rest = [(value.label, value.text) for value in stated_values(beside, known) if value.label]
    if rest:
        sections.append(Section(_beside(rest, is_approved), f"{_BESIDE} · {format_date(today)}"))
    return rendered(sections, properties)


def _parted(application: Application) -> tuple[Application, Application]:
    """Returns the draft with only what an approval covers, and with only what it does not."""
    empty = Application(id=application.id, round=application.round)
    without = {name: getattr(empty, name) for name in NOT_FINGERPRINTED}
    alone = {name: getattr(application, name) for name in NOT_FINGERPRINTED}
    return replace(application, **without), replace(empty, **alone)


def _covered(
    application: Application, covered: Application, known: Round, title: str, is_there: bool
) -> Iterator[Block]:
    yield Heading(0, title)
    if valid_approval(application) is None:
        yield not_approved(application)
    yield Paragraphs(introduction(is_there=is_there, is_for_colleagues=True), Tone.NOTE)
    yield Pairs(ROUND_LABEL, [(ROUND_LABEL, application.round)])
    name = _APPLICATION
    for part, values in groupby(stated_values(covered, known), key=lambda value: value.part):
        pairs = [(value.label, value.text) for value in values if value.label]
        if pairs:
            yield Heading(1, part or name)
            yield Pairs(part or name, pairs)
        name = _REST


def _beside(pairs: list[tuple[str, str]], is_approved: bool) -> Iterator[Block]:
    yield Heading(1, _BESIDE)
    if is_approved:
        yield Paragraphs(_NOT_COVERED, Tone.NOTE)
    yield Pairs(_BESIDE, pairs)
