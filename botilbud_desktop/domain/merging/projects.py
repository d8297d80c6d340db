"""Merges both sides' projects: which there are, their order, and the content of each."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from botilbud_desktop.domain.application import Project
from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.editing.project_keys import ProjectKey, by_key, same_order
from botilbud_desktop.domain.field_order import PROJECTS
from botilbud_desktop.domain.merging.parts import ABSENT, Choice, ConflictKind, PendingPath, Record, UnlocatedConflict
from botilbud_desktop.domain.merging.values import chosen, merged_fields

Projects = dict[ProjectKey, Project]


class _Sides(NamedTuple):
    """The projects of both sides and of their common ancestor."""

    base: Projects
    mine: Projects
    theirs: Projects
    has_base: bool


def merged_projects(base: Any, mine: tuple[Project, ...], theirs: tuple[Project, ...], record: Record) -> Projects:
    """Returns the merged projects in their order, by key. `base` is a tuple of projects too, or `ABSENT`."""
    has_base = base is not ABSENT
    sides = _Sides(by_key(base) if has_base else {}, by_key(mine), by_key(theirs), has_base)
    merged: Projects = {}
    for key in dict.fromkeys((*sides.mine, *sides.theirs)):
        project = _merged_project(key, sides, record)
        if project is not None:
            merged[key] = project
    return {key: merged[key] for key in _order(sides, merged, record)}


def _merged_project(key: ProjectKey, sides: _Sides, record: Record) -> Project | None:
    """Returns the merged project, or None when it is removed or left out."""
    mine, theirs, base = sides.mine.get(key), sides.theirs.get(key), sides.base.get(key)
    place = PendingPath(project=key)
    if mine is not None and theirs is not None:
        return merged_fields(ABSENT if base is None else base, mine, theirs, place, record)
    if sides.has_base:
        if base is None and mine is not None:
            return mine
        if mine is None and theirs == base:
            return None
        my = ABSENT if mine is None else mine
        if mine == base and not record.is_doubtful(place, lambda earlier: bool(earlier == my)):
            return record.take(place, theirs)
    decided: Project | None = chosen(UnlocatedConflict(ConflictKind.PROJECT, place, base, mine, theirs), record)
    return decided


def _order(sides: _Sides, merged: Projects, record: Record) -> list[ProjectKey]:
    """Returns the order of the side that changed it (mine, when both did), with the other side's projects inserted."""
    if same_order(sides.mine.keys(), sides.theirs.keys()):
        take_theirs = False
    elif sides.has_base:
        take_theirs = same_order(sides.mine.keys(), sides.base.keys())
        take_theirs = take_theirs and not same_order(sides.theirs.keys(), sides.base.keys())
        if take_theirs and record.is_doubtful(PendingPath(PROJECTS), lambda earlier: _is_order_of(sides.mine, earlier)):
            clash = UnlocatedConflict(
                ConflictKind.ORDER, PendingPath(PROJECTS), *map(_names, (sides.base, sides.mine, sides.theirs))
            )
            take_theirs = record.decide(clash) is Choice.THEIRS
        elif take_theirs:
            record.take(PendingPath(PROJECTS), None)
    else:
        clash = UnlocatedConflict(
            ConflictKind.ORDER, PendingPath(PROJECTS), None, _names(sides.mine), _names(sides.theirs)
        )
        take_theirs = record.decide(clash) is Choice.THEIRS
    leading, other = (sides.theirs, sides.mine) if take_theirs else (sides.mine, sides.theirs)
    return _with_others([key for key in leading if key in merged], [key for key in other if key in merged])


def _with_others(order: Iterable[ProjectKey], others: Iterable[ProjectKey]) -> list[ProjectKey]:
    """Returns `order` with the keys of `others` that it lacks, each after the key that it follows in `others`.

    Keys that only `order` has at that position stay in front of it.
    """
    order, others = list(order), list(others)
    known, shared = set(order), set(others)
    behind: dict[ProjectKey | None, list[ProjectKey]] = {}
    last: ProjectKey | None = None
    for key in others:
        if key in known:
            last = key
        else:
            behind.setdefault(last, []).append(key)
    last = None
    merged: list[ProjectKey] = []
    for key in order:
        if key in shared:
            merged.extend(behind.get(last, ()))
            last = key
        merged.append(key)
    return [*merged, *behind.get(last, ())]


def _is_order_of(projects: Projects, earlier: Iterable[Project]) -> bool:
    return same_order(projects.keys(), by_key(earlier).keys())


def _names(projects: Projects) -> tuple[str, ...]:
    return tuple(project.name.strip() or NOT_STATED for project in projects.values())
