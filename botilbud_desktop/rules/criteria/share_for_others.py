"""Criterion 5: at least a share of the places is for other municipalities."""

from decimal import Decimal
from fractions import Fraction

from botilbud_desktop.domain.cost_plan import round_half_up
from botilbud_desktop.domain.values.amounts import format_fraction, format_percent
from botilbud_desktop.rules.criteria.judgement import Judgement, met, missing, not_met
from botilbud_desktop.rules.subject import Subject
from botilbud_desktop.rules.wording import ELIGIBLE_LAW, places

_FIELD = "share_for_others"


def judge_share_for_others(subject: Subject) -> Judgement:
    """Judges criterion 5. Exactly the least share is enough.

    The message states the least number of places: the share of the eligible expansion or, in a project without one,
    of the preserved and converted places.
    """
    share, least = subject.project.share, subject.round.thresholds.least_share
    figures = subject.places
    if figures.eligible + figures.preserved + figures.converted == 0:
        return missing(
            f"Mindst {format_percent(least)} pct. af pladserne skal være til rådighed for andre kommuner; "
            f"angiv først pladserne efter {ELIGIBLE_LAW}.",
            "places",
        )
    base = figures.eligible if figures.eligible > 0 else figures.preserved + figures.converted
    demand = f"Mindst {least_number(base, least)} af {places(base)} skal være til rådighed for andre kommuner"
    if share is None:
        return missing(f"{demand}; angiv andelen i procent.", _FIELD)
    stated = f"{demand}; du har angivet {format_percent(share)} pct. ({_part_of(base, share)})."
    return not_met(stated, _FIELD) if share < least else met(stated, _FIELD)


def least_number(places_in_all: int, least_share: Decimal) -> int:
    """Returns the least whole number of places that reaches the share: `ceil(25 % × 19)` is 5."""
    return (places_in_all * Fraction(least_share) / 100).__ceil__()


def _part_of(places_in_all: int, share: Decimal) -> str:
    part = places_in_all * Fraction(share) / 100
    if part.denominator == 1:
        return places(part.numerator)
    hundredths = Fraction(round_half_up(part * 100, 1), 100)
    return f"{'' if hundredths == part else 'ca. '}{format_fraction(hundredths)} pladser"
