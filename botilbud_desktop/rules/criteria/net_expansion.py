"""Criterion 2: the project expands the capacity, net of places that close or are converted from ABL § 105."""

from botilbud_desktop.domain.values.amounts import (
    counted_or_none,
    format_exact_millions,
    format_millions,
    format_number,
)
from botilbud_desktop.rules.criteria.balance import balance, gives
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
from botilbud_desktop.rules.criteria.preservation import judge_reason
from botilbud_desktop.rules.subject import Subject
from botilbud_desktop.rules.wording import it_or_them, new_places, places


def judge_net_expansion(subject: Subject) -> Judgement:
    """Judges the expansion. New places minus closed ones must be over 0; converted places give no access to a loan."""
    quantities = subject.quantities
    if has_no_places(subject):
        return missing_places(subject)
    if quantities.closed is None:
        return missing(
            f"{gives(subject)}. Angiv, hvor mange andre pladser der lukkes på grund af "
            "projektet (0, hvis ingen lukkes).",
            "places_closed_elsewhere",
        )
    if quantities.net_capacity <= 0 and quantities.preserved > 0:
        return judge_reason(subject, f"{_no_expansion(subject)}, og projektet bevarer {places(quantities.preserved)}")
    if quantities.net_capacity <= 0:
        return not_met(
            f"{balance(subject)}. Kapaciteten udvides ikke.",
            "places_closed_elsewhere" if quantities.capacity > 0 else "places",
        )
    if quantities.converted > 0:
        return _judge_converted(subject)
    return met(f"{balance(subject)}. Kapaciteten udvides med {places(quantities.net_capacity)}.", "places")


def _no_expansion(subject: Subject) -> str:
    closed = subject.quantities.closed
    closing = f", {format_number(closed)} lukkes" if closed else ""
    new = counted_or_none(subject.quantities.capacity, "ny plads", "nye pladser")
    return f"Kapaciteten udvides ikke ({new}{closing})"


def _judge_converted(subject: Subject) -> Judgement:
    quantities = subject.quantities
    converted = f"{places(quantities.converted)} omdannes fra ABL § 105"
    if not subject.has_plan:
        return missing(
            f"{converted} og giver ikke låneadgang. Brug »Fordeling af udgifter« til at skille udgifterne til "
            f"{it_or_them(quantities.converted)} fra.",
            "cost_plan",
        )
    amount = subject.eligible_amount
    if amount is None:
        return unusable_plan(subject)
    if quantities.loan > amount:
        return not_met(
            f"{converted}, og lånet på {format_millions(quantities.loan)} er større end "
            f"den låneberettigede udgift på {format_exact_millions(amount)}",
            "loan",
        )
    return needs_assessment(
        f"{converted}. Vurdér, om de låneberettigede {format_exact_millions(amount)} i fordelingen "
        f"{_where_it_may_go(subject)}.",
        "cost_plan",
    )


def _where_it_may_go(subject: Subject) -> str:
    new = subject.quantities.expansion
    if new > 0 and new == subject.quantities.loan_places:
        return f"kun går til {new_places(new)}"
    return f"ikke går til {it_or_them(subject.quantities.converted)}"
