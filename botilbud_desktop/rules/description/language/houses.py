"""Sentences of another house than the projects of the table: »På Solgården er 30 pct. af pladserne solgt til andre«."""

import re

_HOUSE = re.compile(
    r"(?:\b(?:[Pp]å|[Hh]os)|[Bb]otilbuddet|[Bb]ostedet) (?!Fyn\b|Lolland|Falster\b|Bornholm|Sjælland|Als\b|Mors\b)"
    r"[A-ZÆØÅ][a-zæøå]+(?:, (?:som|der) [^,.;]{1,60},)? (?:er|har|ligger|koster)\b"
)
"""A name behind »på«, and a verb that tells how things are there."""


def is_of_a_house(typed: str) -> bool:
    """Whether a sentence (as it was typed) tells how things are at a house that it names."""
    return _HOUSE.search(typed) is not None
