"""Criterion 6: expansion, or in special cases the preservation of places that would otherwise be lost."""

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
from botilbud_desktop.rules.wording import new_places, places


def judge_preservation(subject: Subject) -> Judgement:
    """Judges criterion 6. Preserved places need a reason, and a person must judge whether it is sufficient."""
    new, preserved = subject.places.new, subject.places.preserved
    if has_no_places(subject):
        return missing_places(subject)
    if new > 0 and preserved == 0:
        return met(f"Projektet giver {new_places(new)} og bevarer ingen eksisterende.", "places")
    if preserved > 0 and not subject.project.preservation_reason.strip():
        return missing(
            f"Projektet bevarer {places(preserved)}; begrund, hvorfor de ellers vil bortfalde.",
            "preservation_reason",
        )
    if preserved > 0:
        return needs_assessment(
            f"Projektet bevarer {places(preserved)}: vurdér, om begrundelsen gør det sandsynligt, "
            "at de ellers vil bortfalde.",
            "preservation_reason",
        )
    return not_met(
        f"Projektet giver {new_places(new)} og bevarer {places(preserved)}: det er ingen udvidelse.",
        "places",
    )
