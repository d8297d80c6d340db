"""Which earlier versions of a draft are kept as they age.

Kept are all of today and yesterday, the last of each day within a month, the last of each week and of each month within
a year, and the last of each older month. The versions' numbers decide which is the last. Days are local: each version's
own date, where and when it was made. Versions that a copy of the draft may have been made from are kept at any age.

**Clocks are wrong.** They run years ahead or fall back to 2010 when a battery dies, and are corrected later. So an age
is not the difference between two distant readings but the sum of the steps from neighbour to neighbour. A step of more
than a year, forward or back, is taken as a clock being set and counts as 0 days. A shorter step back counts as
negative, so two computers that differ by an hour add up to nothing. The same holds for the step from the newest version
to now. When readings jump away and later come back, the time that passed meanwhile is told by the readings on both
sides, and those between count as 0 days, even if they pass midnight. Consequences:

- Readings, of versions' clocks or of now, that are off by more than a year remove nothing that the right ones would
  have kept. If they are off by less, what is left is what the rules leave for *that* age.
- A draft that nobody touched for more than a year loses nothing when it is opened, only while it is worked on.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from operator import itemgetter

ALL_FOR = 1
"""Age in days up to which everything is kept: today is 0, yesterday 1."""
DAILY_FOR = 31
"""Age in days up to which the last of each day is kept."""
WEEKLY_FOR = 366
"""Age in days up to which the last of each week is kept."""
LONGEST_STEP = 366
"""Maximum days between two neighbours; a longer step counts as 0."""


def kept_versions(
    versions: Sequence[tuple[int, datetime]], now: datetime, always: AbstractSet[int] = frozenset()
) -> frozenset[int]:
    """Returns the numbers of the versions to keep, always including the newest.

    Args:
        versions: number and time (aware) of each version, in any order.
        now: the time (aware) from which ages are counted.
        always: the numbers of those that are kept at any age.
    """
    kept: set[int] = set(always)
    seen: set[tuple[str, date]] = set()
    newest_first = sorted(versions, key=itemgetter(0), reverse=True)
    days = [at.date() for _number, at in newest_first]
    for (number, _at), day, age in zip(newest_first, days, _ages(days, now.date()), strict=True):
        periods = {("day", day), ("week", _monday(day)), ("month", day.replace(day=1))}
        last_of = {name for name, _start in periods - seen}
        if age <= ALL_FOR or last_of & _periods_at(age):  # the newest is the last of its day, week and month
            kept.add(number)
        seen |= periods
    return frozenset(kept & {number for number, _at in versions})


def _ages(days: Sequence[date], today: date) -> list[int]:
    """Returns the age of each version in days; `days` are theirs, the newest first."""
    ages: list[int] = []
    later, age = today, 0
    while len(ages) < len(days):
        here = len(ages)
        back = here if _is_step(days[here], later) else _where_it_came_back(days, here, later)
        if back is None:  # the clock was set, and not back again
            later = days[here]
        else:
            ages.extend([age] * (back - here))
            age += (later - days[back]).days
            later = days[back]
            ages.append(age)
    return ages


def _periods_at(age: int) -> set[str]:
    """Returns the periods whose last version is kept at an age in days."""
    if age <= DAILY_FOR:
        return {"day"}
    return {"week", "month"} if age <= WEEKLY_FOR else {"month"}


def _where_it_came_back(days: Sequence[date], away: int, later: date) -> int | None:
    """Returns the first place after `away` from where a clock jumped there, and that `later` follows; None if none."""
    places = range(away + 1, len(days))
    return next(
        (place for place in places if _is_step(days[place], later) and not _is_step(days[place], days[place - 1])), None
    )


def _is_step(earlier: date, later: date) -> bool:
    """Whether the time from one version to the next may have passed; else a clock was set."""
    return abs((later - earlier).days) <= LONGEST_STEP


def _monday(day: date) -> date:
    return date.fromordinal(max(day.toordinal() - day.weekday(), 1))
