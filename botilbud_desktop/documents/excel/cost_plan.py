"""The sheet of a cost plan (*fordeling af udgifter*): its formulas work out the same as the rules do.

An amount that is shared is amount × eligible / total, each line is rounded half up to the plan's step, and the
loan that is proposed never exceeds the exact sum. Amounts are in 1.000 kr.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from botilbud_desktop.documents.allocation_results import shared_not_covered
from botilbud_desktop.documents.excel.projects import ProjectCells
from botilbud_desktop.documents.excel.sheet import Book, Formula, Sheet, Value, address, same_as, sum_of
from botilbud_desktop.documents.excel.styles import Kind, Look
from botilbud_desktop.documents.excel.table import Column, Span, write_table
from botilbud_desktop.documents.values import one_line, project_heading
from botilbud_desktop.domain.application import Project
from botilbud_desktop.domain.choice_wording import NOT_STATED, TREATMENTS, UNITS
from botilbud_desktop.domain.cost_plan import Allocation, CostPlan, Treatment, allocation_of
from botilbud_desktop.domain.field_labels import label_with_unit
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.own_sheets import COST, LINE, TREATMENT
from botilbud_desktop.domain.web_form.field_kind import FieldKind, year_path
from botilbud_desktop.rules.results import Assessment, Severity

_COLUMNS = (
    Column(LINE, width=46),
    Column(TREATMENT, width=26),
    Column(COST, Kind.NUMBER, 18),
    Column("Låneberettiget, præcist (1.000 kr.)", Kind.EXACT, 20),
    Column("Låneberettiget, afrundet (1.000 kr.)", Kind.NUMBER, 20),
)
_LABEL, _TREATMENT, _AMOUNT, _EXACT, _ROUNDED = range(len(_COLUMNS))
_NOTE = (
    "Behandling og udgift i hver post og de tre tal under summen kan ændres. De er gule. "
    "Så regner Excel resten igen, på samme måde som programmet."
)
_CAN_BE_CHANGED = "Kan ændres. Så regnes resten igen."
_CANNOT = "Udgifterne kan ikke fordeles endnu:"
_TOO_LARGE = "Tallene er for store til, at et regneark regner præcist med dem. Her står programmets tal uden formler."
_MOST_EXACT = 10**13
"""The largest product of amounts and units that a spreadsheet, with its 15 digits, surely rounds like the rules."""


class PlanCells(NamedTuple):
    """The addresses of a plan's results."""

    exact: str
    rounded: str
    proposed: str
    allocation: Allocation


class _Plan(NamedTuple):
    """A plan with what its sheet is made from."""

    number: int
    project: Project
    plan: CostPlan
    allocation: Allocation | None
    cells: ProjectCells
    cost_cell: str
    round_: Round

    @property
    def is_live(self) -> bool:
        """Whether it is written with formulas."""
        size = sum(abs(line.amount) for line in self.plan.lines) * max(abs(self.plan.basis.eligible), 1)
        return self.allocation is not None and size <= _MOST_EXACT


class _Rows(NamedTuple):
    """The rows of the parameters, counted from 0; their values stand in the column of amounts."""

    eligible: int
    total: int
    step: int

    def cell(self, row: int) -> str:
        return address(row, _AMOUNT, is_fixed=True)


def write_plan(
    book: Book, index: int, project: Project, cells: ProjectCells, cost_cell: str, round_: Round, assessment: Assessment
) -> PlanCells | None:
    """Writes the plan of the project at `index`; returns where its results are, or None when it cannot be allocated.

    `cost_cell` is the address of the project's gross construction cost.
    """
    if project.cost_plan is None:
        return None
    allocation = allocation_of(project.cost_plan)
    plan = _Plan(index, project, project.cost_plan, allocation, cells, cost_cell, round_)
    notes = [one_line(project_heading(index, project, round_))]
    if allocation is None:
        notes += [_CANNOT, *_reasons(index, assessment)]
    else:
        notes.append(_NOTE if plan.is_live else _TOO_LARGE)
    sheet = Sheet(book, f"Fordeling {index + 1}", "Fordeling af udgifter", notes)
    rows = _parameter_rows(sheet.row, len(plan.plan.lines))
    span = write_table(sheet, _COLUMNS, _lines(plan, rows, sheet.row + 1), are_split=False)
    _write_inputs(sheet, plan, span)
    _write_totals(sheet, plan, span, rows)
    _write_parameters(sheet, plan, rows)
    return None if allocation is None else _write_results(sheet, plan, allocation, span, rows)


