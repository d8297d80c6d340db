"""Merging two copies of a draft: nothing is lost, and no conflict is decided without asking."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.application import (
    Application,
    Approval,
    Contacts,
    DailyRate,
    LegalBasis,
    Origin,
    PlaceGroup,
    Project,
)
from botilbud_desktop.domain.cost_plan import CostBasis, CostLine, CostPlan, Treatment, Unit
from botilbud_desktop.domain.field_path import FieldPath, field_path, value_at, with_value
from botilbud_desktop.domain.merging.merge import Choice, Conflict, ConflictKind, Merge, merge, resolved
from botilbud_desktop.domain.merging.rows import merged_rows
from botilbud_desktop.domain.model import replace
from tests.domain.copies import project_id
from tests.strategies import ROUND

States = tuple[Application, Application, Application]


def places(*counts: int) -> tuple[PlaceGroup, ...]:
    """Returns rows of places with these counts."""
    return tuple(
        PlaceGroup(year=2025, legal_basis=LegalBasis.SEL_107, origin=Origin.NEW, count=count) for count in counts
    )


PLAN = CostPlan(
    basis=CostBasis(unit=Unit.PLACES, eligible=8, total=50),
    lines=tuple(CostLine(label=label, amount=1, treatment=Treatment.DIRECT) for label in "abc"),
)
ONE = Project(
    id=project_id(1), name="Vejgården", loan={"2025": 22_900, "2026": None}, places=places(1, 2, 3), cost_plan=PLAN
)
TWO, THREE, FOUR, FIVE = (
    Project(id=project_id(number), name=str(number), loan={"2025": None, "2026": None}) for number in range(2, 6)
)
BASE = Application(id=project_id(0), round=ROUND, description="tekst", projects=(ONE, TWO, THREE))


def changed(path: str, value: Any, application: Application = BASE) -> Application:
    """Returns the application with one value changed."""
    result: Application = with_value(application, field_path(path), value)
    return result


def with_projects(*projects: Project) -> Application:
    """Returns the application with these projects."""
    return replace(BASE, projects=projects)


def ids(application: Application) -> list[str]:
    """Returns the projects' ids in order."""
    return [project.id for project in application.projects]


def only_conflict(found: Merge) -> Conflict:
    """Returns the only conflict; fails if there are more or none."""
    (conflict,) = found.conflicts
    return conflict


def all_of(found: Merge, choice: Choice) -> Application:
    """Returns the merged application with the same choice for every conflict."""
    return resolved(found, dict.fromkeys(range(len(found.conflicts)), choice))


ONE_FIELD = [
    ("description", "mit", "deres", ConflictKind.TEXT),
    ("internal_notes", "mit", "deres", ConflictKind.TEXT),
    ("projects[1].description", "mit", "deres", ConflictKind.TEXT),
    ("projects[0].preservation_reason", "mit", "deres", ConflictKind.TEXT),
    ("case_number", "1", "2", ConflictKind.VALUE),
    ("applicant.municipality_code", "851", "787", ConflictKind.VALUE),
    ("contacts.names", "Ida", "Bo", ConflictKind.VALUE),
    ("projects[0].loan.2026", 1, 0, ConflictKind.VALUE),
    ("projects[0].loan.2025", None, 0, ConflictKind.VALUE),
    ("projects[2].share_for_others", "25", "33.33", ConflictKind.VALUE),
    ("projects[0].cost_plan.basis.unit", Unit.HOMES, Unit.AREA_M2, ConflictKind.VALUE),
    ("projects[0].cost_plan.round_to", 10, 100, ConflictKind.VALUE),
    ("projects[0].places", places(1, 9, 3), places(1, 8, 3), ConflictKind.ROWS),
    ("projects[1].daily_rates", (DailyRate(lowest=1),), (DailyRate(lowest=2),), ConflictKind.ROWS),
    ("contacts.emails", ("a@b.dk",), ("c@d.dk",), ConflictKind.ROWS),
    ("projects[0].cost_plan.lines", PLAN.lines[:0], (*PLAN.lines, PLAN.lines[0]), ConflictKind.ROWS),
    ("projects[0].cost_plan", None, replace(PLAN, round_to=10), ConflictKind.COST_PLAN),
]


@pytest.mark.parametrize(("path", "mine", "theirs", "kind"), ONE_FIELD)
def test_a_field_that_both_changed_differently_is_one_conflict(
    path: str, mine: Any, theirs: Any, kind: ConflictKind
) -> None:
    found = merge(BASE, changed(path, mine), changed(path, theirs))
    assert only_conflict(found) == Conflict(kind, field_path(path), value_at(BASE, field_path(path)), mine, theirs)
    assert found.merged == all_of(found, Choice.MINE) == changed(path, mine)
    assert all_of(found, Choice.THEIRS) == changed(path, theirs)
    assert found.taken == ()


