"""Which year an amount of a sentence is of: `8 mio. kr. i 2025`, `2025: 8 mio. kr.`, `hhv. 9 og 14 i 2025 og 2026`."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from botilbud_desktop.domain.facts.amounts import Amount
from botilbud_desktop.domain.facts.times import Grain, Time
from botilbud_desktop.rules.contradictions.context import Context
from botilbud_desktop.rules.contradictions.money.words import is_sum

_BEHIND = frozenset(
    (
        *("i", "for", "til", "vedrør", "vedrører", "vedrørende", "alene", "alt", "år", "året", "årene", "brug", "kr"),
        *("arbejder", "lånes", "søges", "ansøges", "ønskes", "er", "ligger", "falder", "bruges", "optages", "anvendes"),
        *("hjemtages", "placeres", "lægges", "lånefinansieret", "lånefinansieres", "lån", "lånet", "låneadgang", "af"),
        *("det", "hele", "som", "der", "og", "udelukkende", "kun", "dækker", "udnyttes", "udbetales", "skal", "vil"),
        *("blive", "bliver", "lånt", "brugt", "brug", "forfalder", "afholdes", "hører", "går", "låne", "hjemtaget"),
        *(
            "udbetalt",
            "udbetales",
            "optaget",
            "fuldt",
            "ud",
            "fordelt",
            "fordeles",
            "ønsker",
            "vi",
            "heraf",
            "først",
            "allerede",
            "mio",
            "låntes",
        ),
    )
)
_WORD = re.compile(r"[^\W_]+")
_MOST_BEHIND = 44
_NO_WORD_BEHIND = re.compile(r"(?!.*(?:og|samt) (?:lån\w* )?(?:i |for |til )?\Z)[^;:.|/\n+=]*")
_LEVEL = 16
_LEVEL_AHEAD = re.compile(
    r"(?<!\w)(?:priser|prisniveau|pris- og lønniveau|p/l|pl|runden?|runde for|"
    r"pulje for) (?:i |for )?\Z"
)
_REST = re.compile(
    r"(?<!\w)(?:resten|differencen|det øvrige|det resterende|det samme|intet|ikke noget|ingenting|ingen|nul)(?!\w)"
)
_AND = re.compile(r" ?(?:,|/|og|samt|hhv\.?|mio\.?|kr\.?|t\.|i|for| )* ?")
_NUMBERED = re.compile(
    r"(?<!\w)(?:(?:i )?(?:det )?(?P<first>første) år|(?:i )?(?:det andet(?: år)?|andet år|året efter|"
    r"(?:det )?næste år|det næste|det følgende år))(?=[ ,.;:)]|\Z)(?! (?:projekt|hus|sted|botilbud|tilbud))"
)
"""A year by its number: `8 mio. kr. det første år, 14,9 det andet`."""
_ENDS = (";", ",", ".")
_OF_AMOUNT_BEFORE = re.compile(r"(?:kr|mio)\. \Z")
_BESIDE = 8
_IN = re.compile(r",? ?\(?(?:i |den |til |pr\. )?")
_SEPARATES = re.compile(r" ?[/;|\n]")
_RIGHT_AHEAD = re.compile(r"[:=]? ?(?:på |om |er |med )?(?:ca\. )?(?:kr\. )?")
_ALL_BEHIND = 30
_A_PAIR = 2
_IN_ORDER = re.compile(r"(?<!\w)(?:hhv|henholdsvis)(?!\w)")


def years_in(context: Context, start: int, end: int) -> list[Time]:
    """Returns the years between two places that are no level of prices and no name of a round."""
    years = [
        one
        for one in _between(context.facts.times, start, end)
        if one.grain is Grain.YEAR and not _is_level(context, one)
    ]
    ahead = context.facts.masked[max(0, start - _BESIDE) : start]
    is_behind = bool(years) and years[0].start == start and context.text[years[0].end : years[0].end + 1] in _ENDS
    if is_behind and _OF_AMOUNT_BEFORE.search(ahead):
        years = years[1:]  # `lån 12,3 mio. kr. 2025; 8,7 mio. kr. 2026`: a point behind »kr.« begins no sentence
    if len(context.round.years) != _A_PAIR:
        return years
    numbered = []
    for found in _NUMBERED.finditer(context.facts.masked, start, end):
        year = context.round.years[0] if found["first"] else context.round.years[-1]
        if not any(abs(one.start - found.end()) <= _BESIDE for one in years):
            numbered.append(Time(*found.span(), date(year, 1, 1), date(year, 12, 31), Grain.YEAR))
    return sorted([*years, *numbered]) if numbered else years


def years_of(context: Context, amounts: Sequence[Amount], times: Sequence[Time]) -> dict[int, Time]:
    """Returns the year that each amount is of, by its position."""
    if len(times) == len(amounts) > 1 and _alternate(context.facts.masked, amounts, times):
        return dict(enumerate(times))
    found: dict[int, Time] = {}
    used = -1
    for position, amount in enumerate(amounts):
        following = amounts[position + 1].start if position + 1 < len(amounts) else len(context.text)
        behind = [one for one in _between(times, amount.end, following) if context.text[one.end : one.end + 1] != ":"]
        if len(behind) > 1 and _is_right_behind(context.facts.masked, amount.end, behind[0].start):
            # `8 mio. kr. i 2025 og resten i 2026`, `8 mio. kr. i 2025, 2026: 14,9 mio. kr.`
            is_other = _REST.search(context.facts.masked, behind[0].end, behind[1].start)
            is_next = following < len(context.text) and len(behind) == 2 and not _is_and(context, behind)
            behind = behind[:1] if is_other or is_next else behind
        before = amounts[position - 1].end if position else 0
        ahead = [one for one in _between(times, before, amount.start) if one.start > used]
        if len(behind) == 1 and _is_right_behind(context.facts.masked, amount.end, behind[0].start):
            found[position] = behind[0]
        elif (
            len(ahead) == 1
            and (position == 0 or position - 1 in found)
            and (not behind or _is_right_ahead(context.facts.masked, ahead[0], amount))
        ):
            # behind an amount without a year it may as well be that one's; a sum is of no year
            found.update({} if is_sum(context.facts.masked[ahead[0].end : amount.start]) else {position: ahead[0]})
        used = found[position].start if position in found else used
    return found


def is_of_some_weeks(context: Context, amount: Amount) -> bool:
    """Whether an amount is of a part of a year: `5 mio. kr. i november 2025`."""
    times = _between(context.facts.times, amount.end, amount.end + _BESIDE)
    return (
        bool(times)
        and times[0].grain is not Grain.YEAR
        and _IN.fullmatch(context.facts.masked, amount.end, times[0].start) is not None
    )


def _is_and(context: Context, times: Sequence[Time]) -> bool:
    """Whether two years are joined: `9 mio. kr. i 2025 og 2026`."""
    return _AND.fullmatch(context.facts.masked, times[0].end, times[1].start) is not None


def _is_right_behind(masked: str, end: int, start: int) -> bool:
    """Whether only little words stand between an amount and the year behind it."""
    if start - end > _MOST_BEHIND:
        return False
    between = masked[end:start]
    return _NO_WORD_BEHIND.fullmatch(between.replace("kr.", "")) is not None and all(
        word in _BEHIND for word in _WORD.findall(between)
    )


def _is_right_ahead(masked: str, year: Time, amount: Amount) -> bool:
    """Whether the year ahead of an amount is its own, whatever stands behind: `lån '25 på 8 mio. kr., intet '26`."""
    return (
        _SEPARATES.match(masked, amount.end) is not None
        or _RIGHT_AHEAD.fullmatch(masked, year.end, amount.start) is not None
    )


def _is_level(context: Context, time: Time) -> bool:
    """Whether a year is that of prices or of a round: `22,9 mio. kr. i 2025-priser`."""
    behind = context.facts.masked[time.end : time.end + 2]
    before = context.facts.masked[max(0, time.start - _LEVEL) : time.start]
    is_compound = behind[:1] == "-" and behind[1:].isalpha()
    if is_compound and context.facts.masked.startswith(("-andel", "-del", "-lån", "-beløb"), time.end):
        return False
    return is_compound or _LEVEL_AHEAD.search(before) is not None


def _between(times: Sequence[Time], start: int, end: int) -> Sequence[Time]:
    """Returns the times that begin between two places."""
    return times[bisect_left(times, start, key=_start) : bisect_left(times, end, key=_start)]


def _start(time: Time) -> int:
    return time.start


def _alternate(masked: str, amounts: Sequence[Amount], times: Sequence[Time]) -> bool:
    """Whether amounts and years take turns, or all years stand behind all amounts: `hhv. 9 og 14 i 2025 og 2026`."""
    if times[0].start > amounts[-1].end:
        is_near = times[0].start - amounts[-1].end < _ALL_BEHIND
        return is_near and _is_list(masked, amounts) and _is_list(masked, times)
    if times[-1].end <= amounts[0].start:
        is_near = amounts[0].start - times[-1].end < _ALL_BEHIND and len(amounts) == _A_PAIR
        return is_near and _IN_ORDER.search(masked, times[-1].end, amounts[-1].start) is not None
    order = sorted([(one.start, 0) for one in amounts] + [(one.start, 1) for one in times])
    kinds = [kind for _, kind in order]
    return kinds in ([0, 1] * len(amounts), [1, 0] * len(amounts))


def _is_list(masked: str, figures: Sequence[Amount | Time]) -> bool:
    """Whether only little words stand between figures: `9 og 14`, and not `22,9, heraf 8`."""
    ends, starts = [one.end for one in figures[:-1]], [one.start for one in figures[1:]]
    return all(_AND.fullmatch(masked, end, start) for end, start in zip(ends, starts, strict=True))
