"""The sentences of a text that are hardest to read."""

from typing import NamedTuple

from botilbud_desktop.domain.text.readability.lix import words_of
from botilbud_desktop.domain.text.readability.passives import Passive, passives
from botilbud_desktop.domain.text.sentences import sentences

LONG = 25
"""A sentence of more words is long."""
MANY_PASSIVES = 2
"""So many passives in one sentence are a pile-up."""
MOST_LISTED = 10
_LONGEST_LOOKED_AT = 5_000
"""Characters of a sentence that are looked at for passives."""


class HardSentence(NamedTuple):
    """A sentence with what makes it hard."""

    start: int
    end: int
    words: int
    passives: tuple[Passive, ...] = ()
    """Where its passives stand in the text; none unless there are many."""


def long_sentences(text: str) -> tuple[HardSentence, ...]:
    """Returns the sentences of more than `LONG` words, the longest first, at most `MOST_LISTED`."""
    long = (one for one in _sentences(text) if one.words > LONG)
    return tuple(sorted(long, key=_longest_first)[:MOST_LISTED])


def passive_sentences(text: str) -> tuple[HardSentence, ...]:
    """Returns the sentences with at least `MANY_PASSIVES` passives, those with most first, at most `MOST_LISTED`."""
    found: list[HardSentence] = []
    for one in _sentences(text):
        start = one.start
        of_sentence = passives(text[start : min(one.end, start + _LONGEST_LOOKED_AT)])
        if len(of_sentence) >= MANY_PASSIVES:
            found.append(one._replace(passives=tuple(Passive(start + a, start + b) for a, b in of_sentence)))
    return tuple(sorted(found, key=_most_passives_first)[:MOST_LISTED])


def _sentences(text: str) -> list[HardSentence]:
    return [HardSentence(start, end, len(words_of(text[start:end]))) for start, end in sentences(text).places()]


def _longest_first(one: HardSentence) -> tuple[int, int]:
    return -one.words, one.start


def _most_passives_first(one: HardSentence) -> tuple[int, int]:
    return -len(one.passives), one.start
