"""The loan covers only places under SEL §§ 107 and 108."""

from botilbud_desktop.domain.totals import is_eligible_expansion
from botilbud_desktop.domain.values.amounts import for_number, format_exact_millions, format_millions, format_number
from botilbud_desktop.rules.criteria.judgement import (
    Judgement,
    has_no_places,
    met,
    missing,
    missing_places,
    needs_assessment,
    not_met,
    unusable_plan,
)
from botilbud_desktop.rules.subject import Subject
from botilbud_desktop.rules.wording import it_or_them, new_places, places

_MOST_TERMS = 6


def judge_legal_basis(subject: Subject) -> Judgement:
    """Judges the legal basis. Places that the loan may not pay for need a cost plan that keeps them out of it."""
    quantities = subject.quantities
    if has_no_places(subject):
        return missing_places(subject)
    if quantities.within <= 0:
        none = for_number(quantities.places, "Projektets plads", f"Ingen af projektets {places(quantities.places)}")
        belongs = for_number(quantities.places, "hører ikke", "hører")
        return not_met(f"{none} {belongs} under {subject.round.eligible_law}.", "places")
    if quantities.loan_places <= 0:
        return needs_assessment(
            f"{places(quantities.within)} efter {subject.round.eligible_law} omdannes fra ABL § 105. "
            "Vurdér, om der kan være låneadgang til en bygning, der er opført efter en anden lov, når ingen pladser "
            "kommer til.",
            "places",
        )
    if quantities.other_places > 0 and not subject.has_plan:
        them = it_or_them(quantities.other_places)
        return missing(
            f"{_other_places(subject)}. Brug »Fordeling af udgifter« til at skille udgifterne til {them} fra.",
            "cost_plan",
        )
    if subject.plan_problems:
        return unusable_plan(subject)
    amount = subject.eligible_amount
    if amount is not None and quantities.loan > amount:
        return not_met(
            f"Lånet på {format_millions(quantities.loan)} er større end "
            f"den låneberettigede udgift på {format_exact_millions(amount)}",
            "loan",
        )
    if quantities.other_places > 0 and not quantities.is_separated:
        return needs_assessment(
            f"{_other_places(subject)}, men fordelingen skiller ingen udgifter fra. Vurdér, om lånet går til "
            f"{it_or_them(quantities.other_places)}.",
            "cost_plan.lines",
        )
    return met(_places_within(subject) + _room_for_loan(subject), "places")


def _other_places(subject: Subject) -> str:
    """Returns how many places the loan may not pay for, and why."""
    quantities = subject.quantities
    number = f"{format_number(quantities.other_places)} af {places(quantities.places)}"
    is_outside = quantities.places > quantities.within
    is_converted = quantities.within > quantities.loan_places
    if is_outside and is_converted:
        return f"{number} omdannes fra ABL § 105 eller hører ikke under {subject.round.eligible_law}"
    if is_converted:
        return f"{number} omdannes fra ABL § 105"
    return f"{number} hører ikke under {subject.round.eligible_law}"


def _places_within(subject: Subject) -> str:
    quantities, law = subject.quantities, subject.round.eligible_law
    if quantities.within != quantities.loan_places:
        return f"Lånet kan gå til {format_number(quantities.loan_places)} af {places(quantities.places)}"
    if quantities.other_places:
        return f"{format_number(quantities.within)} af {places(quantities.places)} hører under {law}"
    if quantities.within != quantities.expansion:
        return f"{places(quantities.within)} hører under {law}"
    return f"{_sum_of_groups(subject)}{new_places(quantities.expansion)} efter {law}"


def _sum_of_groups(subject: Subject) -> str:
    round_ = subject.round
    counts = [
        group.count
        for group in subject.project.places
        if group.count and group.year in round_.years and is_eligible_expansion(group, round_)
    ]
    if not 1 < len(counts) <= _MOST_TERMS or min(counts) < 0:
        return ""
    return " + ".join(format_number(count) for count in counts) + " = "


def _room_for_loan(subject: Subject) -> str:
    allocation = subject.quantities.allocation
    if allocation is None or (allocation.exact == 0 and not subject.has_loan):
        return "."
    if not subject.has_loan:
        return f". Lånet kan være på højst {format_millions(allocation.proposed_loan)}"
    return (
        f". Lånet på {format_millions(subject.quantities.loan)} er ikke større end "
        f"den låneberettigede udgift på {format_exact_millions(allocation.exact)}"
    )
