"""The weighting read criterion by criterion, as pages and papers show it: what all projects share is said once."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from botilbud_desktop.rules.weighting.results import Answer, Gap, ProjectWeighting, WeightingItem


class WeighedGroup(NamedTuple):
    """What the draft says to a criterion for one project, or for all projects alike."""

    project: int | None
    """The project's index, counted from 0; None for all projects."""
    said: tuple[str, ...]
    missing: tuple[Gap, ...]


class WeighedCriterion(NamedTuple):
    """One weighting criterion with what the draft says to it."""

    number: int | None
    """The ministry's number; None for the paragraph on coordination."""
    title: str
    source: str
    groups: tuple[WeighedGroup, ...]
    """The projects in their order, then all of them; the last one also tells when nothing is said or missing."""
    remarks: tuple[str, ...]

    @property
    def said(self) -> bool:
        """Whether the draft says anything."""
        return any(group.said for group in self.groups)

    @property
    def missing(self) -> int:
        """How many things are missing."""
        return sum(len(group.missing) for group in self.groups)


def by_criterion(weighting: Sequence[ProjectWeighting]) -> tuple[WeighedCriterion, ...]:
    """Returns the criteria in the ministry's order; none without projects."""
    projects = [weighed.project for weighed in weighting]
    return tuple(_criterion(projects, items) for items in zip(*(weighed.items for weighed in weighting), strict=True))


def _criterion(projects: list[int], items: Sequence[WeightingItem]) -> WeighedCriterion:
    answers = [item.answer for item in items]
    said, missing = _shared(answers, lambda answer: answer.said), _shared(answers, lambda answer: answer.missing)
    groups = [
        WeighedGroup(
            project,
            tuple(sentence for sentence in answer.said if sentence not in said),
            tuple(gap for gap in answer.missing if gap not in missing),
        )
        for project, answer in zip(projects, answers, strict=True)
    ]
    shared = WeighedGroup(None, said, missing)
    groups = [group for group in groups if group.said or group.missing or len(groups) == 1]
    is_silent = not any(answer.said for answer in answers) or not any(answer.missing for answer in answers)
    if said or missing or (is_silent and len(projects) > 1):
        groups.append(shared)
    return WeighedCriterion(
        number=items[0].number,
        title=items[0].title,
        source=items[0].source,
        groups=tuple(groups),
        remarks=tuple(dict.fromkeys(answer.remark for answer in answers if answer.remark)),
    )


def _shared[T](answers: Sequence[Answer], part: Callable[[Answer], tuple[T, ...]]) -> tuple[T, ...]:
    """Returns what all of several answers hold."""
    first, *others = map(part, answers)
    return tuple(value for value in first if all(value in other for other in others)) if others else ()
