"""Rows of a draft that others take the place of, as in an import; half-typed texts and comments stay with theirs."""

from collections.abc import Collection, Sequence
from typing import Any

from botilbud_desktop.domain.application import Origin, PlaceGroup, Project
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.editing.half_typed import at_moved_rows
from botilbud_desktop.domain.field_path import FieldPath, project_path, value_at, with_value
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.row_comments import at_moved_rows as comments_at_moved_rows
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.totals import is_eligible_expansion


def with_rows_replaced(
    before: Snapshot, path: FieldPath, gone: Collection[int], rows: Sequence[Any]
) -> tuple[Snapshot, int]:
    """Replaces rows of the list at `path` by others, and returns the index of the first new one too.

    The new ones stand where the first of the replaced ones did, without any at the end.

    Args:
        before: the draft.
        path: the list.
        gone: the indices of the rows that are replaced.
        rows: the new ones.
    """
    items: tuple[Any, ...] = value_at(before.application, path)
    order: list[int | None] = [index for index in range(len(items)) if index not in gone]
    at = sum(1 for index in order if index is not None and index < min(gone, default=len(items)))
    order[at:at] = [None] * len(rows)
    new = iter(rows)
    changed = tuple(next(new) if index is None else items[index] for index in order)
    application = with_value(before.application, path, changed)
    if application.comments:
        ids = [project.id for project in application.projects]
        comments = comments_at_moved_rows(application.comments, path, ids, order)
        application = replace(application, comments=comments)
    return Snapshot(application, at_moved_rows(before.half_typed, path, order)), at


def eligible_rows(project: Project, year: int, round_: Round) -> tuple[int, ...]:
    """Returns the indices of the new places of a year under the legal bases that the pool covers."""
    groups = enumerate(project.places)
    return tuple(at for at, group in groups if group.year == year and is_eligible_expansion(group, round_))


def has_places(before: Snapshot, index: int, year: int, count: int, round_: Round) -> bool:
    """Whether a project has just that many places of a year already, so that nothing need be changed."""
    project, path = before.application.projects[index], project_path(index) / "places"
    rows = eligible_rows(project, year, round_)
    is_half_typed = any(str(path / row / "count") in before.half_typed for row in rows)
    return not is_half_typed and count == sum(project.places[row].count for row in rows)


def undivided_places(project: Project, year: int, count: int, round_: Round) -> PlaceGroup:
    """Returns the group that stands for a number of places of a year of which no more is known.

    A single group keeps its legal basis; several become one of the round's usual legal basis.
    """
    groups = [project.places[row] for row in eligible_rows(project, year, round_)]
    basis = groups[0].legal_basis if len(groups) == 1 else round_.usual_basis
    stays = {group.stay for group in groups}
    stay = stays.pop() if len(stays) == 1 else None
    return PlaceGroup(year=year, legal_basis=basis, origin=Origin.NEW, count=count, stay=stay)
