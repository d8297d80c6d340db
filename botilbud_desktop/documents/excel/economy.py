"""The sheet of the figures that finance looks at: loan, places, costs and what the cost plans come to."""

from collections.abc import Mapping, Sequence

from botilbud_desktop.documents.excel.cost_plan import PlanCells
from botilbud_desktop.documents.excel.projects import ProjectCells, has_too_large
from botilbud_desktop.documents.excel.sheet import TOO_LARGE, Book, Formula, Sheet, Value, address, same_as, sum_of
from botilbud_desktop.documents.excel.styles import Kind, Look
from botilbud_desktop.documents.excel.table import Column, write_table
from botilbud_desktop.documents.values import one_line
from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.field_labels import label_with_unit
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.quantities import Quantities
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.own_sheets import NUMBER
from botilbud_desktop.domain.web_form.field_kind import FieldKind, year_path
from botilbud_desktop.rules.results import Assessment

GROSS_COST = "projects[].gross_construction_cost"
_COST_COLUMN = 4
_SUMMED = (2, 3, _COST_COLUMN)


class EconomySheet:
    """The sheet; its rows are known before it is filled, since the cost plans refer to them and it to the plans."""

    def __init__(self, book: Book, application: Application, round_: Round, cells: ProjectCells) -> None:
        self._application = application
        self._round = round_
        self._cells = cells
        notes = (TOO_LARGE,) if has_too_large(application) else ()
        self._sheet = Sheet(book, "Økonomi", "Økonomi", notes)

    def cost_cell(self, index: int) -> str:
        """Returns the address of a project's gross construction cost, in the sheet of projects where it is there."""
        here = self._sheet.reference(self._sheet.row + 1 + index, _COST_COLUMN)
        return self._cells.of(index, GROSS_COST) or here

    def fill(self, assessment: Assessment, plans: Mapping[int, PlanCells]) -> None:
        """Writes a row for each project, and the sums; the sum of nothing is not stated."""
        rows = [
            self._row(index, project, quantities, plans.get(index))
            for index, (project, quantities) in enumerate(
                zip(self._application.projects, assessment.quantities, strict=True)
            )
        ]
        span = write_table(self._sheet, self._columns(), rows, are_split=False)
        self._sheet.put(span.after, 0, "", Kind.TEXT, Look.TOTAL)
        self._sheet.put(span.after, 1, self._round.totals_wording, Kind.TEXT, Look.TOTAL)
        for column in range(2, len(self._columns())):
            value: Value = ""
            if column in _SUMMED:
                cells = f"{address(span.first, column)}:{address(span.after - 1, column)}"
                value = sum_of(cells, [_number(row[column]) for row in rows]) if rows else None
            self._sheet.put(span.after, column, value, Kind.NUMBER, Look.TOTAL)

    def _columns(self) -> tuple[Column, ...]:
        cost = label_with_unit(field_path("projects[0].gross_construction_cost"), self._round)
        return (
            Column(NUMBER, Kind.NUMBER, 7),
            Column(self._round.row_wording, width=40),
            Column("Ansøgt lån i alt (hele 1.000 kr.)", Kind.NUMBER),
            Column("Nye pladser i alt (antal)", Kind.NUMBER),
            Column(cost, Kind.NUMBER, 20),
            Column("Låneberettiget, præcist (1.000 kr.)", Kind.EXACT, 18),
            Column("Låneberettiget, afrundet (1.000 kr.)", Kind.NUMBER, 18),
            Column("Foreslået lån (1.000 kr.)", Kind.NUMBER, 14),
        )

    def _row(self, index: int, project: Project, quantities: Quantities, plan: PlanCells | None) -> Sequence[Value]:
        cost_cell = self._cells.of(index, GROSS_COST)
        cost = project.gross_construction_cost
        loans = [project.loan.get(year) for year in self._round.year_keys]
        places = [quantities.expansion if project.places else None]
        return (
            index + 1,
            one_line(project.name) or None,
            self._over_the_years(index, FieldKind.LOAN, loans),
            self._over_the_years(index, FieldKind.EXPANSION, places),
            cost if cost_cell is None else same_as(cost_cell, cost),
            *_results(plan),
        )

    def _over_the_years(self, index: int, kind: FieldKind, values: Sequence[int | None]) -> Formula | int | None:
        """Returns the sum over the years; a number where the form lacks the column of a year."""
        cells = [self._cells.of(index, year_path(kind, year)) for year in self._round.year_keys]
        found = [cell for cell in cells if cell is not None]
        total = sum_of(",".join(found), values)
        if len(found) == len(cells):
            return total
        return total.value if isinstance(total.value, int) else None


def _results(plan: PlanCells | None) -> tuple[Value, ...]:
    if plan is None:
        return ("", "", "")
    allocation = plan.allocation
    return (
        Formula(f"={plan.exact}", allocation.exact),
        Formula(f"={plan.rounded}", allocation.eligible),
        Formula(f"={plan.proposed}", allocation.proposed_loan),
    )


def _number(value: Value) -> int | None:
    number = value.value if isinstance(value, Formula) else value
    return number if isinstance(number, int) else None
