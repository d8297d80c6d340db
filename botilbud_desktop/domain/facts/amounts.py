"""The amounts of money in a text, in every notation: `22,9 mio. kr.`, `22.900 t.kr.`, `kr. 22.900.000`."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from botilbud_desktop.domain.facts.numbers import Number
from botilbud_desktop.domain.facts.prefiltered import PrefilteredPattern
from botilbud_desktop.domain.facts.size import Hedge, Size, hedge_ahead

_KR = r"(?:kr\b\.?|kroner\b|dkk\b)"
_UNIT = re.compile(
    rf"[ -]?(?:(?P<millions>(?:mio|mill|millioner|million)\b\.?|mkr\b\.?)(?: ?{_KR})?"
    rf"|(?P<billions>(?:mia|milliarder|milliard)\b\.?)(?: ?{_KR})?"
    rf"|(?P<thousands>t\.? ?kr\b\.?|tkr\b\.?|tusind(?:e)? ?{_KR}|1\.000 ?{_KR}|\((?:i )?(?:hele )?1\.000 ?{_KR}\))"
    rf"|(?P<kroner>{_KR}|,-|:-))"
)
_KR_AHEAD = re.compile(r"(?<!\w)(?:kr\.?|dkk|kroner) ?\Z")
_SCALES = {"millions": 1_000_000, "billions": 1_000_000_000, "thousands": 1_000, "kroner": 1}
_TO = re.compile(r" ?(?:-|til|og|eller) ?")
_ALSO = re.compile(r" ?(?:-|til|og|eller|hhv\.?|henholdsvis|\+|/) ?(?:ca\.? )?")
_IN_THOUSANDS = PrefilteredPattern(
    rf"\((?:i |beløb i |alle beløb i )?(?:hele )?(?:1\.000|tusinde?) ?{_KR}\)?|\bi (?:hele )?1\.000 ?{_KR}"
    r"|\bi t\.?kr\b|\(t\.? ?kr\.?\)|(?<=[a-zæøå]), (?:i )?(?:t\. ?kr|tkr|1\.000 kr)\b\.?(?=[:\n])",
    literals="1.000|tusind|tkr|t.kr|t. kr",
)
_IN_MILLIONS = re.compile(
    rf"\((?:i |beløb i |alle beløb i |hele )?(?:mio|mill)\.? ?(?:{_KR})?\)"
    rf"|(?<=[a-zæøå]),? (?:i )?(?:mio|mill)\.? ?{_KR}(?=[:\n])"
)
_YEAR_BEHIND = re.compile(r" (?:i |for |til )?\(?(?:20[0-9]{2}|'[0-9]{2})(?![0-9])")
_ENDS_ALONE = re.compile(r" ?(?:\Z|[\n|,;)(/+=.-]|(?:og|hhv\.|samt)(?!\w)|(?:i |for |til )?20[0-9]{2}(?![0-9]))")
_MILLIONS_REACH = 160
_MOST_MILLIONS = 10_000
"""In digits: `999,9`."""
_REST = re.compile(r" (?:og )?(?:[a-zæøå]{2,5} )?")
_BETWEEN = re.compile(r"(?<!\w)(?:mellem|fra) (?:kr\.? )?\Z")


class Amount(NamedTuple):
    """An amount in whole kr."""

    start: int
    """Where its number begins, or the hedge or `kr.` ahead of it."""
    end: int
    size: Size
    has_unit: bool = True
    """Whether it states its unit; else it is read in 1.000 kr., as the form asks."""


def amounts_in(text: str, numbers: Sequence[Number]) -> Iterator[Amount]:
    """Yields the amounts among the numbers of a folded text."""
    scale, unit_of_text = 0, _IN_THOUSANDS.search(text)
    in_millions = tuple(_blocks_in_millions(text))
    after: Amount | None = None
    found: list[Amount] = []
    for number in reversed(numbers):
        unit = _UNIT.match(text, number.end)
        if unit is not None and not _is_unit_itself(text, number, unit):
            scale = _SCALES[unit.lastgroup or "kroner"]
            after = _amount(text, number, scale, unit.end())
        elif after is not None and not number.is_like_year and _stands_before(text, number, after.start):
            if _is_range(text, number, after):
                after = after._replace(start=number.start, size=after.size._replace(lowest=_value(number, scale)))
                found.pop()
            else:
                after = _amount(text, number, scale, number.end)
        elif number.is_grouped and _KR_AHEAD.search(text[max(0, number.start - 8) : number.start]):
            scale = 1
            after = _amount(text, number, 1, number.end)
        elif unit_of_text and _is_in_thousands(text, number, unit_of_text.start()):
            scale = 1_000
            after = _amount(text, number, 1_000, number.end)._replace(has_unit=False)
        elif _is_in_millions(text, number, in_millions):
            scale = 1_000_000
            after = _amount(text, number, scale, number.end)
        else:
            after = None
            continue
        found.append(after)
    return _joined(text, found[::-1])


def _joined(text: str, found: Sequence[Amount]) -> Iterator[Amount]:
    """Yields the amounts, and as one `22 mio. 900 t.kr.`, of which only the larger unit is read."""
    last: Amount | None = None
    for amount in found:
        if last is not None and _is_rest_of(text, last, amount):
            size = last.size._replace(highest=last.size.lowest + 1_000_000)
            last = last._replace(end=amount.end, size=size)
            continue
        if last is not None:
            yield last
        last = amount
    if last is not None:
        yield last


def _is_rest_of(text: str, amount: Amount, other: Amount) -> bool:
    is_smaller = other.size.highest < 1_000_000 <= amount.size.lowest and amount.size.lowest % 1_000_000 == 0
    return is_smaller and _REST.fullmatch(text, amount.end, other.start) is not None


def _is_unit_itself(text: str, number: Number, unit: re.Match[str]) -> bool:
    """Whether it is what others are counted in: `(1.000 kr.)`, `i hele 1.000 kr.`."""
    if number.digits != 1000 or unit.lastgroup != "kroner":
        return False
    ahead = text[max(0, number.start - 12) : number.start]
    return ahead.endswith(("(", "hele ", "(i ", " i ", "×", "x ", "beløb i "))


def _is_in_thousands(text: str, number: Number, unit_at: int) -> bool:
    """Whether a number without a unit stands behind a heading that gives one, and looks like an amount."""
    looks = number.is_grouped or (number.digits >= 1000 and not number.is_like_year)
    ends_alone = not text[number.end : number.end + 2].lstrip(" ")[:1].isalpha()
    return looks and ends_alone and not number.decimals and number.digits != 1000 and number.start > unit_at - 40


def _blocks_in_millions(text: str) -> Iterator[tuple[int, int]]:
    """Yields where the numbers are counted in millions: behind `(mio. kr.)` up to the next empty line."""
    for unit in _IN_MILLIONS.finditer(text):
        end = text.find("\n\n", unit.end() + 2)
        yield unit.end(), len(text) if end < 0 else end


def _is_in_millions(text: str, number: Number, blocks: Sequence[tuple[int, int]]) -> bool:
    """Whether a number without a unit is one of millions: by the line above it, or as the next of a list of years.

    `5,5 mio. kr. i 2025 og 15,5 i 2026`: with a comma, since places stand with years as well.
    """
    if (
        (number.is_word and not number.decimals)
        or number.is_grouped
        or number.is_like_year
        or number.digits >= _MOST_MILLIONS
    ):
        return False
    has_year = _YEAR_BEHIND.match(text, number.end) is not None
    if number.decimals and has_year:
        near = text[max(0, number.start - _MILLIONS_REACH) : number.start]
        near = near[near.rfind("\n\n") + 1 :]
        if "mio" in near or "million" in near:
            return True
    is_above = any(start <= number.start < end for start, end in blocks)
    return is_above and (has_year or bool(number.decimals)) and _ENDS_ALONE.match(text, number.end) is not None


def _stands_before(text: str, number: Number, start: int) -> bool:
    return start - number.end <= 16 and _ALSO.fullmatch(text, number.end, start) is not None


def _is_range(text: str, number: Number, after: Amount) -> bool:
    between = _TO.fullmatch(text, number.end, after.start)
    if between is None or after.size.hedge is not Hedge.NONE:
        return False
    word = between[0].strip()
    is_between = _BETWEEN.search(text[max(0, number.start - 12) : number.start]) is not None
    return word in ("-", "til") or (word in ("og", "eller") and is_between)


def _amount(text: str, number: Number, scale: int, end: int) -> Amount:
    ahead = _KR_AHEAD.search(text[max(0, number.start - 8) : number.start])
    start = number.start - len(ahead[0]) if ahead else number.start
    hedge, start = hedge_ahead(text, start)
    value = _value(number, scale)
    step = max(1, scale // 10**number.decimals)
    if scale == 1:
        step = 1000 if value >= 100_000 else 1
    return Amount(start, end, Size(value, value, step, hedge))


def _value(number: Number, scale: int) -> int:
    return int(number.digits * scale // 10**number.decimals)
