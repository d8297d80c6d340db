"""The ministry's table of projects on paper, as wide as the page however many columns the form has.

The columns share the width by what they hold. Where they do not fit beside each other, the table goes on in further
tables below it, each with the projects' names.
"""

from collections.abc import Sequence

from botilbud_desktop.documents.column_widths import Wish, in_parts, shared_widths
from botilbud_desktop.documents.form_table import (
    NOT_USED,
    left_out_lines,
    row_label,
    too_many_projects,
    total_text,
    totals_of,
)
from botilbud_desktop.documents.pdf.blocks import heading
from botilbud_desktop.documents.pdf.engine import Flowable, Spacer, mm
from botilbud_desktop.documents.pdf.tables import (
    PADDING,
    Cell,
    Part,
    fits_in_head,
    head_part,
    headed_cell,
    own_cell,
    ruled_table,
    user_cell,
)
from botilbud_desktop.documents.pdf.text import longest_word, own_paragraph
from botilbud_desktop.documents.pdf.theme import TEXT_WIDTH, TextStyle, Theme
from botilbud_desktop.documents.values import BLANK, one_line, share_in_places
from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import FormField
from botilbud_desktop.domain.web_form.field_kind import FieldKind, kind_of
from botilbud_desktop.domain.web_form.values import AS_PRINTED, FormValue, project_value, written

_ROW_NUMBER_WIDTH: float = 11 * mm
_WIDEST_ROW_NUMBER: float = 24 * mm
_BASELINE_OF_LETTERS = 2.0
"""Points by which `Projekt` is lowered to align with the letters of the columns."""
_WANTED: dict[FieldKind, float] = {
    FieldKind.LOAN: 19 * mm,
    FieldKind.EXPANSION: 20 * mm,
    FieldKind.SHARE: 27 * mm,
    FieldKind.DATE: 21 * mm,
    FieldKind.AMOUNT: 20 * mm,
    FieldKind.COUNT: 20 * mm,
}
"""The widths of the columns of numbers where there is room."""
_LEAST_TEXT: float = 30 * mm
_WIDEST_LEAST: float = 34 * mm
"""No single column makes all the others narrow: longer words and numbers are broken."""
_SOFT_HYPHENS = {"botilbudskapaciteten": "botilbuds\u00adkapaciteten"}
"""Where long words of the columns' wordings may be broken."""


def projects_table(application: Application, round_: Round, theme: Theme) -> list[Flowable]:
    """Returns the heading, the table, and below it what it leaves out."""
    wishes = [
        _wish_of_row_number(round_, theme),
        *(_wish(column, application, round_, theme) for column in round_.columns),
    ]
    names = [index for index, column in enumerate(round_.columns, start=1) if _is_name(column)]
    parts = in_parts(wishes, (0, *names), TEXT_WIDTH)
    found = heading(round_.table_heading, theme, room=150)
    for number, part in enumerate(parts):
        if number:
            found.append(Spacer(1, 14))
        columns = [round_.columns[index - 1] for index in part[1:]]
        widths = shared_widths([wishes[index] for index in part], TEXT_WIDTH)
        found += [*_too_long_for_heads(columns, widths, theme), _table(columns, widths, application, round_, theme)]
    found += _left_out(application, round_, theme)
    if too_many := too_many_projects(application, round_):
        found += [Spacer(1, 5), own_paragraph(too_many, theme.attention)]
    return found


def _table(
    columns: Sequence[FormField], widths: Sequence[float], application: Application, round_: Round, theme: Theme
) -> Flowable:
    rows = [
        [
            own_cell(row_label(index, round_), theme.cell),
            *(_cell(column, project, round_, theme, width) for column, width in zip(columns, widths[1:], strict=True)),
        ]
        for index, project in enumerate(application.projects)
    ]
    rows += [
        [own_cell(str(index + 1), theme.cell_quiet), *(_unused(column, theme) for column in columns)]
        for index in range(len(application.projects), round_.max_projects)
    ]
    head = [
        [Spacer(1, _BASELINE_OF_LETTERS), *head_part(round_.row_wording, theme.column, widths[0] - PADDING)],
        *(_column_head(column, theme, width) for column, width in zip(columns, widths[1:], strict=True)),
    ]
    row_heads = 1 + (bool(columns) and _is_name(columns[0]))
    return ruled_table(head, rows, widths, theme, _totals(columns, application, round_, theme), row_heads=row_heads)


