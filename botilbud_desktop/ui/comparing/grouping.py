"""Differences in groups as they are read, each with a heading; no Qt."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from botilbud_desktop.domain.merging.difference import Difference

_BETWEEN = " · "
_LONGEST_SHORT = 48


class Line(NamedTuple):
    """A difference with what it is called below the heading, `""` when the heading says it all."""

    label: str
    difference: Difference


class Group(NamedTuple):
    """Neighbouring differences of the same project or part."""

    heading: str
    lines: tuple[Line, ...]


def grouped(differences: Iterable[Difference]) -> tuple[Group, ...]:
    """The differences in their order, in groups; a project that came or went is a group of its own."""
    return tuple(
        Group(heading, tuple(Line(_label(difference, heading), difference) for difference in group))
        for heading, group in groupby(differences, key=_heading)
    )


def is_short(difference: Difference) -> bool:
    """Whether both texts are seen at a glance, so that marking single words would only disturb."""
    before, after = difference.before, difference.after
    if any(len(text) > _LONGEST_SHORT or "\n" in text for text in (before, after)):
        return False
    return before.split() != after.split()  # spaces alone are not seen unless they are marked


def is_marked(difference: Difference) -> bool:
    """Whether it is shown word by word what was removed and added."""
    before, after = difference.before, difference.after
    return bool(before and after) and before != after and not is_short(difference)


def _heading(difference: Difference) -> str:
    if len(difference.path) == 2 and difference.path.project is not None:
        return difference.label  # the whole project: »Projekt 2 · Slettet« is not what »Projekt 2« is now
    return difference.label.partition(_BETWEEN)[0]


def _label(difference: Difference, heading: str) -> str:
    return difference.label.removeprefix(heading).removeprefix(_BETWEEN)
