"""Comments on a row follow it when rows are added, removed or moved. A project has an id: its comments need nothing."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from botilbud_desktop.domain.field_path import FieldPath, value_at
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.commented_field import comment_field, commented_path
from botilbud_desktop.domain.notes.records import Comment

Comments = tuple[Comment, ...]

_ROW = re.compile(r"\[[0-9]+\].*", re.DOTALL)


def without_row(field: str) -> str:
    """Returns the field of a comment, or the list of rows that it is in. The id of a project is no number."""
    return _ROW.sub("", field)


def at_moved_rows(
    comments: Comments, path: FieldPath, project_ids: Sequence[str], order: Sequence[int | None]
) -> Comments:
    """Returns the comments after a change of the list at `path`. A comment on a removed row is on its list then.

    Args:
        comments: all comments of the draft.
        path: the list of rows; comments on the list of projects stay as they are.
        project_ids: the ids of the draft's projects, in their order.
        order: for each row of the changed list, the index that it had before; None for a new one.
    """
    if not comments or path == ("projects",):
        return comments
    return tuple(_moved(comment, path, project_ids, order) for comment in comments)


def at_rows_of(merged: Any, comments: Comments, sources: Sequence[Any]) -> Comments:
    """Returns the comments of a merged application. Each is at the row that it was on in the copies that it comes from.

    Where it is not certain which row that is, the comment is on the list of rows.

    Args:
        merged: the merged application.
        comments: its comments.
        sources: the copies that they come from, in any order.
    """
    if not comments:
        return comments
    return tuple(map(_Rows(merged, sources).placed, comments))


class _RowPlace(NamedTuple):
    """Where the row of a comment is by now, and which part of the row the comment is about."""

    row: int
    below: tuple[str | int, ...]


class _Place(NamedTuple):
    """What a copy tells of where a comment is."""

    at: _RowPlace | None
    """None on the list itself, and where it is not certain which row it is."""
    is_exact: bool
    """Whether the copy has just the rows of the merged application."""


class _Rows:
    """Finds the rows of the copies in the merged application."""

    def __init__(self, merged: Any, sources: Sequence[Any]) -> None:
        self._merged = merged
        self._ids = _ids(merged)
        self._sources = tuple(
            (source, _ids(source), {(one.id, without_row(one.field)): one.field for one in source.comments})
            for source in sources
        )
        self._moved: dict[tuple[int, FieldPath], tuple[int | None, ...] | None] = {}

    def placed(self, comment: Comment) -> Comment:
        """Returns the comment at its row in the merged application."""
        field = without_row(comment.field)
        path = commented_path(field, self._ids)
        known = ((number, fields.get((comment.id, field))) for number, (_, _, fields) in enumerate(self._sources))
        at = {number: one for number, one in known if one is not None}
        found = field
        if path is None and len({*at.values()}) == 1:  # a project that is gone
            found = comment.field
        elif path is not None and any(one != field for one in at.values()):
            place = _certain([self._place(number, path, one) for number, one in at.items()])
            found = field if place is None else comment_field(FieldPath((*path, place.row, *place.below)), self._ids)
        return comment if comment.field == found else replace(comment, field=found)

    def _place(self, number: int, rows: FieldPath, field: str) -> _Place:
        moved = self._new_rows(number, rows)
        path = commented_path(field, self._ids) or rows
        row = path[len(rows)] if len(path) > len(rows) else None
        if moved is not None and isinstance(row, int):
            row = moved[row] if row < len(moved) else None
        at = _RowPlace(row, path[len(rows) + 1 :]) if isinstance(row, int) else None
        return _Place(at, is_exact=moved is None)

    def _new_rows(self, number: int, rows: FieldPath) -> tuple[int | None, ...] | None:
        """Returns where each row of a copy's list stands now; None when they are as they were.

        Nothing is known of the rows of a project that the copy has not got any more.
        """
        key = (number, rows)
        if key not in self._moved:
            source, ids, _fields = self._sources[number]
            before = commented_path(comment_field(rows, self._ids), ids)
            old, new = None if before is None else _rows_at(source, before), _rows_at(self._merged, rows)
            self._moved[key] = () if old is None else None if old == new else _moves(old, new)
        return self._moved[key]


def _certain(places: Sequence[_Place]) -> _RowPlace | None:
    """Returns the one row that the copies tell of; None when it is not certain. A copy with just these rows knows."""
    exact = [place for place in places if place.is_exact]
    found = {place.at for place in exact or places} - {None}
    return found.pop() if len(found) == 1 else None


def _moved(comment: Comment, path: FieldPath, ids: Sequence[str], order: Sequence[int | None]) -> Comment:
    found = commented_path(comment.field, ids)
    if found is None or not found.starts_with(path) or len(found) == len(path):
        return comment
    row, below = found[len(path)], found[len(path) + 1 :]
    if not isinstance(row, int):
        return comment
    moved = FieldPath((*path, order.index(row), *below)) if row in order else path
    return comment if moved == found else replace(comment, field=comment_field(moved, ids))


def _moves(before: tuple[Any, ...], after: tuple[Any, ...]) -> tuple[int | None, ...]:
    """Returns where each row stands now; None for a row of which that is not certain."""
    old, new = Counter(before), Counter(after)
    pairs = enumerate(zip(before, after, strict=False))
    same = next((row for row, (one, other) in pairs if one != other), min(len(before), len(after)))
    changed = same if len(before) == len(after) and before[same + 1 :] == after[same + 1 :] else None

    def moved(row: int) -> int | None:
        if row < same or row == changed or (changed is not None and row > changed):
            return row
        return after.index(before[row]) if old[before[row]] == new[before[row]] == 1 else None

    return tuple(map(moved, range(len(before))))


def _rows_at(application: Any, path: FieldPath) -> tuple[Any, ...]:
    try:
        found = value_at(application, path)
    except (LookupError, AttributeError, TypeError):
        return ()
    return found if isinstance(found, tuple) else ()


def _ids(application: Any) -> tuple[str, ...]:
    return tuple(project.id for project in application.projects)
