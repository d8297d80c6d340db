"""The share of the places for other municipalities, in per cent and as a number of places."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from botilbud_desktop.domain.values.amounts import format_number, format_percent
from botilbud_desktop.rules.weighting.asked import Asked
from botilbud_desktop.rules.weighting.results import Answer, Gap
from botilbud_desktop.rules.wording import places


def share_answer(asked: Asked, shared_places: int) -> Answer:
    """Returns the share of the `shared_places`, those that the criterion counts."""
    return Answer(tuple(_said(asked.project.share, shared_places)), tuple(_missing(asked, shared_places)))


def _said(share: Decimal | None, shared_places: int) -> Iterator[str]:
    if share is None:
        return
    if shared_places <= 0:
        yield f"{format_percent(share)} pct. af pladserne forventes at være til rådighed for andre kommuner."
        return
    exact = share * shared_places / 100
    number = exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
    about = "" if number == exact else "ca. "
    counted = places(int(number)) if number == int(number) else f"{_with_decimals(number)} pladser"
    yield (
        f"{format_percent(share)} pct. af {places(shared_places)} forventes at være til rådighed for andre kommuner, "
        f"dvs. {about}{counted}."
    )


def _missing(asked: Asked, shared_places: int) -> Iterator[Gap]:
    if asked.project.share is None:
        yield asked.gap("share_for_others", "Angiv den andel af pladserne, som andre kommuner kan bruge.")
    if shared_places <= 0:
        yield asked.gap("places", "Angiv pladserne, så andelen kan regnes om til pladser.")


def _with_decimals(number: Decimal) -> str:
    whole, _comma, decimals = format_percent(number).partition(",")
    return f"{format_number(int(whole))},{decimals}"
