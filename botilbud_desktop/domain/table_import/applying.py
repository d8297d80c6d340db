"""Applies an import: sets the imported fields of the projects, and changes nothing else."""

from collections.abc import Callable

from botilbud_desktop.domain.application import PlaceGroup, Project
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.editing.new_draft import new_project
from botilbud_desktop.domain.editing.row_changes import (
    eligible_rows,
    has_places,
    undivided_places,
    with_rows_replaced,
)
from botilbud_desktop.domain.field_path import field_path, project_path, with_value
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.headings import NAME
from botilbud_desktop.domain.table_import.plan import Plan
from botilbud_desktop.domain.table_import.reading import EMPTY_VERDICTS, ReadCell, Verdict
from botilbud_desktop.domain.web_form.field_kind import FieldKind, kind_of, year_of


def applied(plan: Plan, before: Snapshot, round_: Round, new_id: Callable[[], str]) -> Snapshot:
    """Returns the draft after the import. Cells that were not understood become half-typed text.

    Raises:
        ValueError: the form has no room for so many projects.
    """
    if plan.is_too_much:
        raise ValueError("more projects than the form has room for")
    after = Snapshot(before.application, dict(before.half_typed))
    for row in plan.rows:
        if not row.is_update:
            projects = (*after.application.projects, new_project(round_, new_id()))
            after = after._replace(application=replace(after.application, projects=projects))
        for path, cell in row.cells.items():
            if cell.verdict in EMPTY_VERDICTS:
                continue
            if kind_of(path) is FieldKind.EXPANSION:
                after = _with_count(after, row.project_index, int(year_of(path)), cell, round_)
            else:
                after = _with_cell(after, row.project_index, path, cell)
    return after


def places_given_up(project: Project, year: str, cell: ReadCell, round_: Round) -> tuple[PlaceGroup, ...]:
    """Returns the groups of places whose division by legal basis the cell's number would replace."""
    groups = tuple(project.places[row] for row in eligible_rows(project, int(year), round_))
    if cell.verdict in EMPTY_VERDICTS or len(groups) < 2 or cell.value == sum(group.count for group in groups):
        return ()
    return groups


def _with_cell(before: Snapshot, index: int, path: str, cell: ReadCell) -> Snapshot:
    """Sets the value of a field; what was not understood is half-typed."""
    field = field_path(path.replace("[]", f"[{index}]", 1))
    half_typed = {key: text for key, text in before.half_typed.items() if key != str(field)}
    value = cell.value
    if cell.verdict is Verdict.NOT_UNDERSTOOD:
        half_typed[str(field)] = cell.shown
        value = "" if path == NAME else None
    return Snapshot(with_value(before.application, field, value), half_typed)


def _with_count(before: Snapshot, index: int, year: int, cell: ReadCell, round_: Round) -> Snapshot:
    """Sets a project's number of new places of a year."""
    count = cell.value if isinstance(cell.value, int) else 0
    is_understood = cell.verdict is not Verdict.NOT_UNDERSTOOD
    if is_understood and has_places(before, index, year, count, round_):
        return before
    project, path = before.application.projects[index], project_path(index) / "places"
    groups = [undivided_places(project, year, count, round_)] if count or not is_understood else []
    after, at = with_rows_replaced(before, path, eligible_rows(project, year, round_), groups)
    if is_understood:
        return after
    return after._replace(half_typed={**after.half_typed, str(path / at / "count"): cell.shown})
