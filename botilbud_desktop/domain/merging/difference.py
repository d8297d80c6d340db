"""The differences between two states of the same draft, field by field, as text."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.editing.project_keys import by_key, same_order
from botilbud_desktop.domain.field_labels import full_label, joined_label
from botilbud_desktop.domain.field_order import PROJECTS, application_fields, project_fields
from botilbud_desktop.domain.field_path import FieldPath, project_path, value_at
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.value_formatter import ValueFormatter

ADDED = "Tilføjet"
REMOVED = "Slettet"


class Difference(NamedTuple):
    """One field, or one whole project, that differs.

    The two texts can be equal although the values differ, when the only difference is a line break in a row.
    """

    path: FieldPath
    """The path of the field in the later state; for a removed project, its path in the earlier state."""
    label: str
    """Such as `Projekt 2 · B. Lån i 2026`, `Projekt 3 · Slettet`."""
    before: str
    after: str
    """The values as text, `""` for no value. Each row is on its own line."""


class _State(NamedTuple):
    """One of the two states."""

    application: Application
    reader: ValueFormatter


def differences(
    before: Application,
    after: Application,
    round_: Round,
    half_typed_before: Mapping[str, str] | None = None,
    half_typed_after: Mapping[str, str] | None = None,
) -> tuple[Difference, ...]:
    """Returns all differences, in the order of the form; none when the two are equal.

    Projects are matched by their id: an added or removed project is one difference with all its content, and a changed
    order is one. A list of rows or a cost plan is one each. The drafts' ids and rounds are not compared.

    Args:
        before: the earlier state.
        after: the later state.
        round_: the round of both.
        half_typed_before: half-typed texts by path (see `Editor.half_typed`), shown as they were typed.
        half_typed_after: the same for the later state.
    """
    old = _State(before, ValueFormatter(round_, half_typed_before))
    new = _State(after, ValueFormatter(round_, half_typed_after))
    found: list[Difference] = []
    for path in application_fields(round_):
        if path == PROJECTS:
            found.extend(_of_projects(old, new, round_))
        else:
            found.extend(_of_field(old, new, path, path, round_))
    return tuple(found)


def _of_field(old: _State, new: _State, old_path: FieldPath, path: FieldPath, round_: Round) -> Iterator[Difference]:
    value_before, value_after = value_at(old.application, old_path), value_at(new.application, path)
    if value_before == value_after and not (old.reader.has_half_typed or new.reader.has_half_typed):
        return
    before, after = old.reader.text(value_before, old_path), new.reader.text(value_after, path)
    if before != after or value_before != value_after:
        yield Difference(path, full_label(path, round_), before, after)


def _of_projects(old: _State, new: _State, round_: Round) -> Iterator[Difference]:
    before, after = by_key(old.application.projects), by_key(new.application.projects)
    old_indices = {key: index for index, key in enumerate(before)}
    if not same_order(before.keys(), after.keys()):
        yield Difference(PROJECTS, full_label(PROJECTS, round_), _names(before.values()), _names(after.values()))
    for index, (key, project) in enumerate(after.items()):
        path = project_path(index)
        if key not in before:
            label = joined_label(full_label(path, round_), ADDED)
            yield Difference(path, label, "", new.reader.text(project, path))
            continue
        old_path = project_path(old_indices[key])
        for field in project_fields(round_, (*before[key].loan, *project.loan)):
            yield from _of_field(old, new, FieldPath((*old_path, *field)), FieldPath((*path, *field)), round_)
    for key in (key for key in before if key not in after):
        path = project_path(old_indices[key])
        label = joined_label(full_label(path, round_), REMOVED)
        yield Difference(path, label, old.reader.text(before[key], path), "")


def _names(projects: Iterable[Project]) -> str:
    """Returns the projects' names, numbered, one per line."""
    names = (" ".join(project.name.split()) or NOT_STATED for project in projects)
    return "\n".join(f"{number}. {name}" for number, name in enumerate(names, start=1))
