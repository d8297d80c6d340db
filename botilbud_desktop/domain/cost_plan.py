"""The cost plan: which part of a project's cost the loan may finance, allocated proportionally and exactly.

Amounts are whole 1.000 kr. The eligible part of a shared line is amount × eligible / total as an exact fraction;
each line is then rounded half up to the plan's step. Thisted's 31.900 × 8/50 is 5.104, or 5.100 in steps of 100.
"""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import floor
from typing import Annotated, Literal, NamedTuple

from botilbud_desktop.domain.model import Model
from botilbud_desktop.domain.values.amounts import format_fraction, format_number
from botilbud_desktop.domain.values.whole_number import OnlyInt, Whole


class Unit(StrEnum):
    """What the basis of the allocation is counted in."""

    PLACES = "places"
    AREA_M2 = "area_m2"
    HOMES = "homes"
    OTHER = "other"


class Treatment(StrEnum):
    """How much of a cost line the loan may finance: all of it, a proportional share, or nothing."""

    DIRECT = "direct"
    SHARED = "shared"
    EXCLUDED = "excluded"


class CostBasis(Model):
    """The proportion: `eligible` of `total` units, such as 8 of 50 places."""

    unit: Unit
    eligible: Whole
    total: Whole


class CostLine(Model):
    """One line of the budget, in whole 1.000 kr."""

    label: str = ""
    amount: Whole
    treatment: Treatment

    @property
    def is_empty(self) -> bool:
        """Whether the row has neither label nor amount, like a new row."""
        return not self.label and not self.amount


class CostPlan(Model):
    """A project's budget lines and how they are shared; `round_to` is the step in 1.000 kr."""

    basis: CostBasis
    lines: tuple[CostLine, ...] = ()
    round_to: Annotated[Literal[1, 10, 100, 1000], OnlyInt] = 1

    @property
    def total_amount(self) -> int:
        """The sum of all lines, which ought to be the gross construction cost (1.000 kr.)."""
        return sum(line.amount for line in self.lines)


class AllocatedLine(NamedTuple):
    """A cost line with its eligible part: exact, and rounded to the plan's step (1.000 kr.)."""

    line: CostLine
    exact: Fraction
    eligible: int
    arithmetic: str
    """The calculation as text: `31.900 × 8/50 = 5.104 → 5.100`."""


class Allocation(NamedTuple):
    """The allocated lines and their sum: the amount that the loan may finance (1.000 kr.)."""

    lines: tuple[AllocatedLine, ...]
    exact: Fraction
    """A: the exact sum, which loans and thresholds are compared with."""
    eligible: int
    """R: the sum of the rounded lines, as printed."""

    @property
    def proposed_loan(self) -> int:
        """The loan to apply for: R, but never more than the cost, so at most A rounded down to whole 1.000 kr."""
        return min(self.eligible, floor(self.exact))


class CostPlanProblem(StrEnum):
    """Why a plan cannot be allocated."""

    TOTAL_NOT_POSITIVE = "total_not_positive"
    ELIGIBLE_NEGATIVE = "eligible_negative"
    ELIGIBLE_EXCEEDS_TOTAL = "eligible_exceeds_total"
    AMOUNT_NEGATIVE = "amount_negative"


class LocatedProblem(NamedTuple):
    """A problem and the path of its field below the plan, such as `basis.total` or `lines[2].amount`."""

    problem: CostPlanProblem
    place: str


def plan_problems(plan: CostPlan) -> tuple[LocatedProblem, ...]:
    """Returns the reasons why `plan` cannot be allocated, in the order of its fields."""
    found: list[LocatedProblem] = []
    if plan.basis.eligible < 0:
        found.append(LocatedProblem(CostPlanProblem.ELIGIBLE_NEGATIVE, "basis.eligible"))
    if plan.basis.total <= 0:
        found.append(LocatedProblem(CostPlanProblem.TOTAL_NOT_POSITIVE, "basis.total"))
    elif plan.basis.eligible > plan.basis.total:
        found.append(LocatedProblem(CostPlanProblem.ELIGIBLE_EXCEEDS_TOTAL, "basis.eligible"))
    found.extend(
        LocatedProblem(CostPlanProblem.AMOUNT_NEGATIVE, f"lines[{index}].amount")
        for index, line in enumerate(plan.lines)
        if line.amount < 0
    )
    return tuple(found)


def allocate(plan: CostPlan) -> Allocation:
    """Allocates every line of `plan`.

    Raises:
        ValueError: the plan has problems, see `plan_problems`.
    """
    if problems := plan_problems(plan):
        raise ValueError(f"the cost plan cannot be allocated: {', '.join(problem.place for problem in problems)}")
    lines = tuple(_allocate_line(line, plan) for line in plan.lines)
    exact = sum((line.exact for line in lines), Fraction(0))
    return Allocation(lines, exact, sum(line.eligible for line in lines))


def allocation_of(plan: CostPlan | None) -> Allocation | None:
    """Returns the allocation; None without a plan, and while it cannot be allocated."""
    return None if plan is None or plan_problems(plan) else allocate(plan)


def eligible_amount(plan: CostPlan | None) -> int | None:
    """Returns the amount that the loan may finance (1.000 kr.); None without a plan that can be allocated."""
    allocation = allocation_of(plan)
    return None if allocation is None else allocation.eligible


def round_half_up(value: Fraction, step: int) -> int:
    """Rounds `value` to a multiple of `step`, halves upwards (Python's own `round` rounds halves to even)."""
    return (value / step + Fraction(1, 2)).__floor__() * step


def split_over_years(amount: int, percentages: Mapping[str, Decimal]) -> dict[str, int]:
    """Splits `amount` over the years by per cent so that the parts sum to it exactly (largest remainder).

    Equal remainders go to the earlier key of `percentages`.

    Raises:
        ValueError: a percentage is negative, or they do not sum to 100.
    """
    if any(percentage < 0 for percentage in percentages.values()) or sum(percentages.values()) != 100:
        raise ValueError("the percentages must be at least 0 and sum to 100")
    exact = {year: amount * Fraction(percentage) / 100 for year, percentage in percentages.items()}
    parts = {year: value.__floor__() for year, value in exact.items()}
    by_remainder = sorted(exact, key=lambda year: parts[year] - exact[year])
    for year in by_remainder[: amount - sum(parts.values())]:
        parts[year] += 1
    return parts


def _allocate_line(line: CostLine, plan: CostPlan) -> AllocatedLine:
    amount = format_number(line.amount)
    if line.treatment is Treatment.EXCLUDED:
        return AllocatedLine(line, Fraction(0), 0, f"{amount} holdes uden for lånet")
    if line.treatment is Treatment.DIRECT:
        exact, calculation = Fraction(line.amount), amount
    else:
        exact = Fraction(line.amount * plan.basis.eligible, plan.basis.total)
        share = f"{format_number(plan.basis.eligible)}/{format_number(plan.basis.total)}"
        calculation = f"{amount} × {share} = {format_fraction(exact)}"
    eligible = round_half_up(exact, plan.round_to)
    arrow = f" → {format_number(eligible)}" if eligible != exact else ""
    return AllocatedLine(line, exact, eligible, calculation + arrow)