def _reasons(index: int, assessment: Assessment) -> list[str]:
    path = f"projects[{index}].cost_plan"
    found = (finding for finding in assessment.errors if finding.field.startswith(path))
    return [finding.message for finding in found if finding.severity is Severity.ERROR]


def _parameter_rows(heading: int, lines: int) -> _Rows:
    """Returns the rows below the headings, the lines, the sums and an empty row."""
    first = heading + lines + 3
    return _Rows(first, first + 1, first + 2)


def _lines(plan: _Plan, rows: _Rows, first: int) -> Iterator[Sequence[Value]]:
    allocated = plan.allocation.lines if plan.allocation is not None else ()
    for number, line in enumerate(plan.plan.lines):
        row = first + number
        exact: Value = allocated[number].exact if allocated else ""
        rounded: Value = allocated[number].eligible if allocated else ""
        if plan.is_live and allocated:
            exact = Formula(_exact_formula(row, rows), allocated[number].exact)
            step = rows.cell(rows.step)
            rounded = Formula(f"=ROUND({address(row, _EXACT)}/{step},0)*{step}", allocated[number].eligible)
        yield one_line(line.label) or None, TREATMENTS[line.treatment], line.amount, exact, rounded


def _exact_formula(row: int, rows: _Rows) -> str:
    treatment, amount = address(row, _TREATMENT), address(row, _AMOUNT)
    direct, shared = TREATMENTS[Treatment.DIRECT], TREATMENTS[Treatment.SHARED]
    part = f"{amount}*{rows.cell(rows.eligible)}/{rows.cell(rows.total)}"
    return f'=IF({treatment}="{direct}",{amount},IF({treatment}="{shared}",{part},0))'


def _write_inputs(sheet: Sheet, plan: _Plan, span: Span) -> None:
    """Marks what can be changed."""
    if not plan.is_live or span.first == span.after:
        return
    for number, line in enumerate(plan.plan.lines):
        sheet.put(span.first + number, _TREATMENT, TREATMENTS[line.treatment], Kind.TEXT, Look.INPUT)
        sheet.put(span.first + number, _AMOUNT, line.amount, Kind.NUMBER, Look.INPUT)
    sheet.offer(span.first, span.after - 1, _TREATMENT, tuple(TREATMENTS.values()), _CAN_BE_CHANGED)
    sheet.tell(span.first, span.after - 1, _AMOUNT, _CAN_BE_CHANGED)


def _write_totals(sheet: Sheet, plan: _Plan, span: Span, rows: _Rows) -> None:
    row, allocation = span.after, plan.allocation
    total: Value = plan.plan.total_amount
    exact: Value = "" if allocation is None else allocation.exact
    rounded: Value = "" if allocation is None else allocation.eligible
    if plan.is_live and allocation is not None and span.first < span.after:
        total = Formula(f"=SUM({_column(span, _AMOUNT)})", plan.plan.total_amount)
        exact = Formula(f"={_sum_of(Treatment.DIRECT, span)}+{_shared_part(span, rows)}", allocation.exact)
        rounded = Formula(f"=SUM({_column(span, _ROUNDED)})", allocation.eligible)
    for column, value in enumerate(("I alt", "", total, exact, rounded)):
        sheet.put(row, column, value, _COLUMNS[column].kind, Look.TOTAL)


def _column(span: Span, column: int) -> str:
    return f"{address(span.first, column, is_fixed=True)}:{address(span.after - 1, column, is_fixed=True)}"


def _sum_of(treatment: Treatment, span: Span) -> str:
    return f'SUMIF({_column(span, _TREATMENT)},"{TREATMENTS[treatment]}",{_column(span, _AMOUNT)})'


def _shared_part(span: Span, rows: _Rows) -> str:
    """Returns the eligible part of all shared lines, divided once, so that it is exact where it is whole."""
    return f"{_sum_of(Treatment.SHARED, span)}*{rows.cell(rows.eligible)}/{rows.cell(rows.total)}"


def _write_parameters(sheet: Sheet, plan: _Plan, rows: _Rows) -> None:
    basis = plan.plan.basis
    look = Look.INPUT if plan.is_live else Look.PLAIN
    path = field_path(f"projects[{plan.number}].cost_plan")
    for row, name, value in (
        (rows.eligible, "eligible", basis.eligible),
        (rows.total, "total", basis.total),
    ):
        label = label_with_unit(path / "basis" / name, plan.round_)
        sheet.put(row, _LABEL, label)
        sheet.put(row, _TREATMENT, UNITS[basis.unit])
        sheet.put(row, _AMOUNT, value, Kind.NUMBER, look)
    sheet.put(rows.step, _LABEL, label_with_unit(path / "round_to", plan.round_))
    sheet.put(rows.step, _TREATMENT, "1.000 kr.")
    sheet.put(rows.step, _AMOUNT, plan.plan.round_to, Kind.NUMBER, look)
    if plan.is_live:
        sheet.tell(rows.eligible, rows.step, _AMOUNT, _CAN_BE_CHANGED)
    sheet.row = rows.step + 1
    if plan.allocation is not None:
        part = Fraction(basis.eligible, basis.total)
        text = f"={rows.cell(rows.eligible)}/{rows.cell(rows.total)}"
        _result(sheet, "Den låneberettigede andel", "", Formula(text, part) if plan.is_live else part, Kind.PART)


