"""Changes of a draft's list of comments: written, answered, ticked off, reopened, deleted."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import Comment

COMMENTS = FieldPath(("comments",))
MOST_COMMENTS = 1_000
"""A draft file holds no longer list."""

Comments = tuple[Comment, ...]


class Signature(NamedTuple):
    """Who writes a comment, and when."""

    author: str
    at: datetime


Sign = Callable[[], Signature]
"""Returns who writes now."""


def is_about_comments(path: FieldPath | None) -> bool:
    """Whether a change at `path` changed nothing but comments."""
    return path is not None and path[:1] == COMMENTS


def written(comments: Comments, comment: Comment, place: int | None = None) -> Comments:
    """Returns the comments with this one, in place of the one with the same id; one without words is removed.

    A new one comes last, or where it stood: at index `place`.
    """
    others = tuple(one for one in comments if one.id != comment.id)
    if not comment.text.strip():
        return others
    if len(others) == len(comments):
        at = len(others) if place is None else place
        return (*others[:at], comment, *others[at:])
    return tuple(comment if one.id == comment.id else one for one in comments)


def with_own_ids(comments: Comments) -> Comments:
    """Returns the comments with an id for each: of those that share one, the later ones get another, always the same.

    Files that were assembled by hand have such comments. They would overwrite each other.
    """
    known = {comment.id for comment in comments}
    if len(known) == len(comments):
        return comments
    seen: Counter[str] = Counter()
    own: list[Comment] = []
    for comment in comments:
        name, first = comment.id, not seen[comment.id]
        seen[name] += 1
        if not first:
            while (name := f"{comment.id}~{seen[comment.id]}") in known:
                seen[comment.id] += 1
            known.add(name)
        own.append(comment if first else replace(comment, id=name))
    return tuple(own)


def ticked(comments: Comments, comment: Comment, *, done: bool) -> Comments:
    """Returns the comments with this one ticked off, or reopened."""
    changed = replace(comment, done=done)
    return tuple(changed if one == comment else one for one in comments)


def without(comments: Comments, comment: Comment) -> Comments:
    """Returns the other comments."""
    return tuple(one for one in comments if one != comment)


def first_difference(before: Comments, after: Comments) -> Comment | None:
    """Returns the first comment that was written, changed or removed; None when there is none."""
    old, new = ({one.id: one for one in side} for side in (before, after))
    for one, other in ((new, old), (old, new)):
        for name, comment in one.items():
            if other.get(name) != comment:
                return comment
    return None
