"""Merges both sides' changes of one list of rows; a row is the smallest unit."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from botilbud_desktop.domain.merging.alignment import matches

Rows = tuple[Any, ...]


def merged_rows(base: Rows, mine: Rows, theirs: Rows) -> Rows | None:
    """Returns the rows with both sides' changes, or None when both changed the same part of the list differently.

    Rows that neither side changed divide the list into passages. A passage that one side changed is taken from that
    side. Adjacent changed rows are one passage, also when both sides added rows at the same position.
    """
    merged: list[Any] = []
    for old, my, their in _passages(base, mine, theirs):
        if my == their or their == old:
            merged.extend(my)
        elif my == old:
            merged.extend(their)
        else:
            return None
    return tuple(merged)


def _passages(base: Rows, mine: Rows, theirs: Rows) -> Iterator[tuple[Rows, Rows, Rows]]:
    in_mine, in_theirs = dict(matches(base, mine)), dict(matches(base, theirs))
    untouched = [(row, in_mine[row], in_theirs[row]) for row in range(len(base)) if row in in_mine and row in in_theirs]
    for last, following in pairwise([(-1, -1, -1), *untouched, (len(base), len(mine), len(theirs))]):
        old, my, their = (slice(start + 1, end) for start, end in zip(last, following, strict=True))
        yield base[old], mine[my], theirs[their]
        if following[0] < len(base):
            row = (base[following[0]],)
            yield row, row, row
