"""Puts values that were found into a draft: into new projects, or into existing ones. Nothing else is changed.

What stands in a draft is never replaced unsaid: `replaced` lists it before anything is done.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from botilbud_desktop.domain.application import CapacityToday, DailyRate, PlaceGroup
from botilbud_desktop.domain.cost_plan import CostBasis, CostLine, CostPlan, Unit
from botilbud_desktop.domain.document_import.proposal import Proposed
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.editing.new_draft import new_project
from botilbud_desktop.domain.editing.row_changes import (
    eligible_rows,
    has_places,
    undivided_places,
    with_rows_replaced,
)
from botilbud_desktop.domain.field_path import FieldPath, field_path, project_path, value_at, with_value
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import Milestone
from botilbud_desktop.domain.quantities import quantities_of
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.totals import is_eligible_expansion

type Targets = Mapping[int, int | None]
"""The index in the draft of each proposed project; None, or nothing, for a new one."""

_PLAN = "cost_plan"


class Replaced(NamedTuple):
    """What stands in a draft and would be replaced."""

    field: FieldPath
    """The field of the draft; of rows the list."""
    before: Any
    after: Any
    half_typed: str = ""
    """The half-typed text that would go."""


def chosen(values: Iterable[Proposed]) -> tuple[Proposed, ...]:
    """Returns the first value of each field: the one that is proposed."""
    first: dict[FieldPath, Proposed] = {}
    for value in values:
        first.setdefault(value.field, value)
    return tuple(first.values())


def room_for(values: Iterable[Proposed], before: Snapshot, round_: Round, targets: Targets) -> bool:
    """Whether the form has room for the new projects."""
    new = {value.field.project for value in values if value.field.project is not None}
    new -= {project for project, target in targets.items() if target is not None}
    return not new or len(before.application.projects) + len(new) <= round_.max_projects


def indices(values: Iterable[Proposed], before: Snapshot, targets: Targets) -> dict[int, int]:
    """Returns the index in the draft that each proposed project has once it is taken; new ones come last.

    Raises:
        ValueError: two go into the same one.
    """
    index = dict(_existing(targets))
    new = {value.field.project for value in values if value.field.project is not None} - {*index}
    return {**index, **{project: len(before.application.projects) + at for at, project in enumerate(sorted(new))}}


def taken(
    values: Sequence[Proposed], before: Snapshot, round_: Round, new_id: Callable[[], str], targets: Targets
) -> Snapshot:
    """Returns the draft with the values in it, each in the field that it was found for.

    Rows are added to those of the draft; one of the same kind, such as a cost line of the same name or the places of
    the same year, is replaced. Half-typed texts of other fields stay.

    Args:
        values: the values that are taken; of several for one field the first.
        before: the draft.
        round_: its round.
        new_id: makes a new UUID as text.
        targets: which existing project each proposed project goes into; no two into the same one.

    Raises:
        ValueError: the form has no room for so many projects, or two go into the same one.
    """
    if not room_for(values, before, round_, targets):
        raise ValueError("more projects than the form has room for")
    index = indices(values, before, targets)
    had = len(before.application.projects)
    new = tuple(new_project(round_, new_id()) for place in index.values() if place >= had)
    projects = (*before.application.projects, *new)
    after = before._replace(application=replace(before.application, projects=projects))
    for fields in _by_place([moved(value, index) for value in chosen(values)]):
        after = _with_fields(after, fields, round_)
    return after


def replaced(values: Sequence[Proposed], before: Snapshot, round_: Round, targets: Targets) -> tuple[Replaced, ...]:
    """Returns what stands in the draft and would be replaced by `taken`.

    Raises:
        ValueError: two projects go into the same one.
    """
    index = dict(_existing(targets))
    within = [value for value in chosen(values) if value.field.project is None or value.field.project in index]
    after = taken(within, before, round_, _no_id, targets)
    found: list[Replaced] = []
    for path in dict.fromkeys(place_of(moved(value, index).field) for value in within):
        old, new = _at(before, path), _at(after, path)
        texts = [text for key, text in before.half_typed.items() if field_path(key).starts_with(path)]
        kept = [text for key, text in after.half_typed.items() if field_path(key).starts_with(path)]
        gone = next((text for text in texts if texts.count(text) > kept.count(text)), "")
        if gone or _is_lost(old, new):
            found.append(Replaced(path, old, new, gone))
    return tuple(found)


def _existing(targets: Targets) -> Iterable[tuple[int, int]]:
    """Returns the proposed projects that go into existing ones, with the index of those."""
    existing = [(project, target) for project, target in targets.items() if target is not None]
    if len({target for _project, target in existing}) < len(existing):
        raise ValueError("two projects go into the same one")
    return existing


def _no_id() -> str:
    raise ValueError("a new project where none is expected")


def moved(value: Proposed, index: Mapping[int, int]) -> Proposed:
    """Returns a value with its field in the draft; `index` is that of `indices`."""
    project = value.field.project
    if project is None:
        return value
    return value._replace(field=FieldPath((*project_path(index[project]), *value.field[2:])))


def place_of(path: FieldPath) -> FieldPath:
    """Returns the field, or the list that it is a row of: what a comment stays at."""
    start = 2 if path.project is not None else 0
    row = next((at for at, part in enumerate(path) if at >= start and isinstance(part, int)), len(path))
    return FieldPath(path[:row])


def _by_place(values: Iterable[Proposed]) -> Iterable[list[Proposed]]:
    """Returns the values by their fields; the rows of a list stand together, and a plan's basis before its lines."""
    places: dict[FieldPath, list[Proposed]] = {}
    for value in values:
        places.setdefault(place_of(value.field), []).append(value)
    return [places[path] for path in sorted(places, key=lambda path: path[-1] == "lines")]


