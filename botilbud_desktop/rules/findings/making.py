"""Short functions that make findings and the values that mend them."""

from fractions import Fraction

from botilbud_desktop.domain.cost_plan import round_half_up
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.rules.results import Finding, Severity, Suggestion


def error(code: str, field: str, message: str, *suggestions: Suggestion) -> Finding:
    """Returns a finding that blocks approval."""
    return Finding(code, Severity.ERROR, field, message, suggestions=suggestions)


def warning(code: str, field: str, message: str, *suggestions: Suggestion) -> Finding:
    """Returns a finding to look at before approval."""
    return Finding(code, Severity.WARNING, field, message, suggestions=suggestions)


def info(code: str, field: str, message: str) -> Finding:
    """Returns a finding worth knowing."""
    return Finding(code, Severity.INFO, field, message)


def amount_instead(field: str, amount: int) -> Suggestion:
    """Returns the offer of another amount in whole 1.000 kr."""
    return Suggestion(field, amount, f"Ret til {format_number(amount)}")


def as_thousands(field: str, kroner: int) -> Suggestion:
    """Returns the offer of an amount that was typed in kroner, in whole 1.000 kr."""
    return amount_instead(field, round_half_up(Fraction(kroner, 1000), 1))


def as_if_millions(field: str, millions: int) -> Suggestion:
    """Returns the offer of an amount that was typed in millions, in whole 1.000 kr."""
    return amount_instead(field, millions * 1000)
