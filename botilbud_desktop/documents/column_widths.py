"""How the columns of a table share the width of the page by what they hold, and what goes into a table of its own.

Widths are in points.
"""

from collections.abc import Sequence
from typing import NamedTuple


class Wish(NamedTuple):
    """What a column asks for."""

    least: float
    """Narrower than this, words or numbers would be broken."""
    wanted: float
    grows: bool = False
    """Whether it takes what the others leave, as columns of text do."""


def shared_widths(wishes: Sequence[Wish], room: float) -> list[float]:
    """Returns a width for each column, together exactly `room` as long as one of them grows.

    Each gets what it wants where there is room; else at least what it needs, and a part of the rest; where not even
    that fits, all are narrower by the same factor.
    """
    least = sum(wish.least for wish in wishes)
    if least > room:
        return [wish.least * room / least for wish in wishes]
    lacking = [max(0.0, wish.wanted - wish.least) for wish in wishes]
    rest = room - least
    share = min(1.0, rest / sum(lacking)) if any(lacking) else 0.0
    widths = [wish.least + share * lack for wish, lack in zip(wishes, lacking, strict=True)]
    growing = sum(wish.grows for wish in wishes)
    left = (room - sum(widths)) / growing if growing else 0.0
    return [width + left if wish.grows else width for width, wish in zip(widths, wishes, strict=True)]


def in_parts(wishes: Sequence[Wish], leading: Sequence[int], room: float) -> list[tuple[int, ...]]:
    """Returns which columns stand in each of the tables that are needed: one where all fit.

    Args:
        wishes: the columns.
        leading: the columns that each table begins with, by their places in `wishes`.
        room: the width of a table.
    """
    if sum(wish.least for wish in wishes) <= room:
        return [tuple(range(len(wishes)))]
    lead = tuple(leading)
    left = room - sum(wishes[index].least for index in lead)
    parts: list[list[int]] = [[]]
    used = 0.0
    for index, wish in enumerate(wishes):
        if index in lead:
            continue
        if parts[-1] and used + wish.least > left:
            parts.append([])
            used = 0.0
        parts[-1].append(index)
        used += wish.least
    return [tuple(sorted((*lead, *part))) for part in parts]
