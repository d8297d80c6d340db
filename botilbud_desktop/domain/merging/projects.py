"""Merges both sides' projects: which there are, their order, and the content of each."""

from typing import Any, NamedTuple

from botilbud_desktop.domain.application import Project
from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.editing.project_keys import ProjectKey, by_key, same_order
from botilbud_desktop.domain.field_order import PROJECTS
from botilbud_desktop.domain.merging.order import joined_order, possibly_moved
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
    """Returns the merged projects in their order, by key. `base` is a tuple of projects too, or `ABSENT`.

    A project that one side removed is gone when the other left it as and where it was; otherwise the user is asked.
    """
    has_base = base is not ABSENT
    sides = _Sides(by_key(base) if has_base else {}, by_key(mine), by_key(theirs), has_base)
    merged: Projects = {}
    for key in joined_order(sides.mine, sides.theirs):
        project = _merged_project(key, sides, record)
        if project is not None:
            merged[key] = project
    leading, other = _by_order(sides, record)
    return {
        key: merged[key] for key in joined_order(*([key for key in side if key in merged] for side in (leading, other)))
    }


def _merged_project(key: ProjectKey, sides: _Sides, record: Record) -> Project | None:
    """Returns the merged project, or None when it is removed or left out."""
    mine, theirs, base = sides.mine.get(key), sides.theirs.get(key), sides.base.get(key)
    if _are_twins_unclear(key[0], sides):
        base = None
        if mine is None or theirs is None:
            decided_one: Project | None = chosen(
                UnlocatedConflict(ConflictKind.PROJECT, PendingPath(project=key), None, mine, theirs), record
            )
            return decided_one
    place = PendingPath(project=key)
    if mine is not None and theirs is not None:
        return merged_fields(ABSENT if base is None else base, mine, theirs, place, record)
    if sides.has_base and (base is None or _was_left_alone(key, sides, record)):
        if (mine if base is None else theirs) is not None:
            return record.keep(place, mine)
        return record.take(place, theirs)
    decided: Project | None = chosen(UnlocatedConflict(ConflictKind.PROJECT, place, base, mine, theirs), record)
    return decided


def _are_twins_unclear(project_id: str, sides: _Sides) -> bool:
    """Whether several projects have this id, and a side removed, added or moved one: which is which cannot be told."""
    if not any((project_id, 1) in side for side in (sides.base, sides.mine, sides.theirs)):
        return False
    base, *both = ([one for key, one in side.items() if key[0] == project_id] for side in sides[:3])
    return any(
        len(side) != len(base) or any(one != old and one in base for one, old in zip(side, base, strict=True))
        for side in both
    )


def _was_left_alone(key: ProjectKey, sides: _Sides, record: Record) -> bool:
    """Whether the side that still has the project neither changed nor moved it, and types nothing in it."""
    side = sides.mine if key in sides.mine else sides.theirs
    is_typing = record.i_am_typing if key in sides.mine else record.they_are_typing
    if side[key] != sides.base[key] or is_typing(PendingPath(project=key)):
        return False
    return same_order(side.keys(), sides.base.keys()) or key not in possibly_moved(sides.base.keys(), side.keys())


def _by_order(sides: _Sides, record: Record) -> tuple[Projects, Projects]:
    """Returns the side whose order of the projects holds, then the other.

    That is the one that alone changed the order. When both did, in different ways, the user is asked.
    """
    mine, theirs, base = sides.mine, sides.theirs, sides.base
    if same_order(mine.keys(), theirs.keys()):
        return mine, theirs
    place = PendingPath(PROJECTS)
    shared = mine.keys() & theirs.keys()
    if sides.has_base and shared <= base.keys():
        order, my_order, their_order = ([key for key in side if key in shared] for side in (base, mine, theirs))
        if their_order == order:
            record.keep(place, None)
            return mine, theirs
        if my_order == order:
            record.take(place, None)
            return theirs, mine
    names = (_names(base) if sides.has_base else None, _names(mine), _names(theirs))
    choice = record.decide(UnlocatedConflict(ConflictKind.ORDER, place, *names))
    return (theirs, mine) if choice is Choice.THEIRS else (mine, theirs)


def _names(projects: Projects) -> tuple[str, ...]:
    return tuple(project.name.strip() or NOT_STATED for project in projects.values())
