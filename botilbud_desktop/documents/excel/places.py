"""The sheets of the rows that each project has: places and daily rates, places before it, and milestones."""

from collections.abc import Iterator, Sequence
from itertools import compress

from botilbud_desktop.documents.excel.sheet import Book, Sheet, Value
from botilbud_desktop.documents.excel.styles import Kind
from botilbud_desktop.documents.excel.table import Column, write_table
from botilbud_desktop.documents.form_table import left_out_lines
from botilbud_desktop.documents.values import one_line, project_heading
from botilbud_desktop.domain.application import Application, LegalBasis, Project
from botilbud_desktop.domain.choice_wording import ORIGINS, PROVIDERS, RATE_TIMES, STAYS
from botilbud_desktop.domain.field_labels import label_with_unit
from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.value_formatter import ValueFormatter

_PLACES, _RATES = field_path("projects[0].places"), field_path("projects[0].daily_rates")
_MILESTONES, _TODAY = field_path("projects[0].milestones"), field_path("projects[0].capacity_today")
NOT_ASKED_FOR = "Ministeriets skema spørger ikke om det, der står her. Godkendelsen omfatter det."
_HEADING_WIDTH = 44


def write_places(book: Book, application: Application, round_: Round) -> None:
    """Writes all rows of places, and which of them the table of projects does not count."""
    groups = [group for project in application.projects for group in project.places]
    if not groups:
        return
    columns = (
        _of_project(round_),
        _column(_PLACES / 0 / "year", round_, Kind.YEAR),
        _column(_PLACES / 0 / "legal_basis", round_, Kind.TEXT, 40),
        _column(_PLACES / 0 / "origin", round_, Kind.TEXT, 34),
        _column(_PLACES / 0 / "count", round_, Kind.NUMBER),
        _column(_PLACES / 0 / "stay", round_, Kind.TEXT, 22),
    )
    shown = (True,) * 5 + (any(group.stay for group in groups),)
    rows = [list(compress(row, shown)) for row in _places(application, round_)]
    sheet = Sheet(book, "Pladser", "Pladser", tuple(map(one_line, left_out_lines(application, round_))))
    span = write_table(sheet, tuple(compress(columns, shown)), rows)
    sheet.filter(span.heading, span.after - 1, sum(shown))


def write_rates(book: Book, application: Application, round_: Round) -> None:
    """Writes all daily rates (*takster*), in kr. per day."""
    rates = [rate for project in application.projects for rate in project.daily_rates]
    if not rates:
        return
    columns = (
        _of_project(round_),
        _column(_RATES / 0 / "label", round_, Kind.TEXT, 44),
        _column(_RATES / 0 / "lowest", round_, Kind.NUMBER),
        _column(_RATES / 0 / "highest", round_, Kind.NUMBER),
        _column(_RATES / 0 / "when", round_, Kind.TEXT, 22),
        _column(_RATES / 0 / "provider", round_, Kind.TEXT, 22),
    )
    shown = (True,) * 4 + (any(rate.when for rate in rates), any(rate.provider for rate in rates))
    rows = [list(compress(row, shown)) for row in _rates(application, round_)]
    write_table(Sheet(book, "Takster", "Takster"), tuple(compress(columns, shown)), rows)


def write_capacity_today(book: Book, application: Application, round_: Round) -> None:
    """Writes the municipalities' places before the projects; no sheet where none are filled in."""
    columns = (
        _of_project(round_),
        _column(_TODAY / 0 / "legal_basis", round_, Kind.TEXT, 40),
        _column(_TODAY / 0 / "area", round_, Kind.TEXT, 34),
        _column(_TODAY / 0 / "count", round_, Kind.NUMBER),
    )
    rows = [
        (heading, _law(group.legal_basis, round_), group.area or None, group.count)
        for heading, project in _headed(application, round_)
        for group in project.capacity_today
        if not group.is_empty
    ]
    if rows:
        write_table(Sheet(book, "Pladser i dag", "Pladser i dag", (NOT_ASKED_FOR,)), columns, rows)


def write_milestones(book: Book, application: Application, round_: Round) -> None:
    """Writes the milestones (*milepæle*) of the projects; no sheet where none are filled in."""
    columns = (
        _of_project(round_),
        _column(_MILESTONES / 0 / "label", round_, Kind.TEXT, 60),
        _column(_MILESTONES / 0 / "when", round_, Kind.TEXT, 34),
    )
    rows = [
        (heading, milestone.label or None, milestone.when or None)
        for heading, project in _headed(application, round_)
        for milestone in project.milestones
        if not milestone.is_empty
    ]
    if rows:
        write_table(Sheet(book, "Milepæle", "Milepæle", (NOT_ASKED_FOR,)), columns, rows)


def _places(application: Application, round_: Round) -> Iterator[Sequence[Value]]:
    for heading, project in _headed(application, round_):
        for group in project.places:
            stay = None if group.stay is None else STAYS[group.stay]
            yield heading, group.year, _law(group.legal_basis, round_), ORIGINS[group.origin], group.count, stay


def _rates(application: Application, round_: Round) -> Iterator[Sequence[Value]]:
    for heading, project in _headed(application, round_):
        for rate in project.daily_rates:
            when = None if rate.when is None else RATE_TIMES[rate.when]
            provider = None if rate.provider is None else PROVIDERS[rate.provider]
            yield heading, rate.label, rate.lowest, rate.highest, when, provider


def _headed(application: Application, round_: Round) -> Iterator[tuple[str, Project]]:
    for index, project in enumerate(application.projects):
        yield project_heading(index, project, round_), project


def _law(basis: LegalBasis, round_: Round) -> str:
    return ValueFormatter(round_).text(basis, _PLACES / 0 / "legal_basis")


def _of_project(round_: Round) -> Column:
    return Column(round_.row_wording, width=_HEADING_WIDTH, is_key=True)


def _column(path: FieldPath, round_: Round, kind: Kind, width: float = 0) -> Column:
    return Column(label_with_unit(path, round_), kind, width)
