"""All values of a project that its papers show, and how its loan follows from its cost plan."""

from collections.abc import Iterator

from botilbud_desktop.documents.all_values import AllValues, LongText, Rows, Value, values_of_project
from botilbud_desktop.documents.allocation_results import results_of
from botilbud_desktop.documents.plain_text.blocks import Block, pair, row_blocks
from botilbud_desktop.documents.values import BLANK, characters, share_in_places
from botilbud_desktop.domain.application import Project
from botilbud_desktop.domain.choice_wording import TREATMENTS
from botilbud_desktop.domain.cost_plan import Allocation, CostPlan, allocation_of
from botilbud_desktop.domain.field_path import project_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.counting import count_characters
from botilbud_desktop.domain.value_formatter import ValueFormatter
from botilbud_desktop.domain.values.amounts import format_fraction, format_number

_WORKED_OUT, _NOT_WORKED_OUT = "Fordelingen regnet ud", "Fordelingen er ikke regnet ud endnu"
_BASIS = "Fordeles efter"
_UNIT = "Alle beløb er i hele 1.000 kr."
_ARROW, _ROUNDED = " → ", ", afrundet til "
"""A sign that is seen, and the words for it."""
_COLUMNS = ("Post", "Behandling", "Udgift", "Beregning", "Præcist", "Afrundet")


def project_blocks(project: Project, index: int, round_: Round) -> list[Block]:
    """Returns the values, the rows of each list, the cost plan with what it comes to, and the texts."""
    is_worked_out = project.cost_plan is not None and _allocation(project.cost_plan) is not None
    values = values_of_project(project, index, round_)
    return [
        *_values(project, values, round_, has_lines=not is_worked_out),
        *_allocated(project, index, round_),
    ]


def _values(project: Project, values: AllValues, round_: Round, *, has_lines: bool) -> Iterator[Block]:
    """Yields the values; with `has_lines` the lines of a cost plan too, which are told with their sums otherwise."""
    singles = _lines(values.values)
    if in_places := share_in_places(project, round_):
        singles.append(f"Andelen i hele pladser: {in_places.strip('()')}")
    yield singles
    for rows in values.rows:
        yield from _rows(rows)
    for group in values.groups:
        yield [group.label, *_lines(group.values)]
        for rows in group.rows if has_lines else ():
            yield from _rows(rows)
    for text in values.texts:
        yield _long_text(text)


def _lines(values: tuple[Value, ...]) -> list[str]:
    return [line for value in values for line in pair(value.label, value.text)]


def _rows(rows: Rows) -> list[Block]:
    return row_blocks(rows.label, [column.label for column in rows.columns], rows.rows)


def _long_text(text: LongText) -> Block:
    count = characters(count_characters(text.text).submitted, text.limit)
    return [f"{text.label}: {count}", text.text.strip("\r\n") if text.text.strip() else BLANK]


def _allocated(project: Project, index: int, round_: Round) -> Iterator[Block]:
    """Yields what is shared by what, then the lines with what each comes to, and the sums where they can be told."""
    plan = project.cost_plan
    if plan is None:
        return
    basis = ValueFormatter(round_).text(plan.basis, project_path(index) / "cost_plan" / "basis")
    allocation = _allocation(plan)
    if allocation is None:
        yield [_NOT_WORKED_OUT, f"{_BASIS}: {basis}"]
        return
    yield [_WORKED_OUT, f"{_BASIS}: {basis}", _UNIT]
    yield from _line_blocks(allocation)
    for title, pairs in results_of(allocation, project, round_):
        yield [title, *(line for label, value in pairs for line in pair(label, value))]


def _allocation(plan: CostPlan) -> Allocation | None:
    """Returns what a plan comes to; None while it cannot be worked out, or has no lines."""
    allocation = allocation_of(plan)
    return allocation if allocation is not None and any(not each.line.is_empty for each in allocation.lines) else None


def _line_blocks(allocation: Allocation) -> list[Block]:
    rows = [
        (
            line.line.label.strip(),
            TREATMENTS[line.line.treatment],
            format_number(line.line.amount),
            line.arithmetic.replace(_ARROW, _ROUNDED),
            format_fraction(line.exact),
            format_number(line.eligible),
        )
        for line in allocation.lines
        if not line.line.is_empty
    ]
    return row_blocks("Post i fordelingen", _COLUMNS, rows)
