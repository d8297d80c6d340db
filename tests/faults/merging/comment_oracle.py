"""Judges what a merge made of the comments: none is lost, none comes back, and each is where it was written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from botilbud_desktop.domain.merging.merge import Merge
from tests.faults.merging.known import Draft, Fact, Key, rows_of
from tests.faults.merging.known_comments import comment_of
from tests.faults.merging.lists import list_name, owned

_CHANGEABLE = ("text", "done")


class CommentJudge:
    """Judges the comments of one merge. A comment is never asked about as a whole: what is doubtful stays."""

    def __init__(self, base: Draft | None, mine: Draft, theirs: Draft, found: Merge, asked: AbstractSet[Key]) -> None:
        self._base = base
        self._mine = mine
        self._theirs = theirs
        self._found = found
        self._asked = asked

    def faults(self) -> Iterator[str]:
        """Yields what is wrong with the comments."""
        sides = [set(side.lists["comments"]) for side in (self._mine, self._theirs)]
        ids = [comment.id for comment in self._found.merged.comments]
        if len(set(ids)) < len(ids):
            yield "equal values: a comment is there twice"
        for one in sorted(sides[0] | sides[1]):
            if one not in sides[0] or one not in sides[1]:
                yield from self._of_one_side(one)
            else:
                for name in _CHANGEABLE:
                    yield from self._of_part(("comment", one, name))
            yield from self._of_place(one)
        for key in self._asked:
            if key[0] == "comment" and key[2] not in _CHANGEABLE:
                yield f"needless question: {key}"

    def _of_one_side(self, one: str) -> Iterator[str]:
        is_there = comment_of(self._found.merged, one) is not None
        has = self._mine if one in self._mine.lists["comments"] else self._theirs
        if self._base is None or one not in self._base.lists["comments"]:
            if not is_there:
                yield f"one-sided lost: comment {one} was written"
            return
        keys = [("comment", one, name) for name in _CHANGEABLE]
        is_changed = any(has.fact(key).value != self._base.fact(key).value for key in keys)
        if is_changed and not is_there:
            yield f"two-sided unasked: comment {one} was changed here and deleted there"
        if is_there and not is_changed:
            yield f"one-sided lost: comment {one} was deleted"

    def _of_part(self, key: Key) -> Iterator[str]:
        mine, theirs = self._mine.fact(key), self._theirs.fact(key)
        comment = comment_of(self._found.merged, key[1])
        merged = None if comment is None else getattr(comment, key[2])
        if mine.value == theirs.value:
            if key in self._asked or merged != mine.value:
                yield f"equal values: {key}"
        elif self._base is None or key[1] not in self._base.lists["comments"]:
            if key not in self._asked:
                yield f"unasked without an ancestor: {key}"
        else:
            yield from self._of_changed(key, mine, theirs, self._base.fact(key), merged)

    def _of_changed(self, key: Key, mine: Fact, theirs: Fact, old: Fact, merged: object) -> Iterator[str]:
        if old.value not in (mine.value, theirs.value):
            if key not in self._asked:
                yield f"two-sided unasked: {key}"
        elif key in self._asked:
            yield f"needless question: {key}"
        elif merged != (theirs.value if mine.value == old.value else mine.value):
            yield f"one-sided lost: {key}"

    def _of_place(self, one: str) -> Iterator[str]:
        """A comment on a row is on that row, whatever else became of it, or on the list."""
        comment = comment_of(self._found.merged, one)
        places = [side.fact(("comment", one, "at")).value for side in (self._mine, self._theirs)]
        at = next(place for place in places if place is not None)
        if comment is None or at[0] not in ("row", "list"):
            return
        owner = at[1]
        rows, name = rows_of(self._found.merged, owner), list_name(owner)
        if owner != "emails" and owned(owner) not in {project.id for project in self._found.merged.projects}:
            return
        path, _, number = comment.field.partition(f"{name}[")
        if not number:
            if not comment.field.endswith(name):
                yield f"one-sided lost: comment {one} is nowhere"
            elif all(place is None or place[0] == "row" for place in places) and self._is_certain(owner, at):
                yield f"one-sided lost: comment {one} is on the list, its row is there"
            return
        key = ("row", owner, at[2]) if at[0] == "row" else None
        row = int(number.rstrip("]"))
        values = {side.fact(key).value for side in (self._mine, self._theirs, self._base) if side and key}
        if row >= len(rows) or (rows[row] not in values - {None} and not self._looks_changed(owner, row, rows)):
            yield f"one-sided lost: comment {one} is at another row of {path}{name}"

    def _is_certain(self, owner: str, at: Key) -> bool:
        """Whether the row is there and both have the same rows: then there is no doubt where it is."""
        for side in (self._mine, self._theirs):
            is_there = owner == "emails" or owned(owner) in side.lists["projects"]
            if not is_there or at[2] not in side.lists[owner]:
                return False
        mine, theirs = (
            [side.fact(("row", owner, row)).value for row in side.lists.get(owner, ())]
            for side in (self._mine, self._theirs)
        )
        return mine == theirs == rows_of(self._found.merged, owner)

    def _looks_changed(self, owner: str, row: int, rows: Sequence[object]) -> bool:
        """Whether one row alone is another: nobody can see that it was removed and a new one added there."""
        for side in (self._mine, self._theirs):
            values = [side.fact(("row", owner, one)).value for one in side.lists.get(owner, ())]
            if len(values) == len(rows) and values[:row] == rows[:row] and values[row + 1 :] == rows[row + 1 :]:
                return True
        return False
