"""Criterion 1: the loan covers only places under SEL §§ 107 and 108."""

from botilbud_desktop.domain.totals import is_eligible_expansion
from botilbud_desktop.domain.values.amounts import format_millions, format_number
from botilbud_desktop.rules.criteria.judgement import (
    Judgement,
    has_no_places,
    met,
    missing_places,
    not_met,
    unusable_plan,
)
from botilbud_desktop.rules.subject import Subject
from botilbud_desktop.rules.wording import ELIGIBLE_LAW, new_places, places

_MOST_TERMS = 6


def judge_legal_basis(subject: Subject) -> Judgement:
    """Judges criterion 1. Places outside the two paragraphs need a cost plan that excludes them from the loan."""
    total, within, outside = subject.places.total, subject.places.within, subject.places.outside
    if has_no_places(subject):
        return missing_places(subject)
    if within <= 0:
        return not_met(f"0 af {places(total)} hører under {ELIGIBLE_LAW}.", "places")
    if outside > 0 and not subject.has_plan:
        return not_met(
            f"{format_number(outside)} af {places(total)} hører ikke under {ELIGIBLE_LAW}, "
            "så udgifterne til dem skal skilles fra i en fordeling.",
            "cost_plan",
        )
    if subject.plan_problems:
        return unusable_plan(subject)
    eligible_amount = subject.eligible_amount
    if eligible_amount is not None and subject.loan > eligible_amount:
        return not_met(
            f"Lånet på {format_millions(subject.loan)} er større end "
            f"den låneberettigede udgift på {format_millions(eligible_amount)}",
            "loan",
        )
    return met(_places_within(subject) + _room_for_loan(subject), "places")


def _places_within(subject: Subject) -> str:
    figures = subject.places
    if figures.outside:
        return f"{format_number(figures.within)} af {places(figures.total)} hører under {ELIGIBLE_LAW}"
    if figures.within != figures.eligible:
        return f"{places(figures.within)} hører under {ELIGIBLE_LAW}"
    return f"{_sum_of_groups(subject)}{new_places(figures.eligible)} efter {ELIGIBLE_LAW}"


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
    amount = subject.eligible_amount
    if amount is None or (amount == 0 and not subject.has_loan):
        return "."
    if not subject.has_loan:
        return f", og lånet kan være på højst {format_millions(amount)}"
    return (
        f", og lånet på {format_millions(subject.loan)} holder sig inden for "
        f"den låneberettigede udgift på {format_millions(amount)}"
    )
