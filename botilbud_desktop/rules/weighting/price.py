"""Better prices than today: the daily rates of the draft, and what its texts may say about prices."""

from botilbud_desktop.domain.application import DailyRate
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.rules.weighting.asked import DESCRIPTION, Asked
from botilbud_desktop.rules.weighting.evidence import has_number, quotations
from botilbud_desktop.rules.weighting.results import Answer, Gap
from botilbud_desktop.rules.wording import quoted


def price_answer(asked: Asked) -> Answer:
    """Returns the rates and quotations. Whether they show a better price is for people to judge."""
    rates = [rate for rate in asked.project.daily_rates if not rate.is_empty]
    return Answer(
        (*(_sentence(rate) for rate in rates), *asked.quoted()),
        tuple(_missing(asked, rates)),
        "Programmet kan ikke se, om prisen bliver bedre end i dag.",
    )


def _sentence(rate: DailyRate) -> str:
    label = f"Takst {quoted(rate.label.strip())}" if rate.label.strip() else "Takst"
    lowest, highest = format_number(rate.lowest), format_number(rate.highest)
    amount = lowest if lowest == highest else f"{lowest}–{highest}"
    return f"{label}: {amount} kr. pr. døgn."


def _missing(asked: Asked, rates: list[DailyRate]) -> list[Gap]:
    gaps = []
    description = asked.application.description
    if not rates:
        message = "Angiv takster fra nuværende tilbud, som projektet kan sammenlignes med."
        gaps.append(asked.gap("daily_rates", message))
    elif not has_number(description, [amount for rate in rates for amount in (rate.lowest, rate.highest)]):
        gaps += asked.not_found("daily_rates", "nogen af taksterne", "dem")
    if not quotations(description, asked.words):
        message = "Programmet har ikke fundet noget om pris eller takst i den samlede beskrivelse."
        gaps.append(Gap(DESCRIPTION, message))
    return gaps
