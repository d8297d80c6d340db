"""Which way a sentence of a form sets a limit: `over`, `mindst` or `højst`; `senest`, `inden` or `efter`."""

import re
from collections.abc import Sequence
from enum import StrEnum


class Way(StrEnum):
    """How a limit is meant; the value is the word for it."""

    OVER = "over"
    AT_LEAST = "mindst"
    AT_MOST = "højst"
    BY = "senest"
    BEFORE = "inden"
    AFTER = "efter"


_DAY = r"(?:den )?(?:udgangen|[0-9])"
_OF_NUMBERS = (
    (Way.AT_LEAST, re.compile(r"\bikke (?:\w+ ){0,2}?(?:under|mindre end|lavere end|færre end)\b")),
    (Way.AT_MOST, re.compile(r"\bikke (?:\w+ ){0,2}?(?:over|oversti\w+|mere end|større end|højere end|flere end)\b")),
    (Way.AT_LEAST, re.compile(r"\b(?:mindst|minimum|derover|opefter|eller mere|eller flere)\b")),
    (Way.OVER, re.compile(r"\b(?:over|oversti\w+|mere end|større end|højere end|flere end)\b")),
    (Way.AT_MOST, re.compile(r"\b(?:højst|højest|maksimalt|maksimum|maks|max|under|op til|mindre end|derunder)\b")),
)
_OF_DAYS = (
    (Way.BY, re.compile(r"\b(?:senest|inden (?:for |med )?udgangen|ved udgangen|til og med|ultimo)\b")),
    (Way.BEFORE, re.compile(rf"\b(?:inden|før) {_DAY}")),
    (Way.AFTER, re.compile(rf"\b(?:efter|fra|fra og med) {_DAY}|\btidligst\b")),
)


def ways_of_numbers(text: str) -> set[Way]:
    """Returns how a sentence limits a number: `ikke under` is `mindst`, and not `højst` as `under` is."""
    return _ways(text, _OF_NUMBERS)


def ways_of_days(text: str) -> set[Way]:
    """Returns how a sentence limits a day."""
    return _ways(text, _OF_DAYS)


def _ways(text: str, patterns: Sequence[tuple[Way, re.Pattern[str]]]) -> set[Way]:
    found = set()
    left = text.lower()
    for way, pattern in patterns:
        if pattern.search(left):
            found.add(way)
        left = pattern.sub(" ", left)
    return found