@pytest.mark.parametrize(("path", "mine", "theirs", "kind"), ONE_FIELD)
def test_a_field_that_one_side_changed_is_taken(path: str, mine: Any, theirs: Any, kind: ConflictKind) -> None:
    assert merge(BASE, changed(path, mine), BASE).merged == changed(path, mine)
    found = merge(BASE, BASE, changed(path, theirs))
    assert (found.merged, found.conflicts, found.taken) == (changed(path, theirs), (), (_taken_path(path),))


def _taken_path(path: str) -> FieldPath:
    """Returns the path reported as taken: in a cost plan that both have, the one field that changed."""
    return field_path(f"{path}.round_to" if path.endswith("cost_plan") else path)


@pytest.mark.parametrize(("path", "mine", "theirs", "kind"), ONE_FIELD)
def test_different_fields_of_both_sides_come_together(path: str, mine: Any, theirs: Any, kind: ConflictKind) -> None:
    other = "projects[1].name"
    found = merge(BASE, changed(path, mine), changed(other, "deres"))
    assert (found.merged, found.conflicts) == (changed(other, "deres", changed(path, mine)), ())
    assert found.taken == (field_path(other),)


def test_of_long_texts_both_can_be_kept() -> None:
    found = merge(BASE, changed("description", "mit"), changed("description", "deres"))
    assert only_conflict(found).choices == (Choice.MINE, Choice.THEIRS, Choice.BOTH)
    assert all_of(found, Choice.BOTH).description == "mit\nderes"
    emptied = merge(BASE, changed("description", ""), changed("description", "deres"))
    assert all_of(emptied, Choice.BOTH).description == "deres"


def test_of_anything_else_only_one_can_be_kept() -> None:
    found = merge(BASE, changed("case_number", "1"), changed("case_number", "2"))
    assert only_conflict(found).choices == (Choice.MINE, Choice.THEIRS)
    with pytest.raises(ValueError, match="long texts"):
        all_of(found, Choice.BOTH)


@pytest.mark.parametrize("number", [-1, 1])
def test_a_choice_for_a_conflict_that_there_is_not_is_refused(number: int) -> None:
    found = merge(BASE, changed("case_number", "1"), changed("case_number", "2"))
    with pytest.raises(ValueError, match="there is not"):
        resolved(found, {number: Choice.THEIRS})


def test_each_conflict_is_decided_by_its_number() -> None:
    mine = changed("projects[1].name", "min", changed("case_number", "1", changed("description", "mit")))
    theirs = changed("projects[1].name", "deres", changed("case_number", "2", changed("description", "deres")))
    found = merge(BASE, mine, theirs)
    assert [str(conflict.path) for conflict in found.conflicts] == ["case_number", "projects[1].name", "description"]
    decided = resolved(found, {1: Choice.THEIRS, 2: Choice.BOTH})
    assert decided == changed("projects[1].name", "deres", changed("description", "mit\nderes", mine))


@pytest.mark.parametrize("other", [replace(BASE, id=project_id(8)), replace(BASE, round="Andet")])
def test_only_copies_of_the_same_draft_are_merged(other: Application) -> None:
    for base, theirs in ((BASE, other), (other, BASE), (None, other)):
        with pytest.raises(ValueError, match="same draft"):
            merge(base, BASE, theirs)


def test_plans_of_both_are_merged_field_by_field() -> None:
    mine = changed("projects[0].cost_plan.basis.total", 60)
    theirs = changed("projects[0].cost_plan.lines[1].amount", 7)
    found = merge(BASE, mine, theirs)
    plan = found.merged.projects[0].cost_plan
    assert plan is not None
    assert (plan.basis.total, plan.lines[1].amount, found.conflicts) == (60, 7, ())


def test_a_plan_removed_by_one_and_left_alone_by_the_other_is_removed() -> None:
    for mine, theirs in ((None, PLAN), (PLAN, None)):
        found = merge(BASE, changed("projects[0].cost_plan", mine), changed("projects[0].cost_plan", theirs))
        assert (found.merged.projects[0].cost_plan, found.conflicts) == (None, ())


@pytest.mark.parametrize(
    ("mine", "theirs", "merged"),
    [
        ("aBc", "abc", "aBc"),
        ("abcX", "Yabc", "YabcX"),
        ("Abc", "abC", "AbC"),
        ("bc", "abC", "bC"),
        ("aXc", "aXc", "aXc"),
        ("aXbc", "aYbc", None),
        ("aXbc", "aXbc", "aXbc"),
        ("abX", "aYc", None),
        ("", "abC", None),
        ("", "abc", ""),
        ("abcX", "abcY", None),
    ],
)
def test_rows_of_both_come_together_unless_they_are_at_the_same_place(
    mine: str, theirs: str, merged: str | None
) -> None:
    expected = None if merged is None else tuple(merged)
    assert merged_rows(tuple("abc"), tuple(mine), tuple(theirs)) == expected


UNIQUE_ROWS = st.lists(st.integers(0, 9), max_size=6, unique=True).map(tuple)


