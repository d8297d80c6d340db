"""The figures of a sentence, as `domain.facts` reads them; read once for all contents that ask."""

from functools import lru_cache

from botilbud_desktop.domain.facts.reading import Facts, facts_in
from botilbud_desktop.domain.facts.shares import Share

_CENTURY = 2000
_KEPT = 8
"""Sentences: the readers ask for the same one in turn."""


@lru_cache(maxsize=_KEPT)
def figures_of(words: str) -> Facts:
    """Returns the figures of a sentence."""
    return facts_in(words, _CENTURY)


def shares_of(words: str) -> tuple[Share, ...]:
    """Returns the shares of a sentence, in the order of their notation."""
    return figures_of(words).shares
