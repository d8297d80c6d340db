"""The differences between two texts, word by word, fast for any text.

A rewritten text is one replaced passage, not fragments between the words that both happen to use: equal text between
two changes counts only when it is longer than one of them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import accumulate, pairwise
from typing import NamedTuple

from botilbud_desktop.domain.merging.alignment import can_align, matches
from botilbud_desktop.domain.text.common_ends import common_end, common_start

MOST_CHARACTERS = 40_000
"""Longer passages (both texts together) are compared by lines first; what is still longer is replaced as a whole."""

_WORDS = re.compile(r"\s|\w+(?:[.,:/'’-]\w+)*|[^\w\s]+")
_LINES = re.compile(r"[^\n]*\n|[^\n]+")


class PieceKind(StrEnum):
    """Whether a piece is in both texts, in the first only, or in the second only."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


class Piece(NamedTuple):
    """A run of characters, never empty."""

    kind: PieceKind
    text: str


class _Change(NamedTuple):
    """A range of characters of the first text, and the range of the second that replaces it."""

    start: int
    end: int
    new_start: int
    new_end: int

    @property
    def length(self) -> int:
        return self.end - self.start + self.new_end - self.new_start

    @property
    def longest(self) -> int:
        return max(self.end - self.start, self.new_end - self.new_start)

    def up_to(self, other: "_Change") -> "_Change":
        return _Change(self.start, other.end, self.new_start, other.new_end)


def word_difference(before: str, after: str) -> tuple[Piece, ...]:
    """Returns the pieces in reading order; in a replacement, the removed text comes first.

    Joined, the same and removed pieces are `before`, and the same and added pieces are `after`.
    """
    if before == after:
        return (Piece(PieceKind.SAME, before),) if before else ()
    changes = _without_short_gaps(_changes(before, after))
    return tuple(piece for piece in _pieces(before, after, changes) if piece.text)


def _pieces(before: str, after: str, changes: Iterable[_Change]) -> Iterator[Piece]:
    position = 0
    for change in changes:
        yield Piece(PieceKind.SAME, before[position : change.start])
        yield Piece(PieceKind.REMOVED, before[change.start : change.end])
        yield Piece(PieceKind.ADDED, after[change.new_start : change.new_end])
        position = change.end
    yield Piece(PieceKind.SAME, before[position:])


def _changes(before: str, after: str) -> list[_Change]:
    whole = _Change(0, len(before), 0, len(after))
    if whole.length <= MOST_CHARACTERS and (found := _by(_WORDS, whole, before, after)) is not None:
        return found
    head = _whole_words_at_start(before, common_start(before, after))
    tail = _whole_words_at_end(before, common_end(before, after, head))
    middle = _Change(head, len(before) - tail, head, len(after) - tail)
    by_words = _by(_WORDS, middle, before, after) if middle.length <= MOST_CHARACTERS else None
    if by_words is not None:
        return by_words
    breaks = before.count("\n", middle.start, middle.end) + 1, after.count("\n", middle.new_start, middle.new_end) + 1
    by_lines = _by(_LINES, middle, before, after) if can_align(*breaks) else None
    return [middle] if by_lines is None else list(_refined(by_lines, before, after))


def _refined(changes: Iterable[_Change], before: str, after: str) -> Iterator[_Change]:
    """Yields the changed lines compared by words, up to `MOST_CHARACTERS` in all; the others stay whole."""
    left = MOST_CHARACTERS
    for change in changes:
        by_words = None
        if change.length <= left:
            left -= change.length
            by_words = _by(_WORDS, change, before, after)
        yield from [change] if by_words is None else by_words


def _by(parts: re.Pattern[str], whole: _Change, before: str, after: str) -> list[_Change] | None:
    """Returns the changes within `whole` by words or lines (`parts`); None when there are too many to compare."""
    old = parts.findall(before, whole.start, whole.end)
    new = parts.findall(after, whole.new_start, whole.new_end)
    if not can_align(len(old), len(new)):
        return None
    starts, new_starts = _starts(old), _starts(new)
    return [
        _Change(
            whole.start + starts[change.start],
            whole.start + starts[change.end],
            whole.new_start + new_starts[change.new_start],
            whole.new_start + new_starts[change.new_end],
        )
        for change in _changed_parts(old, new)
    ]


def _changed_parts(old: Sequence[str], new: Sequence[str]) -> list[_Change]:
    """Returns the changes as ranges of parts, each moved down as far as possible.

    An added sentence then starts after the full stop of the previous one, and includes its own.
    """
    pairs = [(-1, -1), *matches(old, new), (len(old), len(new))]
    found: list[_Change] = []
    limit = len(old)
    for last, following in reversed(list(pairwise(pairs))):
        change = _Change(last[0] + 1, following[0], last[1] + 1, following[1])
        if not change.length:
            continue
        change = _moved_down(change, old, new, limit - change.end)
        limit = change.start
        found.append(change)
    found.reverse()
    return found


def _moved_down(change: _Change, old: Sequence[str], new: Sequence[str], room: int) -> _Change:
    """Returns an addition or removal moved down as far as the result stays the same, by at most `room` parts."""
    if change.start == change.end:
        parts, start, end = new, change.new_start, change.new_end
    elif change.new_start == change.new_end:
        parts, start, end = old, change.start, change.end
    else:
        return change
    by = 0
    while by < room and parts[start + by] == parts[end + by]:
        by += 1
    return _Change(change.start + by, change.end + by, change.new_start + by, change.new_end + by)


def _starts(parts: Sequence[str]) -> list[int]:
    """Returns the start of each part, and the end of the last one."""
    return list(accumulate(map(len, parts), initial=0))


def _without_short_gaps(changes: Iterable[_Change]) -> list[_Change]:
    """Joins changes where the equal text between them is no longer than either."""
    joined: list[_Change] = []
    for change in changes:
        while joined:
            between = change.start - joined[-1].end
            if between > min(joined[-1].longest, change.longest):
                break
            change = joined.pop().up_to(change)
        joined.append(change)
    return joined


def _whole_words_at_start(text: str, length: int) -> int:
    """Returns the length of the part of the first `length` characters that ends with a space or a line break."""
    return max(text.rfind(" ", 0, length), text.rfind("\n", 0, length)) + 1


def _whole_words_at_end(text: str, length: int) -> int:
    """Returns the length of the part of the last `length` characters that starts with a space or a line break."""
    start = len(text) - length
    found = [position for position in (text.find(" ", start), text.find("\n", start)) if position >= 0]
    return len(text) - min(found) if found else 0
