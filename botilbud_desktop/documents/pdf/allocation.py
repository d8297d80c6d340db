"""The allocation sheet (*fordelingsark*): how the loan follows from each project's cost plan, step by step."""

from collections.abc import Sequence

from botilbud_desktop.documents.allocation_results import Pair, results_of
from botilbud_desktop.documents.pdf.blocks import heading, notice, together, user_heading
from botilbud_desktop.documents.pdf.engine import Flowable, PageBreak, Spacer, mm
from botilbud_desktop.documents.pdf.structure.flowables import as_heading
from botilbud_desktop.documents.pdf.tables import Cell, label_value_table, own_cell, ruled_table, user_cell
from botilbud_desktop.documents.pdf.text import own_paragraph
from botilbud_desktop.documents.pdf.theme import Theme
from botilbud_desktop.documents.values import project_heading
from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.choice_wording import TREATMENTS, counted_units
from botilbud_desktop.domain.cost_plan import (
    AllocatedLine,
    Allocation,
    CostPlan,
    allocate,
    plan_problems,
)
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.amounts import format_fraction, format_number
from botilbud_desktop.rules.results import Assessment, Finding, Severity
from botilbud_desktop.rules.wording import all_of

_NO_PLANS = "Ingen af projekterne har en fordeling af udgifter."
_NO_LINES = "Fordelingen har ingen poster endnu."
_CANNOT = "Udgifterne kan ikke fordeles endnu"
_UNIT = "Alle beløb er i hele 1.000 kr."
_COLUMNS = ("Post", "Behandling", "Udgift", "Beregning", "Præcist", "Afrundet")
_NUMBERS = ("Udgift", "Præcist", "Afrundet")
_ROUNDED_UP = "cost_plan.rounding_above_exact"
_WIDTHS: tuple[float, ...] = tuple(width * mm for width in (32, 37, 18, 47, 21, 19))
_PADDING = 5.0
_LABEL_WIDTH: float = 76 * mm


def allocation_story(application: Application, round_: Round, assessment: Assessment, theme: Theme) -> list[Flowable]:
    """Returns a sheet for each project with a cost plan, or one page that says there are none."""
    story: list[Flowable] = []
    without: list[str] = []
    for index, project in enumerate(application.projects):
        if project.cost_plan is None:
            without.append(f"{round_.row_wording} {index + 1}")
            continue
        if story:
            story.append(PageBreak())
        story += _sheet(index, project, project.cost_plan, round_, assessment, theme)
    if not story:
        return [own_paragraph("Fordeling af udgifter", theme.title), own_paragraph(_NO_PLANS, theme.body)]
    if without:
        story += [
            Spacer(1, 16),
            own_paragraph(f"Uden fordeling af udgifter: {all_of(without)}.", theme.quiet),
        ]
    return story


def _sheet(
    index: int, project: Project, plan: CostPlan, round_: Round, assessment: Assessment, theme: Theme
) -> list[Flowable]:
    story = [
        own_paragraph("Fordeling af udgifter", theme.title),
        *user_heading(project_heading(index, project, round_), theme, theme.strong, level=2),
        Spacer(1, 8),
        label_value_table([("Fordeles efter", _basis(plan)), ("Afrunding", _rounding(plan))], theme, 40 * mm),
    ]
    if plan_problems(plan):
        return [*story, Spacer(1, 14), notice(_CANNOT, _reasons(index, assessment), theme, attention=True, level=3)]
    allocation = allocate(plan)
    lines = [line for line in allocation.lines if not line.line.is_empty]
    if not lines:
        return [*story, Spacer(1, 14), own_paragraph(_NO_LINES, theme.body)]
    return [
        *story,
        *heading("Beregning", theme, room=100, level=3),
        own_paragraph(_UNIT, theme.quiet),
        Spacer(1, 4),
        _table(lines, allocation, theme),
        *_results(index, project, allocation, round_, assessment, theme),
    ]


def _basis(plan: CostPlan) -> str:
    basis = plan.basis
    return f"{format_number(basis.eligible)} af {counted_units(basis.total, basis.unit)}"


def _rounding(plan: CostPlan) -> str:
    step = format_number(plan.round_to * 1000)
    return f"Hver post er afrundet til hele {step} kr."


def _reasons(index: int, assessment: Assessment) -> list[str]:
    """Returns why the plan cannot be allocated, in the wording of the rules."""
    return [finding.message for finding in _findings(index, assessment) if finding.severity is Severity.ERROR]


def _table(lines: list[AllocatedLine], allocation: Allocation, theme: Theme) -> Flowable:
    head = [[own_paragraph(text, theme.column_right if text in _NUMBERS else theme.column)] for text in _COLUMNS]
    rows = [_row(line, theme) for line in lines]
    total: list[Cell] = [
        own_cell("I alt", theme.cell_strong),
        [],
        own_cell(format_number(sum(line.line.amount for line in lines)), theme.number_strong),
        [],
        own_cell(format_fraction(allocation.exact), theme.number_strong),
        own_cell(format_number(allocation.eligible), theme.number_strong),
    ]
    return ruled_table(head, rows, _WIDTHS, theme, total, _PADDING)


def _row(allocated: AllocatedLine, theme: Theme) -> list[Cell]:
    line = allocated.line
    return [
        user_cell(line.label, theme.cell, _WIDTHS[0] - _PADDING, blank=theme.cell_quiet),
        own_cell(TREATMENTS[line.treatment], theme.cell),
        own_cell(format_number(line.amount), theme.number),
        own_cell(allocated.arithmetic, theme.cell),
        own_cell(format_fraction(allocated.exact), theme.number),
        own_cell(format_number(allocated.eligible), theme.number),
    ]


def _results(
    index: int, project: Project, allocation: Allocation, round_: Round, assessment: Assessment, theme: Theme
) -> list[Flowable]:
    rounded_up = [finding.message for finding in _findings(index, assessment) if finding.code == _ROUNDED_UP]
    tables = results_of(allocation, project, round_)
    return [
        part
        for number, (title, pairs) in enumerate(tables, start=1)
        for part in _block(title, pairs, theme, rounded_up if number == len(tables) else ())
    ]


def _block(title: str, pairs: list[Pair], theme: Theme, notes: Sequence[str] = ()) -> list[Flowable]:
    """Returns a heading and its table, kept together, and notes below them."""
    below = [own_paragraph(note, theme.quiet) for note in notes]
    table = label_value_table(pairs, theme, _LABEL_WIDTH)
    heading_ = as_heading([own_paragraph(title, theme.heading)], 3)
    return together([*heading_, table, *([Spacer(1, 5), *below] if below else [])])


def _findings(index: int, assessment: Assessment) -> list[Finding]:
    """Returns the findings about the project's cost plan."""
    path = f"projects[{index}].cost_plan"
    return [finding for finding in assessment.findings if finding.field.startswith(path)]
