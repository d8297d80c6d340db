"""The sheets of the rows that each project has: places and daily rates."""

from collections.abc import Iterator, Sequence

from botilbud_desktop.documents.excel.sheet import Book, Sheet, Value
from botilbud_desktop.documents.excel.styles import Kind
from botilbud_desktop.documents.excel.table import Column, write_table
from botilbud_desktop.documents.form_table import left_out_lines
from botilbud_desktop.documents.values import one_line, project_heading
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.choice_wording import ORIGINS
from botilbud_desktop.domain.field_labels import label_with_unit
from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.value_formatter import ValueFormatter

_PLACES, _RATES = field_path("projects[0].places"), field_path("projects[0].daily_rates")


def write_places(book: Book, application: Application, round_: Round) -> None:
    """Writes all rows of places, and which of them the table of projects does not count."""
    if not any(project.places for project in application.projects):
        return
    columns = (
        Column(round_.row_wording, width=44, is_key=True),
        _column(_PLACES / 0 / "year", round_, Kind.YEAR),
        _column(_PLACES / 0 / "legal_basis", round_, Kind.TEXT, 40),
        _column(_PLACES / 0 / "origin", round_, Kind.TEXT, 34),
        _column(_PLACES / 0 / "count", round_, Kind.NUMBER),
    )
    sheet = Sheet(book, "Pladser", "Pladser", tuple(map(one_line, left_out_lines(application, round_))))
    span = write_table(sheet, columns, _places(application, round_))
    sheet.filter(span.heading, span.after - 1, len(columns))


def write_rates(book: Book, application: Application, round_: Round) -> None:
    """Writes all daily rates (*takster*), in kr. per day."""
    if not any(project.daily_rates for project in application.projects):
        return
    columns = (
        Column(round_.row_wording, width=44, is_key=True),
        _column(_RATES / 0 / "label", round_, Kind.TEXT, 44),
        _column(_RATES / 0 / "lowest", round_, Kind.NUMBER),
        _column(_RATES / 0 / "highest", round_, Kind.NUMBER),
    )
    rows: Iterator[Sequence[Value]] = (
        (project_heading(index, project, round_), rate.label, rate.lowest, rate.highest)
        for index, project in enumerate(application.projects)
        for rate in project.daily_rates
    )
    write_table(Sheet(book, "Takster", "Takster"), columns, rows)


def _places(application: Application, round_: Round) -> Iterator[Sequence[Value]]:
    formatter = ValueFormatter(round_)
    for index, project in enumerate(application.projects):
        for group in project.places:
            law = formatter.text(group.legal_basis, _PLACES / 0 / "legal_basis")
            yield project_heading(index, project, round_), group.year, law, ORIGINS[group.origin], group.count


def _column(path: FieldPath, round_: Round, kind: Kind, width: float = 0) -> Column:
    return Column(label_with_unit(path, round_), kind, width)
