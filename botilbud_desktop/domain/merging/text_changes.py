"""The changes from one sequence of paragraphs or sentences to another, each as small as possible.

A changed unit is one change that replaces one unit, also where its neighbours were changed too: two people can then
change neighbouring sentences. Removed units are one change each; added ones are one change at their position.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from botilbud_desktop.domain.merging.alignment import can_align, matches

_LEAST_LIKENESS = 0.5
_MOST_LIKENED = 400
"""Pairs of units that are compared word by word within one change."""
_LONGEST_LIKENED = 40_000
"""Characters of both sides of one change that are compared word by word."""

type Pair = tuple[int, int]


class Change(NamedTuple):
    """A range of units of the old text, and the range of the new text that replaces it; not both are empty."""

    start: int
    end: int
    new_start: int
    new_end: int

    @property
    def is_insertion(self) -> bool:
        return self.start == self.end

    @property
    def is_removal(self) -> bool:
        return self.new_start == self.new_end


def text_changes(old: Sequence[str], new: Sequence[str], *, by_position: bool) -> list[Change]:
    """Returns the changes in order.

    Args:
        old: the units of the older text.
        new: the units of the newer text.
        by_position: whether as many changed units as before replace each other one by one, however unlike; otherwise
            only those that are alike do.
    """
    found: list[Change] = []
    in_both = set(old) & set(new)
    for last, following in pairwise([(-1, -1), *_same(old, new), (len(old), len(new))]):
        change = Change(last[0] + 1, following[0], last[1] + 1, following[1])
        if change.start < change.end or change.new_start < change.new_end:
            for one in _finest(change, old, new, by_position=by_position):
                found.extend(_without_moved(one, old, new, in_both))
    return found


def moved_units(old: Sequence[str], new: Sequence[str], changes: Iterable[Change]) -> dict[int, int]:
    """Returns the position in `new` of each unit that was moved, by its position in `old`; only of unique units."""
    counts, new_counts = Counter(old), Counter(new)
    removed: dict[str, int] = {}
    added: dict[str, int] = {}
    for change in changes:
        removed.update((old[row], row) for row in range(change.start, change.end))
        added.update((new[column], column) for column in range(change.new_start, change.new_end))
    return {
        row: added[unit]
        for unit, row in removed.items()
        if unit in added and counts[unit] == 1 and new_counts[unit] == 1
    }


def _same(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Returns the pairs of equal units; in texts too long for that, first those that occur once in each."""
    if can_align(len(old), len(new)):
        return matches(old, new)
    pairs: list[Pair] = []
    for last, following in pairwise([(-1, -1), *_unique(old, new), (len(old), len(new))]):
        start, new_start = last[0] + 1, last[1] + 1
        between = matches(old[start : following[0]], new[new_start : following[1]])
        pairs.extend((start + row, new_start + column) for row, column in between)
        if following[0] < len(old):
            pairs.append(following)
    return pairs


