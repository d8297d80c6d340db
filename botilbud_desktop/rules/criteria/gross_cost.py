"""The gross construction cost in the round's years reaches the least amount."""

from botilbud_desktop.domain.own_texts.cost_limit import cost_limit_in_words
from botilbud_desktop.domain.values.amounts import format_exact_millions, format_millions, format_number
from botilbud_desktop.rules.criteria.judgement import (
    Judgement,
    met,
    missing,
    needs_assessment,
    not_met,
    unusable_plan,
)
from botilbud_desktop.rules.results import Suggestion
from botilbud_desktop.rules.subject import Subject
from botilbud_desktop.rules.wording import all_of

_FIELD = "gross_construction_cost"


def judge_gross_cost(subject: Subject) -> Judgement:
    """Judges the cost. *Over* is strict. A person must judge whether the eligible part alone has to reach the limit."""
    quantities, least = subject.quantities, subject.round.limits.gross_cost
    cost, limit = quantities.cost, cost_limit_in_words(least)
    if cost is None and least.allows(quantities.loan):
        return met(f"Lånet på {format_millions(quantities.loan)} er i sig selv {limit}", _FIELD)
    if cost is None:
        years = all_of(subject.round.year_keys)
        return missing(f"Angiv bruttoanlægsudgiften i {years}. Den skal være {limit}", _FIELD, *_sum_of_lines(subject))
    if not least.allows(cost):
        return not_met(f"Bruttoanlægsudgiften er {format_millions(cost)} Den skal være {limit}", _FIELD)
    if subject.plan_problems:
        return unusable_plan(subject)
    amount = subject.eligible_amount
    if amount is not None and not least.allows(amount):
        return needs_assessment(
            f"Hele projektet koster {format_millions(cost)}, men den låneberettigede del kun "
            f"{format_exact_millions(amount)} Vurdér, om den del skal være {limit}",
            _FIELD,
        )
    return met(f"Bruttoanlægsudgiften er {format_millions(cost)}, altså {limit}", _FIELD)


def _sum_of_lines(subject: Subject) -> tuple[Suggestion, ...]:
    """Returns the offer of the sum of the cost plan's lines."""
    plan = subject.project.cost_plan
    total = 0 if plan is None else plan.total_amount
    return (Suggestion(subject.field(_FIELD), total, f"Brug {format_number(total)} fra fordelingen"),) * (total > 0)
