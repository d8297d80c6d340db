"""What is typed but no value yet counts as a change, so that it is not overwritten unasked."""

from typing import Any

import pytest

from botilbud_desktop.domain.merging.merge import Choice, ConflictKind, merge
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
    mine, theirs = merge(BASE, BASE, other, half_typed=[typed]), merge(BASE, other, BASE, their_half_typed=[typed])
    assert {conflict.kind for conflict in mine.conflicts} == {kind}
    assert {conflict.kind for conflict in theirs.conflicts} == {kind}
    assert (mine.merged, all_of(mine, Choice.THEIRS)) == (BASE, other)
    assert (theirs.merged, all_of(theirs, Choice.THEIRS)) == (other, BASE)


@pytest.mark.parametrize("typed", ["projects[1].loan.2025", "projects[0].loan.2026", "projects[9].loan.2025"])
def test_half_typed_text_elsewhere_asks_nothing(typed: str) -> None:
    other = changed("projects[0].loan.2025", 23_000)
    assert merge(BASE, BASE, other, half_typed=[typed]).conflicts == ()
    assert merge(BASE, BASE, other, their_half_typed=["projects[0].loan.2025"]).conflicts == ()
