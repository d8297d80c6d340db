"""What is typed but no value yet counts as a change, so that it is not overwritten unasked."""

from typing import Any

import pytest

from botilbud_desktop.domain.field_path import field_path
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
