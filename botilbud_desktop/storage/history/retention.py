"""Which earlier versions of a draft are kept as they grow old.

All of today and yesterday; of each day within a month the last; of each week within a year the last, and of a week in
which a month ends the last of that month too; and of each older month the last. What is the last is told by the
versions' numbers. Days are those that people had: each version's own date, where and when it was made.

**Clocks are wrong.** They run years ahead or fall back to 2010 when a battery dies, and are set right again. So ages
are not the difference between two readings far apart; they are summed up from neighbour to neighbour, and a step of
more than a year, forward or back, is taken for a clock that was set: it counts as no time. A shorter step back counts
as what it is, so two computers that disagree by an hour add up to nothing. The same holds for the step from the newest
version to now. What follows:

- a single wrong reading, of the clock of a version or of now, thins nothing that the right one would have kept, if it
  is wrong by more than a year; if by less, what is left is still what the schedule leaves for *that* age;
- a draft that nobody touched for more than a year loses nothing when it is opened: it is thinned as it is worked on.
"""

from collections.abc import Sequence
from datetime import date, datetime
from operator import itemgetter

ALL_FOR = 1
"""Days of age up to which everything is kept: today is 0, yesterday 1."""
DAILY_FOR = 31
"""Days of age up to which the last of each day is kept."""
WEEKLY_FOR = 366
"""Days of age up to which the last of each week is kept."""
LONGEST_STEP = 366
"""Days between two neighbours; more is no time that passed."""


def kept_versions(versions: Sequence[tuple[int, datetime]], now: datetime) -> frozenset[int]:
    """The numbers of the versions to keep; the newest is always among them.

    Args:
        versions: number and moment (aware) of each version, in any order.
        now: the moment (aware) from which ages are counted.
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
        if not kept or age <= ALL_FOR or last_of & _counting_at(age):
            kept.add(number)
        seen |= periods
    return frozenset(kept)


def _counting_at(age: int) -> set[str]:
    """The periods whose last version is kept at an age in days."""
    if age <= DAILY_FOR:
        return {"day"}
    return {"week", "month"} if age <= WEEKLY_FOR else {"month"}


def _step(earlier: date, later: date) -> int:
    """Days from one version to the next, negative when the clock was set back; 0 when it is no time that passed."""
    days = (later - earlier).days
    return days if abs(days) <= LONGEST_STEP else 0


def _monday(day: date) -> date:
    return date.fromordinal(max(day.toordinal() - day.weekday(), 1))
