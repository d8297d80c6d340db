"""Finds the rounding with which a note worked out what the loan may finance."""

import re
from collections.abc import Sequence
from fractions import Fraction

from botilbud_desktop.domain.cost_plan import Treatment, round_half_up

_STEPS = {0: 1000, 1: 100, 2: 10, 3: 1}
"""The step in 1.000 kr. by the decimals of an amount in millions."""
_MILLIONS = re.compile(r"mio|mill|million", re.IGNORECASE)
_DECIMALS = re.compile(r",([0-9]+)")


def stated_step(
    costs: Sequence[tuple[int, Treatment | None]], eligible: int, total: int, stated: Sequence[tuple[int, str]]
) -> int | None:
    """Returns the step in 1.000 kr. with which the stated amounts follow from the costs, or None when they do not.

    The step is the one that the amounts are written with: `5,1 mio. kr.` is in steps of 100.
    """
    exact = [
        Fraction(amount) if treatment is Treatment.DIRECT else Fraction(amount * eligible, total)
        for amount, treatment in costs
        if treatment in (Treatment.DIRECT, Treatment.SHARED)
    ]
    amounts = {amount for amount, _ in stated}
    steps = sorted({step for _, written in stated if (step := _step_of(written)) is not None})
    for step in steps:
        parts = [round_half_up(part, step) for part in exact]
        if parts and {*parts, sum(parts)} == amounts:
            return step
    return None


def _step_of(written: str) -> int | None:
    if not _MILLIONS.search(written):
        return 1
    decimals = _DECIMALS.search(written)
    return _STEPS.get(len(decimals[1]) if decimals else 0)
