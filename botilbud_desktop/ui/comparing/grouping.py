"""Groups differences under headings, in reading order; no Qt."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from botilbud_desktop.domain.merging.difference import Difference

_BETWEEN = " · "
_LONGEST_SHORT = 48


class Line(NamedTuple):
    """A difference and its label below the heading; `""` when the heading says it all."""

    label: str
    difference: Difference


class Group(NamedTuple):
    """Consecutive differences of the same project or part."""

    heading: str
    lines: tuple[Line, ...]


def grouped(differences: Iterable[Difference]) -> tuple[Group, ...]:
    """Returns the differences in their order, in groups; an added or deleted project is a group of its own."""
    return tuple(
        Group(heading, tuple(Line(_label(difference, heading), difference) for difference in group))
        for heading, group in groupby(differences, key=_heading)
    )


def is_short(difference: Difference) -> bool:
    """Whether both texts are read at a glance, so that marking single words would only disturb."""
    before, after = difference.before, difference.after
    if any(len(text) > _LONGEST_SHORT or "\n" in text for text in (before, after)):
        return False
    return before.split() != after.split()  # a change of spaces alone is visible only when it is marked


def is_marked(difference: Difference) -> bool:
    """Whether the removed and added words are marked."""
    before, after = difference.before, difference.after
    return bool(before and after) and before != after and not is_short(difference)


def _heading(difference: Difference) -> str:
    if len(difference.path) == 2 and difference.path.project is not None:
        return difference.label  # the whole project: »Projekt 2 · Slettet« is not the project that »Projekt 2« is now
    return difference.label.partition(_BETWEEN)[0]


def _label(difference: Difference, heading: str) -> str:
    return difference.label.removeprefix(heading).removeprefix(_BETWEEN)
