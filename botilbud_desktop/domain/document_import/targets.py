"""Which project of a draft each proposed project is: by its name, else by its number; asked where it is not certain."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.document_import.proposal import Proposed
from botilbud_desktop.domain.document_import.taking import chosen
from botilbud_desktop.domain.editing.new_draft import is_blank
from botilbud_desktop.domain.table_import.headings import plain_words

_WORD = re.compile(r"[^\W\d_]{4,}|[0-9]+")
_ALIKE = 0.5
"""Names that share at least this part of the words of the shorter one may be of the same project."""


class Target(NamedTuple):
    """Where a proposed project is proposed to go."""

    proposed: int
    """Its index in the proposal."""
    project: int | None
    """The index of the project of the draft; None for a new one."""
    is_certain: bool
    """Whether nothing need be asked."""


def proposed_targets(values: Sequence[Proposed], before: Application) -> tuple[Target, ...]:
    """Returns where each proposed project goes: into the one of the same name, a blank one, or a new one.

    It is not certain where a name is only alike, stands twice, or is missing; then the one that it may be is proposed,
    or a new one when there is none.
    """
    proposed = sorted({value.field.project for value in values if value.field.project is not None})
    names = {value.field.project: str(value.value) for value in chosen(values) if value.field[2:] == ("name",)}
    twice = Counter(plain_words(names.get(project, "")) for project in proposed)
    found: dict[int, Target] = {}
    free = [index for index, project in enumerate(before.projects) if not is_blank(project)]
    for project in proposed:
        name = plain_words(names.get(project, ""))
        same = [index for index in free if name and plain_words(before.projects[index].name) == name]
        if same:
            found[project] = Target(project, same[0], len(same) == twice[name] == 1)
    free = [index for index in free if index not in {target.project for target in found.values()}]
    blank = [index for index, project in enumerate(before.projects) if is_blank(project)]
    for project in proposed:
        if project not in found:
            target = _by_likeness(project, names.get(project, ""), free, before.projects)
            if target.project is None and target.is_certain and blank:
                target = target._replace(project=blank.pop(0))
            if target.project in free:
                free.remove(target.project)
            found[project] = target
    return tuple(found[project] for project in proposed)


def _by_likeness(proposed: int, name: str, free: Sequence[int], projects: Sequence[Project]) -> Target:
    """Returns the project that may be the same, which is never certain; else a new one."""
    if not name.strip():
        return Target(proposed, proposed if proposed in free else None, is_certain=not free)
    alike = [(likeness, -index) for index in free if (likeness := _likeness(name, projects[index].name)) >= _ALIKE]
    if alike:
        return Target(proposed, -max(alike)[1], is_certain=False)
    nameless = any(not projects[index].name.strip() for index in free)
    return Target(proposed, None, is_certain=not nameless)


def _likeness(one: str, other: str) -> float:
    """Returns which part of the words of the shorter name stands in the other one too, from 0 to 1."""
    words, others = {*_WORD.findall(one.casefold())}, {*_WORD.findall(other.casefold())}
    fewest = min(len(words), len(others))
    return len(words & others) / fewest if fewest else 0
