"""Properties of merging two copies of a draft that hold for any edits."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.cost_plan import CostPlan
from botilbud_desktop.domain.field_path import FieldPath, value_at
from botilbud_desktop.domain.merging.merge import Choice, Conflict, ConflictKind, Merge, merge, resolved
from botilbud_desktop.domain.model import field_names, replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes, parse_draft
from tests.domain.copies import LIBRARY, OF_A_PROJECT, OF_AN_APPLICATION, fields_of, two_copies
from tests.strategies import applications

States = tuple[Application, Application, Application]


def all_of(found: Merge, choice: Choice) -> Application:
    """Returns the merged application with the same choice for every conflict."""
    return resolved(found, dict.fromkeys(range(len(found.conflicts)), choice))


def ids(application: Application) -> list[str]:
    """Returns the projects' ids in order."""
    return [project.id for project in application.projects]


def test_the_copies_of_these_tests_can_differ_in_every_field() -> None:
    fixed = {"format", "format_version", "id", "round", "projects"}
    assert set(field_names(Project)) - set(OF_A_PROJECT) == {"id"}
    assert set(field_names(Application)) - set(OF_AN_APPLICATION) == fixed


@given(two_copies())
def test_a_side_that_changed_nothing_changes_nothing(states: States) -> None:
    base, mine, theirs = states
    for found, expected in ((merge(base, mine, base), mine), (merge(base, base, theirs), theirs)):
        assert (found.merged, found.conflicts) == (expected, ())
        assert draft_bytes(found.merged) == draft_bytes(expected)
    assert merge(base, mine, base).taken == ()
    assert bool(merge(base, base, theirs).taken) == (base != theirs)


@given(two_copies())
def test_the_same_change_on_both_sides_is_no_conflict(states: States) -> None:
    base, mine, _theirs = states
    for ancestor in (base, None):
        found = merge(ancestor, mine, replace(mine))
        assert (found.merged, found.conflicts, found.taken) == (mine, (), ())


@given(two_copies())
def test_no_change_of_one_side_is_lost_and_none_of_both_is_decided_silently(states: States) -> None:
    base, mine, theirs = (fields_of(state) for state in states)
    found = merge(*states)
    merged = fields_of(found.merged)
    in_conflict = {_field(conflict, found) for conflict in found.conflicts}
    for key in base.keys() & mine.keys() & theirs.keys():
        old, my, their = base[key], mine[key], theirs[key]
        if my == their or their == old:
            assert merged[key] == my
        elif my == old:
            assert merged[key] == their
        elif not isinstance(my, tuple | CostPlan):
            assert key in in_conflict
            assert merged[key] == my
        elif key not in in_conflict and isinstance(my, tuple):
            assert not _added(old, my) - Counter(merged[key])
            assert not _added(old, their) - Counter(merged[key])
    for key in (mine.keys() | theirs.keys()) - base.keys():
        assert merged[key] == mine.get(key, theirs.get(key))


def _added(old: tuple[Any, ...], new: tuple[Any, ...]) -> Counter[Any]:
    """Returns the rows added to a list, with how often each was added."""
    return Counter(new) - Counter(old)


def _field(conflict: Conflict, found: Merge) -> tuple[str, ...]:
    """Returns a conflict's field in the notation of `fields_of`; for any part of a cost plan, the whole plan."""
    path = conflict.path
    if path.project is None:
        return ("applicant",) if path[0] == "applicant" else (str(path[-1]),)
    if conflict.kind is ConflictKind.PROJECT:
        return ((conflict.mine or conflict.theirs).id,)
    owner = value_at(found.merged, FieldPath(path[:2])).id
    return (owner, "cost_plan") if path[2] == "cost_plan" else (owner, *(str(part) for part in path[2:]))


@given(two_copies())
def test_a_project_is_gone_only_when_one_side_removed_it(states: States) -> None:
    base, mine, theirs = ({project.id: project for project in state.projects} for state in states)
    found = merge(*states)
    merged = set(ids(found.merged))
    asked = {
        (conflict.mine or conflict.theirs).id for conflict in found.conflicts if conflict.kind is ConflictKind.PROJECT
    }
    for key in base:
        if key in mine and key in theirs:
            assert key in merged
        elif key in mine or key in theirs:
            side = mine if key in mine else theirs
            is_changed = side[key] != base[key]
            is_moved = [one for one in side if one in base] != [one for one in base if one in side]
            assert (key in asked) >= is_changed
            assert (key in asked) <= (is_changed or is_moved)
            assert (key in merged) == (key in asked and key in mine)
        else:
            assert key not in merged
    assert merged >= (mine.keys() | theirs.keys()) - base.keys()
    assert len(found.merged.projects) == len(merged)


