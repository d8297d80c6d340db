"""How earlier versions are grouped into lines, and how the lines are worded."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.merging.difference import Difference
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.storage.history.versions import Reason, Version
from botilbud_desktop.storage.user.person import Person
from botilbud_desktop.ui.versions.groups import LONGEST_GROUP, VersionGroup, grouped, version_before
from botilbud_desktop.ui.versions.wording import (
    about,
    exactly_when,
    how_of_group,
    name_in_file,
    size_in_words,
    what_changed,
    when,
    when_of_group,
    who,
)

START = datetime(2026, 11, 23, 14, 20, tzinfo=timezone(timedelta(hours=1)))
METTE = Person("Mette Ågesen", "PC-17")
JENS = Person("Jens Ørsted", "PC-18")


def version(number: int, seconds: float, reason: Reason = Reason.AUTOMATIC, by: Person = METTE) -> Version:
    """Returns a version kept `seconds` after START."""
    return Version(number, "", START + timedelta(seconds=seconds), by, reason, 1_000)


def lines(*oldest_first: Version) -> list[list[int]]:
    """Returns the numbers of the versions on each line."""
    groups = grouped(list(reversed(oldest_first)))
    return [[version.number for version in group.versions] for group in groups]


def test_automatic_versions_of_ten_minutes_share_a_line() -> None:
    assert lines(*(version(number, number * 60) for number in range(13))) == [[12, 11], [*range(10, -1, -1)]]


@pytest.mark.parametrize("reason", [reason for reason in Reason if reason is not Reason.AUTOMATIC])
def test_every_other_version_stands_alone(reason: Reason) -> None:
    kept = (version(1, 0), version(2, 1), version(3, 2, reason), version(4, 3, reason), version(5, 4), version(6, 5))
    assert lines(*kept) == [[6, 5], [4], [3], [2, 1]]


def test_two_people_share_no_line() -> None:
    assert lines(version(1, 0), version(2, 1, by=JENS), version(3, 2)) == [[3], [2], [1]]


def test_two_days_share_no_line() -> None:
    midnight = (datetime(2026, 11, 24, tzinfo=START.tzinfo) - START).total_seconds()
    assert lines(version(1, midnight - 1), version(2, midnight + 1)) == [[2], [1]]


def test_a_clock_that_was_set_back_begins_a_new_line() -> None:
    assert lines(version(1, 0), version(2, 60), version(3, 30), version(4, 31)) == [[4, 3], [2, 1]]


histories = st.lists(
    st.tuples(
        st.integers(-400, 400),
        st.sampled_from([*[Reason.AUTOMATIC] * 6, *Reason]),
        st.sampled_from([METTE, METTE, JENS]),
    ),
    max_size=40,
)


def history(steps: list[tuple[int, Reason, Person]]) -> list[Version]:
    """Returns versions, newest first, with the given seconds between them."""
    kept: list[Version] = []
    seconds = 0
    for number, (step, reason, by) in enumerate(steps):
        seconds += step
        kept.insert(0, version(number, seconds, reason, by))
    return kept


@given(histories)
def test_each_version_is_on_one_line_in_its_order(steps: list[tuple[int, Reason, Person]]) -> None:
    versions = history(steps)
    groups = grouped(versions)
    assert [version for group in groups for version in group.versions] == versions
    for group in groups:
        assert group.is_single or {version.reason for version in group.versions} == {Reason.AUTOMATIC}
        assert timedelta() <= group.newest.at - group.oldest.at <= LONGEST_GROUP


@given(histories, st.integers(0, 40))
def test_newer_versions_change_no_line_but_the_newest(steps: list[tuple[int, Reason, Person]], later: int) -> None:
    versions = history(steps)
    earlier = grouped(versions[later:])
    assert grouped(versions)[len(grouped(versions)) - len(earlier) + 1 :] == earlier[1:]


def test_nothing_comes_after_what_was_not_taken_back() -> None:
    versions = [version(3, 2), version(2, 1, Reason.DISCARDED), version(1, 0)]
    assert version_before(versions, 3) == versions[2]
    assert version_before(versions, 2) == versions[2]
    assert version_before(versions, 1) is None


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (START, "I dag kl. 14.20"),
        (START - timedelta(days=1, hours=5), "I går kl. 09.20"),
        (START - timedelta(days=2), "21.11.2026 kl. 14.20"),
        (START + timedelta(days=1), "24.11.2026 kl. 14.20"),
        (datetime.min.replace(tzinfo=START.tzinfo), "01.01.0001 kl. 00.00"),
    ],
)
def test_today_and_yesterday_are_said_in_words(at: datetime, words: str) -> None:
    assert when(at, START) == words
    assert exactly_when(at, START).startswith(f"{words}.")


def test_a_line_says_from_when_to_when_and_how_many() -> None:
    group = VersionGroup((version(2, 9 * 60), version(1, 0)))
    assert when_of_group(group, START) == "I dag kl. 14.20–14.29"
    assert how_of_group(group) == "Gemt automatisk 2 gange"
    assert when_of_group(VersionGroup((version(2, 5), version(1, 0))), START) == "I dag kl. 14.20"
    assert how_of_group(VersionGroup((version(1, 0),))) == "Gemt automatisk"


def test_who_is_said_as_far_as_it_is_known() -> None:
    assert who(version(1, 0)) == "Mette Ågesen, PC-17"
    assert about(who(version(1, 0, by=Person("", ""))), "Gemt") == "Gemt"


def test_what_changed_is_counted_and_begins_with_the_first_labels() -> None:
    found = [Difference(field_path("description"), f"Felt {number}", "", "x") for number in range(4)]
    assert what_changed([]) == "Ingen ændringer"
    assert what_changed(found[:1]) == "1 ændring: Felt 0"
    assert what_changed(found) == "4 ændringer: Felt 0, Felt 1, Felt 2 …"


def test_numbers_and_sizes_are_danish() -> None:
    assert counted(1, "version", "versioner") == "1 version"
    assert counted(1_240, "version", "versioner") == "1.240 versioner"
    assert [size_in_words(size) for size in (0, 36_700, 999_600, 1_249_000)] == ["1 kB", "37 kB", "1,0 MB", "1,2 MB"]
    assert name_in_file(version(1, 5)) == "version 2026-11-23 14.20.05"
