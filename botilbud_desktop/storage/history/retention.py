"""Which earlier versions of a draft are kept as they age.

Kept are all of today and yesterday, the last of each day within a month, the last of each week and of each month within
a year, and the last of each older month. The versions' numbers decide which is the last. Days are local: each version's
own date, where and when it was made.

**Clocks are wrong.** They run years ahead or fall back to 2010 when a battery dies, and are corrected later. So an age
is not the difference between two distant readings but the sum of the steps from neighbour to neighbour. A step of more
than a year, forward or back, is taken as a clock being set and counts as 0 days. A shorter step back counts as
negative, so two computers that differ by an hour add up to nothing. The same holds for the step from the newest version
to now. Consequences:

- A single wrong reading, of a version's clock or of now, that is off by more than a year removes nothing that the right
  one would have kept. If it is off by less, what is left is what the rules leave for *that* age.
- A draft that nobody touched for more than a year loses nothing when it is opened, only while it is worked on.
"""

from collections.abc import Sequence
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


def kept_versions(versions: Sequence[tuple[int, datetime]], now: datetime) -> frozenset[int]:
    """Returns the numbers of the versions to keep, always including the newest.

    Args:
        versions: number and time (aware) of each version, in any order.
        now: the time (aware) from which ages are counted.
    """
    kept: set[int] = set()
    seen: set[tuple[str, date]] = set()
    later, age = now.date(), 0
    for number, at in sorted(versions, key=itemgetter(0), reverse=True):
        day = at.date()
        age += _step(day, later)
        later = day
        periods = {("day", day), ("week", _monday(day)), ("month", day.replace(day=1))}
        last_of = {name for name, _start in periods - seen}
        if not kept or age <= ALL_FOR or last_of & _periods_at(age):
            kept.add(number)
        seen |= periods
    return frozenset(kept)


def _periods_at(age: int) -> set[str]:
    """Returns the periods whose last version is kept at an age in days."""
    if age <= DAILY_FOR:
        return {"day"}
    return {"week", "month"} if age <= WEEKLY_FOR else {"month"}


def _step(earlier: date, later: date) -> int:
    """Returns the days from one version to the next: negative for a step back, 0 beyond `LONGEST_STEP`."""
    days = (later - earlier).days
    return days if abs(days) <= LONGEST_STEP else 0


def _monday(day: date) -> date:
    return date.fromordinal(max(day.toordinal() - day.weekday(), 1))
