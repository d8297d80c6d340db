"""What is typed but no value yet counts as a change, so that it is not overwritten unasked."""

from datetime import date
from typing import Any

import pytest

from botilbud_desktop.domain.application import Building
from botilbud_desktop.domain.cost_plan import CostLine, Treatment
from botilbud_desktop.domain.field_path import field_path, value_at
from botilbud_desktop.domain.merging.merge import Choice, ConflictKind, merge
from botilbud_desktop.domain.merging.parts import TypedTexts
from tests.domain.merging.drafts import BASE, all_of, changed, places

HALF_TYPED = [
    ("projects[0].loan.2025", "projects[0].loan.2025", 23_000, ConflictKind.VALUE),
    ("projects.0.loan.2025", "projects[0].loan.2025", 23_000, ConflictKind.VALUE),
    ("projects[0].places[1].count", "projects[0].places", places(1, 2, 3, 4), ConflictKind.ROWS),
    ("projects[1].share_for_others", "projects", BASE.projects[::2], ConflictKind.PROJECT),
    ("projects[0].cost_plan.basis.total", "projects[0].cost_plan", None, ConflictKind.COST_PLAN),
]


@pytest.mark.parametrize(("typed", "path", "value", "kind"), HALF_TYPED)
def test_half_typed_text_counts_as_a_change(typed: str, path: str, value: Any, kind: ConflictKind) -> None:
    other = changed(path, value)
    mine = merge(BASE, BASE, other, half_typed={typed: "23."})
    theirs = merge(BASE, other, BASE, their_half_typed={typed: "23."})
    assert {conflict.kind for conflict in mine.conflicts} == {kind}
    assert {conflict.kind for conflict in theirs.conflicts} == {kind}
    assert [conflict.typed for conflict in mine.conflicts] == [TypedTexts({str(field_path(typed)): "23."}, {})]
    assert [conflict.typed for conflict in theirs.conflicts] == [TypedTexts({}, {str(field_path(typed)): "23."})]
    assert (mine.merged, all_of(mine, Choice.THEIRS)) == (BASE, other)
    assert (theirs.merged, all_of(theirs, Choice.THEIRS)) == (other, BASE)


@pytest.mark.parametrize("typed", ["projects[1].loan.2025", "projects[0].loan.2026", "projects[9].loan.2025"])
def test_half_typed_text_elsewhere_asks_nothing(typed: str) -> None:
    other = changed("projects[0].loan.2025", 23_000)
    assert merge(BASE, BASE, other, half_typed={typed: "23."}).conflicts == ()
    assert merge(BASE, BASE, other, their_half_typed={"projects[0].loan.2025": "23."}).conflicts == ()


def test_half_typed_text_is_at_the_place_that_its_project_has_in_the_merged_draft() -> None:
    """Mine has the projects in another order: the conflict and its text have the path in the merged draft."""
    mine = changed("projects", BASE.projects[::-1])
    theirs = changed("projects[0].loan.2025", 23_000)
    last = len(BASE.projects) - 1
    found = merge(BASE, mine, theirs, half_typed={f"projects[{last}].loan.2025": "22,9"})
    (conflict,) = found.conflicts
    assert str(conflict.path) == f"projects[{last}].loan.2025"
    assert conflict.typed.mine == {f"projects[{last}].loan.2025": "22,9"}


FILLED = changed("projects[0].completion_date", date(2025, 11, 30), changed("projects[0].share_for_others", "33.33"))


@pytest.mark.parametrize(
    ("path", "empty", "told"),
    [
        ("projects[0].loan.2025", None, "projects[0].loan.2025"),
        ("projects[0].share_for_others", None, "projects[0].share_for_others"),
        ("projects[0].completion_date", None, "projects[0].completion_date"),
        ("projects[0].cost_plan.basis.total", 0, "projects[0].cost_plan.basis.total"),
        ("projects[0].places[0].count", 0, "projects[0].places"),
        ("projects[0].cost_plan.lines[0].amount", 0, "projects[0].cost_plan.lines"),
    ],
)
def test_a_number_that_one_side_emptied_is_taken_and_told(path: str, empty: Any, told: str) -> None:
    """What is half-typed on the other computer is empty in the file."""
    emptied = changed(path, empty, FILLED)
    elsewhere = changed("projects[1].name", "Et andet navn", FILLED)
    for mine, theirs in ((emptied, FILLED), (FILLED, emptied), (emptied, elsewhere), (elsewhere, emptied)):
        found = merge(FILLED, mine, theirs)
        assert found.conflicts == ()
        assert value_at(found.merged, field_path(path)) == empty
        assert {str(one) for one in found.emptied} == {told}
    assert merge(FILLED, emptied, emptied).emptied == frozenset()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("projects[0].loan.2025", 0),
        ("projects[0].places_closed_elsewhere", 0),
        ("projects[0].building", None),
        ("projects[0].description", ""),
        ("projects[0].places", places(1, 3)),
        ("projects[0].places", ()),
        ("projects[0].cost_plan", None),
    ],
)
def test_what_cannot_be_half_typed_is_not_told_as_emptied(path: str, value: Any) -> None:
    base = changed("projects[0].building", Building.NEW_BUILDING, changed("projects[0].places_closed_elsewhere", 3))
    found = merge(base, base, changed(path, value, base))
    assert (found.merged, found.emptied) == (changed(path, value, base), frozenset())


def test_a_row_that_one_emptied_is_told_when_both_changed_the_list() -> None:
    base = changed("projects[0].places", places(1, 2, 3))
    mine, theirs = (changed("projects[0].places", places(*counts)) for counts in ((0, 2, 3), (1, 2, 4)))
    found = merge(base, mine, theirs)
    assert (found.conflicts, set(map(str, found.emptied))) == ((), {"projects[0].places"})


def test_a_row_that_was_changed_otherwise_too_is_told() -> None:
    path = "projects[0].cost_plan.lines"
    renamed = tuple(CostLine(label=f"{label}!", amount=0, treatment=Treatment.DIRECT) for label in "abc")
    assert set(map(str, merge(BASE, BASE, changed(path, renamed)).emptied)) == {path}
    moved = changed("projects[0].places", places(2, 3, 0))
    assert set(map(str, merge(BASE, BASE, moved).emptied)) == {"projects[0].places"}
    added = changed("projects[0].places", places(1, 2, 3, 0))
    assert merge(BASE, BASE, added).emptied == frozenset()
