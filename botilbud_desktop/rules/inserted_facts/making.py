"""Makes the sentences that the table of projects can tell of the required contents."""

from collections.abc import Mapping
from typing import NamedTuple

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.inserted_facts.asked import Fact, fact_asked_by
from botilbud_desktop.rules.inserted_facts.completion import completion_sentence
from botilbud_desktop.rules.inserted_facts.loan import loan_sentence
from botilbud_desktop.rules.inserted_facts.made import Made
from botilbud_desktop.rules.inserted_facts.origin import origin_sentence
from botilbud_desktop.rules.inserted_facts.rows import rows_of
from botilbud_desktop.rules.inserted_facts.share import share_sentence

_NO_PROJECTS = Made(missing="Der er ingen projekter i tabellen endnu.")
_NOTHING_HALF_TYPED: Mapping[str, str] = {}
_MAKERS = {
    Fact.SHARE: share_sentence,
    Fact.LOAN: loan_sentence,
    Fact.COMPLETION: completion_sentence,
    Fact.ORIGIN: origin_sentence,
}


class Offered(NamedTuple):
    """What the table tells of one required content."""

    content: int
    """The ministry's number of the content, from 1."""
    title: str
    fact: Fact
    made: Made


def sentences(
    application: Application, round_: Round, half_typed: Mapping[str, str] = _NOTHING_HALF_TYPED
) -> tuple[Offered, ...]:
    """Returns a sentence, or what is missing for it, for each required content that the table can tell.

    `half_typed` holds half-typed text by path: a value that is not understood yet is no value.
    """
    rows = rows_of(application, round_, half_typed)
    asked = ((content, fact_asked_by(content)) for content in round_.required_contents)
    return tuple(
        Offered(content.number, content.title, fact, _MAKERS[fact](rows) if rows else _NO_PROJECTS)
        for content, fact in asked
        if fact is not None
    )
