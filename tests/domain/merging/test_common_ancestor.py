"""Which earlier version is the common ancestor of a mailed copy."""

from collections.abc import Iterator
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.application import Application, Contacts, Project
from botilbud_desktop.domain.merging.common_ancestor import common_ancestor, differing_fields
from botilbud_desktop.domain.merging.merge import Choice, merge, resolved
from botilbud_desktop.domain.model import replace
from tests.domain.copies import copies, histories, project_id, two_copies
from tests.strategies import ROUND

FIRST = Application(
    id=project_id(0),
    round=ROUND,
    description="a",
    projects=(Project(id=project_id(1), name="Vejgården", loan={"2025": 1, "2026": None}), Project(id=project_id(2))),
)


def test_without_versions_there_is_no_ancestor() -> None:
    assert common_ancestor([], FIRST) is None


def test_versions_of_another_draft_or_round_are_no_ancestors() -> None:
    others = [replace(FIRST, id=project_id(9)), replace(FIRST, round="Andet")]
    assert common_ancestor(others, FIRST) is None
    assert common_ancestor([*others, replace(FIRST, description="b")], FIRST) == replace(FIRST, description="b")


def test_a_version_that_is_the_copy_is_the_ancestor_and_no_more_are_read() -> None:
    def versions() -> Iterator[Application]:
        yield replace(FIRST, description="b")
        yield FIRST
        raise AssertionError("one version too many was read")

    assert common_ancestor(versions(), replace(FIRST)) is FIRST


def test_the_nearest_version_is_the_ancestor() -> None:
    second = replace(FIRST, case_number="1")
    third = replace(second, contacts=Contacts(names="Ida", phones="1"))
    theirs = replace(second, internal_notes="Set")
    assert common_ancestor([FIRST, second, third], theirs) is second


def test_a_change_of_mine_in_the_field_that_they_changed_too_is_never_lost_silently() -> None:
    """I mailed »a«, then wrote »b« and »bb«; they wrote »c«. Each of my versions differs from theirs in one field."""
    versions = [FIRST, replace(FIRST, description="b"), replace(FIRST, description="bb")]
    mine, theirs = versions[-1], replace(FIRST, description="c")
    ancestor = common_ancestor(versions, theirs)
    assert ancestor is FIRST
    assert merge(versions[1], versions[1], theirs).conflicts == ()  # with a younger ancestor the change would be lost
    found = merge(ancestor, mine, theirs)
    assert [(conflict.mine, conflict.theirs) for conflict in found.conflicts] == [("bb", "c")]
    assert found.merged.description == "bb"
    assert resolved(found, {0: Choice.THEIRS}).description == "c"


def test_a_project_that_one_lacks_counts_all_that_it_says() -> None:
    without = replace(FIRST, projects=FIRST.projects[1:])
    assert differing_fields(FIRST, without) == 3  # the project's existence, its name and one loan
    theirs = replace(FIRST, description="c", case_number="2")
    assert common_ancestor([without, FIRST], theirs) is FIRST


def test_each_field_counts_one_and_a_moved_project_too() -> None:
    one, two = FIRST.projects
    assert differing_fields(FIRST, replace(FIRST, projects=(two, one))) == 1
    assert differing_fields(FIRST, replace(FIRST, projects=(replace(one, loan={"2025": 2, "2026": 3}), two))) == 2
    assert differing_fields(FIRST, replace(FIRST, contacts=Contacts(names="Ida", emails=("a", "b")))) == 2


@given(two_copies())
def test_the_count_is_the_same_both_ways_and_nothing_for_equals_alone(
    states: tuple[Application, Application, Application],
) -> None:
    base, some, other = states
    assert differing_fields(some, other) == differing_fields(other, some)
    assert (differing_fields(base, some) == 0) == (base == some)


@given(st.data())
def test_no_version_is_nearer_than_the_ancestor_and_no_older_one_is_as_near(data: st.DataObject) -> None:
    versions = data.draw(histories())
    theirs = data.draw(copies(data.draw(st.sampled_from(versions))))
    ancestor = common_ancestor(versions, theirs)
    distances = [differing_fields(version, theirs) for version in versions]
    assert ancestor is versions[distances.index(min(distances))]


def test_thousands_of_versions_are_compared() -> None:
    text = "En lang tekst om boligerne. " * 700
    versions = [FIRST]
    for number in range(3000):
        name = replace(versions[-1].projects[0], name=f"Gård {number}", description=f"{text}{number}")
        versions.append(replace(versions[-1], description=f"{text}{number}", projects=(name, FIRST.projects[1])))
    assert all(some != other for some, other in pairwise(versions))
    theirs = replace(versions[2500], case_number="2", internal_notes="Set")
    assert common_ancestor(versions, theirs) is versions[2500]
