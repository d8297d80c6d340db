"""The costs in the program's own workbook: the sheets of cost plans, and the gross construction costs."""

from collections.abc import Iterator, Mapping, Sequence

from botilbud_desktop.domain.choice_wording import NOT_STATED, TREATMENTS, UNITS
from botilbud_desktop.domain.cost_plan import CostBasis, CostLine, CostPlan
from botilbud_desktop.domain.document_import.account.wording import NOT_READ, WORKED_OUT
from botilbud_desktop.domain.document_import.blocks import LeftOut
from botilbud_desktop.domain.document_import.from_table import row_text
from botilbud_desktop.domain.document_import.own_workbook.projects import NO_PROJECT, project_of, said
from botilbud_desktop.domain.document_import.proposal import Proposed
from botilbud_desktop.domain.document_import.table_places import TablePlaces
from botilbud_desktop.domain.field_labels import label_with_unit
from botilbud_desktop.domain.field_path import FieldPath, field_path, project_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.amount_cells import amount_in
from botilbud_desktop.domain.table_import.cells import Grid, Row, is_blank, text_of
from botilbud_desktop.domain.table_import.own_sheets import COST, LINE, NUMBER, TREATMENT
from botilbud_desktop.domain.table_import.units import Unit
from botilbud_desktop.domain.values.amounts import parse_count
from botilbud_desktop.domain.values.not_understood import NotUnderstoodError

_PLAN, _GROSS = field_path("projects[0].cost_plan"), field_path("projects[0].gross_construction_cost")


def are_cost_headings(row: Row) -> bool:
    """Whether a row is the headings of a cost plan's sheet."""
    return tuple(map(text_of, row[:3])) == (LINE, TREATMENT, COST)


def cost_plan_of(
    grid: Grid, heading: int, places: TablePlaces, names: Sequence[str], round_: Round
) -> Iterator[Proposed | LeftOut]:
    """Yields the lines and the proportion of a cost plan; `heading` is the row of its headings."""
    found = (project_of(text_of(row[0]), names, round_) for row in grid[:heading])
    projects = {project for project in found if project is not None}
    if len(projects) != 1:
        yield LeftOut(places.block((0, 0), (len(grid) - 1, len(grid[0]) - 1)), row_text(grid[heading]), NO_PROJECT)
        return
    path = project_path(projects.pop()) / "cost_plan"
    parameters = _parameters(grid, heading, round_)
    row, count = heading + 1, 0
    while row < len(grid) and not is_blank(grid[row][1]):
        source = places.block((row, 0), (row, 2))
        try:
            line = _line(grid[row])
        except (NotUnderstoodError, KeyError):
            yield LeftOut(source, row_text(grid[row]), NOT_READ)
        else:
            yield Proposed(path / "lines" / count, line, source, is_sure=True)
            count += 1
        row += 1
    try:
        plan = _plan(grid, parameters)
    except (NotUnderstoodError, KeyError, ValueError):
        plan = None
    if plan is not None:
        first, last = parameters["eligible"], parameters["total"]
        yield Proposed(path / "basis", plan.basis, places.block((first, 0), (last, 2)), is_sure=True)
        step = parameters["round_to"]
        yield Proposed(path / "round_to", plan.round_to, places.block((step, 0), (step, 2)), is_sure=True)
    for other in range(row, len(grid)):
        if (text := row_text(grid[other])) and (plan is None or other not in parameters.values()):
            why = NOT_READ if other in parameters.values() else WORKED_OUT
            yield LeftOut(places.block((other, 0), (other, len(grid[other]) - 1)), text, why)


def _line(row: Row) -> CostLine:
    label = text_of(row[0])
    treatment = {words: code for code, words in TREATMENTS.items()}[text_of(row[1])]
    amount = amount_in(text_of(row[2]), Unit.THOUSANDS)
    return CostLine(label="" if label == NOT_STATED else label, amount=amount, treatment=treatment)


def _parameters(grid: Grid, heading: int, round_: Round) -> Mapping[str, int]:
    """Returns the rows of the proportion and the rounding, by their names."""
    parts = {
        "eligible": _PLAN / "basis" / "eligible",
        "total": _PLAN / "basis" / "total",
        "round_to": _PLAN / "round_to",
    }
    labels = {label_with_unit(path, round_): name for name, path in parts.items()}
    return {labels[text]: row for row in range(heading, len(grid)) if (text := text_of(grid[row][0])) in labels}


def _plan(grid: Grid, parameters: Mapping[str, int]) -> CostPlan:
    eligible, total = grid[parameters["eligible"]], grid[parameters["total"]]
    unit = {words: code for code, words in UNITS.items()}[text_of(eligible[1])]
    basis = CostBasis(unit=unit, eligible=parse_count(text_of(eligible[2])), total=parse_count(text_of(total[2])))
    step = parse_count(text_of(grid[parameters["round_to"]][2]))
    return CostPlan.model_validate({"basis": basis, "round_to": step})


def gross_cost_column(row: Row, round_: Round) -> int | None:
    """Returns the column of the gross costs where a row is the headings of the sheet that has them."""
    words = [text_of(cell) for cell in row]
    label = label_with_unit(_GROSS, round_)
    return words.index(label) if words[:2] == [NUMBER, round_.row_wording] and label in words else None


def gross_costs_of(
    grid: Grid, heading: int, column: int, places: TablePlaces, names: Sequence[str], round_: Round
) -> Iterator[Proposed | LeftOut]:
    """Yields the gross construction cost of each project; all else of the sheet is worked out from others."""
    for index in range(heading + 1, len(grid)):
        row = grid[index]
        source = places.block((index, 0), (index, len(row) - 1))
        if is_blank(row[0]):
            if text := row_text(row):
                yield LeftOut(source, text, WORKED_OUT)
            continue
        project = project_of(f"{round_.row_wording} {text_of(row[0])}: {text_of(row[1])}", names, round_)
        cost = said(row[column])
        try:
            amount = None if cost is None else amount_in(text_of(cost), Unit.THOUSANDS)
        except NotUnderstoodError:
            yield LeftOut(places.cell(index, column), text_of(cost), NOT_READ)
            continue
        if project is None:
            yield LeftOut(source, row_text(row), NO_PROJECT)
        elif amount is not None:
            path = FieldPath((*project_path(project), "gross_construction_cost"))
            yield Proposed(path, amount, places.cell(index, column), is_sure=True)
