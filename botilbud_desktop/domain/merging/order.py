"""The order of the projects: which order holds, where added projects go, and which projects a side may have moved.

All of it is the same whichever side is mine.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Sequence

from botilbud_desktop.domain.editing.project_keys import ProjectKey


def joined_order(leading: Iterable[ProjectKey], other: Iterable[ProjectKey]) -> list[ProjectKey]:
    """Returns the order of `leading` with the keys that only `other` has, each after the shared key that it follows.

    Where both have keys of their own after the same shared key, those with the smaller id come first, so that both
    sides get the same order.
    """
    leading, other = list(leading), list(other)
    shared = set(leading) & set(other)
    own, others = _behind(leading, shared), _behind(other, shared)
    joined = _both(own.get(None, []), others.get(None, []))
    for key in leading:
        if key in shared:
            joined += [key, *_both(own.get(key, []), others.get(key, []))]
    return joined


def possibly_moved[Key: Hashable](before: Collection[Key], after: Collection[Key]) -> set[Key]:
    """Returns the keys of both that may have been moved. Each occurs once in either.

    A key certainly stayed when it is in every longest sequence of keys that kept their order. When two were swapped,
    either may have been moved.
    """
    positions = {key: position for position, key in enumerate(before)}
    order = [key for key in after if key in positions]
    up_to = _rising([positions[key] for key in order])
    on_from = _rising([-positions[key] for key in reversed(order)])[::-1]
    longest = max(up_to, default=0)
    is_in_one = [first + last - 1 == longest for first, last in zip(up_to, on_from, strict=True)]
    at_length = Counter(length for length, is_in in zip(up_to, is_in_one, strict=True) if is_in)
    return {
        key for key, length, is_in in zip(order, up_to, is_in_one, strict=True) if not is_in or at_length[length] > 1
    }


def _rising(values: Sequence[int]) -> list[int]:
    """Returns for each value the length of the longest rising subsequence that ends with it."""
    least: list[int] = []
    lengths = []
    for value in values:
        length = bisect_left(least, value)
        least[length : length + 1] = [value]
        lengths.append(length + 1)
    return lengths


def _behind(keys: Iterable[ProjectKey], shared: set[ProjectKey]) -> dict[ProjectKey | None, list[ProjectKey]]:
    """Returns the other keys by the shared key that they follow, None for the start."""
    behind: dict[ProjectKey | None, list[ProjectKey]] = {}
    last: ProjectKey | None = None
    for key in keys:
        if key in shared:
            last = key
        else:
            behind.setdefault(last, []).append(key)
    return behind


def _both(some: list[ProjectKey], others: list[ProjectKey]) -> list[ProjectKey]:
    return some + others if some < others else others + some
