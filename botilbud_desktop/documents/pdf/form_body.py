"""The ministry's form, filled in, in its order: the parts that the view and the receipt share."""

from collections.abc import Sequence

from botilbud_desktop.documents.pdf.blocks import heading, limited_text
from botilbud_desktop.documents.pdf.engine import Flowable, Spacer, mm
from botilbud_desktop.documents.pdf.tables import Cell, headed_cell, label_value_table, own_cell, ruled_table, user_cell
from botilbud_desktop.documents.pdf.text import own_paragraph
from botilbud_desktop.documents.pdf.theme import TEXT_WIDTH, Theme
from botilbud_desktop.documents.values import (
    BLANK,
    left_out_places,
    municipality_name,
    one_line,
    share_in_places,
)
from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import FormField
from botilbud_desktop.domain.totals import total_eligible_places, total_loans
from botilbud_desktop.domain.web_form.field_kind import FieldKind, kind_of
from botilbud_desktop.domain.web_form.values import (
    AS_PRINTED,
    application_value,
    project_value,
    totals_row,
    written,
)
from botilbud_desktop.rules.wording import all_of

_ROW_NUMBER_WIDTH: float = 11 * mm
_BASELINE_OF_LETTERS = 2.0
"""Points by which `Projekt` is lowered to align with the letters of the columns."""
_WIDTHS: dict[FieldKind, float] = {
    FieldKind.LOAN: 19 * mm,
    FieldKind.EXPANSION: 20 * mm,
    FieldKind.SHARE: 27 * mm,
    FieldKind.DATE: 21 * mm,
    FieldKind.AMOUNT: 20 * mm,
    FieldKind.COUNT: 20 * mm,
}
"""The widths of the columns of numbers."""
_LABEL_WIDTH: float = 62 * mm
_CONTACTS = "contacts."
_NOT_USED = "Ikke brugt"
_TOO_MANY_MARK = "*"
_SOFT_HYPHENS = {"botilbudskapaciteten": "botilbuds\u00adkapaciteten"}
"""Where long words of the columns' wordings may be broken."""


def form_opening(application: Application, round_: Round, theme: Theme) -> list[Flowable]:
    """Returns the title, the applicant and the deadline."""
    applicant = round_.applicant_wording.rstrip(":")
    return [
        own_paragraph(round_.title, theme.title),
        label_value_table([(applicant, municipality_name(application, round_))], theme, 26 * mm),
        Spacer(1, 8),
        own_paragraph(round_.deadline, theme.body),
    ]


def form_fields(application: Application, round_: Round, theme: Theme) -> list[Flowable]:
    """Returns the table of projects and the overall description."""
    return [*_projects(application, round_, theme), *_description(application, round_, theme)]


def form_contacts(application: Application, round_: Round, theme: Theme) -> list[Flowable]:
    """Returns the caseworkers that the ministry may contact: a heading and a table, to be kept together."""
    pairs = [
        (field.wording or field.label, written(application_value(field, application, round_), AS_PRINTED))
        for field in round_.fields
        if field.path.startswith(_CONTACTS)
    ]
    return [
        own_paragraph(round_.contacts_heading, theme.heading),
        label_value_table(pairs, theme, _LABEL_WIDTH),
    ]


def _projects(application: Application, round_: Round, theme: Theme) -> list[Flowable]:
    columns = round_.columns
    widths = _widths(columns)
    rows = [
        [
            own_cell(_row_label(index, round_), theme.cell),
            *(_cell(column, project, round_, theme, width) for column, width in zip(columns, widths[1:], strict=True)),
        ]
        for index, project in enumerate(application.projects)
    ]
    rows += [
        [own_cell(str(index + 1), theme.cell_quiet), *(_unused(column, theme) for column in columns)]
        for index in range(len(application.projects), round_.max_projects)
    ]
    head = [
        [Spacer(1, _BASELINE_OF_LETTERS), own_paragraph(round_.row_wording, theme.column)],
        *(_column_head(column, theme) for column in columns),
    ]
    table = ruled_table(head, rows, widths, theme, _totals(application, round_, theme))
    found = [*heading(round_.table_heading, theme, room=150), table, *_left_out(application, round_, theme)]
    if len(application.projects) > round_.max_projects:
        found += [Spacer(1, 5), own_paragraph(_too_many(round_), theme.attention)]
    return found


