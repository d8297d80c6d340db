"""Merges both sides' comments, which are known by their id.

What somebody wrote is never lost without a question: a comment that one side removed and the other changed stays. That
its row has another number by now is no change of a comment; `at_rows_of` finds the row afterwards. Who wrote it, and
when, goes with the words.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from botilbud_desktop.domain.merging.parts import ABSENT, PendingPath, Record
from botilbud_desktop.domain.merging.values import merged_fields
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import Comment
from botilbud_desktop.domain.notes.row_comments import without_row

_PLACE = PendingPath().below("comments")

type _Key = tuple[str, int]
"""The id, and how many comments before it have the same id."""

_APART = 1_000_000
"""Added to the number of a comment of theirs that has the id of another one of mine."""


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
    old = {} if base is ABSENT else _by_key(base)
    my, their = _by_key(mine), _by_key(theirs)
    if base is not ABSENT:
        their = {(key[0], key[1] + _APART * _are_apart(key, old, my, their)): one for key, one in their.items()}
    known = {**their, **my}
    stays = [
        key for key in known if key not in old or (key in my and key in their) or _said(known[key]) != _said(old[key])
    ]
    sides = [side for side in (old, my, their) if side]
    times = [_times(side) for side in sides]
    stays.sort(key=lambda key: _place_in_time(key, sides, times))
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


def _are_apart(key: _Key, *sides: Mapping[_Key, Comment]) -> bool:
    """Whether both sides wrote a comment with this id that the base has not: these are two comments."""
    old, my, their = sides
    return key not in old and key in my and _said(my[key]) != _said(their[key])


def _times(comments: Mapping[_Key, Comment]) -> dict[_Key, datetime]:
    """Returns since when each comment has stood where it does: one whose words changed is older than what follows."""
    times: dict[_Key, datetime] = {}
    latest: datetime | None = None
    for key, comment in reversed([*comments.items()]):
        latest = comment.written_at if latest is None else min(latest, comment.written_at)
        times[key] = latest
    return times


def _place_in_time(
    key: _Key, sides: Sequence[Mapping[_Key, Comment]], times: Sequence[Mapping[_Key, datetime]]
) -> tuple[datetime, float, str, str, int, tuple[str, str, bool]]:
    """Returns what the comments are sorted by. Of two that have stood as long, the one with newer words came first.

    Two that share an id and are apart come in an order of their own, whichever side each is on.
    """
    comments = [side[key] for side in sides if key in side]
    newest = max(comment.written_at.timestamp() for comment in comments)
    text = min(comment.text for comment in comments)
    told = min((comment.author, comment.field, comment.done) for comment in comments)
    return min(side[key] for side in times if key in side), -newest, text, key[0], key[1] % _APART, told


def _merged_comment(
    base: Comment | None, mine: Comment, theirs: Comment, place: PendingPath, record: Record
) -> Comment:
    """Returns a comment that both have. Where only its row has different numbers, it is at mine for now."""
    my, their = _said(mine), _said(theirs)
    if my == their:
        return mine
    old = None if base is None else _said(base)
    if my.text == their.text:
        merged = merged_fields(ABSENT if old is None else old, my, their, place, record)
    else:
        merged = merged_fields(ABSENT if old is None else _signed(old, my), my, _signed(their, my), place, record)
        sides = (my, their)
        author = next(
            (one for one in sides if one.text == merged.text), max(sides, key=lambda one: (one.written_at, one.author))
        )
        merged = _signed(merged, author)
    field = mine.field if merged.field == my.field else theirs.field
    return merged if merged.field == field else replace(merged, field=field)


def _signed(comment: Comment, other: Comment) -> Comment:
    """Returns the comment with the author and the time of another one."""
    return replace(comment, author=other.author, written_at=other.written_at)


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
