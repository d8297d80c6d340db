"""Days and months without a year, with the years that they may be of: `nærmere bestemt 22. juni`, `i november`."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from botilbud_desktop.domain.facts.times import Grain, Time
from botilbud_desktop.domain.values.dates import MONTHS
from botilbud_desktop.rules.contradictions.context import Context

_MONTH = "|".join(MONTHS)
_NO_YEAR = r"(?!\w|\.? ?,? ?(?:i |måned |samme |året )?(?:år )?['’]?(?:[0-9]{4}|[0-9]{2})(?![0-9])| samme)"
_DAY = re.compile(
    rf"(?<![\w.,/-])(?P<day>[0-3]?[0-9])\. ?(?P<month_of_day>{_MONTH}){_NO_YEAR}"
    rf"| (?:i|til|fra) (?P<month>{_MONTH}){_NO_YEAR}"
)
_FAR = 220
"""How far ahead the year may stand that such a day is of."""


class SaidTime(NamedTuple):
    """A time with the other times that it may mean, itself among them."""

    time: Time
    meant: tuple[Time, ...]


def all_times(context: Context) -> Sequence[SaidTime]:
    """Returns the times of a text in their order, those without a year among them."""
    said = [SaidTime(time, (time,)) for time in context.facts.times]
    loose = list(_loose(context))
    return sorted((*said, *loose), key=lambda one: one.time.start) if loose else said


def _loose(context: Context) -> Iterator[SaidTime]:
    times = context.facts.times
    starts = [time.start for time in times]
    for found in _DAY.finditer(context.facts.masked):
        at = bisect_left(starts, found.end())
        ahead = times[at - 1] if at else None
        start = found.start("month") if found["month"] else found.start()
        if ahead is not None and ahead.end > start:
            continue  # it is part of a time with a year
        years = _years(context, start, ahead, times[at] if at < len(times) else None)
        meant = tuple(_times(found, start, years))
        if meant:
            yield SaidTime(meant[0], meant)


def _years(context: Context, start: int, ahead: Time | None, behind: Time | None) -> tuple[int, ...]:
    """Returns the years that a day may be of: of the time ahead or the next, of one behind, else of the round."""
    if ahead is not None and start - ahead.end <= _FAR:
        is_told = {ahead.first.year, ahead.last.year} <= set(context.round.years)
        return (ahead.first.year, ahead.last.year, ahead.last.year + 1) if is_told else ()
    if behind is not None and behind.start < context.sentence_at(start).end:
        return (behind.first.year, behind.first.year - 1)
    return (*context.round.years, context.round.years[-1] + 1)


def _times(found: re.Match[str], start: int, years: Sequence[int]) -> Iterator[Time]:
    written = found["month_of_day"] or found["month"]
    month = MONTHS.index(written) + 1
    for year in years:
        if not found["day"]:
            last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
            yield Time(start, found.end(), date(year, month, 1), last, Grain.MONTH)
            continue
        try:
            day = date(year, month, int(found["day"]))
        except ValueError:
            continue
        yield Time(start, found.end(), day, day, Grain.DAY)
