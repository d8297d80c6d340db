"""The shares in a text: `25 pct.`, `en fjerdedel`, `hver tredje`, `halvdelen`, `5 af de 19`, `alle pladser`."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from botilbud_desktop.domain.facts.numbers import Number
from botilbud_desktop.domain.facts.numerals import FRACTIONS, NUMERALS, ORDINALS
from botilbud_desktop.domain.facts.prefiltered import PrefilteredPattern
from botilbud_desktop.domain.facts.size import Size, hedge_ahead

_PERCENT = re.compile(r" ?(?:%(?!-?point)|pct\b\.?(?!-?point)|procent(?:s|er)?\b)")
_TO = re.compile(r" ?(?:-|til) ?")
_OF = re.compile(
    r" (?P<noun>[a-zæøå]*(?:pladser|boliger|lejligheder) )?(?:ud )?af "
    r"(?:de |disse |vores |projektets |tilbuddets |botilbuddets |i alt |samtlige |nye )*"
)
_ONE_OF = re.compile(r"(?<!\w)(?:en|et) ud af (?:hver |de )?\Z")
_AHEAD = 16
_PART_NAMES = "|".join(sorted(FRACTIONS, key=len, reverse=True))
_PARTS = PrefilteredPattern(
    rf"(?<!\w)(?:(?P<part>{_PART_NAMES})(?:en)?|hver (?P<each>{'|'.join(ORDINALS)})"
    rf"|[eé]n (?:ud af (?:de )?|af sine )(?P<of>{'|'.join(NUMERALS)}|[2-9]|1[0-9])"
    r"|(?P<all>alle(?= (?:de |vores |projektets |nye |[0-9a-zæøå]+ ){0,3}[a-zæøå]*(?:plads|bolig|lejlighed))"
    r"|samtlige|hele kapaciteten|hele tilbuddet|kapaciteten fuldt ud))(?!\w)"
    r"|(?<![\w/.,])(?P<top>[1-9])/(?P<bottom>[2-9]|10)(?![\w/.,]?[0-9])(?!-? ?20[0-9]{2})"
    r"|(?P<half>½)|(?P<quarter>¼)",
    literals="del|n af sine |n ud af |kvart|hver |/|½|¼|alle |samtlige|hele ",
)
_TOPS = re.compile(rf"(?<!\w)(?P<tops>en|et|én|{'|'.join(NUMERALS)}|[1-9]) \Z")
_TOPS_REACH = max(map(len, NUMERALS)) + 2


class Kind(StrEnum):
    """How a share is said."""

    PERCENT = "percent"
    FRACTION = "fraction"
    OF = "of"
    """`5 af 19`."""
    ALL = "all"


class Share(NamedTuple):
    """A share of a whole, in per cent."""

    start: int
    end: int
    size: Size
    kind: Kind
    part: int | None = None
    """5 in `5 af 19`."""
    whole: int | None = None
    """19 in `5 af 19`."""


def shares_in(text: str, numbers: Sequence[Number]) -> Iterator[Share]:
    """Yields the shares in a folded text: those in digits, then those in words."""
    for position, number in enumerate(numbers):
        if percent := _PERCENT.match(text, number.end):
            yield _percent(text, numbers, position, percent.end())
        elif (
            number.digits > 1
            and number.whole
            and (one := _ONE_OF.search(text[max(0, number.start - _AHEAD) : number.start]))
        ):
            share = Fraction(100, number.digits)
            start = number.start - len(one[0])
            yield Share(start, number.end, Size(share, share), Kind.FRACTION)
        elif position + 1 < len(numbers) and number.whole is not None:
            whole = numbers[position + 1]
            is_of = whole.start - number.end < 60 and _OF.fullmatch(text, number.end, whole.start)
            if is_of and whole.whole and number.digits <= whole.digits and not whole.is_like_year:
                share = Fraction(number.digits * 100, whole.digits)
                yield Share(number.start, whole.end, Size(share, share), Kind.OF, number.digits, whole.digits)
    for found in _PARTS.finditer(text):
        if found["all"]:
            yield Share(found.start(), found.end(), Size(100, 100), Kind.ALL)
        else:
            first = max(0, found.start() - _TOPS_REACH)
            tops = _TOPS.search(text[first : found.start()]) if found["part"] else None
            hedge, start = hedge_ahead(text, found.start() if tops is None else first + tops.start())
            top, bottom = _fraction(found, None if tops is None else tops["tops"])
            share = Fraction(top * 100, bottom)
            yield Share(start, found.end(), Size(share, share, 1, hedge), Kind.FRACTION)


def _percent(text: str, numbers: Sequence[Number], position: int, end: int) -> Share:
    number = numbers[position]
    lowest = highest = Fraction(number.digits, 10**number.decimals)
    start = number.start
    if position and _TO.fullmatch(text, numbers[position - 1].end, number.start):
        before = numbers[position - 1]
        lower = Fraction(before.digits, 10**before.decimals)
        if lower < highest:
            lowest, start = lower, before.start
    hedge, start = hedge_ahead(text, start)
    return Share(start, end, Size(lowest, highest, Fraction(1, 10**number.decimals), hedge), Kind.PERCENT)


def _fraction(found: re.Match[str], tops: str | None) -> tuple[int, int]:
    if found["part"]:
        top = 1 if tops in (None, "en", "et", "én") else int(tops) if tops.isdecimal() else NUMERALS[tops]
        return top, FRACTIONS[found["part"]]
    if found["of"]:
        return 1, max(1, int(found["of"]) if found["of"].isdecimal() else NUMERALS[found["of"]])
    if found["each"]:
        return 1, ORDINALS[found["each"]]
    if found["half"] or found["quarter"]:
        return 1, 2 if found["half"] else 4
    return int(found["top"]), int(found["bottom"])
