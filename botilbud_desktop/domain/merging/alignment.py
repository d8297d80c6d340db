"""Which items of two sequences correspond: a longest common subsequence, exact and with bounded effort.

The rows of the usual table are whole numbers with one bit for each item, so that a row costs a few operations however
long it is (Hyyrö 2004). A thousand words against a thousand words take about a millisecond, whatever they say; there
is no text that makes it slow.
"""

from collections.abc import Hashable, Sequence

MOST_PAIRS = 30_000_000
"""Beyond so many pairs of items (one sequence's length times the other's) nothing is compared: about 4 MB of table."""


def can_align(before: int, after: int) -> bool:
    """Whether sequences of these lengths are few enough pairs to be compared."""
    return before * after <= MOST_PAIRS


def matches(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The pairs of positions (in `before`, in `after`) that correspond, both rising.

    The common head and tail always correspond; what lies between only when `can_align` says so.
    """
    shorter = min(len(before), len(after))
    head = 0
    while head < shorter and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < shorter - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    end_before, end_after = len(before) - tail, len(after) - tail
    pairs = [(index, index) for index in range(head)]
    if can_align(end_before - head, end_after - head):
        between = _longest(before[head:end_before], after[head:end_after])
        pairs.extend((head + row, head + column) for row, column in between)
    pairs.extend((end_before + index, end_after + index) for index in range(tail))
    return pairs


def _longest(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The pairs, each as early in both as it can be."""
    rows = _table(before, after)
    found: list[tuple[int, int]] = []
    row, column = len(before), len(after)
    while row and column:
        if rows[row] >> (column - 1) & 1:
            column -= 1
        elif not rows[row - 1] >> (column - 1) & 1:
            row -= 1
        else:
            row, column = row - 1, column - 1
            found.append((row, column))
    found.reverse()
    return found


def _table(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[int]:
    """For each number of items of `before`: a 0 bit at each item of `after` that makes the subsequence longer."""
    places: dict[Hashable, int] = {}
    for column, item in enumerate(after):
        places[item] = places.get(item, 0) | 1 << column
    everything = (1 << len(after)) - 1
    row = everything
    rows = [row]
    for item in before:
        hits = row & places.get(item, 0)
        row = ((row + hits) | (row - hits)) & everything
        rows.append(row)
    return rows
