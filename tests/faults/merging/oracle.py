"""Judges a merge by the pasts of all values: what one side changed must be there, what both changed must be asked.

A value that a side set back to what the common ancestor holds counts as unchanged: nobody can see that it was not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from botilbud_desktop.domain.field_path import FieldPath, value_at
from botilbud_desktop.domain.merging.merge import Conflict, ConflictKind, Merge
from tests.faults.merging.comment_oracle import CommentJudge
from tests.faults.merging.edits import HALF_TYPABLE
from tests.faults.merging.known import Draft, Fact, Key, is_of, rows_of, seen
from tests.faults.merging.lists import owned, owner_of, row_owners, set_owners

LISTS = ("emails", "inserted_facts", "places", "daily_rates", "milestones", "capacity_today", "partners")
_FIELDS: Mapping[str, str] = {"places_closed_elsewhere": "closed", "coordination_note": "note", "cost_plan": "plan"}


def asked(found: Merge) -> set[Key]:
    """Returns the facts that the conflicts are about."""
    return {_key_of(conflict, found) for conflict in found.conflicts}


def _key_of(conflict: Conflict, found: Merge) -> Key:
    path = conflict.path
    if conflict.kind is ConflictKind.PROJECT:
        return ("project", (conflict.mine or conflict.theirs).id)
    if conflict.kind is ConflictKind.ORDER:
        return ("order",)
    if path[0] == "comments":
        return ("comment", value_at(found.merged, FieldPath(path[:2])).id, str(path[2]))
    if path.project is None:
        return _of_the_application(path)
    owner = found.merged.projects[path.project].id
    name = str(path[2])
    if name in LISTS:
        return ("rows", owner_of(name, owner))
    return ("project", owner, _FIELDS.get(name, name))


def _of_the_application(path: FieldPath) -> Key:
    name = str(path[-1])
    if name in LISTS:
        return ("rows", owner_of(name, None))
    return ("municipality",) if name == "municipality_code" else (name,)


class Judge:
    """Judges one merge. `base` is the ancestor that the program found, None when it found none."""

    def __init__(
        self, base: Draft | None, mine: Draft, theirs: Draft, found: Merge, half_typed: AbstractSet[int] = frozenset()
    ) -> None:
        """`half_typed` are the edits that left a field half-typed, and so empty in the file."""
        self._base = base
        self._mine = mine
        self._theirs = theirs
        self._found = found
        self._asked = asked(found)
        self._half_typed = half_typed

    def faults(self) -> Iterator[str]:
        """Yields what is wrong with the merge, the kind first."""
        if self._base is not None:
            yield from self._wrong_ancestor(self._base)
        whole = {key for key in self._asked if key[0] == "project" and len(key) == 2}
        for key in sorted({*self._mine.facts, *self._theirs.facts}):
            if key[0] in ("order", "moved") or ("project", key[1] if len(key) > 1 else "") in whole:
                continue
            if key[0] == "project" and len(key) == 2:
                yield from self._of_whole_project(key)
            elif (key[0] == "project" and self._exists_in_both(key[1])) or len(key) == 1:
                yield from self._of_field(key)
        projects = [one for one in self._mine.lists["projects"] if self._exists_in_both(one)]
        for owner in row_owners(projects):
            yield from self._of_rows(owner)
        for owner in set_owners(projects):
            yield from self._of_set(owner)
        yield from self._of_order()
        yield from CommentJudge(self._base, self._mine, self._theirs, self._found, self._asked).faults()

    def _exists_in_both(self, project: str) -> bool:
        return all(project in side.lists["projects"] for side in (self._mine, self._theirs))

    def _wrong_ancestor(self, base: Draft) -> Iterator[str]:
        for key in {*self._mine.facts, *self._theirs.facts}:
            mine, theirs, old = self._mine.fact(key), self._theirs.fact(key), base.fact(key)
            if not old.known <= mine.known & theirs.known:
                yield f"wrong ancestor: {key} is younger than the true one"
            elif not mine.known & theirs.known <= old.known:
                yield f"wrong ancestor: {key} is older than the true one"

    def _of_field(self, key: Key) -> Iterator[str]:
        mine, theirs = self._mine.fact(key), self._theirs.fact(key)
        merged = seen(self._found.merged, key)
        if mine.value == theirs.value:
            if key in self._asked or merged != mine.value:
                yield f"equal values: {key}"
            return
        if self._base is None:
            if key not in self._asked:
                yield f"unasked without an ancestor: {key}"
            return
        yield from self._of_changed(key, mine, theirs, self._base.fact(key), merged)

    def _of_changed(self, key: Key, mine: Fact, theirs: Fact, old: Fact, merged: object) -> Iterator[str]:
        my_change = mine.head not in theirs.known and mine.value != old.value
        their_change = theirs.head not in mine.known and theirs.value != old.value
        if my_change and their_change:
            if key not in self._asked:
                yield f"two-sided unasked: {key}"
            return
        is_emptied = key[-1] in HALF_TYPABLE and old.value is not None and None in (mine.value, theirs.value)
        if key in self._asked:
            if my_change != their_change and self._was_there(key):
                yield f"needless question: {key}"
            return
        is_half_typed = is_emptied and (mine if mine.value is None else theirs).head in self._half_typed
        if is_half_typed and self._was_there(key) and not self._found.emptied:
            yield f"emptied untold: {key} was emptied by something half-typed"
        if my_change and merged != mine.value:
            yield f"one-sided lost: {key} of mine"
        if their_change and merged != theirs.value:
            yield f"one-sided lost: {key} of theirs"

    def _was_there(self, key: Key) -> bool:
        """Whether the ancestor has the project of a fact. When both brought one back, all its differences are asked."""
        if key[0] != "project" or key[1] in ("emails", "facts"):
            return True
        return self._base is not None and self._base.fact(key[:2]).value is not None

    def _of_whole_project(self, key: Key) -> Iterator[str]:
        mine, theirs = self._mine.fact(key), self._theirs.fact(key)
        is_merged = seen(self._found.merged, key) is not None
        if (mine.value is None) == (theirs.value is None):
            if is_merged != (mine.value is not None):
                yield f"one-sided lost: {key} exists in both or neither"
            return
        if self._base is None:
            yield f"unasked without an ancestor: {key}"
            return
        has, lacks = (self._mine, self._theirs) if mine.value is not None else (self._theirs, self._mine)
        if self._base.fact(key).value is None:
            if not is_merged:
                yield f"one-sided lost: {key} was added"
            return
        if is_merged:
            yield f"one-sided lost: {key} was removed"
        touched = [
            one
            for one, fact in has.facts.items()
            if is_of(one, key[1])
            and fact.head not in lacks.fact(one).known
            and fact.value != self._base.fact(one).value
        ]
        if touched:
            yield f"two-sided unasked: {key} was removed here and changed there"
        if certainly_moved(self._base.lists["projects"], has.lists["projects"], key[1]):
            yield f"two-sided unasked: {key} was removed here and moved there"

    def _of_set(self, owner: str) -> Iterator[str]:
        is_asked = ("rows", owner) in self._asked
        merged = rows_of(self._found.merged, owner)
        mine, theirs = set(self._mine.lists[owner]), set(self._theirs.lists[owner])
        if len(set(merged)) < len(merged):
            yield f"equal values: an item of {owner} is there twice"
        if mine == theirs:
            if set(merged) != mine:
                yield f"equal values: items of {owner}"
            return
        if self._base is None or not self._was_there(("project", owned(owner))):
            if self._base is None and not is_asked:
                yield f"unasked without an ancestor: items of {owner}"
            return
        old = set(self._base.lists[owner])
        if is_asked:
            yield f"needless question: items of {owner}"
        elif set(merged) != (mine & theirs) | ((mine | theirs) - old):
            yield f"one-sided lost: items of {owner}"

    def _of_rows(self, owner: str) -> Iterator[str]:
        is_asked = ("rows", owner) in self._asked
        merged = rows_of(self._found.merged, owner)
        my, their = _rows(self._mine, owner), _rows(self._theirs, owner)
        my_order, their_order = (list(side.values()) for side in (my, their))
        if my_order == their_order:
            if is_asked or merged != my_order:
                yield f"equal values: rows of {owner}"
            return
        if self._base is None or owner not in self._base.lists or not self._was_there(("project", owned(owner))):
            if self._base is None and not is_asked:
                yield f"unasked without an ancestor: rows of {owner}"
            return
        old = _rows(self._base, owner)
        clash, expected = _expected_rows(old, my, their)
        if clash and not is_asked:
            yield f"two-sided unasked: rows of {owner}"
        elif not is_asked and sorted(merged, key=repr) != expected:
            yield f"one-sided lost: rows of {owner}"
        elif not is_asked:
            yield from self._order_of_rows(owner, old, my, their, merged)
        elif not clash and _is_apart(old, my, their):
            yield f"needless question: rows of {owner}"

    def _order_of_rows(
        self,
        owner: str,
        old: Mapping[str, object],
        my: Mapping[str, object],
        their: Mapping[str, object],
        merged: Sequence[object],
    ) -> Iterator[str]:
        for has, lacks in ((my, their), (their, my)):
            if any(row not in lacks and certainly_moved(tuple(old), tuple(has), row) for row in has if row in old):
                yield f"two-sided unasked: a row of {owner} was removed here and moved there"
        for one, other in ((my, their), (their, my)):
            kept = [row for row in other if row in old]
            if kept == [row for row in old if row in kept]:  # the other moved nothing
                stays = [value for value in one.values() if value in merged]
                if [value for value in merged if value in stays] != stays:
                    yield f"one-sided lost: the order of rows of {owner}"

    def _of_order(self) -> Iterator[str]:
        both = [one for one in self._mine.lists["projects"] if one in self._theirs.lists["projects"]]
        theirs = [one for one in self._theirs.lists["projects"] if one in both]
        merged = [project.id for project in self._found.merged.projects if project.id in both]
        is_asked = ("order",) in self._asked
        if both == theirs:
            if is_asked or merged != both:
                yield "equal values: order"
            return
        if self._base is None:
            if not is_asked:
                yield "unasked without an ancestor: order"
            return
        old = [one for one in self._base.lists["projects"] if one in both]
        if len(old) < len(both):
            return  # both added one, at different places
        if both != old and theirs != old:
            if not is_asked:
                yield "two-sided unasked: order"
        elif is_asked:
            yield "needless question: order"
        elif merged != (both if theirs == old else theirs):
            yield "one-sided lost: order"


def _rows(draft: Draft, owner: str) -> dict[str, object]:
    return {row: draft.fact(("row", owner, row)).value for row in draft.lists[owner]}


def _expected_rows(
    old: Mapping[str, object], my: Mapping[str, object], their: Mapping[str, object]
) -> tuple[bool, list[object]]:
    """Returns whether both sides changed one row differently, and else the rows that there must be."""
    expected: list[object] = []
    for row in {*old, *my, *their}:
        before, mine, theirs = old.get(row), my.get(row), their.get(row)
        if before is None:  # what both brought back is as good as two new rows
            expected.extend({value for value in (mine, theirs) if value is not None})
        elif mine != theirs and before not in (mine, theirs):
            return True, []
        elif (value := theirs if mine == before else mine) is not None:
            expected.append(value)
    return False, sorted(expected, key=repr)


def _is_apart(old: Mapping[str, object], my: Mapping[str, object], their: Mapping[str, object]) -> bool:
    """Whether both only changed or removed rows, and not the same ones."""
    for side in (my, their):
        if any(row not in old for row in side) or list(side) != [row for row in old if row in side]:
            return False
    mine, theirs = ({row for row in old if side.get(row) != old[row]} for side in (my, their))
    return not mine & theirs


def certainly_moved(before: Sequence[str], after: Sequence[str], one: str) -> bool:
    """Whether `one` is in no longest sequence of those that kept their order."""
    positions = [before.index(other) for other in after if other in before]
    if one not in after or one not in before:
        return False
    longest = _longest(positions)
    place, own = positions.index(before.index(one)), before.index(one)
    through = (
        [value for value in positions[:place] if value < own],
        [value for value in positions[place:] if value > own],
    )
    return _longest(through[0]) + 1 + _longest(through[1]) < longest


def _longest(values: Sequence[int]) -> int:
    lengths: list[int] = []
    for index, value in enumerate(values):
        lengths.append(1 + max((lengths[at] for at in range(index) if values[at] < value), default=0))
    return max(lengths, default=0)