def _unique(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Returns the longest rising run of pairs of units that occur once in each text."""
    counts, new_counts = Counter(old), Counter(new)
    places = {unit: place for place, unit in enumerate(new) if new_counts[unit] == 1}
    pairs = [(place, places[unit]) for place, unit in enumerate(old) if counts[unit] == 1 and unit in places]
    lowest: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_row, column) in enumerate(pairs):
        length = bisect_left(lowest, column)
        before.append(ends[length - 1] if length else -1)
        lowest[length : length + 1] = [column]
        ends[length : length + 1] = [number]
    rising: list[Pair] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        rising.append(pairs[number])
        number = before[number]
    rising.reverse()
    return rising


def _finest(change: Change, old: Sequence[str], new: Sequence[str], *, by_position: bool) -> Iterator[Change]:
    count, new_count = change.end - change.start, change.new_end - change.new_start
    if not new_count:
        for row in range(change.start, change.end):
            yield Change(row, row + 1, change.new_start, change.new_start)
        return
    if not count or count == new_count == 1:
        yield change
        return
    alike = _alike(change, old, new)
    offset = change.new_start - change.start
    if by_position and count == new_count and all(column - row == offset for row, column in alike):
        for row in range(change.start, change.end):
            yield Change(row, row + 1, row + offset, row + offset + 1)
        return
    yield from _around(alike, change, old, new)


def _around(alike: Sequence[Pair], change: Change, old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """Yields the pairs of `alike`, and what is between them; a unit that was divided or joined is one change."""
    parts: list[Change] = []
    for last, following in pairwise([(change.start - 1, change.new_start - 1), *alike, (change.end, change.new_end)]):
        between = Change(last[0] + 1, following[0], last[1] + 1, following[1])
        if between.start < between.end or between.new_start < between.new_end:
            parts.append(between)
        if following[0] < change.end:
            parts.append(Change(following[0], following[0] + 1, following[1], following[1] + 1))
    joined: list[Change] = []
    for part in parts:
        if joined and (_shares_words(joined[-1], part, old, new) or _shares_words(part, joined[-1], old, new)):
            last_one = joined.pop()
            joined.append(Change(last_one.start, part.end, last_one.new_start, part.new_end))
        else:
            joined.append(part)
    for part in joined:
        if part.is_removal:
            yield from (Change(row, row + 1, part.new_start, part.new_start) for row in range(part.start, part.end))
        else:
            yield part


def _shares_words(more: Change, other: Change, old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether most words of what `more` adds or removes are those that `other` loses or gains.

    So it is when `other` is a unit that was divided in two, or one that was joined from two.
    """
    added = _words(" ".join(new[more.new_start : more.new_end]))
    removed = _words(" ".join(old[more.start : more.end]))
    before, after = (
        _words(" ".join(old[other.start : other.end])),
        _words(" ".join(new[other.new_start : other.new_end])),
    )
    if more.is_insertion:
        return 2 * (added & (before - after)).total() >= added.total() > 0
    if more.is_removal:
        return 2 * (removed & (after - before)).total() >= removed.total() > 0
    return False


def _without_moved(change: Change, old: Sequence[str], new: Sequence[str], in_both: set[str]) -> Iterator[Change]:
    """Yields a unit that is replaced by another as removed and added, where either was only moved."""
    is_pair = change.end - change.start == 1 == change.new_end - change.new_start
    if is_pair and (old[change.start] in in_both or new[change.new_start] in in_both):
        yield Change(change.start, change.end, change.new_start, change.new_start)
        yield Change(change.end, change.end, change.new_start, change.new_end)
    else:
        yield change


def _alike(change: Change, old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Returns the pairs of units within `change` that share most of their words, in the order of both texts."""
    rows, columns = range(change.start, change.end), range(change.new_start, change.new_end)
    length = sum(len(old[row]) for row in rows) + sum(len(new[column]) for column in columns)
    if len(rows) * len(columns) > _MOST_LIKENED or length > _LONGEST_LIKENED:
        return []
    words, new_words = [_words(old[row]) for row in rows], [_words(new[column]) for column in columns]
    best = [[0.0] * (len(columns) + 1) for _row in range(len(rows) + 1)]
    for row in reversed(range(len(rows))):
        for column in reversed(range(len(columns))):
            with_pair = _likeness(words[row], new_words[column]) + best[row + 1][column + 1]
            best[row][column] = max(best[row + 1][column], best[row][column + 1], with_pair)
    pairs: list[Pair] = []
    row = column = 0
    while row < len(rows) and column < len(columns):
        if best[row][column] == best[row + 1][column]:
            row += 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            pairs.append((rows[row], columns[column]))
            row, column = row + 1, column + 1
    return pairs


def _words(text: str) -> Counter[str]:
    return Counter(word.strip('.,:;!?()»«"') for word in text.lower().split())


def _likeness(some: Counter[str], other: Counter[str]) -> float:
    """Returns the share of words that both have; 0 below `_LEAST_LIKENESS`."""
    if not some or not other:
        return 0.0
    share = 2 * (some & other).total() / (some.total() + other.total())
    return share if share >= _LEAST_LIKENESS else 0.0
