"""The cost plan held against its project: the fraction, the sum of its lines, what is separated, and the rounding."""

from collections.abc import Iterator

from botilbud_desktop.domain.cost_plan import CostPlan, Unit
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.values.amounts import format_fraction, format_millions, format_number
from botilbud_desktop.rules.findings.making import info, warning
from botilbud_desktop.rules.results import Finding, Suggestion
from botilbud_desktop.rules.subject import Subject
from botilbud_desktop.rules.wording import part_of_places, places


def plan_against_project_findings(subject: Subject) -> Iterator[Finding]:
    """Yields where the plan and the project disagree; a plan that cannot be allocated is corrected first."""
    plan = subject.project.cost_plan
    if plan is None or subject.plan_problems:
        return
    yield from _basis_findings(subject, plan)
    yield from _sum_findings(subject, plan)
    yield from _separation_findings(subject)
    yield from _rounding_findings(subject)


def _basis_findings(subject: Subject, plan: CostPlan) -> Iterator[Finding]:
    proposed, basis = subject.quantities.proposed_basis, plan.basis
    if basis.unit is not Unit.PLACES or proposed is None:
        return
    eligible, total = proposed
    if basis.eligible * total == eligible * basis.total:
        return
    field = subject.field("cost_plan.basis")
    shown = f"{format_number(eligible)}/{format_number(total)}"
    yield warning(
        "cost_plan.basis_differs_from_places",
        field,
        f"Fordelingen bruger {format_number(basis.eligible)}/{format_number(basis.total)}, men lånet kan gå til "
        f"{part_of_places(eligible, total)}: {shown}.",
        Suggestion(field, replace(basis, eligible=eligible, total=total), f"Ret til {shown}"),
    )


def _sum_findings(subject: Subject, plan: CostPlan) -> Iterator[Finding]:
    cost, total = subject.quantities.cost, plan.total_amount
    if cost is None or cost == total:
        return
    yield warning(
        "cost_plan.sum_differs_from_gross_cost",
        subject.field("cost_plan.lines"),
        f"Udgifterne i fordelingen er tilsammen {format_millions(total)}, men bruttoanlægsudgiften er "
        f"{format_millions(cost)} Forskellen er {format_millions(abs(cost - total))}",
        *_one_figure_for_both(subject, plan, cost),
    )


def _one_figure_for_both(subject: Subject, plan: CostPlan, cost: int) -> Iterator[Suggestion]:
    """Yields the lines' sum as the cost and, where there is a single line, the cost as its amount."""
    if plan.total_amount > 0:
        field = subject.field("gross_construction_cost")
        shown = format_number(plan.total_amount)
        yield Suggestion(field, plan.total_amount, f"Ret bruttoanlægsudgiften til {shown}")
    if len(plan.lines) == 1 and cost > 0:
        yield Suggestion(subject.field("cost_plan.lines[0].amount"), cost, f"Ret udgiften til {format_number(cost)}")


def _separation_findings(subject: Subject) -> Iterator[Finding]:
    quantities = subject.quantities
    if quantities.other_places > 0 and not quantities.is_separated:
        yield warning(
            "cost_plan.nothing_separated",
            subject.field("cost_plan.lines"),
            f"Lånet må ikke gå til {format_number(quantities.other_places)} af {places(quantities.places)}, men "
            "fordelingen regner alle udgifter med. Del de fælles udgifter, og hold resten uden for lånet.",
        )


def _rounding_findings(subject: Subject) -> Iterator[Finding]:
    allocation = subject.quantities.allocation
    if allocation is not None and allocation.eligible > allocation.exact:
        yield info(
            "cost_plan.rounding_above_exact",
            subject.field("cost_plan.round_to"),
            f"Afrundet er den låneberettigede udgift {format_number(allocation.eligible)} (hele 1.000 kr.), men "
            f"præcist er den {format_fraction(allocation.exact)}. "
            f"Derfor foreslår programmet et lån på {format_number(allocation.proposed_loan)}.",
        )
