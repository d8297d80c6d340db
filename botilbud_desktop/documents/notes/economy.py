"""A project's economy: its loans, its cost, how the loan follows from the cost plan, and its daily rates."""

from collections.abc import Iterator

from botilbud_desktop.documents.allocation_results import comparison, eligible_amounts, proposed_loan
from botilbud_desktop.documents.notes.blocks import (
    Block,
    Column,
    Heading,
    Pairs,
    Paragraphs,
    Table,
    Tone,
    numbers_of,
    texts_of,
)
from botilbud_desktop.documents.notes.labels import label_of, loan_in_all
from botilbud_desktop.documents.values import BLANK, loan_of
from botilbud_desktop.domain.application import DailyRate, Project
from botilbud_desktop.domain.choice_wording import PROVIDERS, RATE_TIMES, TREATMENTS, counted_units
from botilbud_desktop.domain.cost_plan import Allocation, CostPlan, allocation_of
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.totals import loans
from botilbud_desktop.domain.values.amounts import format_fraction, format_number

_CANNOT = "Udgifterne kan ikke fordeles endnu."
_MINUS = "\N{MINUS SIGN}"
_UNIT = "Alle beløb er i hele 1.000 kr."


def economy(project: Project, path: FieldPath, round_: Round) -> Iterator[Block]:
    """Yields the loans, the gross construction cost, the remark, and the cost plan where there is one."""
    cost = project.gross_construction_cost
    pairs = [
        *((label_of(path / "loan" / year, round_), loan_of(project, year)) for year in round_.year_keys),
        (
            loan_in_all(round_),
            format_number(sum(loans(project, round_).values())) if has_loan(project, round_) else "",
        ),
        (label_of(path / "gross_construction_cost", round_), "" if cost is None else format_number(cost)),
    ]
    yield Pairs("Økonomi", pairs)
    if project.economy_note.strip():
        yield Paragraphs(project.economy_note)
    if project.cost_plan is not None:
        yield Heading(3, "Fordeling af udgifter")
        yield from _allocated(project, project.cost_plan)


def has_loan(project: Project, round_: Round) -> bool:
    """Whether a loan is filled in for one of the form's years; 0 is one."""
    return any(project.loan.get(year) is not None for year in round_.year_keys)


def daily_rates(project: Project) -> Iterator[Block]:
    """Yields the daily rates as intervals, with the time and the provider where they are told."""
    rates = [rate for rate in project.daily_rates if not rate.is_empty or rate.when or rate.provider]
    if not rates:
        yield Pairs("Takst", [("Takst (kr. pr. døgn)", "")])
        return
    columns = (
        Column("Takst", texts_of(150)),
        Column("Hvornår", numbers_of(80)),
        Column("Tilbuddet drives", numbers_of(110)),
        Column("Kr. pr. døgn", numbers_of(92), is_number=True),
    )
    yield Table("Takster", columns, [_rate(rate) for rate in rates])


def _rate(rate: DailyRate) -> tuple[str, ...]:
    return (
        rate.label,
        "" if rate.when is None else RATE_TIMES[rate.when],
        "" if rate.provider is None else PROVIDERS[rate.provider],
        "" if rate.is_empty else interval(rate),
    )


def interval(rate: DailyRate) -> str:
    """Returns `1.644–7.140`, or the one amount where both are the same."""
    if rate.lowest == rate.highest:
        return format_number(rate.lowest)
    return f"{format_number(rate.lowest)}–{format_number(rate.highest)}"


def _allocated(project: Project, plan: CostPlan) -> Iterator[Block]:
    allocation = allocation_of(plan)
    basis = f"{format_number(plan.basis.eligible)} af {counted_units(plan.basis.total, plan.basis.unit)}"
    yield Pairs("Fordeling af udgifter", [("Fordeles efter", basis)])
    if allocation is None:
        yield Paragraphs(_CANNOT, Tone.NOTE)
        return
    yield Paragraphs(_UNIT, Tone.NOTE)
    yield _lines(allocation)
    yield Pairs(
        "Det låneberettigede beløb",
        [
            *((label, _with_one_minus(value)) for label, value in eligible_amounts(allocation)),
            proposed_loan(allocation),
            comparison(allocation, project),
        ],
    )


def _with_one_minus(value: str) -> str:
    """Returns a value with the minus sign that all other numbers have."""
    return f"-{value[1:]}" if value.startswith(_MINUS) else value


def _lines(allocation: Allocation) -> Table:
    columns = (
        Column("Post", texts_of(90)),
        Column("Behandling", numbers_of(98)),
        Column("Udgift", numbers_of(50), is_number=True),
        Column("Beregning", numbers_of(122)),
        Column("Præcist", numbers_of(54), is_number=True),
        Column("Afrundet", numbers_of(50), is_number=True),
    )
    lines = [line for line in allocation.lines if not line.line.is_empty]
    rows = [
        (
            line.line.label.strip() or BLANK,
            TREATMENTS[line.line.treatment],
            format_number(line.line.amount),
            line.arithmetic,
            format_fraction(line.exact),
            format_number(line.eligible),
        )
        for line in lines
    ]
    total = (
        "I alt",
        "",
        format_number(sum(line.line.amount for line in lines)),
        "",
        format_fraction(allocation.exact),
        format_number(allocation.eligible),
    )
    return Table("Fordeling af udgifter", columns, rows, total, is_small=True)