def _left_out(application: Application, round_: Round, theme: Theme) -> list[Flowable]:
    """Returns a line for each project with places that the table does not count."""
    letters = [column.column for column in round_.columns if kind_of(column.path) is FieldKind.EXPANSION]
    where = f"i {all_of(letters)}"
    lines = [
        own_paragraph(f"{round_.row_wording} {index + 1}: {left_out}", theme.quiet)
        for index, project in enumerate(application.projects)
        if (left_out := left_out_places(project, round_, where))
    ]
    return [Spacer(1, 5), *lines] if lines else []


def _widths(columns: Sequence[FormField]) -> list[float]:
    """Returns the widths of the table's columns; columns of text share what the others leave."""
    own = [_WIDTHS.get(kind_of(column.path)) for column in columns]
    left = TEXT_WIDTH - _ROW_NUMBER_WIDTH - sum(width for width in own if width is not None)
    each = left / max(1, own.count(None))
    return [_ROW_NUMBER_WIDTH, *(each if width is None else width for width in own)]


def _row_label(index: int, round_: Round) -> str:
    return f"{index + 1}{_TOO_MANY_MARK if index >= round_.max_projects else ''}"


def _too_many(round_: Round) -> str:
    return (
        f"{_TOO_MANY_MARK} Skemaet har kun plads til {round_.max_projects} projekter. De markerede projekter kan "
        f"ikke indtastes i det. {round_.more_projects}"
    )


def _column_head(column: FormField, theme: Theme) -> list[Flowable]:
    text = column.wording
    for word, broken in _SOFT_HYPHENS.items():
        text = text.replace(word, broken)
    return [own_paragraph(column.column, theme.column_letter), own_paragraph(text, theme.column)]


def _cell(column: FormField, project: Project, round_: Round, theme: Theme, width: float) -> Cell:
    kind = kind_of(column.path)
    text = written(project_value(column, project, round_), AS_PRINTED)
    if kind.is_text:
        return user_cell(one_line(text), theme.cell, width - 6, blank=theme.cell_quiet)
    if kind is FieldKind.SHARE and text:
        in_places = share_in_places(project, round_)
        return headed_cell(f"{text} pct.", theme.number, own_cell(in_places, theme.number_quiet))
    return _number(text, theme)


def _unused(column: FormField, theme: Theme) -> Cell:
    return own_cell(_NOT_USED, theme.cell_quiet) if kind_of(column.path) is FieldKind.NAME else []


def _number(value: str, theme: Theme) -> Cell:
    return own_cell(value, theme.number) if value else own_cell(BLANK, theme.number_quiet)


def _totals(application: Application, round_: Round, theme: Theme) -> list[Cell]:
    totals = totals_row(round_, total_loans(application, round_), total_eligible_places(application, round_))

    def cell(total: str | int | None) -> Cell:
        if total is None:
            return []
        text = written(total, AS_PRINTED)
        return own_cell(text, theme.cell_strong if isinstance(total, str) else theme.number_strong)

    return [[], *map(cell, totals)]


def _description(application: Application, round_: Round, theme: Theme) -> list[Flowable]:
    field = round_.field("description")
    label = "Samlet beskrivelse" if field is None else field.label
    limit = None if field is None else field.limit
    contents = [own_paragraph(f"{item.number}.  {item.text}", theme.quiet_item) for item in round_.required_contents]
    return [
        Spacer(1, 14),
        own_paragraph(round_.description_introduction, theme.quiet),
        *contents,
        Spacer(1, 3),
        own_paragraph(round_.documentation, theme.quiet),
        *limited_text(label, application.description, limit, theme),
    ]
