"""The sheet of the other fields: what stands outside the table of projects, and all texts in full."""

from collections.abc import Iterator, Sequence

from botilbud_desktop.documents.excel.sheet import Book, Sheet, Value
from botilbud_desktop.documents.excel.styles import Kind
from botilbud_desktop.documents.excel.table import Column, write_table
from botilbud_desktop.documents.values import login_name, one_line, project_heading, round_name
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import control_code
from botilbud_desktop.domain.field_labels import label_with_unit
from botilbud_desktop.domain.field_path import FieldPath, field_path, project_path, value_at
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.own_sheets import CONTENT, FIELD, PART
from botilbud_desktop.domain.value_formatter import ValueFormatter
from botilbud_desktop.domain.web_form.field_kind import IN_A_PROJECT, FieldKind, kind_of
from botilbud_desktop.domain.web_form.values import AS_PRINTED, application_value, written
from botilbud_desktop.rules.results import Assessment

_NEVER_SHOWN = "internal_notes"
"""They never leave the municipality."""
_HAVE_ROWS = ("places", "daily_rates", "cost_plan", "loan", "expansion", "milestones", "capacity_today")
"""The fields of a project that have sheets of their own."""
_APPLICATION = "Ansøgningen"


def write_fields(book: Book, application: Application, round_: Round, assessment: Assessment) -> None:
    """Writes the fields of the application, then those of each project, each with its length where it is limited."""
    columns = (
        Column(PART, width=28, is_key=True),
        Column(FIELD, width=34, is_key=True),
        Column("Tegn", Kind.NUMBER, 9),
        Column("Højst", Kind.NUMBER, 9),
        Column(CONTENT, width=86),
    )
    lengths = {text.field: (text.length.submitted, text.limit) for text in assessment.texts}
    rows = [
        *((_APPLICATION, label, *lengths.get(path, ("", "")), text) for path, label, text in _own(application, round_)),
        *_of_projects(application, round_, lengths),
    ]
    write_table(Sheet(book, "Felter og tekster", "Felter og tekster"), columns, rows)


def _own(application: Application, round_: Round) -> Iterator[tuple[str, str, Value]]:
    """Yields the path, the label and the text of each field of the application itself."""
    yield "", "Ansøgningsrunde", round_name(round_)
    yield "", "Brugernavn", login_name(application, round_)
    yield "", "Kontrolkode", control_code(application)
    for field in round_.fields:
        if not field.path.startswith(IN_A_PROJECT) and field.path != _NEVER_SHOWN:
            text = written(application_value(field, application, round_), AS_PRINTED)
            yield field.path, label_with_unit(field_path(field.path), round_), text or None


def _of_projects(
    application: Application, round_: Round, lengths: dict[str, tuple[int, int]]
) -> Iterator[Sequence[Value]]:
    formatter = ValueFormatter(round_)
    names = [field.path.removeprefix(IN_A_PROJECT) for field in round_.fields if _is_own_text(field.path, round_)]
    for index, project in enumerate(application.projects):
        heading = one_line(project_heading(index, project, round_))
        for name in names:
            path = FieldPath((*project_path(index), *field_path(name)))
            text = formatter.text(value_at(project, field_path(name)), path)
            yield heading, label_with_unit(path, round_), *lengths.get(str(path), ("", "")), text or None


def _is_own_text(path: str, round_: Round) -> bool:
    """Whether a field of the form is a single text or choice of a project that no other sheet shows."""
    name = path.removeprefix(IN_A_PROJECT)
    field = round_.field(path)
    is_column = field is not None and bool(field.column)
    is_text = path.startswith(IN_A_PROJECT) and kind_of(path) is FieldKind.OTHER
    return is_text and not is_column and name.partition("[")[0].partition(".")[0] not in _HAVE_ROWS
