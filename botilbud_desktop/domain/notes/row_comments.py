"""Comments on a row follow it when rows are added, removed or moved. A project has an id: its comments need nothing."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from botilbud_desktop.domain.field_path import FieldPath, value_at
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.commented_field import comment_field, commented_path
from botilbud_desktop.domain.notes.records import Comment

Comments = tuple[Comment, ...]


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
    """Returns the comments of a merged application. Each is at the row that it was on in the copy that it comes from.

    Where it is not certain which row that is, the comment is on the list of rows.

    Args:
        merged: the merged application.
        comments: its comments.
        sources: the copies that they come from, the first one first.
    """
    if not comments:
        return comments
    return tuple(map(_Rows(merged, sources).placed, comments))


class _Rows:
    """Finds the rows of the copies in the merged application."""

    def __init__(self, merged: Any, sources: Sequence[Any]) -> None:
        self._merged = merged
        self._ids = _ids(merged)
        self._sources = tuple(
            (source, _ids(source), {(one.id, one.field) for one in source.comments}) for source in sources
        )
        self._moved: dict[tuple[int, FieldPath], tuple[int | None, ...] | None] = {}

    def placed(self, comment: Comment) -> Comment:
        """Returns the comment at its row in the merged application."""
        path = commented_path(comment.field, self._ids)
        end = None if path is None else _end_of_list(path)
        if path is None or end is None or not isinstance(row := path[end], int):
            return comment
        moved = self._new_rows(comment, FieldPath(path[:end]))
        if moved is None:
            return comment
        there = moved[row] if row < len(moved) else None
        parts = path[:end] if there is None else (*path[:end], there, *path[end + 1 :])
        return comment if parts == path else replace(comment, field=comment_field(FieldPath(parts), self._ids))

    def _new_rows(self, comment: Comment, rows: FieldPath) -> tuple[int | None, ...] | None:
        """Returns where each row of the list at `rows` stands now; None when they are as they were."""
        for number, (source, ids, own) in enumerate(self._sources):
            if (comment.id, comment.field) in own:
                key = (number, rows)
                if key not in self._moved:
                    before = commented_path(comment_field(rows, self._ids), ids)
                    old = () if before is None else _rows_at(source, before)
                    new = _rows_at(self._merged, rows)
                    self._moved[key] = None if old == new else _moves(old, new)
                return self._moved[key]
        return None


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
    same = next((row for row, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), len(before))
    changed = same if len(before) == len(after) and before[same + 1 :] == after[same + 1 :] else None

    def moved(row: int) -> int | None:
        if row < same or row == changed or (changed is not None and row > changed):
            return row
        return after.index(before[row]) if old[before[row]] == new[before[row]] == 1 else None

    return tuple(map(moved, range(len(before))))


def _end_of_list(path: FieldPath) -> int | None:
    """Returns how many parts of the path lead to the first list of rows on it; None when it leads into none."""
    start = 0 if path.project is None else 2
    return next((index for index in range(start, len(path)) if isinstance(path[index], int)), None)


def _rows_at(application: Any, path: FieldPath) -> tuple[Any, ...]:
    try:
        found = value_at(application, path)
    except (LookupError, AttributeError, TypeError):
        return ()
    return found if isinstance(found, tuple) else ()


def _ids(application: Any) -> tuple[str, ...]:
    return tuple(project.id for project in application.projects)
