"""The receipt's pages of particulars (*oplysninger bag kriterierne*): what was judged, and how.

For each project they show all six outcomes and all values, so that a change of anything that the check code covers
can be seen on the paper.
"""

from itertools import chain

from botilbud_desktop.documents.all_values import (
    AllValues,
    Column,
    Group,
    LongText,
    Rows,
    Value,
    values_of_project,
    values_outside,
)
from botilbud_desktop.documents.pdf.blocks import heading, limited_text, together, user_heading
from botilbud_desktop.documents.pdf.engine import Flowable, Spacer, mm
from botilbud_desktop.documents.pdf.tables import Cell, label_value_table, own_cell, ruled_table, user_cell
from botilbud_desktop.documents.pdf.text import own_paragraph, user_paragraphs
from botilbud_desktop.documents.pdf.theme import TEXT_HEIGHT, TEXT_WIDTH, Theme
from botilbud_desktop.documents.values import BLANK, NO_PROJECTS, project_heading
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.outcome_wording import OUTCOMES
from botilbud_desktop.rules.results import Assessment, CriterionResult

TITLE = "Oplysninger bag kriterierne"
FILE_TITLE = "Ansøgningen og dens fil"

_INTRODUCTION = (
    "Her står resultatet for hvert kriterium og de oplysninger, som det bygger på. Kontrolkoden dækker det hele: "
    "Ændrer én oplysning sig, ændrer koden sig også."
)
_LABEL_WIDTH: float = 84 * mm
_CRITERION_WIDTH: float = 52 * mm
_OUTCOME_WIDTH: float = 32 * mm
_NUMBER_WIDTH: float = 32 * mm
_YEAR_WIDTH: float = 16 * mm
_PADDING = 6.0
_GAP = 8.0


def particulars_story(application: Application, round_: Round, assessment: Assessment, theme: Theme) -> list[Flowable]:
    """Returns the outcomes and values of each project, then what else the check code covers."""
    story: list[Flowable] = [own_paragraph(TITLE, theme.title), own_paragraph(_INTRODUCTION, theme.body)]
    if not application.projects:
        story += [Spacer(1, _GAP), own_paragraph(NO_PROJECTS, theme.body)]
    for index, project in enumerate(application.projects):
        results = [result for result in assessment.criteria if result.project == index]
        values = values_of_project(project, index, round_)
        name = user_heading(project_heading(index, project, round_), theme, theme.heading, room=150, level=2)
        story += [*_kept([*name, _outcomes(results, round_, theme)]), *_values(values, theme)]
    return [*story, *_kept([*heading(FILE_TITLE, theme, room=60), *_file(application, round_, theme)])]


def _file(application: Application, round_: Round, theme: Theme) -> list[Flowable]:
    """Returns what few readers look for in small print."""
    lines = (f"{value.label}: {value.text or BLANK}" for value in values_outside(application, round_))
    return list(chain.from_iterable(user_paragraphs(line, theme.quiet) for line in lines))


def _outcomes(results: list[CriterionResult], round_: Round, theme: Theme) -> Flowable:
    titles = {criterion.number: criterion.title for criterion in round_.criteria}
    width = TEXT_WIDTH - _CRITERION_WIDTH - _OUTCOME_WIDTH - _PADDING
    rows: list[list[Cell]] = [
        [
            own_cell(f"{result.criterion}. {titles.get(result.criterion, '')}", theme.cell_quiet),
            own_cell(OUTCOMES[result.outcome], theme.cell_strong),
            user_cell(result.message, theme.cell, width),
        ]
        for result in results
    ]
    head = [[own_paragraph(text, theme.column)] for text in ("Kriterium", "Resultat", "Begrundelse")]
    widths = [_CRITERION_WIDTH, _OUTCOME_WIDTH, TEXT_WIDTH - _CRITERION_WIDTH - _OUTCOME_WIDTH]
    return ruled_table(head, rows, widths, theme, padding=_PADDING)


def _values(values: AllValues, theme: Theme) -> list[Flowable]:
    return [
        *_kept([*_subheading("Oplysninger om projektet", theme), _table(values.values, theme)]),
        *chain.from_iterable(_rows(rows, theme) for rows in values.rows),
        *chain.from_iterable(_group(group, theme) for group in values.groups),
        *chain.from_iterable(_text(text, theme) for text in values.texts),
    ]


def _table(values: tuple[Value, ...], theme: Theme) -> Flowable:
    return label_value_table(values, theme, _LABEL_WIDTH)


def _group(group: Group, theme: Theme) -> list[Flowable]:
    return [
        *_kept([*_subheading(group.label, theme), _table(group.values, theme)]),
        *chain.from_iterable(_rows(rows, theme) for rows in group.rows),
    ]


def _rows(rows: Rows, theme: Theme) -> list[Flowable]:
    own_widths = [_own_width(column) for column in rows.columns]
    left = TEXT_WIDTH - sum(width for width in own_widths if width is not None)
    each = left / max(1, own_widths.count(None))
    head = [
        [own_paragraph(column.label, theme.column_right if column.is_number else theme.column)]
        for column in rows.columns
    ]
    cells: list[list[Cell]] = [
        [
            own_cell(text, theme.number)
            if column.is_number
            else user_cell(text, theme.cell, each - _PADDING, blank=theme.cell_quiet)
            for text, column in zip(row, rows.columns, strict=True)
        ]
        for row in rows.rows
    ]
    widths = [each if width is None else width for width in own_widths]
    return _kept(
        [*_subheading(rows.label, theme), ruled_table(head, cells, widths, theme, padding=_PADDING, row_heads=0)]
    )


def _own_width(column: Column) -> float | None:
    """Returns the width of a column of years or numbers; the others share what is left."""
    return _YEAR_WIDTH if column.is_year else _NUMBER_WIDTH if column.is_number else None


def _text(text: LongText, theme: Theme) -> list[Flowable]:
    return limited_text(text.label, text.text, text.limit, theme, level=3)


def _kept(flowables: list[Flowable]) -> list[Flowable]:
    """Returns `flowables` kept on one page unless they are taller than half of it."""
    return together(flowables, TEXT_HEIGHT / 2)


def _subheading(label: str, theme: Theme) -> list[Flowable]:
    return [Spacer(1, _GAP), *user_heading(label, theme, theme.cell_strong, room=50), Spacer(1, 2)]
