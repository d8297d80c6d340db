"""Half-typed text carried over to another state of the same draft, such as a merged one."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.field_path import FieldPath, field_path, project_path, value_at


def carried_over(half_typed: Mapping[str, str], before: Application, after: Application) -> dict[str, str]:
    """Returns the half-typed texts by their paths in `after`; projects are matched by their id.

    Left out are texts of a field that is gone or has another value now, and texts of a project whose id occurs twice
    (in a file that was assembled by hand). Texts of a row are also left out unless an equal row has the same index and
    occurs as often as before: a row that was inserted in front must not get the text.
    """
    indices = _indices(after.projects)
    carried: dict[str, str] = {}
    for key, text in half_typed.items():
        path = field_path(key)
        moved = _moved(path, before, indices)
        if moved is not None and _is_same(path, before, moved, after):
            carried[str(moved)] = text
    return carried


def _indices(projects: Sequence[Project]) -> dict[str, int]:
    """Returns the indices of the projects whose id occurs once."""
    count = Counter(project.id for project in projects)
    return {project.id: index for index, project in enumerate(projects) if count[project.id] == 1}


def _moved(path: FieldPath, before: Application, indices: Mapping[str, int]) -> FieldPath | None:
    if path.project is None:
        return path
    if path.project not in _indices(before.projects).values():
        return None
    index = indices.get(before.projects[path.project].id)
    return None if index is None else FieldPath((*project_path(index), *path[2:]))


def _is_same(path: FieldPath, before: Application, moved: FieldPath, after: Application) -> bool:
    try:
        rows = (_is_same_row(path[:end], before, moved[:end], after) for end in _rows_on(path))
        return value_at(before, path) == value_at(after, moved) and all(rows)
    except (LookupError, AttributeError):
        return False


def _rows_on(path: FieldPath) -> Iterator[int]:
    """Returns the lengths of the parts of the path that lead to a row of a list."""
    above = 0 if path.project is None else 2
    return (end for end, part in enumerate(path, 1) if end > above and isinstance(part, int))


def _is_same_row(
    path: tuple[str | int, ...], before: Application, moved: tuple[str | int, ...], after: Application
) -> bool:
    row, other = value_at(before, FieldPath(path)), value_at(after, FieldPath(moved))
    rows, others = value_at(before, FieldPath(path[:-1])), value_at(after, FieldPath(moved[:-1]))
    return bool(row == other and rows.count(row) == others.count(row))


def at_moved_rows(
    half_typed: Mapping[str, str], path: FieldPath, order: Sequence[int | None], copied: int | None = None
) -> dict[str, str]:
    """Returns the half-typed texts after a change of the list at `path`; those of a row that is gone are left out.

    `order` has for each row the index that it had before, None for a new one. The text of the row that was `copied` is
    also that of the row after it.
    """
    moved: dict[str, str] = {}
    for key, text in half_typed.items():
        text_path = field_path(key)
        if not text_path.starts_with(path):
            moved[key] = text
        elif isinstance(index := text_path[len(path)], int) and index in order:
            below, place = text_path[len(path) + 1 :], order.index(index)
            moved[str(FieldPath((*path, place, *below)))] = text
            if index == copied:
                moved[str(FieldPath((*path, place + 1, *below)))] = text
    return moved
