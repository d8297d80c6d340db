"""From which earlier version a mailed copy of a draft was made.

The file does not tell: it holds an `id`, which all copies share, and no history. So the version is guessed from what
the copy says: the one that differs from it in the fewest fields. A guess can be wrong, and the merge builds on it: what
is the same in the guessed version and in mine counts as *not changed by me*, and theirs is taken without a question.

Among versions that are equally near the **oldest** is therefore taken. Suppose I wrote »a« and mailed the draft,
then changed it to »b«, while they changed it to »c«: both my versions differ from theirs in just that field. From
»b« my change would be overwritten silently; from »a« both sides changed it, and the user is asked. Guessing too old
costs a question too many, guessing too young costs a change.

It is not certain either: when both sides made one change alike (both corrected the same date) and another one
differently, the version after my two changes is nearer than the true one. The merge therefore gets all versions among
which was guessed, and asks wherever my value was not the same in each of them (`merge(…, earlier)`). What is taken from
theirs is always shown besides, and can be undone.

The versions are those of my own file alone (its lineage): what a copy on this computer said, above all the one that is
merged, is no ancestor of mine.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.editing.project_keys import by_key, same_order
from botilbud_desktop.domain.model import Model, field_names


def common_ancestor(versions: Iterable[Application], theirs: Application) -> Application | None:
    """The version that `theirs` most likely grew out of, or None when none has the same id and round.

    Args:
        versions: what the draft was earlier, the oldest first. They are read one by one, and no further than to one
            that is equal to `theirs`.
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
    """How many fields differ. A list of rows is one field, and a project that one lacks counts all that it says."""
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
