"""The comments of a draft whose values know their past. A comment is on a field, on a row, or on a list of rows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.notes.records import Comment
from tests.faults.merging.lists import list_name, owned

if TYPE_CHECKING:
    from tests.faults.merging.known import Draft, Key

_START = datetime(2026, 1, 1, tzinfo=UTC)


def comments_of(draft: Draft) -> tuple[Comment, ...]:
    """Returns the comments as the program sees them."""
    return tuple(_comment(draft, one) for one in draft.lists["comments"])


def _comment(draft: Draft, one: str) -> Comment:
    text, done, at = (draft.fact(("comment", one, name)).value for name in ("text", "done", "at"))
    return Comment(
        id=one,
        field=_field(draft, at),
        text=text,
        author="A",
        written_at=_START + timedelta(seconds=int(one[1:])),
        done=done,
    )


def _field(draft: Draft, at: Key) -> str:
    """Returns the field of a comment; one whose row is gone is on the list."""
    if at[0] not in ("row", "list"):
        return at[0] if len(at) == 1 else f"projects[{at[1]}].{at[2]}"
    owner = at[1]
    name = "contacts.emails" if owner == "emails" else f"projects[{owned(owner)}].{list_name(owner)}"
    rows = draft.lists.get(owner, ())
    return f"{name}[{rows.index(at[2])}]" if at[0] == "row" and at[2] in rows else name


def comment_of(application: Application, one: str) -> Comment | None:
    """Returns the comment with this id."""
    return next((comment for comment in application.comments if comment.id == one), None)


def seen_in_comment(application: Application, key: Key) -> Any:
    """Returns a fact of a comment in an application: whether it is there, its text, its tick, its field."""
    comment = comment_of(application, key[1])
    if comment is None:
        return None
    return True if len(key) == 2 else {"text": comment.text, "done": comment.done, "at": comment.field}[key[2]]


def place_seen(application: Application, draft: Draft, one: str) -> Key | None:
    """Returns where a comment of a merged application is, in the terms of the draft, which has the merged rows.

    None for a place that there is not.
    """
    comment = comment_of(application, one)
    at = draft.fact(("comment", one, "at")).value
    if comment is None or at[0] not in ("row", "list"):
        return at if comment is None or comment.field == _field(draft, at) else None
    owner = at[1]
    if comment.field == _field(draft, ("list", owner)):
        return ("list", owner)
    at_row = (("row", owner, row) for row in draft.lists[owner] if comment.field == _field(draft, ("row", owner, row)))
    return next(at_row, None)
