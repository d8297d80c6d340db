"""Applies an import: sets the imported fields of the projects, and changes nothing else."""

from collections.abc import Callable, Mapping

from botilbud_desktop.domain.application import Origin, PlaceGroup, Project
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.editing.new_draft import new_project
from botilbud_desktop.domain.field_path import FieldPath, field_path, project_path, with_value
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.headings import NAME
from botilbud_desktop.domain.table_import.plan import Plan
from botilbud_desktop.domain.table_import.reading import EMPTY_VERDICTS, ReadCell, Verdict
from botilbud_desktop.domain.totals import is_eligible_expansion
from botilbud_desktop.domain.web_form.field_kind import FieldKind, kind_of, year_of


def applied(plan: Plan, before: Snapshot, round_: Round, new_id: Callable[[], str]) -> Snapshot:
    """Returns the draft after the import. Cells that were not understood become half-typed text.

    Raises:
        ValueError: the form has no room for so many projects.
    """
    if plan.is_too_much:
        raise ValueError("more projects than the form has room for")
    application, half_typed = before.application, dict(before.half_typed)
    for row in plan.rows:
        if not row.is_update:
            project = new_project(round_, new_id())
            application = replace(application, projects=(*application.projects, project))
        for path, cell in row.cells.items():
            if cell.verdict in EMPTY_VERDICTS:
                continue
            project = application.projects[row.project_index]
            if kind_of(path) is FieldKind.EXPANSION:
                groups = _Places(project, year_of(path), row.project_index, round_)
                project, half_typed = groups.with_count(cell, half_typed)
            else:
                project = _with_cell(project, path, cell, row.project_index, half_typed)
            application = with_value(application, project_path(row.project_index), project)
    return Snapshot(application, half_typed)


def places_given_up(project: Project, year: str, cell: ReadCell, round_: Round) -> tuple[PlaceGroup, ...]:
    """Returns the groups of places whose division by legal basis the cell's number would replace."""
    groups = _eligible(project, year, round_)
    if cell.verdict in EMPTY_VERDICTS or len(groups) < 2 or cell.value == sum(group.count for group in groups):
        return ()
    return groups


def _with_cell(project: Project, path: str, cell: ReadCell, index: int, half_typed: dict[str, str]) -> Project:
    """Sets the value of a field, and updates `half_typed`."""
    field = field_path(path.replace("[]", f"[{index}]", 1))
    half_typed.pop(str(field), None)
    value = cell.value
    if cell.verdict is Verdict.NOT_UNDERSTOOD:
        half_typed[str(field)] = cell.shown
        value = "" if path == NAME else None
    changed: Project = with_value(project, FieldPath(field[2:]), value)
    return changed


class _Places:
    """A project's new places of one year under the legal bases that the pool covers."""

    def __init__(self, project: Project, year: str, index: int, round_: Round) -> None:
        self._project = project
        self._year = year
        self._basis = round_.usual_basis
        self._path = project_path(index) / "places"
        eligible = set(map(id, _eligible(project, year, round_)))
        self._positions = [position for position, group in enumerate(project.places) if id(group) in eligible]

    def with_count(self, cell: ReadCell, half_typed: dict[str, str]) -> tuple[Project, dict[str, str]]:
        """Returns the project with the cell's number of places in that year, and the half-typed texts by new path.

        A single group keeps its legal basis; several become one of the round's usual legal basis.
        """
        places = self._project.places
        is_half_typed = any(str(self._path / position / "count") in half_typed for position in self._positions)
        if cell.value == sum(places[position].count for position in self._positions) and not is_half_typed:
            return self._project, half_typed
        count = cell.value if isinstance(cell.value, int) else 0
        is_kept = bool(count) or cell.verdict is Verdict.NOT_UNDERSTOOD
        at = self._positions[0] if self._positions else len(places)
        basis = places[at].legal_basis if len(self._positions) == 1 else self._basis
        stays = {places[position].stay for position in self._positions}
        stay = stays.pop() if len(stays) == 1 else None
        group = PlaceGroup(year=int(self._year), legal_basis=basis, origin=Origin.NEW, count=count, stay=stay)
        order: list[int | None] = [position for position in range(len(places)) if position not in self._positions]
        if is_kept:
            order.insert(sum(1 for position in order if position is not None and position < at), None)
        changed = tuple(group if position is None else places[position] for position in order)
        texts = self._moved(half_typed, order)
        if cell.verdict is Verdict.NOT_UNDERSTOOD:
            texts[str(self._path / order.index(None) / "count")] = cell.shown
        return replace(self._project, places=changed), texts

    def _moved(self, half_typed: Mapping[str, str], order: list[int | None]) -> dict[str, str]:
        moved: dict[str, str] = {}
        for key, text in half_typed.items():
            path = field_path(key)
            if not path.starts_with(self._path):
                moved[key] = text
            elif isinstance(position := path[len(self._path)], int) and position in order:
                moved[str(FieldPath((*self._path, order.index(position), *path[len(self._path) + 1 :])))] = text
        return moved


def _eligible(project: Project, year: str, round_: Round) -> tuple[PlaceGroup, ...]:
    groups = (group for group in project.places if str(group.year) == year)
    return tuple(group for group in groups if is_eligible_expansion(group, round_))
