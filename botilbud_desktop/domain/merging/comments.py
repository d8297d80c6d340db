"""Merges both sides' comments, which are known by their id.

What somebody wrote is never lost without a question: a comment that one side removed and the other changed stays. That
its row has another number by now is no change of a comment; `at_rows_of` finds the row afterwards.
"""

from collections import Counter
from typing import Any

from botilbud_desktop.domain.merging.parts import ABSENT, PendingPath, Record
from botilbud_desktop.domain.merging.values import merged_fields
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import Comment
from botilbud_desktop.domain.notes.row_comments import without_row

_PLACE = PendingPath().below("comments")

type _Key = tuple[str, int]
"""The id, and how many comments before it have the same id (0 except in a file that was assembled by hand)."""


def merged_comments(base: Any, mine: tuple[Comment, ...], theirs: tuple[Comment, ...], record: Record) -> Any:
    """Returns the comments of both sides, the oldest first. `base` is a tuple of comments too, or `ABSENT`.

    One that a side removed is gone when a base shows that the other left it as it was. Without a base it stays. Of a
    comment that both have, each field is merged.
    """
    if mine == theirs:
        return mine
    if base is not ABSENT and theirs == base:
        return record.keep(_PLACE, mine)
    if base is not ABSENT and mine == base:
        return record.take(_PLACE, theirs)
    my, their = _by_key(mine), _by_key(theirs)
    old = {} if base is ABSENT else _by_key(base)
    known = {**their, **my}
    stays = [
        key for key in known if key not in old or (key in my and key in their) or _said(known[key]) != _said(old[key])
    ]
    stays.sort(key=lambda key: (min(side[key].written_at for side in (my, their) if key in side), key))
    if set(stays) != my.keys():
        record.take(_PLACE, None)
    if set(stays) != their.keys():
        record.keep(_PLACE, None)
    return tuple(
        _merged_comment(old.get(key), my[key], their[key], _PLACE.at(index), record)
        if key in my and key in their
        else known[key]
        for index, key in enumerate(stays)
    )


def _merged_comment(
    base: Comment | None, mine: Comment, theirs: Comment, place: PendingPath, record: Record
) -> Comment:
    """Returns a comment that both have. Where only its row has different numbers, it is at mine for now."""
    my, their = _said(mine), _said(theirs)
    if my == their:
        return mine
    merged = merged_fields(ABSENT if base is None else _said(base), my, their, place, record)
    field = mine.field if merged.field == my.field else theirs.field
    return merged if merged.field == field else replace(merged, field=field)


def _said(comment: Comment) -> Comment:
    """Returns the comment with the list that it is on in place of a row."""
    field = without_row(comment.field)
    return comment if field == comment.field else replace(comment, field=field)


def _by_key(comments: tuple[Comment, ...]) -> dict[_Key, Comment]:
    seen: Counter[str] = Counter()
    found: dict[_Key, Comment] = {}
    for comment in comments:
        found[comment.id, seen[comment.id]] = comment
        seen[comment.id] += 1
    return found
