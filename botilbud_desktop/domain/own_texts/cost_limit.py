"""The least gross construction cost in words."""

from botilbud_desktop.domain.round_parts import CostLimit, Thresholds
from botilbud_desktop.domain.values.amounts import format_millions, format_number


def cost_limit_in_words(limit: CostLimit) -> str:
    """Returns the limit in a sentence: `over 20 mio. kr.`, `mindst 40 mio. kr.`."""
    return f"{'over' if limit.is_over else 'mindst'} {format_millions(limit.amount)}"


def cost_rule(limits: Thresholds) -> str:
    """Returns how a sentence on the cost ends: with what it must be, and an amount that is just too low."""
    limit = limits.gross_cost
    if limit.is_over:
        return f". Den skal være {cost_limit_in_words(limit)}, så præcis {format_number(limit.amount)} er for lidt."
    return "." if limits.gross_cost_at_least is None else f". Den skal være {cost_limit_in_words(limit)}"