def _wish_of_row_number(round_: Round, theme: Theme) -> Wish:
    width = max(_ROW_NUMBER_WIDTH, longest_word(round_.row_wording, theme.column) + PADDING)
    return Wish(min(width, _WIDEST_ROW_NUMBER), _ROW_NUMBER_WIDTH)


def _wish(column: FormField, application: Application, round_: Round, theme: Theme) -> Wish:
    kind = kind_of(column.path)
    wanted = _WANTED.get(kind)
    if wanted is None or kind.is_text:
        return Wish(_LEAST_TEXT, _LEAST_TEXT, grows=True)
    values = [
        *(written(project_value(column, project, round_), AS_PRINTED) for project in application.projects),
        *(total_text(total) for total in totals_of([column], application, round_)),
    ]
    widths = (
        longest_word(_wording(column), theme.column),
        longest_word(BLANK, theme.number_quiet),
        *(longest_word(value, theme.number_strong) for value in values),
    )
    return Wish(min(max(widths) + 2 * PADDING, _WIDEST_LEAST), wanted)


def _left_out(application: Application, round_: Round, theme: Theme) -> list[Flowable]:
    lines = [own_paragraph(line, theme.quiet) for line in left_out_lines(application, round_)]
    return [Spacer(1, 5), *lines] if lines else []


def _wording(column: FormField) -> str:
    text = column.wording or column.label
    for word, broken in _SOFT_HYPHENS.items():
        text = text.replace(word, broken)
    return text


def _column_head(column: FormField, theme: Theme, width: float) -> Part:
    inner = width - 2 * PADDING
    text = _wording(column)
    if not fits_in_head(text, theme.column, inner):
        text = column.label
    return [*head_part(column.column, theme.column_letter, inner), *head_part(text, theme.column, inner)]


def _too_long_for_heads(columns: Sequence[FormField], widths: Sequence[float], theme: Theme) -> list[Flowable]:
    """Returns the ministry's words that the head of the table has no room for."""
    return [
        own_paragraph(f"{column.column}. {column.wording}", theme.quiet)
        for column, width in zip(columns, widths[1:], strict=True)
        if not fits_in_head(_wording(column), theme.column, width - 2 * PADDING)
    ]


def _cell(column: FormField, project: Project, round_: Round, theme: Theme, width: float) -> Cell:
    kind = kind_of(column.path)
    text = written(project_value(column, project, round_), AS_PRINTED)
    if kind.is_text:
        return user_cell(one_line(text), theme.cell, width - 2 * PADDING, blank=theme.cell_quiet)
    if kind is FieldKind.SHARE and text:
        in_places = share_in_places(project, round_)
        return headed_cell(f"{text} pct.", theme.number, own_cell(in_places, theme.number_quiet))
    return own_cell(text, theme.number) if text else own_cell(BLANK, theme.number_quiet)


def _unused(column: FormField, theme: Theme) -> Cell:
    return own_cell(NOT_USED, theme.cell_quiet) if _is_name(column) else []


def _totals(columns: Sequence[FormField], application: Application, round_: Round, theme: Theme) -> list[Cell]:
    def cell(total: FormValue) -> Cell:
        style: TextStyle = theme.cell_strong if isinstance(total, str) else theme.number_strong
        return own_cell(total_text(total), style)

    return [[], *map(cell, totals_of(columns, application, round_))]


def _is_name(column: FormField) -> bool:
    return kind_of(column.path) is FieldKind.NAME