def _with_fields(before: Snapshot, values: list[Proposed], round_: Round) -> Snapshot:
    path = place_of(values[0].field)
    if _PLAN in path and len(path) > path.index(_PLAN) + 1:
        before = _with_plan(before, FieldPath(path[: path.index(_PLAN) + 1]), round_)
    if path != values[0].field:
        rows: list[Any] = [value.value for value in values]
        return _with_places(before, path, rows, round_) if path[2:] == ("places",) else _with_rows(before, path, rows)
    half_typed = {key: text for key, text in before.half_typed.items() if not field_path(key).starts_with(path)}
    return Snapshot(with_value(before.application, path, values[0].value), half_typed)


def _with_plan(before: Snapshot, path: FieldPath, round_: Round) -> Snapshot:
    """Returns the draft with a cost plan at `path`, as a new one begins."""
    if value_at(before.application, path) is not None:
        return before
    eligible, total = quantities_of(value_at(before.application, FieldPath(path[:2])), round_).proposed_basis or (0, 0)
    plan = CostPlan(basis=CostBasis(unit=Unit.PLACES, eligible=eligible, total=total))
    return before._replace(application=with_value(before.application, path, plan))


def _with_places(before: Snapshot, path: FieldPath, groups: Sequence[PlaceGroup], round_: Round) -> Snapshot:
    """Replaces the new places of a year that the pool covers all together, and others group by group."""
    index = int(path[1])
    covered = [group for group in groups if is_eligible_expansion(group, round_)]
    after = before
    for year in dict.fromkeys(group.year for group in covered):
        of_year = [group for group in covered if group.year == year]
        project = after.application.projects[index]
        if len(of_year) == 1 and is_undivided(of_year[0], round_):
            if has_places(after, index, year, of_year[0].count, round_):
                continue
            of_year = [undivided_places(project, year, of_year[0].count, round_)]
        new = [group for group in of_year if not group.is_empty]
        after, _at = with_rows_replaced(after, path, eligible_rows(project, year, round_), new)
    return _with_rows(after, path, [group for group in groups if group not in covered])


def _with_rows(before: Snapshot, path: FieldPath, rows: Sequence[Any]) -> Snapshot:
    """Adds rows to a list; those of the same kind are replaced, equal ones stay."""
    kinds: dict[Hashable, list[Any]] = {}
    for number, row in enumerate(rows):
        kinds.setdefault(kind_of(row) or (_plain(repr(row)), number), []).append(row)
    after = before
    for kind, new in kinds.items():
        items: tuple[Any, ...] = value_at(after.application, path)
        same = [at for at, item in enumerate(items) if kind_of(item) == kind]
        if all(row in items for row in new):
            continue
        filled = [row for row in new if not getattr(row, "is_empty", False)]
        after, _at = with_rows_replaced(after, path, same, filled)
    return after


def is_undivided(group: PlaceGroup, round_: Round) -> bool:
    """Whether no more is said of places than that the pool covers them, so that they may be divided otherwise."""
    return group.legal_basis == round_.usual_basis and group.stay is None and is_eligible_expansion(group, round_)


def kind_of(row: Any) -> Hashable:
    """Returns what a row is about; one about the same takes its place. None where that is not known."""
    match row:
        case PlaceGroup():
            return row.year, row.legal_basis, row.origin
        case CapacityToday():
            return row.legal_basis, _plain(row.area)
        case DailyRate():
            return (_plain(row.label), row.when, row.provider) if row.label else None
        case CostLine() | Milestone():
            return _plain(row.label) or None
        case _:
            return None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _at(content: Snapshot, path: FieldPath) -> Any:
    """Returns the value at a path; None below a cost plan that is not there."""
    try:
        return value_at(content.application, path)
    except AttributeError:
        return None


def _is_lost(old: Any, new: Any) -> bool:
    """Whether something that stands in the draft is no more there."""
    if old in (None, "", ()):
        return False
    if isinstance(old, tuple):
        return any(row not in new and not getattr(row, "is_empty", False) for row in old)
    return bool(old != new)
