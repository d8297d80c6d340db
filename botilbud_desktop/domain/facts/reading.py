"""Reads all that a text says in figures, once."""

from typing import NamedTuple

from botilbud_desktop.domain.facts.amounts import Amount, amounts_in
from botilbud_desktop.domain.facts.counts import Count, counts_in
from botilbud_desktop.domain.facts.folding import folded
from botilbud_desktop.domain.facts.laws import Paragraph, paragraphs_in, without_laws
from botilbud_desktop.domain.facts.numbers import Number, numbers_in
from botilbud_desktop.domain.facts.shares import Share, shares_in
from botilbud_desktop.domain.facts.times import Time, times_in


class Facts(NamedTuple):
    """What a text says in figures; positions are those of the text, each list in their order."""

    text: str
    """Folded; see `folded`."""
    masked: str
    """The same with `MASK` where paragraphs of law stand."""
    paragraphs: tuple[Paragraph, ...]
    times: tuple[Time, ...]
    numbers: tuple[Number, ...]
    """Those that are neither part of a paragraph of law nor of a time."""
    amounts: tuple[Amount, ...]
    counts: tuple[Count, ...]
    shares: tuple[Share, ...]


def facts_in(text: str, century: int) -> Facts:
    """Returns what `text` says in figures; a year of two digits is of `century`, such as 2000."""
    plain = folded(text)
    paragraphs = tuple(paragraphs_in(plain))
    masked = without_laws(plain, paragraphs)
    times = tuple(times_in(masked, century))
    numbers = tuple(_free(tuple(numbers_in(masked)), times))
    amounts = tuple(amounts_in(masked, numbers))
    others = tuple(_free(numbers, amounts))
    shares = tuple(shares_in(masked, others))
    counts = tuple(counts_in(masked, others, paragraphs))
    return Facts(plain, masked, paragraphs, times, numbers, amounts, counts, shares)


def _free(numbers: tuple[Number, ...], taken: "tuple[Time, ...] | tuple[Amount, ...]") -> "list[Number]":
    """Returns the numbers that are no part of what stands in `taken`."""
    free, at = [], 0
    for number in numbers:
        while at < len(taken) and taken[at].end <= number.start:
            at += 1
        if at == len(taken) or taken[at].start >= number.end:
            free.append(number)
    return free
