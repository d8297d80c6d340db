"""What a draft says to the weighting criteria, as data. Nothing is scored or ranked: only the ministry does that."""

from typing import NamedTuple

from botilbud_desktop.domain.round_parts import WeightingTopic


class Gap(NamedTuple):
    """Something that is missing to argue a weighting criterion."""

    field: str
    """The path of the field to go to."""
    message: str
    """One or two Danish sentences."""


class Answer(NamedTuple):
    """What a draft says to one topic."""

    said: tuple[str, ...] = ()
    """Danish sentences with the project's own figures, and quotations that may be about the topic."""
    missing: tuple[Gap, ...] = ()
    remark: str = ""
    """What nobody can know from the draft; empty when there is nothing to add."""


class WeightingItem(NamedTuple):
    """One weighting criterion, and what the draft says to it for one project."""

    topic: WeightingTopic | None
    """None when the round does not tell what the criterion is about."""
    number: int | None
    """The ministry's number; None for the paragraph on coordination, which comes first."""
    title: str
    source: str
    """The weighting criterion, verbatim."""
    answer: Answer


class ProjectWeighting(NamedTuple):
    """What the draft says for one project, in the order in which the ministry weighs."""

    project: int
    """The project's index, counted from 0."""
    items: tuple[WeightingItem, ...]
