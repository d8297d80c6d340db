"""Half-typed text carried over to another state of the same draft, such as a merged one."""

from collections.abc import Mapping

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.field_path import FieldPath, field_path, project_path, value_at


def carried_over(unfinished: Mapping[str, str], before: Application, after: Application) -> dict[str, str]:
    """The half-typed texts by their paths in `after`; projects are matched by their id.

    What was typed in a field that is gone, or that holds something else now, is left out.
    """
    places = {project.id: index for index, project in enumerate(after.projects)}
    carried: dict[str, str] = {}
    for key, text in unfinished.items():
        path = field_path(key)
        moved = _moved(path, before, places)
        if moved is not None and _is_same(path, before, moved, after):
            carried[str(moved)] = text
    return carried


def _moved(path: FieldPath, before: Application, places: Mapping[str, int]) -> FieldPath | None:
    if path.project is None:
        return path
    if path.project >= len(before.projects):
        return None
    place = places.get(before.projects[path.project].id)
    return None if place is None else FieldPath((*project_path(place), *path[2:]))


def _is_same(path: FieldPath, before: Application, moved: FieldPath, after: Application) -> bool:
    try:
        return bool(value_at(before, path) == value_at(after, moved))
    except (LookupError, AttributeError):
        return False
