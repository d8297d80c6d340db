"""The sheet of projects: the columns of the ministry's table in the form's order, and their sums as formulas."""

from collections.abc import Iterable
from typing import NamedTuple

from botilbud_desktop.documents.excel.sheet import (
    TOO_LARGE,
    Book,
    Formula,
    Sheet,
    Value,
    address,
    exact_or_text,
    is_exact,
)
from botilbud_desktop.documents.excel.styles import Kind, Look
from botilbud_desktop.documents.excel.table import Column, write_table
from botilbud_desktop.documents.values import NO_PROJECTS, one_line
from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import FormField
from botilbud_desktop.domain.values.amounts import counted, format_percent
from botilbud_desktop.domain.web_form.field_kind import FieldKind, kind_of
from botilbud_desktop.domain.web_form.values import AS_PRINTED, project_value, totals_row, written
from botilbud_desktop.rules.results import Assessment

_KINDS = {
    FieldKind.LOAN: Kind.NUMBER,
    FieldKind.AMOUNT: Kind.NUMBER,
    FieldKind.EXPANSION: Kind.NUMBER,
    FieldKind.COUNT: Kind.NUMBER,
    FieldKind.SHARE: Kind.SHARE,
    FieldKind.DATE: Kind.DATE,
}
_READ_AGAIN = (
    "Arket kan hentes ind i programmet igen, men kun skemaets kolonner. Pladsernes deling på paragraffer, pladser, "
    "der ikke tæller med, og øvrige oplysninger står på de andre ark."
)
_NAME_WIDTH, _TEXT_WIDTH = 44.0, 30.0


class ProjectCells(NamedTuple):
    """Where the values of the projects stand."""

    sheet: Sheet
    first: int
    columns: dict[str, int]
    """The column of each field by its path in the form, counted from 0."""

    def of(self, index: int, path: str) -> str | None:
        """Returns the address of a value of the project at `index`; None when the form has no column for it."""
        column = self.columns.get(path)
        return None if column is None else self.sheet.reference(self.first + index, column)


def write_projects(book: Book, application: Application, round_: Round, assessment: Assessment) -> ProjectCells:
    """Writes a row for each project, and the sums below."""
    sheet = Sheet(book, "Projekter", "Projekterne", _notes(application, round_))
    columns = [_column(field) for field in round_.columns]
    rows = [[_value(field, project, round_) for field in round_.columns] for project in application.projects]
    span = write_table(sheet, columns, rows, are_split=False)
    totals = totals_row(round_, assessment.totals.loan, assessment.totals.places)
    for index, total in enumerate(totals):
        value: Value = "" if total is None else total
        if isinstance(total, int) and application.projects:
            cells = f"{address(span.first, index)}:{address(span.after - 1, index)}"
            value = Formula(f"=SUM({cells})", total, _adds_up(row[index] for row in rows))
        sheet.put(span.after, index, value, columns[index].kind, Look.TOTAL)
    positions = {field.path: index for index, field in enumerate(round_.columns)}
    return ProjectCells(sheet, span.first, positions)


def has_too_large(application: Application) -> bool:
    """Whether numbers of projects, or their sums, may have more digits than a spreadsheet keeps."""
    numbers = (
        number
        for project in application.projects
        for number in (
            *project.loan.values(),
            *(group.count for group in project.places),
            project.gross_construction_cost,
            project.places_closed_elsewhere,
        )
    )
    return not is_exact(sum(abs(number) for number in numbers if number is not None))


def _adds_up(values: Iterable[Value]) -> bool:
    """Whether all numbers of a column are written as numbers."""
    return not any(isinstance(value, str) for value in values)


def _notes(application: Application, round_: Round) -> list[str]:
    notes = [_READ_AGAIN if application.projects else NO_PROJECTS]
    if has_too_large(application):
        notes.append(TOO_LARGE)
    if len(application.projects) > round_.max_projects:
        room = counted(round_.max_projects, "projekt", "projekter")
        notes.append(f"Skemaet har kun plads til {room}. De øvrige kan ikke indtastes i det.")
    return notes


def _column(field: FormField) -> Column:
    kind = kind_of(field.path)
    width = {FieldKind.NAME: _NAME_WIDTH, FieldKind.OTHER: _TEXT_WIDTH}.get(kind, 0)
    return Column(field.lettered_label, _KINDS.get(kind, Kind.TEXT), width)


def _value(field: FormField, project: Project, round_: Round) -> Value:
    value = project_value(field, project, round_)
    kind = kind_of(field.path)
    if kind.is_text:
        text = one_line(written(value, AS_PRINTED))
        return f"{text} " if text == NOT_STATED else text or None  # a name, told apart from a missing one
    if kind is FieldKind.SHARE and project.share is not None and 0 < project.share <= 1:
        return f"{format_percent(project.share)} pct."  # as a bare number it could be read as a part of 1
    return exact_or_text(value) if isinstance(value, int) else value
