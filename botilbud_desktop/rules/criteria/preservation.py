"""Criterion 6: expansion, or in special cases the preservation of places that would otherwise be lost."""

from botilbud_desktop.rules.criteria.balance import balance, gives
from botilbud_desktop.rules.criteria.judgement import (
    Judgement,
    has_no_places,
    met,
    missing,
    missing_places,
    needs_assessment,
    not_met,
)
from botilbud_desktop.rules.subject import Subject
from botilbud_desktop.rules.wording import it_or_they, places

_REASON = "preservation_reason"


def judge_preservation(subject: Subject) -> Judgement:
    """Judges the preservation. Preserved places need a reason, and a person must judge whether it is sufficient."""
    quantities = subject.quantities
    if has_no_places(subject):
        return missing_places(subject)
    if quantities.preserved > 0:
        return judge_reason(subject, f"Projektet bevarer {places(quantities.preserved)}")
    if quantities.net_capacity > 0 and quantities.closed:
        expanded = places(quantities.net_capacity)
        return met(f"{balance(subject)}. Kapaciteten udvides med {expanded}.", "places")
    if quantities.net_capacity > 0:
        return met(f"{gives(subject)} og bevarer ingen eksisterende.", "places")
    stated = balance(subject) if quantities.closed else f"{gives(subject)} og bevarer ingen eksisterende"
    return not_met(f"{stated}. Det er ingen udvidelse.", "places")


def judge_reason(subject: Subject, what: str) -> Judgement:
    """Judges the reason for preserving places; `what` is the beginning of the sentence. Criterion 2 asks too."""
    reason = subject.project.preservation_reason
    least = subject.round.plausibility.least_letters_of_reason
    otherwise = f"{it_or_they(subject.quantities.preserved)} ellers vil bortfalde"
    if not reason.strip():
        return missing(f"{what}. Begrund, hvorfor {otherwise}.", _REASON)
    if least is not None and sum(map(str.isalpha, reason)) < least:
        return missing(f"{what}, men begrundelsen er for kort til at sige, hvorfor {otherwise}.", _REASON)
    return needs_assessment(f"{what}. Vurdér, om begrundelsen gør det sandsynligt, at {otherwise}.", _REASON)
