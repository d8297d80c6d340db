"""All values of an application that its fingerprint covers, under the labels of the form's fields.

They are read off the models, so a field that is added there is shown too. What version 2 of the file added is for
colleagues: no paper shows it, and the last page only tells that the check code covers it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.approval import covered_version
from botilbud_desktop.domain.field_labels import label_with_unit
from botilbud_desktop.domain.field_order import project_fields
from botilbud_desktop.domain.field_path import FieldPath, field_path, project_path, value_at
from botilbud_desktop.domain.model import Model, field_names, value_of
from botilbud_desktop.domain.notes.added_keys import ADDED_IN_VERSION_2
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.value_formatter import ValueFormatter

FOR_COLLEAGUES = "Kontrolkoden dækker dem også, men de står ikke på papirer til ministeriet"

_IN_THE_HEADING = field_path("name")


class Value(NamedTuple):
    """A single value; empty while not filled in."""

    label: str
    text: str


class LongText(NamedTuple):
    """A text that the form limits."""

    label: str
    text: str
    limit: int


class Column(NamedTuple):
    """A column of rows: its label, and how wide it is and how it is aligned."""

    label: str
    is_year: bool
    is_number: bool
    """A number other than a year, aligned to the right."""


class Rows(NamedTuple):
    """Rows of values, such as the rows of places; there is at least one."""

    label: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


class Group(NamedTuple):
    """Values that belong together, such as a cost plan."""

    label: str
    values: tuple[Value, ...]
    rows: tuple[Rows, ...]


class AllValues(NamedTuple):
    """The values of one project; its name is its heading."""

    values: tuple[Value, ...]
    rows: tuple[Rows, ...]
    groups: tuple[Group, ...]
    texts: tuple[LongText, ...]


type _Item = Value | LongText | Rows | Group


def values_of_project(project: Project, index: int, round_: Round) -> AllValues:
    """Returns all values of the project at `index` in the order of the form, by kind."""
    listing = _Listing(round_)
    fields = [field for field in project_fields(round_, project.loan) if field != _IN_THE_HEADING]
    values = [(FieldPath((*project_path(index), *field)), value_at(project, field)) for field in fields]
    items = [
        listing.item(value, path)
        for path, value in values
        if not _is_for_colleagues(path, round_) and (value != "" or _is_asked_for(path, round_))
    ]
    return AllValues(
        tuple(item for item in items if isinstance(item, Value)),
        tuple(item for item in items if isinstance(item, Rows)),
        tuple(item for item in items if isinstance(item, Group)),
        tuple(item for item in items if isinstance(item, LongText)),
    )


def values_outside(application: Application, round_: Round) -> tuple[Value, ...]:
    """Returns what the form does not show of the application itself: the case number, and what names its file."""
    case_number = field_path("case_number")
    projects = (
        Value(f"Id for {round_.row_wording.lower()} {index + 1}", project.id)
        for index, project in enumerate(application.projects)
    )
    return (
        Value(label_with_unit(case_number, round_), application.case_number),
        Value("Ansøgningsrunde", application.round),
        Value("Filens format", f"{application.format}, version {covered_version(application)}"),
        Value("Id for kladden", application.id),
        *projects,
        *([Value("Oplysninger til kolleger", FOR_COLLEAGUES)] if _has_more_for_colleagues(application) else ()),
    )


def _has_more_for_colleagues(application: Application) -> bool:
    """Whether the check code covers something that no paper shows."""
    return bool(application.document_number) or any(map(_has_more_of, application.projects))


def _has_more_of(project: Project) -> bool:
    texts = (project.purpose, project.target_group, project.economy_note)
    lists = (project.milestones, project.partners, project.capacity_today)
    choices = (*(group.stay for group in project.places), *(rate.when or rate.provider for rate in project.daily_rates))
    return any((*texts, *lists, *choices))


def _is_for_colleagues(path: FieldPath, round_: Round) -> bool:
    """Whether the field is one that version 2 of the file added, and that the form does not ask for."""
    field = round_.field(path.form_path)
    is_on_the_form = field is not None and bool(field.column or field.wording)
    return path.form_path in ADDED_IN_VERSION_2 and not is_on_the_form


def _is_asked_for(path: FieldPath, round_: Round) -> bool:
    """Whether the round has the field; an empty text of another is nothing to show."""
    return round_.field(path.form_path) is not None


class _Listing:
    """Reads values with their labels off the models."""

    def __init__(self, round_: Round) -> None:
        self._round = round_
        self._formatter = ValueFormatter(round_)

    def item(self, value: object, path: FieldPath) -> _Item:
        """Returns the value at `path`, be it a single one, a list of rows or a model."""
        label = label_with_unit(path, self._round)
        field = self._round.field(path.form_path)
        match value:
            case (Model(), *_) as rows:
                return self._rows(label, tuple(row for row in rows if isinstance(row, Model)), path)
            case Model():
                parts = [self.item(part, where) for where, part in _leaves(value, path)]
                return Group(
                    label,
                    tuple(part for part in parts if isinstance(part, Value)),
                    tuple(part for part in parts if isinstance(part, Rows)),
                )
            case str() if field is not None and field.limit is not None:
                return LongText(label, value, field.limit)
        return Value(label, self._formatter.text(value, path))

    def _rows(self, label: str, rows: tuple[Model, ...], path: FieldPath) -> Rows:
        names = [name for name in field_names(rows[0]) if not _is_for_colleagues(path / 0 / name, self._round)]

        def column(name: str) -> Column:
            is_year = name == "year"
            is_number = not is_year and type(value_of(rows[0], name)) is int
            return Column(label_with_unit(path / 0 / name, self._round), is_year, is_number)

        return Rows(
            label,
            tuple(map(column, names)),
            tuple(
                tuple(self._formatter.text(value_of(row, name), path / index / name) for name in names)
                for index, row in enumerate(rows)
            ),
        )


def _leaves(model: Model, path: FieldPath) -> Iterator[tuple[FieldPath, object]]:
    """Yields the values of a model and of the models in it, each with its path."""
    for name in field_names(model):
        value = value_of(model, name)
        if isinstance(value, Model):
            yield from _leaves(value, path / name)
        else:
            yield path / name, value
