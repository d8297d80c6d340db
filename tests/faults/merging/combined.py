"""What is true of a merged draft: each value is the one of a side, which now includes all edits of both."""

from __future__ import annotations

from botilbud_desktop.domain.application import Application
from tests.faults.merging.edits import Editor
from tests.faults.merging.known import Draft, Fact, Key, rows_of, seen
from tests.faults.merging.known_comments import place_seen
from tests.faults.merging.lists import owned, row_owners, set_owners


def combined(mine: Draft, theirs: Draft, merged: Application, decided: set[Key], editor: Editor) -> Draft:
    """Returns the draft of a merge. What the user decided is an edit of its own."""
    facts: dict[Key, Fact] = {}
    lists: dict[str, tuple[str, ...]] = {**theirs.lists, **mine.lists}
    lists["projects"] = tuple(project.id for project in merged.projects)
    for key in {*mine.facts, *theirs.facts}:
        facts[key] = _fact(key, mine.fact(key), theirs.fact(key), merged, decided, editor)
    draft = Draft(facts, lists)
    for owner in row_owners(lists["projects"]):
        by_value = {
            fact.value: row
            for side in (theirs, mine)
            for row in side.lists.get(owner, ())
            for fact in (side.fact(("row", owner, row)),)
        }
        draft = draft.ordered(owner, (by_value[value] for value in rows_of(merged, owner)))
    for owner in set_owners(lists["projects"]):
        draft = draft.ordered(owner, rows_of(merged, owner))
    draft = draft.ordered("comments", (comment.id for comment in merged.comments))
    for one in draft.lists["comments"]:
        place, key = place_seen(merged, draft, one), ("comment", one, "at")
        if place is not None and place != draft.fact(key).value:
            draft = draft.set(key, place, editor.next_number())
    return draft


def _fact(key: Key, mine: Fact, theirs: Fact, merged: Application, decided: set[Key], editor: Editor) -> Fact:
    known = mine.known | theirs.known
    is_moved = key[0] in ("order", "moved")
    value = max(mine.value or 0, theirs.value or 0) if is_moved else seen_value(key, mine, theirs, merged)
    if decided & _asked_as(key):
        number = editor.next_number()
        return Fact(value, number, known | {number})
    source = next((side for side in (mine, theirs) if side.value == value), None)
    if source is not None and mine.value == theirs.value:
        source = mine if theirs.head in mine.known else theirs if mine.head in theirs.known else mine
    if source is None:
        number = editor.next_number()
        return Fact(value, number, known | {number})
    return Fact(value, source.head, known)


def seen_value(key: Key, mine: Fact, theirs: Fact, merged: Application) -> object:
    """Returns the value in the merged application; of a project that is gone, the last one there was."""
    if key[0] == "comment" and (len(key) == 3 and (key[2] == "at" or seen(merged, key[:2]) is None)):
        return mine.value or theirs.value
    if key[0] in ("row", "item"):
        rows = rows_of(merged, key[1])
        return next((fact.value for fact in (mine, theirs) if fact.value is not None and fact.value in rows), None)
    if key[0] == "project" and len(key) == 3 and seen(merged, key[:2]) is None:
        return mine.value
    return seen(merged, key)


def _asked_as(key: Key) -> set[Key]:
    """Returns the questions in which a fact is decided."""
    if key[0] in ("row", "item"):
        return {("rows", key[1]), ("project", owned(key[1]))}
    if key[0] == "project":
        return {key, key[:2]}
    return {("order",)} if key[0] in ("order", "moved") else {key}
