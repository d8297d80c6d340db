"""The report of `merge` for people: what was taken from which copy, and the conflicts."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.editing.project_keys import by_key
from botilbud_desktop.domain.field_labels import full_label, joined_label
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.merging.difference import ADDED, REMOVED
from botilbud_desktop.domain.merging.merge import Conflict, ConflictKind, Merge
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.value_formatter import ValueFormatter

_LONGEST_NAME = 60
_MOST_LINES = 12
_LONGEST_LINE = 200
_NOT_THERE = "Findes ikke her"
_REST_OF_TEXT = "resten af teksten"
_EMPTIED = "(er tømt, eller der står noget, som ikke er skrevet færdigt)"


class Names(NamedTuple):
    """The files as the user named them."""

    mine: str
    theirs: str
    base: str | None


def report(merge: Merge, round_: Round, names: Names) -> Iterator[str]:
    """Yields the lines of the report."""
    if names.base is None and not merge.conflicts:
        yield "Uden en fælles udgave (--base). Der er ingen konflikter."
    elif names.base is None:
        yield "Uden en fælles udgave (--base) er hver forskel en konflikt."
    else:
        yield f"Fælles udgave: {names.base}"
    for name, lines in ((names.mine, _from_mine(merge, round_)), (names.theirs, _from_theirs(merge, round_))):
        yield from _listed(f"Taget fra {name}", lines)
    if merge.conflicts:
        yield from ("", "Konflikter")
    for conflict in merge.conflicts:
        yield f"  {_label_of_conflict(conflict, merge, round_)}"
        sides = [(names.mine, conflict.mine), (names.theirs, conflict.theirs)]
        if names.base is not None:
            sides.insert(0, (names.base, conflict.base))
        for name, value in sides:
            yield f"    {name}:"
            yield from (f"      {line}" for line in _text(value, conflict, round_))


def _listed(heading: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield from ("", heading, *(f"  {line}" for line in found))


def _from_mine(merge: Merge, round_: Round) -> Iterator[str]:
    yield from _projects(merge, merge.mine, merge.theirs, round_)
    yield from _fields(merge, merge.kept, round_)


def _from_theirs(merge: Merge, round_: Round) -> Iterator[str]:
    yield from _projects(merge, merge.theirs, merge.mine, round_)
    yield from _fields(merge, merge.taken, round_)


def _fields(merge: Merge, paths: Iterable[FieldPath], round_: Round) -> Iterator[str]:
    """Yields the fields in which something is taken from one side. Of a text with a conflict that is only the rest."""
    asked = {text.path for text in merge.texts if text.conflicts}
    for path in paths:
        if not _is_project(path):
            label = _label(path, merge.merged, round_)
            label = joined_label(label, _REST_OF_TEXT) if path in asked else label
            yield f"{label} {_EMPTIED}" if path in merge.emptied else label


def _projects(merge: Merge, side: Application, other: Application, round_: Round) -> Iterator[str]:
    """Yields the whole projects that one side added or removed."""
    if merge.base is None:
        return
    base, merged = by_key(merge.base.projects), by_key(merge.merged.projects)
    own, others = by_key(side.projects), by_key(other.projects)
    asked = [conflict.mine or conflict.theirs for conflict in merge.conflicts if conflict.kind is ConflictKind.PROJECT]
    for key, project in merged.items():
        if key in own and key not in base and key not in others:
            yield joined_label(_titled(project, round_), ADDED)
    for key, project in base.items():
        if key in others and key not in own and others[key] not in asked:
            yield joined_label(_titled(project, round_), REMOVED)


def _label_of_conflict(conflict: Conflict, merge: Merge, round_: Round) -> str:
    if conflict.kind is ConflictKind.PROJECT:
        return _titled(conflict.mine or conflict.theirs, round_)
    return _label(conflict.path, merge.merged, round_)


def _label(path: FieldPath, application: Application, round_: Round) -> str:
    """Returns the label of a field, with the name of its project instead of the number."""
    if path.project is None:
        return full_label(path, round_)
    numbered = full_label(FieldPath(path[:2]), round_)
    rest = full_label(path, round_).removeprefix(numbered)
    return f"{_titled(application.projects[path.project], round_)}{rest}"


def _titled(project: Project, round_: Round) -> str:
    name = " ".join(project.name.split()) or NOT_STATED
    return f"{round_.row_wording} »{_bounded(name, _LONGEST_NAME)}«"


def _is_project(path: FieldPath) -> bool:
    return path.project is not None and len(path) == 2


def _text(value: object, conflict: Conflict, round_: Round) -> list[str]:
    """Returns a value as lines of text, limited in number and length."""
    if conflict.kind is ConflictKind.ORDER:
        names = value if isinstance(value, tuple) else ()
        return [f"{number}. {_bounded(name, _LONGEST_NAME)}" for number, name in enumerate(names, start=1)]
    if value is None and conflict.kind in (ConflictKind.PROJECT, ConflictKind.COST_PLAN):
        return [_NOT_THERE]
    lines = ValueFormatter(round_).text(value, conflict.path).splitlines() or [NOT_STATED]
    shown = [_bounded(line, _LONGEST_LINE) for line in lines[:_MOST_LINES]]
    return shown if len(lines) <= _MOST_LINES else [*shown, "…"]


def _bounded(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