@given(two_copies())
def test_choosing_mine_everywhere_is_the_merge_and_theirs_everywhere_is_the_merge_the_other_way_round(
    states: States,
) -> None:
    base, mine, theirs = states
    for ancestor in (base, None):
        found, other = merge(ancestor, mine, theirs), merge(ancestor, theirs, mine)
        assert resolved(found, {}) == all_of(found, Choice.MINE) == found.merged
        assert draft_bytes(all_of(found, Choice.THEIRS)) == draft_bytes(other.merged)
        assert _questions(found) == _questions(other, exchanged=True)
        assert _owners(found, found.taken) == _owners(other, other.kept)
        assert _owners(found, found.kept) == _owners(other, other.taken)


def _questions(found: Merge, *, exchanged: bool = False) -> Counter[str]:
    """Returns the conflicts as texts, with the projects' ids instead of their numbers."""
    texts = []
    for conflict in found.conflicts:
        sides = (conflict.theirs, conflict.mine) if exchanged else (conflict.mine, conflict.theirs)
        texts.append(repr((conflict.kind, _owned(found, conflict.path), conflict.base, sides)))
    return Counter(texts)


def _owners(found: Merge, paths: Iterable[FieldPath]) -> Counter[tuple[object, ...]]:
    return Counter(_owned(found, path) for path in paths)


def _owned(found: Merge, path: FieldPath) -> tuple[object, ...]:
    """Returns the path with the project's id instead of its number, and without it for a whole project."""
    if path.project is None or len(path) == 2:
        return tuple(path[:1])
    return (found.merged.projects[path.project].id, *path[2:])


@given(two_copies())
def test_without_a_base_choosing_one_side_everywhere_gives_that_side(states: States) -> None:
    _base, mine, theirs = states
    found = merge(None, mine, theirs)
    approvals = found.merged.approvals
    assert {*mine.approvals, *theirs.approvals} == set(approvals)
    my, their = ({comment.id: comment for comment in side.comments} for side in (mine, theirs))
    for choice, side, own, other in ((Choice.MINE, mine, my, their), (Choice.THEIRS, theirs, their, my)):
        chosen = all_of(found, choice)
        assert chosen == replace(side, approvals=approvals, comments=chosen.comments)
        assert {comment.id: comment for comment in chosen.comments} == {**other, **own}
    alone = [replace(side, approvals=(), comments=()) for side in (mine, theirs)]
    differ = any(my[key] != their[key] for key in my.keys() & their.keys())
    assert bool(found.conflicts) == (differ or alone[0] != alone[1])


@given(two_copies(), st.data())
def test_whatever_is_chosen_the_result_can_be_saved_and_opened(states: States, data: st.DataObject) -> None:
    base, mine, theirs = states
    for ancestor in (base, None):
        found = merge(ancestor, mine, theirs)
        chosen = {
            number: data.draw(st.sampled_from(conflict.choices)) for number, conflict in enumerate(found.conflicts)
        }
        for application in (found.merged, resolved(found, chosen)):
            assert parse_draft(draft_bytes(application), "a.botilbud", LIBRARY).application == application


@given(applications(max_projects=2), applications(max_projects=2))
@settings(max_examples=25)
def test_drafts_with_strange_texts_can_be_merged_saved_and_opened(mine: Application, theirs: Application) -> None:
    found = merge(None, mine, replace(theirs, id=mine.id))
    for choice in (Choice.MINE, Choice.THEIRS):
        application = all_of(found, choice)
        assert parse_draft(draft_bytes(application), "a.botilbud", LIBRARY).application == application


@given(two_copies())
def test_every_path_leads_somewhere(states: States) -> None:
    _base, mine, theirs = states
    for ancestor in (states[0], None):
        found = merge(ancestor, mine, theirs)
        for conflict in found.conflicts:
            leads_to = value_at(
                theirs if conflict.kind is ConflictKind.PROJECT and conflict.mine is None else found.merged,
                conflict.path,
            )
            if conflict.kind is not ConflictKind.ORDER:
                assert leads_to == (conflict.theirs if conflict.mine is None and leads_to else conflict.mine)
