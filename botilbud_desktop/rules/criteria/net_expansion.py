"""Criterion 2: the project expands the capacity, net of places that close or are converted from ABL § 105."""

from botilbud_desktop.domain.values.amounts import format_millions, format_number
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
from botilbud_desktop.rules.wording import new_places, places


def judge_net_expansion(subject: Subject) -> Judgement:
    """Judges criterion 2. New places minus closed ones must be over 0; converted places give no access to a loan."""
    new, converted = subject.places.new, subject.places.converted
    closed = subject.project.places_closed_elsewhere
    if has_no_places(subject):
        return missing_places(subject)
    if closed is None:
        return missing(
            f"Projektet giver {new_places(new)}; angiv, hvor mange andre pladser der lukker på grund af "
            "projektet (0, hvis ingen lukker).",
            "places_closed_elsewhere",
        )
    if new - closed <= 0:
        return not_met(
            f"{_balance(new, closed)}: kapaciteten bliver ikke udvidet.",
            "places_closed_elsewhere" if new > 0 else "places",
        )
    if converted > 0:
        return _judge_converted(subject)
    return met(f"{_balance(new, closed)}: kapaciteten bliver udvidet med {places(new - closed)}.", "places")


def _judge_converted(subject: Subject) -> Judgement:
    converted = f"{places(subject.places.converted)} bliver omdannet fra ABL § 105"
    if not subject.has_plan:
        return not_met(
            f"{converted} og giver ikke adgang til lån, så udgifterne til dem skal skilles fra i en fordeling.",
            "cost_plan",
        )
    amount = subject.eligible_amount
    if amount is None:
        return unusable_plan(subject)
    if subject.loan <= amount:
        return needs_assessment(
            f"{converted}: vurdér, om de låneberettigede {format_millions(amount)} i fordelingen kun går til "
            f"{new_places(subject.places.new)}.",
            "cost_plan",
        )
    return not_met(
        f"{converted}, og lånet på {format_millions(subject.loan)} er større end "
        f"den låneberettigede udgift på {format_millions(amount)}",
        "loan",
    )


def _balance(new: int, closed: int) -> str:
    others = "ingen andre" if closed == 0 else "1 anden" if closed == 1 else f"{format_number(closed)} andre"
    return f"Projektet giver {new_places(new)}, og {others} lukker"
