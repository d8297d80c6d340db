"""Findings about the share for other municipalities: out of range, or less than the whole places that it takes."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from math import floor

from botilbud_desktop.domain.cost_plan import round_half_up
from botilbud_desktop.domain.values.amounts import format_number, format_percent
from botilbud_desktop.rules.criteria.share_for_others import (
    HALF_OF_THE_LAST_DECIMAL,
    least_number,
    part_of,
    which_places,
)
from botilbud_desktop.rules.findings.making import error, warning
from botilbud_desktop.rules.results import Finding, Suggestion
from botilbud_desktop.rules.subject import Subject


def share_findings(subject: Subject) -> Iterator[Finding]:
    """Yields the findings about the share."""
    share = subject.project.share
    if share is None:
        return
    field = subject.field("share_for_others")
    if not 0 <= share <= 100:
        yield error(
            "share.out_of_range",
            field,
            f"Andelen skal være mellem 0 og 100 pct. Der står {format_percent(share)} pct.",
        )
        return
    number, least_share = subject.quantities.places_to_share, subject.round.limits.least_share
    if (share - least_share) * number >= 100:
        return  # a whole place to spare: no need for exact fractions
    least = least_number(number, least_share)
    if number > 0 and _whole_places(number, share) < least:
        enough = _percent(least, number)
        yield warning(
            "share.too_few_whole_places",
            field,
            f"{format_percent(share)} pct. af {which_places(subject.quantities)} er {part_of(number, share)}, "
            f"og der skal mindst {format_number(least)} hele til: {format_percent(enough)} pct.",
            Suggestion(field, format_percent(enough).replace(",", "."), f"Ret til {format_percent(enough)}"),
        )


def _whole_places(number: int, share: Decimal) -> int:
    return floor(number * (Fraction(share) + HALF_OF_THE_LAST_DECIMAL) / 100)


def _percent(part: int, number: int) -> Decimal:
    """Returns `part` of `number` in per cent with at most two decimals: 33.33 for 3 of 9."""
    return Decimal(round_half_up(Fraction(part * 10_000, number), 1)).scaleb(-2)
