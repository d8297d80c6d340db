"""Finds the numbers of places that a sentence names, each with its law, year and kind."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.facts.laws import MASK, Law, laws_in, without_laws

_WORDS = (
    *("nul", "én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"),
    *("tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten", "tyve"),
)
_NUMBERS = {word: number for number, word in enumerate(_WORDS)} | {"ét": 1, "ingen": 0}
_PLURAL = r"[\wæøå]*(?:pladser(?:ne)?|boliger(?:ne)?|lejligheder(?:ne)?|værelser(?:ne)?)\b"
_SINGULAR = r"(?:[\wæøå]*plads(?:en)?|[\wæøå]*bolig(?:en)?)\b"
_NO_GAP = (
    r"(?!(?:pct|procent|mio|kr|år|kommuner?|borgere|m2|døgn|dele|personer|ud|timer|måneder|af|og|eller|samt|til|"
    r"[0-9]+)\b)"
)
_GAP = rf"(?:{_NO_GAP}[\w{MASK}/§-]+ ){{0,4}}?"
_DIGITS = r"(?<![\w.,/-])(?P<first>[0-9]{1,4})(?: ?\+ ?(?P<second>[0-9]{1,4}))?(?![0-9.,/]*[0-9])"
_BY_WORD = rf"\b(?P<word>{'|'.join(_NUMBERS)})"
_COUNT = re.compile(
    rf"(?:{_DIGITS}|{_BY_WORD})[ -](?:{_GAP}(?:{_PLURAL}|(?<=\b1 )(?:{_GAP})?{_SINGULAR}|{_SINGULAR})"
    rf"|(?=(?:på|efter|inden ?for|inde for|jf\.?|er|omfattet af)? ?{MASK})"
    r"|(?=(?:(?:er|bliver|bruges|skal bruges) )?(?:som|til) aflastning))",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[();:]|,? heri|–|—| - ")
_YEAR = re.compile(r"(?<![0-9./-])(20[0-9]{2})(?![0-9])")
_AREA = re.compile(r"\b(?:på|inden ?for|inde for|for|i) (?P<area>(?:det )?[\wæøå]*området)\b", re.IGNORECASE)
_PART = re.compile(r"\b(?:heraf|deraf|hvoraf|herunder)(?: \w+){0,2} ?\Z", re.IGNORECASE)


class Count(NamedTuple):
    """A number of places."""

    numbers: tuple[int, ...]
    """`4 + 2 pladser` are two."""
    laws: tuple[LegalBasis, ...]
    """Those it stands with; several when places move from one to another."""
    words: str
    """Its part of the sentence."""
    years: tuple[int, ...]
    area: str
    is_part: bool
    """Whether it is a part of the number before it: `heraf 4`."""

    @property
    def total(self) -> int:
        """The places in all."""
        return sum(self.numbers)


def counts_in(sentence: str) -> Iterator[Count]:
    """Yields the numbers of places in a sentence."""
    for clause in _CLAUSE.split(sentence):
        yield from _of_clause(clause)


def _of_clause(clause: str) -> Iterator[Count]:
    laws = laws_in(clause)
    masked = without_laws(clause, laws)
    found = list(_COUNT.finditer(masked))
    area_before = ""
    for position, match in enumerate(found):
        if match["first"] and _YEAR.fullmatch(match["first"]):
            continue
        before = found[position - 1].end() if position else 0
        after = found[position + 1].start() if position + 1 < len(found) else len(clause)
        own = _laws_of(laws, match.start(), after) or _laws_of(laws, before, match.start())
        words = clause[match.start() : after]
        area = _AREA.search(words) or (_AREA.search(clause[: match.start()]) if not area_before else None)
        area_before = area["area"] if area else area_before
        years = tuple(dict.fromkeys(map(int, _YEAR.findall(words))))
        yield Count(
            _numbers(match),
            own,
            _lead_in(clause[before : match.start()]) + words,
            years,
            area_before,
            _PART.search(clause[: match.start()]) is not None,
        )


def _lead_in(ahead: str) -> str:
    """Returns the words ahead of a number that belong to it: those behind the last comma or `og`."""
    return re.split(r", | og | samt ", ahead)[-1]


def _laws_of(laws: tuple[Law, ...], start: int, end: int) -> tuple[LegalBasis, ...]:
    return tuple(dict.fromkeys(law.basis for law in laws if law.basis is not None and start <= law.start < end))


def _numbers(match: re.Match[str]) -> tuple[int, ...]:
    if match["word"]:
        return (_NUMBERS[match["word"].casefold()],)
    return tuple(int(number) for number in (match["first"], match["second"]) if number)
