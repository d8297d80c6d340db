"""The field that a comment is about. Its project is named by id, not by number, so that the comment follows it."""

import re
from collections.abc import Mapping, Sequence

from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.domain.notes.records import Comment

_OF_PROJECT = re.compile(r"projects\[([^\[\]]+)\](.*)", re.DOTALL)


def comment_field(path: FieldPath, project_ids: Sequence[str]) -> str:
    """Returns the field at `path` as a comment names it: `projects[<id>].loan.2025`.

    Args:
        path: a path of the draft.
        project_ids: the ids of its projects, in their order.
    """
    if path.project is None:
        return str(path)
    rest = str(FieldPath(("", *path[2:]))) if len(path) > 2 else ""
    return f"projects[{project_ids[path.project]}]{rest}"


def commented_path(field: str, project_ids: Sequence[str]) -> FieldPath | None:
    """Returns the path of the field that a comment names; None when its project is gone, or no field is named.

    The path need not exist: a row may have been deleted since.
    """
    found = _OF_PROJECT.fullmatch(field)
    if found is None:
        return field_path(field) or None
    project_id, rest = found.groups()
    if project_id not in project_ids:
        return None
    return FieldPath(("projects", project_ids.index(project_id), *field_path(rest)))


def project_id_of(comment: Comment) -> str | None:
    """Returns the id of the project that the comment is about, or None."""
    found = _OF_PROJECT.fullmatch(comment.field)
    return None if found is None else found[1]


def field_with_ids(field: str, new_ids: Mapping[str, str]) -> str:
    """Returns the field of a comment with the new id of its project, where it has one."""
    found = _OF_PROJECT.fullmatch(field)
    if found is None:
        return field
    project_id, rest = found.groups()
    return f"projects[{new_ids.get(project_id, project_id)}]{rest}"
