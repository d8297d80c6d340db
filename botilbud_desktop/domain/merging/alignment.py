"""Which items of two sequences correspond: a longest common subsequence, exact and with bounded effort.

The rows of the usual table are whole numbers with one bit for each item, so that a row costs a few operations whatever
its length (Hyyrö 2004). Aligning a thousand words with a thousand words takes about a millisecond for any text.
"""

from collections.abc import Hashable, Sequence

MOST_PAIRS = 30_000_000
"""The most pairs of items (one sequence's length times the other's) that are compared: about 4 MB of table."""


def can_align(before: int, after: int) -> bool:
    """Whether sequences of these lengths are short enough to be compared."""
    return before * after <= MOST_PAIRS


def matches(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Returns the pairs of positions (in `before`, in `after`) that correspond, both rising.

    The common head and tail always correspond; the items between them only where `can_align` allows it.
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
    """Returns the pairs of a longest common subsequence, each as early in both as possible."""
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
    """Returns for each prefix of `before`: a 0 bit at each item of `after` that makes the subsequence longer."""
    bits: dict[Hashable, int] = {}
    for column, item in enumerate(after):
        bits[item] = bits.get(item, 0) | 1 << column
    everything = (1 << len(after)) - 1
    row = everything
    rows = [row]
    for item in before:
        hits = row & bits.get(item, 0)
        row = ((row + hits) | (row - hits)) & everything
        rows.append(row)
    return rows
