"""The ministry's form as it would stand, in its order: what the view and the receipt have in common."""

from collections.abc import Sequence

from botilbud_desktop.documents.pdf.blocks import heading, limited_text
from botilbud_desktop.documents.pdf.engine import Flowable, Spacer, mm
from botilbud_desktop.documents.pdf.tables import Cell, headed_cell, label_value_table, own_cell, ruled_table, user_cell
from botilbud_desktop.documents.pdf.text import own_paragraph
from botilbud_desktop.documents.pdf.theme import TEXT_WIDTH, TextStyle, Theme
from botilbud_desktop.documents.values import (
    BLANK,
    emails,
    expansion_of,
    form_date,
    loan_of,
    municipality_name,
    one_line,
    share_in_places,
    share_of,
    wording,
)
from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.round import FormField, Round
from botilbud_desktop.domain.totals import total_eligible_places, total_loans
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.domain.web_form.form_fields import column_year, is_loan, table_columns

_ROW_NUMBER_WIDTH: float = 11 * mm
_BASELINE_OF_LETTERS = 2.0
"""How far `Projekt` is lowered to stand on a line with the letters A-G."""
_LOAN_WIDTH: float = 19 * mm
_EXPANSION_WIDTH: float = 20 * mm
_SHARE_WIDTH: float = 24 * mm
_DATE_WIDTH: float = 21 * mm
_LABEL_WIDTH: float = 62 * mm
_NOT_USED = "Ikke brugt"
_TOO_MANY_MARK = "*"
_SOFT_HYPHENS = {"botilbudskapaciteten": "botilbuds\u00adkapaciteten"}
"""Where long words of the columns' wordings may be broken."""


def form_opening(application: Application, round: Round, theme: Theme) -> list[Flowable]:
    """The title, the applicant and the deadline."""
    applicant = round.applicant_wording.rstrip(":")
    return [
        own_paragraph(round.title, theme.title),
        label_value_table([(applicant, municipality_name(application, round))], theme, 26 * mm),
        Spacer(1, 8),
        own_paragraph(round.deadline, theme.body),
    ]


def form_fields(application: Application, round: Round, theme: Theme) -> list[Flowable]:
    """The table of projects and the overall description."""
    return [*_projects(application, round, theme), *_description(application, round, theme)]


def form_contacts(application: Application, round: Round, theme: Theme) -> list[Flowable]:
    """The caseworkers that the ministry may contact: a heading and a table, to be kept together."""
    pairs = [
        (wording(round, "contacts.names"), application.contacts.names),
        (wording(round, "contacts.phones"), application.contacts.phones),
        (wording(round, "contacts.emails"), emails(application)),
    ]
    return [
        own_paragraph(round.contacts_heading, theme.heading),
        label_value_table(pairs, theme, _LABEL_WIDTH),
    ]


def _projects(application: Application, round: Round, theme: Theme) -> list[Flowable]:
    columns = table_columns(round)
    widths = _widths(columns)
    rows = [
        [
            own_cell(_row_label(index, round), theme.cell),
            *(_cell(column, project, round, theme, width) for column, width in zip(columns, widths[1:], strict=True)),
        ]
        for index, project in enumerate(application.projects)
    ]
    rows += [
        [own_cell(str(index + 1), theme.cell_quiet), own_cell(_NOT_USED, theme.cell_quiet)] + [[] for _ in columns[1:]]
        for index in range(len(application.projects), round.max_projects)
    ]
    head = [
        [Spacer(1, _BASELINE_OF_LETTERS), own_paragraph(round.row_wording, theme.column)],
        *(_column_head(column, theme) for column in columns),
    ]
    table = ruled_table(head, rows, widths, theme, _totals(application, round, theme, columns))
    found = [*heading(round.table_heading, theme, room=150), table]
    if len(application.projects) > round.max_projects:
        found += [Spacer(1, 5), own_paragraph(_too_many(round), theme.attention)]
    return found


def _widths(columns: Sequence[FormField]) -> list[float]:
    """The widths of the table's columns; the names take what the others leave."""
    fixed = {"projects[].share_for_others": _SHARE_WIDTH, "projects[].completion_date": _DATE_WIDTH}
    widths = [fixed.get(column.path, _LOAN_WIDTH if is_loan(column) else _EXPANSION_WIDTH) for column in columns[1:]]
    return [_ROW_NUMBER_WIDTH, TEXT_WIDTH - _ROW_NUMBER_WIDTH - sum(widths), *widths]


def _row_label(index: int, round: Round) -> str:
    return f"{index + 1}{_TOO_MANY_MARK if index >= round.max_projects else ''}"


def _too_many(round: Round) -> str:
    return (
        f"{_TOO_MANY_MARK} Skemaet har kun plads til {round.max_projects} projekter. De markerede projekter kan "
        f"ikke indtastes i det. {round.more_projects}"
    )


def _column_head(column: FormField, theme: Theme) -> list[Flowable]:
    text = column.wording
    for word, broken in _SOFT_HYPHENS.items():
        text = text.replace(word, broken)
    return [own_paragraph(column.column, theme.column_letter), own_paragraph(text, theme.column)]


def _holds_text(column: FormField) -> bool:
    return column.path == "projects[].name"


def _cell(column: FormField, project: Project, round: Round, theme: Theme, width: float) -> Cell:
    year = column_year(column)
    if _holds_text(column):
        return user_cell(one_line(project.name), theme.cell, width - 6, blank=theme.cell_quiet)
    if year is not None:
        value = loan_of(project, year) if is_loan(column) else expansion_of(project, round, year)
        return _number(value, theme)
    if column.path == "projects[].share_for_others":
        share = share_of(project)
        if not share:
            return _number("", theme)
        in_places = share_in_places(project, round)
        return headed_cell(f"{share} pct.", theme.number, own_cell(in_places, theme.number_quiet))
    return _number(form_date(project.completion_date), theme)


def _number(value: str, theme: Theme, style: TextStyle | None = None) -> Cell:
    return own_cell(value, style or theme.number) if value else own_cell(BLANK, theme.number_quiet)


def _totals(application: Application, round: Round, theme: Theme, columns: tuple[FormField, ...]) -> list[Cell]:
    loans, places = total_loans(application, round), total_eligible_places(application, round)

    def total(column: FormField) -> Cell:
        if _holds_text(column):
            return own_cell(round.totals_wording, theme.cell_strong)
        year = column_year(column)
        if year is None:
            return []
        return _number(format_number((loans if is_loan(column) else places).get(year, 0)), theme, theme.number_strong)

    return [[], *(total(column) for column in columns)]


def _description(application: Application, round: Round, theme: Theme) -> list[Flowable]:
    field = round.field("description")
    label = "Samlet beskrivelse" if field is None else field.label
    limit = None if field is None else field.limit
    contents = [own_paragraph(f"{item.number}.  {item.text}", theme.quiet_item) for item in round.required_contents]
    return [
        Spacer(1, 14),
        own_paragraph(round.description_introduction, theme.quiet),
        *contents,
        Spacer(1, 3),
        own_paragraph(round.documentation, theme.quiet),
        *limited_text(label, application.description, limit, theme),
    ]
