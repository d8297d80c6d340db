"""Findings about a cost plan that cannot be allocated."""

from collections.abc import Iterator

from botilbud_desktop.domain.choice_wording import UNITS
from botilbud_desktop.domain.cost_plan import CostPlan, CostPlanProblem, LocatedProblem
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.rules.findings.making import error
from botilbud_desktop.rules.results import Finding
from botilbud_desktop.rules.subject import Subject


def cost_plan_findings(subject: Subject) -> Iterator[Finding]:
    """Yields the reasons why the cost plan cannot be allocated."""
    plan = subject.project.cost_plan
    if plan is not None:
        for problem in subject.plan_problems:
            field = subject.field(f"cost_plan.{problem.place}")
            yield error(f"cost_plan.{problem.problem}", field, _message(problem, plan, subject.round.eligible_law))


def _message(located: LocatedProblem, plan: CostPlan, law: str) -> str:
    units, total = UNITS[plan.basis.unit], plan.basis.total
    match located.problem:
        case CostPlanProblem.TOTAL_NOT_POSITIVE:
            return f"Antallet af {units} i alt skal være over 0, før udgifterne kan fordeles."
        case CostPlanProblem.ELIGIBLE_NEGATIVE:
            return f"Antallet af {units} efter {law} må ikke være under 0."
        case CostPlanProblem.ELIGIBLE_EXCEEDS_TOTAL:
            eligible = format_number(plan.basis.eligible)
            return f"Antallet af {units} efter {law} er {eligible}, men antallet i alt er kun {format_number(total)}."
        case CostPlanProblem.AMOUNT_NEGATIVE:
            index = field_path(located.place)[1]
            return f"Udgiften i post {int(index) + 1} må ikke være under 0."