@given(UNIQUE_ROWS, UNIQUE_ROWS, UNIQUE_ROWS)
def test_merged_rows_hold_what_each_side_added_and_nothing_that_it_removed(
    base: tuple[int, ...], mine: tuple[int, ...], theirs: tuple[int, ...]
) -> None:
    merged = merged_rows(base, mine, theirs)
    if merged is None:
        assert mine != theirs
        assert base not in (mine, theirs)
        return
    counts = Counter(merged)
    old, my, their = set(base), set(mine), set(theirs)
    assert all(counts[row] >= 1 for row in (my | their) - old)
    assert all(counts[row] >= 1 for row in old & my & their)
    assert not [row for row in old - my - their if counts[row]]


def test_a_very_long_list_of_rows_is_no_trap() -> None:
    base = tuple(range(9000))
    mine, theirs = (*base[::-1], -1), tuple(row for row in base if row % 2)
    assert merged_rows(base, mine, theirs) is None
    assert merged_rows(base, (-1, *base), (*base, -2)) == (-1, *base, -2)


def test_a_project_that_one_side_added_is_taken_to_its_place() -> None:
    found = merge(BASE, with_projects(ONE, TWO, FOUR, THREE), with_projects(FIVE, ONE, TWO, THREE))
    assert found.merged == with_projects(FIVE, ONE, TWO, FOUR, THREE)
    assert (found.conflicts, found.taken) == ((), (field_path("projects[0]"),))


def test_projects_that_both_added_at_the_same_place_are_both_there_mine_first() -> None:
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
        ((THREE, ONE, TWO), (TWO, ONE, THREE), (THREE, ONE, TWO)),
        ((ONE, TWO, FOUR, THREE), (THREE, TWO, ONE), (THREE, TWO, FOUR, ONE)),
    ],
)
def test_the_order_of_the_side_that_moved_projects_holds_and_mine_when_both_did(
    mine: tuple[Project, ...], theirs: tuple[Project, ...], merged: tuple[Project, ...]
) -> None:
    found = merge(BASE, with_projects(*mine), with_projects(*theirs))
    assert (ids(found.merged), found.conflicts) == ([project.id for project in merged], ())


def test_an_id_that_stands_twice_loses_no_project() -> None:
    twin = replace(TWO, name="tvilling")
    base = with_projects(TWO, twin)
    mine = replace(base, projects=(replace(TWO, name="min"), twin))
    theirs = replace(base, projects=(TWO, replace(twin, name="deres")))
    found = merge(base, mine, theirs)
    assert [project.name for project in found.merged.projects] == ["min", "deres"]


def approval(days: int, digit: str) -> Approval:
    """Returns an approval `days` days after 1 May 2024, with `digit` repeated as its fingerprint."""
    when = datetime(2024, 5, 1, 12, tzinfo=UTC) + timedelta(days=days)
    return Approval(approved_at=when, approved_by="Bo", fingerprint="sha256:" + digit * 64)


def test_approvals_of_both_are_kept_the_oldest_first() -> None:
    first, second, third = approval(0, "a"), approval(1, "b"), approval(2, "c")
    base = replace(BASE, approvals=(first,))
    found = merge(base, replace(BASE, approvals=(first, third)), replace(BASE, approvals=(first, second)))
    assert (found.merged.approvals, found.conflicts) == ((first, second, third), ())
    assert found.taken == (field_path("approvals"),)
    alone = merge(None, replace(BASE, approvals=(first, third)), replace(BASE, approvals=(second, third)))
    assert (alone.merged.approvals, alone.conflicts) == ((first, second, third), ())


def test_approvals_of_the_same_moment_and_content_by_two_people_are_both_kept() -> None:
    first = approval(0, "a")
    second = replace(first, approved_by="Ida")
    found = merge(BASE, replace(BASE, approvals=(first,)), replace(BASE, approvals=(second,)))
    assert found.merged.approvals == (first, second)


def test_without_a_base_every_difference_is_a_conflict() -> None:
    mine = replace(BASE, description="mit", projects=(ONE, TWO, FOUR), contacts=Contacts(emails=("a", "b")))
    theirs = replace(
        BASE, projects=(TWO, replace(ONE, loan={"2025": 1, "2026": None}), FIVE), contacts=Contacts(emails=("a", "c"))
    )
    found = merge(None, mine, theirs)
    assert [(conflict.kind, str(conflict.path)) for conflict in found.conflicts] == [
        (ConflictKind.VALUE, "projects[0].loan.2025"),
        (ConflictKind.PROJECT, "projects[2]"),
        (ConflictKind.PROJECT, "projects[2]"),
        (ConflictKind.ORDER, "projects"),
        (ConflictKind.TEXT, "description"),
        (ConflictKind.ROWS, "contacts.emails"),
    ]
    assert [(conflict.mine, conflict.theirs) for conflict in found.conflicts[1:4]] == [
        (FOUR, None),
        (None, FIVE),
        (("Vejgården", "2", "4"), ("2", "Vejgården", "5")),
    ]
    assert (found.merged, found.taken) == (mine, ())
    assert all_of(found, Choice.THEIRS) == theirs
