"""Merges both sides' comments, which are known by their id.

What somebody wrote is never lost without a question: a comment that one side removed and the other changed stays.
"""

from collections import Counter
from typing import Any

from botilbud_desktop.domain.merging.parts import ABSENT, PendingPath, Record
from botilbud_desktop.domain.merging.values import merged_fields
from botilbud_desktop.domain.notes.records import Comment

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
    stays = [key for key in known if key not in old or (key in my and key in their) or known[key] != old[key]]
    stays.sort(key=lambda key: (min(side[key].written_at for side in (my, their) if key in side), key))
    if set(stays) != my.keys():
        record.take(_PLACE, None)
    if set(stays) != their.keys():
        record.keep(_PLACE, None)
    return tuple(
        merged_fields(old.get(key, ABSENT), my[key], their[key], _PLACE.at(index), record)
        if key in my and key in their
        else known[key]
        for index, key in enumerate(stays)
    )


def _by_key(comments: tuple[Comment, ...]) -> dict[_Key, Comment]:
    seen: Counter[str] = Counter()
    found: dict[_Key, Comment] = {}
    for comment in comments:
        found[comment.id, seen[comment.id]] = comment
        seen[comment.id] += 1
    return found
