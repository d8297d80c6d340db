"""Two copies of a draft put together, field by field, on what both grew out of.

What one side changed is taken. What both changed alike is no question. What both changed differently is a conflict:
the merged application holds mine until it is decided.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.editing.project_keys import ProjectKey, by_key
from botilbud_desktop.domain.field_path import FieldPath, project_path
from botilbud_desktop.domain.merging.doubts import Doubts
from botilbud_desktop.domain.merging.parts import ABSENT, Choice, Conflict, ConflictKind, Place, Record
from botilbud_desktop.domain.merging.projects import merged_projects
from botilbud_desktop.domain.merging.values import merged_approvals, merged_value
from botilbud_desktop.domain.model import field_names, replace

__all__ = ["Choice", "Conflict", "ConflictKind", "Merge", "merge", "resolved"]

_NEVER_MERGED = ("format", "format_version", "id", "round")


class Merge(NamedTuple):
    """Two copies put together, and what is left to decide."""

    base: Application | None
    mine: Application
    theirs: Application
    merged: Application
    """A whole application; where there is a conflict it holds mine."""
    conflicts: tuple[Conflict, ...]
    taken: tuple[FieldPath, ...]
    """What was taken from theirs without a question, by its path in `merged`; for a project that they removed, its
    path in mine. `differences(mine, merged, …)` says the same in words."""
    doubtful: frozenset[Place] = frozenset()
    """Where something of theirs would have been taken if `base` were sure; what is asked about there is a conflict."""


def merge(
    base: Application | None, mine: Application, theirs: Application, earlier: Sequence[Application] = ()
) -> Merge:
    """Put two copies of a draft together.

    Projects are matched by their id. A project or a cost plan that one side removed and the other changed is one
    conflict. In lists (places, daily rates, e-mail addresses, costs) different rows can come from both sides; when
    both changed the same place, the whole list is one conflict. Approvals of both are kept.

    A base that is only guessed (see `common_ancestor`) can be younger than the true one: then my changes between the
    two look like none, and theirs would be taken over them. With `earlier`, something of theirs is therefore taken
    without a question only where every earlier version says what mine says (of rows that both changed: where merging
    on any of them gives the same). Everywhere else it is a conflict: asked once too often rather than once too seldom.

    Args:
        base: what both grew out of; None when that is not known, and then every difference is a conflict.
        mine: the copy that holds in doubt.
        theirs: the other copy.
        earlier: all that my file said from its beginning on, when `base` was guessed among it; nothing when `base` is
            sure.

    Raises:
        ValueError: they are not the same draft (`id`) to the same round.
    """
    for other in (theirs,) if base is None else (theirs, base):
        if other.id != mine.id or other.round != mine.round:
            raise ValueError("only copies of the same draft to the same round can be merged")
    doubts = Doubts(earlier)
    record = Record(lambda _number: Choice.MINE, doubts.arise)
    merged, order = _merged(base, mine, theirs, record)
    absolute = _path_finder(order, tuple(by_key(mine.projects)), tuple(by_key(theirs.projects)))
    conflicts = (
        Conflict(clash.kind, absolute(clash.place), clash.base, clash.mine, clash.theirs) for clash in record.clashes
    )
    taken = tuple(absolute(place) for place in record.taken)
    return Merge(base, mine, theirs, merged, tuple(conflicts), taken, doubts.found)


def resolved(merge: Merge, choices: Mapping[int, Choice]) -> Application:
    """The merged application with the conflicts decided.

    Args:
        merge: what `merge` gave.
        choices: how each of `merge.conflicts` is decided, by its index; one that is not there stays mine.

    Raises:
        ValueError: there is no such conflict, or `Choice.BOTH` was chosen for something else than a long text.
    """
    if not all(0 <= number < len(merge.conflicts) for number in choices):
        raise ValueError("a choice for a conflict that there is not")
    record = Record(lambda number: choices.get(number, Choice.MINE), lambda place, _is_same: place in merge.doubtful)
    return _merged(merge.base, merge.mine, merge.theirs, record)[0]


def _merged(
    base: Application | None, mine: Application, theirs: Application, record: Record
) -> tuple[Application, tuple[ProjectKey, ...]]:
    """The merged application, and the keys of its projects in their order.

    The conflicts come in the same order whatever is chosen, so their indices mean the same every time.
    """
    values = {}
    order: tuple[ProjectKey, ...] = ()
    for name in field_names(Application):
        if name in _NEVER_MERGED:
            continue
        old = ABSENT if base is None else getattr(base, name)
        my, their = getattr(mine, name), getattr(theirs, name)
        if name == "projects":
            projects = merged_projects(old, my, their, record)
            order, values[name] = tuple(projects), tuple(projects.values())
        elif name == "approvals":
            values[name] = merged_approvals(old, my, their, record)
        else:
            values[name] = merged_value(old, my, their, Place().below(name), record)
    return replace(mine, **values), order


def _path_finder(*orders: tuple[ProjectKey, ...]) -> Callable[[Place], FieldPath]:
    """Makes paths of places: the index of a project is the one in the first order that has it."""
    indices: dict[ProjectKey, int] = {}
    for order in reversed(orders):
        indices.update((key, index) for index, key in enumerate(order))

    def absolute(place: Place) -> FieldPath:
        if place.project is None:
            return place.path
        return FieldPath((*project_path(indices[place.project]), *place.path))

    return absolute
