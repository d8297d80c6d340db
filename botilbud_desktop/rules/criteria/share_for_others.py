"""Criterion 5: at least a share of the places is for other municipalities."""

from decimal import Decimal
from fractions import Fraction

from botilbud_desktop.domain.cost_plan import round_half_up
from botilbud_desktop.domain.quantities import Quantities
from botilbud_desktop.domain.values.amounts import format_fraction, format_number, format_percent
from botilbud_desktop.rules.criteria.judgement import Judgement, met, missing, not_met
from botilbud_desktop.rules.subject import Subject
from botilbud_desktop.rules.wording import places, places_of_kind

HALF_OF_THE_LAST_DECIMAL = Fraction(5, 1000)
"""A share has two decimals, so 33,33 pct. of 9 places is meant as 3 of them, not as 2,9997."""

_FIELD = "share_for_others"


def judge_share_for_others(subject: Subject) -> Judgement:
    """Judges the share. Exactly the least share is enough.

    The message states the least number of places, and of which: those that the loan may pay for or, in a project
    without any, the converted ones.
    """
    share, least = subject.project.share, subject.round.limits.least_share
    number = subject.quantities.places_to_share
    if number <= 0:
        return missing(
            f"Mindst {format_percent(least)} pct. af pladserne skal være til rådighed for andre kommuner. "
            f"Angiv først pladserne efter {subject.round.eligible_law}.",
            "places",
        )
    of_them = _least_of(least_number(number, least), number, subject.quantities)
    demand = f"{of_them} skal være til rådighed for andre kommuner"
    if share is None:
        return missing(f"{demand}. Angiv andelen i procent.", _FIELD)
    stated = f"{demand}. Der er angivet {format_percent(share)} pct. ({part_of(number, share)})."
    return not_met(stated, _FIELD) if share < least else met(stated, _FIELD)


def least_number(places_in_all: int, least_share: Decimal) -> int:
    """Returns the least whole number of places that reaches the share: `ceil(25 % × 19)` is 5."""
    return (places_in_all * Fraction(least_share) / 100).__ceil__()


def _least_of(least: int, number: int, quantities: Quantities) -> str:
    """Returns the least number of the places: `Mindst 5 af 19 nye pladser`, `Den ene nye plads`."""
    if number == 1:
        return f"Den ene {_kind(quantities)[1]} plads"
    which = which_places(quantities)
    return f"Alle {which}" if least == number else f"Mindst {format_number(least)} af {which}"


def which_places(quantities: Quantities) -> str:
    """Returns the places that the share is taken of: `19 nye pladser`, `8 nye og bevarede pladser`."""
    return places_of_kind(quantities.places_to_share, *_kind(quantities))


def _kind(quantities: Quantities) -> tuple[str, str]:
    """Returns what the places are, in the words for one and for several."""
    if quantities.loan_places == 0:
        return "omdannet", "omdannede"
    if quantities.preserved_within == 0:
        return "ny", "nye"
    if quantities.expansion == 0:
        return "bevaret", "bevarede"
    return "ny og bevaret", "nye og bevarede"


def part_of(places_in_all: int, share: Decimal) -> str:
    """Returns the share of the places in words: `5 pladser`, `ca. 4,75 pladser`."""
    part = places_in_all * Fraction(share) / 100
    if part.denominator == 1:
        return places(part.numerator)
    hundredths = Fraction(round_half_up(part * 100, 1), 100)
    about = "" if hundredths == part else "ca. "
    return f"{about}{places(1)}" if hundredths == 1 else f"{about}{format_fraction(hundredths)} pladser"