def _write_results(sheet: Sheet, plan: _Plan, allocation: Allocation, span: Span, rows: _Rows) -> PlanCells:
    is_live = plan.is_live and span.first < span.after
    exact, rounded = address(span.after, _EXACT), address(span.after, _ROUNDED)

    def formula(text: str, value: int | Fraction) -> Value:
        return Formula(text, value) if is_live else value

    sheet.row += 1
    proposed = sheet.row
    direct = _sum_of(Treatment.DIRECT, span)
    text = f"=MIN({rounded},{direct}+INT({_shared_part(span, rows)}))"
    _result(sheet, "Foreslået lån", "1.000 kr.", formula(text, allocation.proposed_loan))
    excluded = sum(line.amount for line in plan.plan.lines if line.treatment is Treatment.EXCLUDED)
    _result(sheet, "Holdt helt uden for lånet", "1.000 kr.", formula(f"={_sum_of(Treatment.EXCLUDED, span)}", excluded))
    others = shared_not_covered(allocation)
    text = f"={_sum_of(Treatment.SHARED, span)}-{_shared_part(span, rows)}"
    label = "Den del af de fælles udgifter, lånet ikke dækker"
    _result(sheet, label, "1.000 kr.", formula(text, others), Kind.EXACT)
    _write_cost(sheet, plan, address(span.after, _AMOUNT))
    _write_loan(sheet, plan, allocation, exact)
    here = sheet.reference
    return PlanCells(here(span.after, _EXACT), here(span.after, _ROUNDED), here(proposed, _AMOUNT), allocation)


def _write_cost(sheet: Sheet, plan: _Plan, total: str) -> None:
    """Writes the gross construction cost, and the sum of all lines held against it."""
    cost = plan.project.gross_construction_cost
    _result(sheet, "Bruttoanlægsudgift", "1.000 kr.", same_as(plan.cost_cell, cost))
    difference = None if cost is None else plan.plan.total_amount - cost
    _write_difference(sheet, "Udgifter i alt minus bruttoanlægsudgift", f"{total}-{{0}}", difference)


def _write_loan(sheet: Sheet, plan: _Plan, allocation: Allocation, exact: str) -> None:
    """Writes the loan of each year and in all, held against the exact eligible amount."""
    first = sheet.row
    loans = [plan.project.loan.get(year) for year in plan.round_.year_keys]
    for year, loan in zip(plan.round_.year_keys, loans, strict=True):
        cell = plan.cells.of(plan.number, year_path(FieldKind.LOAN, year))
        _result(sheet, f"Ansøgt lån i {year}", "1.000 kr.", loan if cell is None else same_as(cell, loan))
    years = f"{address(first, _AMOUNT)}:{address(sheet.row - 1, _AMOUNT)}"
    total = sum_of(years, loans)
    _result(sheet, "Ansøgt lån i alt", "1.000 kr.", total)
    difference = None if isinstance(total.value, str) else total.value - allocation.exact
    label = "Ansøgt lån minus låneberettiget, præcist"
    _write_difference(sheet, label, f"{{0}}-{exact}", difference, Kind.EXACT)


def _write_difference(
    sheet: Sheet, label: str, text: str, value: int | Fraction | None, kind: Kind = Kind.NUMBER
) -> None:
    """Writes a difference with the value in the row above, `{0}` in `text`; it is not stated while that is not."""
    above = address(sheet.row - 1, _AMOUNT)
    formula = f'=IF(ISNUMBER({above}),{text.format(above)},"{NOT_STATED}")'
    _result(sheet, label, "1.000 kr.", Formula(formula, NOT_STATED if value is None else value), kind)


def _result(sheet: Sheet, label: str, unit: str, value: Value, kind: Kind = Kind.NUMBER) -> None:
    sheet.put(sheet.row, _LABEL, label)
    sheet.put(sheet.row, _TREATMENT, unit)
    sheet.put(sheet.row, _AMOUNT, value, kind)
    sheet.row += 1
