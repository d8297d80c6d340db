"""Projects that one side or both added, removed, moved or changed."""

import pytest

from botilbud_desktop.domain.application import (
    Project,
)
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.merging.merge import Choice, Conflict, ConflictKind, merge
from botilbud_desktop.domain.model import replace
from tests.domain.merging.drafts import (
    BASE,
    FIVE,
    FOUR,
    ONE,
    THREE,
    TWO,
    all_of,
    changed,
    ids,
    only_conflict,
    with_projects,
)


def test_a_project_that_one_side_added_is_taken_to_its_place() -> None:
    found = merge(BASE, with_projects(ONE, TWO, FOUR, THREE), with_projects(FIVE, ONE, TWO, THREE))
    assert found.merged == with_projects(FIVE, ONE, TWO, FOUR, THREE)
    assert (found.conflicts, found.taken) == ((), (field_path("projects[0]"),))


def test_projects_that_both_added_at_the_same_place_are_both_there() -> None:
    found = merge(BASE, with_projects(ONE, TWO, THREE, FOUR), with_projects(ONE, TWO, THREE, FIVE))
    assert (ids(found.merged), found.conflicts) == (ids(with_projects(ONE, TWO, THREE, FOUR, FIVE)), ())


def test_a_project_that_one_side_removed_and_the_other_left_alone_is_removed() -> None:
    assert merge(BASE, with_projects(ONE, THREE), BASE).merged == with_projects(ONE, THREE)
    found = merge(BASE, BASE, with_projects(ONE, THREE))
    assert (found.merged, found.conflicts, found.taken) == (with_projects(ONE, THREE), (), (field_path("projects[1]"),))


def test_a_project_that_i_removed_and_they_changed_is_kept_as_they_have_it_or_removed() -> None:
    theirs = changed("projects[1].name", "deres")
    found = merge(BASE, with_projects(ONE, THREE), theirs)
    conflict = Conflict(ConflictKind.PROJECT, field_path("projects[1]"), TWO, None, theirs.projects[1])
    assert only_conflict(found) == conflict
    assert found.merged == with_projects(ONE, THREE)
    assert all_of(found, Choice.THEIRS) == theirs


def test_a_project_that_they_removed_and_i_changed_is_kept_as_i_have_it_or_removed() -> None:
    mine = changed("projects[1].name", "min")
    found = merge(BASE, mine, with_projects(ONE, THREE))
    assert only_conflict(found) == Conflict(
        ConflictKind.PROJECT, field_path("projects[1]"), TWO, mine.projects[1], None
    )
    assert found.merged == mine
    assert all_of(found, Choice.THEIRS) == with_projects(ONE, THREE)


def test_what_changed_in_a_project_follows_it_to_its_new_place() -> None:
    found = merge(BASE, with_projects(THREE, ONE, TWO), changed("projects[0].name", "deres"))
    assert found.merged == with_projects(THREE, replace(ONE, name="deres"), TWO)
    assert found.taken == (field_path("projects[1].name"),)


@pytest.mark.parametrize(
    ("mine", "theirs", "merged"),
    [
        ((TWO, ONE, THREE), (ONE, TWO, THREE), (TWO, ONE, THREE)),
        ((ONE, TWO, THREE), (TWO, ONE, THREE), (TWO, ONE, THREE)),
        ((THREE, ONE, TWO), (THREE, ONE, TWO), (THREE, ONE, TWO)),
        ((THREE, ONE, TWO), (ONE, THREE), (THREE, ONE)),
        ((ONE, TWO, FOUR, THREE), (THREE, TWO, ONE), (THREE, TWO, FOUR, ONE)),
    ],
)
def test_the_order_of_the_side_that_moved_projects_holds(
    mine: tuple[Project, ...], theirs: tuple[Project, ...], merged: tuple[Project, ...]
) -> None:
    for one, other in ((mine, theirs), (theirs, mine)):
        found = merge(BASE, with_projects(*one), with_projects(*other))
        assert (ids(found.merged), found.conflicts) == ([project.id for project in merged], ())


def test_an_order_that_both_changed_differently_is_asked_about() -> None:
    mine, theirs = with_projects(THREE, ONE, TWO), with_projects(TWO, ONE, THREE)
    found = merge(BASE, mine, theirs)
    names = (("Vejgården", "2", "3"), ("3", "Vejgården", "2"), ("2", "Vejgården", "3"))
    assert only_conflict(found) == Conflict(ConflictKind.ORDER, field_path("projects"), *names)
    assert (all_of(found, Choice.MINE), all_of(found, Choice.THEIRS)) == (mine, theirs)


@pytest.mark.parametrize(
    ("moved", "removed"), [((TWO, ONE, THREE), ONE), ((TWO, ONE, THREE), TWO), ((TWO, THREE, ONE), ONE)]
)
def test_a_project_that_one_side_removed_and_the_other_moved_is_asked_about(
    moved: tuple[Project, ...], removed: Project
) -> None:
    stays = with_projects(*(project for project in BASE.projects if project is not removed))
    for mine, theirs in ((with_projects(*moved), stays), (stays, with_projects(*moved))):
        found = merge(BASE, mine, theirs)
        assert only_conflict(found).kind is ConflictKind.PROJECT
        assert (found.merged, all_of(found, Choice.THEIRS)) == (mine, theirs)


def test_a_project_that_one_side_removed_and_others_moved_around_is_removed() -> None:
    found = merge(BASE, with_projects(THREE, ONE, TWO), with_projects(TWO, THREE))
    assert (found.merged, found.conflicts) == (with_projects(THREE, TWO), ())


def test_a_project_that_both_added_is_there_once_and_its_differences_are_asked_about() -> None:
    named = replace(FOUR, name="mit")
    same = merge(BASE, with_projects(*BASE.projects, FOUR), with_projects(*BASE.projects, FOUR, FIVE))
    assert (same.merged, same.conflicts) == (with_projects(*BASE.projects, FOUR, FIVE), ())
    found = merge(BASE, with_projects(*BASE.projects, named), with_projects(*BASE.projects, FOUR))
    assert only_conflict(found) == Conflict(ConflictKind.VALUE, field_path("projects[3].name"), None, "mit", "4")


def test_a_project_that_both_added_at_different_places_is_asked_about() -> None:
    mine, theirs = with_projects(FOUR, *BASE.projects), with_projects(*BASE.projects, FOUR)
    found = merge(BASE, mine, theirs)
    assert only_conflict(found).kind is ConflictKind.ORDER
    assert (found.merged, all_of(found, Choice.THEIRS)) == (mine, theirs)


def test_an_id_that_stands_twice_loses_no_project() -> None:
    twin = replace(TWO, name="tvilling")
    base = with_projects(TWO, twin)
    mine = replace(base, projects=(replace(TWO, name="min"), twin))
    theirs = replace(base, projects=(TWO, replace(twin, name="deres")))
    found = merge(base, mine, theirs)
    assert [project.name for project in found.merged.projects] == ["min", "deres"]


def test_of_two_projects_with_the_same_id_nothing_moves_from_one_to_the_other_unasked() -> None:
    twin = replace(TWO, name="tvilling")
    base = with_projects(TWO, twin)
    changed_first = with_projects(replace(TWO, description="Ord om den første."), twin)
    for mine in (with_projects(twin), with_projects(twin, TWO)):
        found = merge(base, mine, changed_first)
        assert found.conflicts
        taken = {project.name: project.description for project in found.merged.projects}
        assert taken.get("tvilling", "") == ""
