"""Merging two copies of a draft: nothing is lost, and no conflict is decided without asking."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.application import (
    Application,
    Contacts,
    DailyRate,
)
from botilbud_desktop.domain.cost_plan import Unit
from botilbud_desktop.domain.field_path import FieldPath, field_path, value_at
from botilbud_desktop.domain.merging.merge import Choice, Conflict, ConflictKind, merge, resolved
from botilbud_desktop.domain.merging.rows import MOST_ROWS, merged_rows
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import Milestone
from botilbud_desktop.storage.draft.size_limits import MOST_ITEMS
from tests.domain.copies import project_id
from tests.domain.merging.drafts import (
    BASE,
    FIVE,
    FOUR,
    ONE,
    PLAN,
    THREE,
    TWO,
    all_of,
    changed,
    ids,
    only_conflict,
    places,
    with_projects,
)

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
    ("document_number", "1", "2", ConflictKind.VALUE),
    ("cover_note.from", "Ida", "Bo", ConflictKind.VALUE),
    ("cover_note.text", "mit", "deres", ConflictKind.TEXT),
    ("projects[0].purpose", "mit", "deres", ConflictKind.TEXT),
    ("projects[1].milestones", (Milestone(label="a"),), (Milestone(label="b"),), ConflictKind.ROWS),
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
        ("abX", "aYc", "aYX"),
        ("aXYc", "aXc", None),
        ("XY", "abY", None),
        ("abXc", "aYbc", "aYbXc"),
        ("aXbc", "Abc", "AXbc"),
        ("bca", "bc", None),
        ("bca", "Abc", None),
        ("bca", "bac", None),
        ("bca", "abC", "bCa"),
        ("aXbc", "abcX", None),
        ("Xbc", "aXc", "XXc"),
        ("bcX", "bc", None),
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
    assert merged_rows(tuple("abc"), tuple(theirs), tuple(mine)) == expected


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


def test_a_plan_that_both_added_is_asked_about_where_it_differs() -> None:
    base = changed("projects[0].cost_plan", None)
    found = merge(base, BASE, changed("projects[0].cost_plan.basis.eligible", 9))
    path = field_path("projects[0].cost_plan.basis.eligible")
    assert only_conflict(found) == Conflict(ConflictKind.VALUE, path, None, 8, 9)


def test_of_rows_both_can_be_kept_and_none_is_doubled() -> None:
    mine, theirs = places(1, 9, 3, 5), places(7, 1, 8, 3)
    found = merge(BASE, changed("projects[0].places", mine), changed("projects[0].places", theirs))
    assert only_conflict(found).choices == (Choice.MINE, Choice.THEIRS, Choice.BOTH)
    assert all_of(found, Choice.BOTH).projects[0].places == places(7, 1, 9, 8, 3, 5)


@pytest.mark.parametrize(("mine", "theirs"), [((), ("a", "b")), (("b", "a"), ("a", "b"))])
def test_both_rows_are_not_offered_where_that_is_one_side(mine: Any, theirs: Any) -> None:
    conflict = Conflict(ConflictKind.ROWS, field_path("contacts.emails"), None, mine, theirs)
    assert conflict.choices == (Choice.MINE, Choice.THEIRS)


def test_both_rows_are_not_offered_where_the_file_has_no_room_for_them() -> None:
    mine, theirs = tuple(range(MOST_ROWS)), (-1,)
    assert MOST_ROWS == MOST_ITEMS
    assert Conflict(ConflictKind.ROWS, FieldPath(), None, mine, theirs).choices == (Choice.MINE, Choice.THEIRS)
    assert Conflict(ConflictKind.ROWS, FieldPath(), None, mine[1:], theirs).choices == tuple(Choice)


def test_what_i_alone_changed_is_told_too() -> None:
    mine = changed("projects[0].cost_plan.round_to", 10, with_projects(ONE, THREE, FOUR))
    theirs = changed("contacts.names", "Bo", with_projects(THREE, ONE, TWO))
    found = merge(BASE, mine, theirs)
    assert ids(found.merged) == ids(with_projects(THREE, FOUR, ONE))
    assert {str(path) for path in found.kept} == {"projects[2].cost_plan.round_to", "projects[1]", "projects[2]"}
    assert {str(path) for path in found.taken} == {"contacts.names", "projects"}


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
        (None, FIVE),
        (FOUR, None),
        (("Vejgården", "2", "4"), ("2", "Vejgården", "5")),
    ]
    assert (found.merged, found.taken) == (mine, ())
    assert all_of(found, Choice.THEIRS) == theirs


def test_pieces_of_one_text_are_conflicts_of_their_own_and_the_rest_is_merged() -> None:
    text = "Et er her. To er her. Tre er her. Fire er her."
    base = changed("description", text)
    mine = changed("description", text.replace("Et er", "Et var").replace("Tre er", "Tre var"))
    theirs = changed("description", text.replace("Tre er", "Tre bliver").replace("Fire er", "Fire bliver"))
    found = merge(base, mine, theirs)
    assert [(str(one.path), one.base, one.mine, one.theirs) for one in found.conflicts] == [
        ("description", "Tre er her.", "Tre var her.", "Tre bliver her.")
    ]
    assert found.merged.description == "Et var her. To er her. Tre var her. Fire bliver her."
    assert list(map(str, found.taken)) == list(map(str, found.kept)) == ["description"]
    assert resolved(found, {0: Choice.BOTH}).description == (
        "Et var her. To er her. Tre var her. Tre bliver her. Fire bliver her."
    )
    assert [(str(one.path), one.conflicts) for one in found.texts] == [("description", range(1))]


def test_a_text_of_one_line_stays_on_one_line() -> None:
    note = "projects[0].coordination_note"
    found = merge(changed(note, ""), changed(note, "mit"), changed(note, "deres"))
    assert all_of(found, Choice.BOTH).projects[0].coordination_note == "mit deres"
