"""What the sum of places for other municipalities is made of."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from botilbud_desktop.rules.collection.records import CollectedProject


class Shared(NamedTuple):
    """The places that shares are taken of, and what the sum lacks."""

    of: int = 0
    """All places of the projects that tell the share."""
    negative: int = 0
    """How many shares are below 0, which lower the sum."""
    untold: int = 0
    """The places of the projects that do not tell it."""
    silent: int = 0
    """How many projects do not tell it."""


def shared_of(projects: Sequence[CollectedProject]) -> Shared:
    """Returns it for these projects."""
    told = [project for project in projects if project.shared_places is not None]
    silent = [project.quantities.places_to_share for project in projects if project.project.share is None]
    return Shared(
        sum(project.quantities.places_to_share for project in told),
        sum((project.shared_places or 0) < 0 for project in told),
        sum(number for number in silent if number > 0),
        len(silent),
    )


def all_shared(parts: Iterable[Shared]) -> Shared:
    """Returns the sum."""
    own = list(parts)
    return Shared(*(sum(numbers) for numbers in zip(*own, strict=True))) if own else Shared()
