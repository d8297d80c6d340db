"""Sentences that were made from the table, still stand in the description word for word, and that the table has left.

A sentence that was edited or removed is passed over: it is the user's own by then. Its entry may stay, so that undo
brings all of it back.
"""

from collections.abc import Iterator, Mapping
from itertools import islice

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.notes.records import InsertedFact
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.inserted_facts.making import Offered, sentences
from botilbud_desktop.rules.text_results import Span, StaleFact

_SHORTEST = 20
"""Characters: no sentence from the table is shorter, and a file may hold any words a thousand times."""
_MOST_PLACES = 20
"""Places of one sentence that are looked at."""
_NOTHING_HALF_TYPED: Mapping[str, str] = {}


def standing(application: Application) -> tuple[tuple[InsertedFact, Span], ...]:
    """Returns the places where an inserted sentence stands word for word, in the order of the text.

    A place within a longer inserted sentence is a place of that one only.
    """
    text = application.description
    found = sorted(
        ((fact, span) for fact in dict.fromkeys(application.inserted_facts) for span in _first_places(fact.text, text)),
        key=lambda one: (one[1].start, -one[1].end),
    )
    kept: list[tuple[InsertedFact, Span]] = []
    for fact, span in found:
        if not kept or span.end > kept[-1][1].end or span == kept[-1][1]:
            kept.append((fact, span))
    return tuple(kept)


def stale_facts(
    application: Application, round_: Round, half_typed: Mapping[str, str] = _NOTHING_HALF_TYPED
) -> tuple[StaleFact, ...]:
    """Returns the sentences that the table no longer bears, in the order of the text.

    While a value of the table is half-typed, it is not known what it will say, and nothing is said about its sentences.
    """
    if not application.inserted_facts or not application.description:
        return ()
    places = standing(application)
    if not places:
        return ()
    offered = {one.content: one for one in sentences(application, round_, half_typed)}
    return tuple(_stale(application, places, offered))


def _stale(
    application: Application, places: tuple[tuple[InsertedFact, Span], ...], offered: Mapping[int, Offered]
) -> Iterator[StaleFact]:
    for entry, span in places:
        now = offered.get(entry.content)
        if now is None or now.made.is_unread or now.made.text == entry.text:
            continue
        row = application.inserted_facts.index(entry)
        yield StaleFact(entry, row, now.fact.about, span, now.made.text, now.made.missing)


def _first_places(words: str, text: str) -> Iterator[Span]:
    return islice(_places(words, text), _MOST_PLACES) if len(words) >= _SHORTEST else iter(())


def _places(words: str, text: str) -> Iterator[Span]:
    """Yields where the words stand in the text, not within other words, and not overlapping."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        if not (_goes_on(text, start) or _goes_on(text, end)):
            yield Span(start, end)
        start = text.find(words, end)


def _goes_on(text: str, position: int) -> bool:
    """Whether a word goes on across a position of the text."""
    return 0 < position < len(text) and text[position - 1].isalnum() and text[position].isalnum()
