"""Guesses from which earlier version a mailed copy of a draft was made.

The draft file does not say: it holds an `id`, which all copies share, and no history. The guess is the version that
differs from the copy in the fewest fields. It can be wrong, and the merge depends on it: a value that is the same in
the guessed version and in mine counts as *not changed by me*, and theirs is taken without asking.

Among equally near versions the **oldest** is therefore taken. Suppose I wrote »a« and mailed the draft, then changed it
to »b«, while they changed it to »c«: both my versions differ from theirs in just that field. With »b« as the ancestor,
my change would be overwritten silently; with »a«, both sides changed the field, and the user is asked. Too old a guess
costs one question too many; too young a guess costs a change.

Even so the guess can be wrong: when both sides made one equal change (both corrected the same date) and another,
different one, the version after my two changes is nearer than the true one. The merge therefore gets all candidate
versions, and asks wherever my value was not the same in each of them (`merge(…, earlier)`). What is taken from theirs
is always shown as well, and can be undone.

The candidates are versions of my own file only (its lineage): another copy on this computer, above all the one that is
merged, is no ancestor of mine.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.editing.project_keys import by_key, same_order
from botilbud_desktop.domain.model import Model, field_names


def common_ancestor(versions: Iterable[Application], theirs: Application) -> Application | None:
    """Returns the version that `theirs` was most likely made from, or None when none has the same id and round.

    Args:
        versions: the earlier versions of the draft, the oldest first. They are read one by one, up to the first that
            is equal to `theirs`.
        theirs: the copy.
    """
    nearest: Application | None = None
    least = -1
    for version in versions:
        if version.id != theirs.id or version.round != theirs.round:
            continue
        distance = differing_fields(version, theirs)
        if nearest is None or distance < least:
            nearest, least = version, distance
        if not least:
            break
    return nearest


def differing_fields(some: Application, other: Application) -> int:
    """Counts the fields that differ. A list of rows is one field; a project that one lacks counts all its content."""
    fields = (name for name in field_names(Application) if name != "projects")
    count = sum(_differing(getattr(some, name), getattr(other, name)) for name in fields)
    if some.projects is other.projects or some.projects == other.projects:
        return count
    return count + _differing_in_projects(some.projects, other.projects)


def _differing_in_projects(some: tuple[Project, ...], other: tuple[Project, ...]) -> int:
    mine, theirs = by_key(some), by_key(other)
    count = 0 if same_order(mine.keys(), theirs.keys()) else 1
    for key in mine.keys() | theirs.keys():
        if key in mine and key in theirs:
            count += _differing(mine[key], theirs[key])
        else:
            count += 1 + _differing(mine.get(key) or theirs[key], Project(id=key[0]))
    return count


def _differing(some: Any, other: Any) -> int:
    if some is other or some == other:
        return 0
    if isinstance(some, Model) and isinstance(other, Model):
        names = field_names(some)
        return sum(_differing(getattr(some, name), getattr(other, name)) for name in names)
    if isinstance(some, Mapping) and isinstance(other, Mapping):
        return sum(some.get(key) != other.get(key) for key in some.keys() | other.keys())
    return 1
