"""What a required content asks for, as far as the table of projects can tell it."""

import re
from enum import StrEnum

from botilbud_desktop.domain.round_parts import ContentMeaning, RequiredContent

_WORDS = re.compile(r"\w+")


class Fact(StrEnum):
    """What a sentence from the table tells."""

    SHARE = "share"
    LOAN = "loan"
    COMPLETION = "completion"
    ORIGIN = "origin"

    @property
    def about(self) -> str:
        """What the sentence is about, in a sentence: `Sætningen om lånet`."""
        return _ABOUT[self]


_ABOUT = {
    Fact.SHARE: "andelen til andre kommuner",
    Fact.LOAN: "lånet",
    Fact.COMPLETION: "tidsplanen",
    Fact.ORIGIN: "pladserne",
}


_BY_MEANING = {
    ContentMeaning.SHARE_FOR_OTHERS: Fact.SHARE,
    ContentMeaning.LOAN_BY_YEAR: Fact.LOAN,
    ContentMeaning.TAKEN_INTO_USE: Fact.COMPLETION,
    ContentMeaning.NEW_OR_RENOVATED: Fact.ORIGIN,
}


def fact_asked_by(content: RequiredContent) -> Fact | None:
    """Returns what the table can tell of a required content; None for nothing.

    A content without a meaning is understood by the round's own words for it.
    """
    if content.meaning is not None:
        return _BY_MEANING.get(content.meaning)
    text = f"{content.title} {content.text}".casefold()
    words = _WORDS.findall(text)

    def has(*beginnings: str) -> bool:
        return any(word.startswith(beginnings) for word in words)

    if "andre kommuner" in text and has("andel", "plads", "bolig"):
        return Fact.SHARE
    if has("lån") and (has("år") or any(len(word) == 4 and word.isdecimal() for word in words)):
        return Fact.LOAN
    if has("nyetabl", "nybyg") and has("renover", "reover", "eksisterende"):
        return Fact.ORIGIN
    return Fact.COMPLETION if has("ibrugtag", "tidsplan") or "tages i brug" in text else None
