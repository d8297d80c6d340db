"""Merges both sides' changes of one list of rows; a row is the smallest unit.

Rows have no id, so a moved row looks like one that was removed here and added there. The merge therefore counts: how
often each row stands in the result must follow from both sides' counts. Where it does not (one side moved a row that
the other removed, both moved it, both added it at different places), the user is asked.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from botilbud_desktop.domain.merging.alignment import matches
from botilbud_desktop.domain.merging.order import possibly_moved

MOST_ROWS = 1_000
"""The most rows of a list that a draft file can hold."""

Rows = tuple[Any, ...]


class _Hunk(NamedTuple):
    """One change of a side: the rows of the base from `start` to `end` are replaced by `new`."""

    start: int
    end: int
    new: Rows

    @property
    def grows(self) -> bool:
        """Whether it adds rows."""
        return len(self.new) > self.end - self.start

    @property
    def is_one_row_changed(self) -> bool:
        """Whether one row became another."""
        return len(self.new) == self.end - self.start == 1

    def touches(self, other: "_Hunk") -> bool:
        """Whether both change the same rows, or add rows at the same place."""
        if self.start < other.end and other.start < self.end:
            return True
        return self.grows and other.grows and (self.end == other.start or other.end == self.start)


def merged_rows(base: Rows, mine: Rows, theirs: Rows) -> Rows | None:
    """Returns the rows with both sides' changes, or None when the user has to decide.

    None when both changed the same row differently or added different rows at the same place, and when it is not
    certain which of several equal rows, or whether a moved row, was meant. It does not matter which side is mine.
    """
    if mine == theirs or theirs == base:
        return mine
    if mine == base:
        return theirs
    my, their = _hunks(base, mine), _hunks(base, theirs)
    if _has_clash(my, their):
        return None
    merged = _applied(base, sorted({*my, *their}, key=lambda hunk: (hunk.start, hunk.end)))
    return merged if _is_certain(base, (mine, my), (theirs, their), merged) else None


def rows_of_both(mine: Rows, theirs: Rows) -> Rows:
    """Returns mine with the rows that only theirs has, each after the row that it follows there. None is doubled."""
    missing = Counter(theirs) - Counter(mine)
    both: list[Any] = []
    for (row, their_row), (row_after, their_row_after) in pairwise(
        [(-1, -1), *matches(mine, theirs), (len(mine), len(theirs))]
    ):
        both.extend(mine[row + 1 : row_after])
        for added in theirs[their_row + 1 : their_row_after]:
            if missing[added] > 0:
                missing[added] -= 1
                both.append(added)
        both.extend(mine[row_after : row_after + 1])
    return tuple(both)


def changed_rows(base: Rows, side: Rows) -> Iterator[tuple[Any, Any]]:
    """Yields each row of the base that became another one at its place, with that one."""
    return ((base[hunk.start], hunk.new[0]) for hunk in _hunks(base, side) if hunk.is_one_row_changed)


def _hunks(base: Rows, side: Rows) -> tuple[_Hunk, ...]:
    return tuple(hunk for passage in _passages(base, side) for hunk in _row_by_row(passage))


def _passages(base: Rows, side: Rows) -> Iterator[_Hunk]:
    pairs = [(-1, -1), *matches(base, side), (len(base), len(side))]
    for (row, side_row), (row_after, side_row_after) in pairwise(pairs):
        passage = _Hunk(row + 1, row_after, side[side_row + 1 : side_row_after])
        if passage.new or passage.start < passage.end:
            yield passage


def _row_by_row(passage: _Hunk) -> Iterator[_Hunk]:
    """Yields as many rows as before one by one: each took the place of another."""
    if len(passage.new) != passage.end - passage.start:
        yield passage
        return
    for offset, row in enumerate(passage.new):
        yield _Hunk(passage.start + offset, passage.start + offset + 1, (row,))


def _has_clash(mine: Sequence[_Hunk], theirs: Sequence[_Hunk]) -> bool:
    """Whether a change of one side touches a different change of the other. Both are in the order of the base."""
    first = 0
    for my in mine:
        while first < len(theirs) and theirs[first].end < my.start:
            first += 1
        for their in theirs[first:]:
            if their.start > my.end:
                break
            if my != their and my.touches(their):
                return True
    return False


def _applied(base: Rows, hunks: Iterable[_Hunk]) -> Rows:
    merged: list[Any] = []
    position = 0
    for hunk in hunks:
        merged.extend(base[position : hunk.start])
        merged.extend(hunk.new)
        position = hunk.end
    return (*merged, *base[position:])


def _is_certain(
    base: Rows, mine: tuple[Rows, Sequence[_Hunk]], theirs: tuple[Rows, Sequence[_Hunk]], merged: Rows
) -> bool:
    """Whether each row stands in the merged list as often as both sides' counts tell."""
    (my_rows, my_hunks), (their_rows, their_hunks) = mine, theirs
    shared = set(my_hunks) & set(their_hunks)
    only_mine, only_theirs = ([hunk for hunk in hunks if hunk not in shared] for hunks in (my_hunks, their_hunks))
    both_removed = any(hunk.end - hunk.start > len(hunk.new) for hunk in shared)
    if both_removed and any(hunk.grows for hunk in (*only_mine, *only_theirs)):
        return False  # the added row may be the removed one, moved and changed
    if _is_removed_and_moved(base, my_rows, their_rows) or _is_removed_and_moved(base, their_rows, my_rows):
        return False
    before, my, their, after = (Counter(rows) for rows in (base, my_rows, their_rows, merged))
    became, they_became = _changed_into(only_mine), _changed_into(only_theirs)
    for row in my.keys() | their.keys() | before.keys():
        expected = _merged_count(before[row], my[row], their[row])
        twice = min(became[row], they_became[row])  # each side made it of another row: both stay
        if expected is None or not expected <= after[row] <= expected + twice:
            return False
    return True


def _is_removed_and_moved(base: Rows, removing: Rows, moving: Rows) -> bool:
    """Whether one side removed a row that the other may have moved."""
    removed = Counter(base) - Counter(removing)
    return bool(removed) and any(row in removed for row, _number in possibly_moved(_numbered(base), _numbered(moving)))


def _numbered(rows: Rows) -> list[tuple[Any, int]]:
    """Returns each row with the number of equal rows before it."""
    seen: Counter[Any] = Counter()
    numbered = []
    for row in rows:
        numbered.append((row, seen[row]))
        seen[row] += 1
    return numbered


def _changed_into(hunks: Iterable[_Hunk]) -> Counter[Any]:
    return Counter(hunk.new[0] for hunk in hunks if hunk.is_one_row_changed)


def _merged_count(before: int, mine: int, theirs: int) -> int | None:
    if mine == theirs or theirs == before:
        return mine
    return theirs if mine == before else None
