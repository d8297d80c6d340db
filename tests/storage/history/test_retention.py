"""Retention: which versions of a history are kept as it ages, even with wrong clocks."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.storage.history.retention import kept_versions

type Versions = list[tuple[int, datetime]]

NOON = datetime(2025, 11, 19, 12, tzinfo=UTC)
"""A Wednesday."""
BEYOND_BELIEF = 370
"""Clock errors in days, large enough to be detected."""

any_moment = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001
any_versions = st.lists(any_moment, min_size=1, max_size=30).map(lambda moments: list(enumerate(moments, 1)))


def numbered(moments: Sequence[datetime]) -> Versions:
    """Returns versions kept at these moments, numbered in this order."""
    return list(enumerate(moments, 1))


def back(days: float, now: datetime = NOON) -> datetime:
    """Returns the moment `days` days before now."""
    return now - timedelta(days=days)


@st.composite
def believable(draw: st.DrawFn, longest_step: int = 20, most: int = 60) -> Versions:
    """Returns versions made with a correct clock, the newest at `NOON`."""
    hours = draw(st.lists(st.integers(0, longest_step * 24), max_size=most))
    return numbered([NOON - timedelta(hours=age) for age in reversed(list(accumulate([0, *hours])))])


def last_of(versions: Versions, period: object, key: str) -> int:
    """Returns the number of the last version in a period."""
    return max(number for number, at in versions if period_of(at.date(), key) == period)


def period_of(day: date, key: str) -> object:
    """Returns the day, week or month that contains a day."""
    return {"day": day, "week": day.isocalendar()[:2], "month": (day.year, day.month)}[key]


@given(believable())
def test_the_schedule_as_one_would_say_it(versions: Versions) -> None:
    expected = set()
    for number, at in versions:
        age = (NOON.date() - at.date()).days
        keys = [] if age <= 1 else ["day"] if age <= 31 else ["week", "month"] if age <= 366 else ["month"]
        if age <= 1 or any(number == last_of(versions, period_of(at.date(), key), key) for key in keys):
            expected.add(number)
    assert kept_versions(versions, NOON) == expected


def test_nothing_is_kept_of_nothing() -> None:
    assert kept_versions([], NOON) == frozenset()


def test_a_year_of_work_in_figures() -> None:
    moments = [back(day) - timedelta(minutes=60 - part) for day in range(799, -1, -1) for part in range(4)]
    versions = numbered(moments)
    kept = kept_versions(versions, NOON)
    by_age = [(NOON.date() - at.date()).days for number, at in versions if number in kept]
    assert sum(age <= 1 for age in by_age) == 2 * 4
    assert sum(1 < age <= 31 for age in by_age) == 30
    assert sum(31 < age <= 366 for age in by_age) == 47 + 11 - 1  # Sundays, and ends of months, one of them a Sunday
    assert sum(age > 366 for age in by_age) == 14  # months
    assert len(kept) == 109


def test_the_day_is_the_one_on_the_wall() -> None:
    copenhagen = timezone(timedelta(hours=1))
    evening = datetime(2025, 11, 10, 23, 30, tzinfo=copenhagen)
    versions = numbered([evening, evening + timedelta(hours=1), NOON])
    assert kept_versions(versions, NOON) == {1, 2, 3}
    in_utc = [(number, at.astimezone(UTC)) for number, at in versions]
    assert kept_versions(in_utc, NOON) == {2, 3}


def test_the_last_of_a_day_is_told_by_its_number() -> None:
    versions = [(7, back(10)), (8, back(10) - timedelta(hours=2)), (9, NOON)]
    assert kept_versions(versions, NOON) == {8, 9}
    assert kept_versions(versions[::-1], NOON) == {8, 9}


@given(any_versions, any_moment)
def test_the_newest_is_always_kept_and_nothing_is_invented(versions: Versions, now: datetime) -> None:
    kept = kept_versions(versions, now)
    assert len(versions) in kept
    assert kept <= {number for number, _at in versions}


@given(any_versions, any_moment)
def test_each_month_by_the_clock_keeps_its_last_version_forever(versions: Versions, now: datetime) -> None:
    last = {(at.year, at.month): number for number, at in versions}
    assert kept_versions(versions, now) >= set(last.values())


@given(believable(), st.integers(0, 120), st.integers(0, 120))
def test_thinning_on_the_way_leaves_what_thinning_at_the_end_leaves(versions: Versions, one: int, two: int) -> None:
    soon, later = NOON + timedelta(days=one), NOON + timedelta(days=one + two)
    halfway = kept_versions(versions, soon)
    left = [version for version in versions if version[0] in halfway]
    assert kept_versions(left, later) == kept_versions(versions, later)


@given(believable(), st.integers(BEYOND_BELIEF, 3650) | st.integers(-3650, -BEYOND_BELIEF))
def test_a_clock_that_is_years_wrong_at_the_thinning_costs_nothing(versions: Versions, days: int) -> None:
    newest = versions[-1][1]
    assert kept_versions(versions, newest + timedelta(days=days)) == kept_versions(versions, newest)


@given(
    believable(longest_step=5),
    st.integers(BEYOND_BELIEF, 3650) | st.integers(-3650, -BEYOND_BELIEF),
    st.lists(st.integers(0, 3600), min_size=1, max_size=10),
    st.data(),
)
def test_a_clock_that_was_years_wrong_for_an_afternoon_costs_nothing(
    versions: Versions, days: int, seconds: list[int], data: st.DataObject
) -> None:
    position = data.draw(st.integers(1, len(versions)))
    wrong_from = versions[position - 1][1] + timedelta(days=days)
    wrong = [(None, wrong_from + timedelta(seconds=age)) for age in accumulate(seconds)]
    mixed = [*versions[:position], *wrong, *versions[position:]]
    kept = kept_versions(numbered([at for _number, at in mixed]), NOON)
    assert {mixed[position - 1][0] for position in kept} >= kept_versions(versions, NOON)


def test_a_clock_that_was_years_wrong_may_pass_midnight() -> None:
    right = [back(1), back(1) + timedelta(hours=1)]
    wrong = [datetime(2010, 1, 1, 23, 59, tzinfo=UTC), datetime(2010, 1, 2, 0, 1, tzinfo=UTC)]
    assert kept_versions(numbered([*right, *wrong]), NOON) == {1, 2, 3, 4}
    assert kept_versions(numbered([*right, *wrong, NOON]), NOON) == {1, 2, 3, 4, 5}


def test_a_clock_that_was_set_wrong_twice_and_then_right_costs_nothing() -> None:
    in_2010 = [datetime(2010, 1, 1, hour, tzinfo=UTC) for hour in (8, 9)]
    in_2035 = [datetime(2035, 1, 1, hour, tzinfo=UTC) for hour in (8, 9)]
    assert kept_versions(numbered([back(8), *in_2010, *in_2035]), NOON) == {1, 2, 3, 4, 5}
    assert kept_versions(numbered([back(8), *in_2010, *in_2035, NOON]), NOON) == {1, 2, 3, 4, 5, 6}


def test_days_before_a_clock_was_set_twice_are_counted_by_the_clock_of_then() -> None:
    spring = [datetime(2035, 4, 20, hour, tzinfo=UTC) for hour in (8, 9)]
    summer = [datetime(2035, 6, 10, hour, tzinfo=UTC) for hour in (8, 9)]
    in_2010 = datetime(2010, 1, 1, tzinfo=UTC)
    assert kept_versions(numbered([*spring, *summer, in_2010, NOON]), NOON) == {2, 3, 4, 5, 6}


def test_the_time_while_a_clock_was_wrong_is_told_by_the_readings_on_both_sides() -> None:
    right = [back(40), back(40) + timedelta(hours=1)]
    wrong = [datetime(2010, 1, day, 12, tzinfo=UTC) for day in range(1, 4)]
    assert kept_versions(numbered([*right, *wrong, NOON]), NOON) == {2, 3, 4, 5, 6}


@given(any_versions, any_moment, st.sets(st.integers(1, 40)))
def test_what_a_copy_may_have_been_made_from_is_kept_at_any_age(
    versions: Versions, now: datetime, always: set[int]
) -> None:
    numbers = {number for number, _at in versions}
    assert kept_versions(versions, now, always) == kept_versions(versions, now) | (always & numbers)


def test_two_computers_that_disagree_by_an_hour_do_not_make_the_history_old() -> None:
    start = back(0.2)
    moments = [start + timedelta(seconds=5 * turn, hours=turn % 2) for turn in range(1000)]
    assert len(kept_versions(numbered(moments), NOON)) == 1000


def test_a_battery_that_died_and_was_replaced() -> None:
    before = [back(1, NOON) + timedelta(minutes=minute) for minute in range(50)]
    in_2010 = [datetime(2010, 1, 1, 8, minute, tzinfo=UTC) for minute in range(50)]
    assert len(kept_versions(numbered([*before, *in_2010]), in_2010[-1])) == 100
    after = [NOON + timedelta(minutes=minute) for minute in range(50)]
    assert len(kept_versions(numbered([*before, *in_2010, *after]), after[-1])) == 150


def test_a_draft_that_rested_for_years_is_not_thinned_by_being_opened() -> None:
    moments = [back(1000) + timedelta(minutes=minute) for minute in range(50)]
    assert len(kept_versions(numbered(moments), NOON)) == 50
    assert len(kept_versions(numbered([*moments, NOON]), NOON)) == 51


def test_a_clock_some_months_ahead_still_leaves_each_day_or_week_its_last_version() -> None:
    versions = numbered([back(day) for day in range(20, -1, -1)])
    kept = kept_versions(versions, NOON + timedelta(days=120))
    assert kept == {number for number, at in versions if at.weekday() == 6} | month_ends(versions)


def month_ends(versions: Versions) -> set[int]:
    """Returns the last version of each month."""
    return set({(at.year, at.month): number for number, at in versions}.values())
