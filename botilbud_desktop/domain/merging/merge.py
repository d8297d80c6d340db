"""Three-way merge: combines two copies of a draft, field by field, on their common ancestor.

A change by one side, or the same change by both, is taken. Different changes by both are a conflict: the merged
application holds mine until it is decided.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.editing.project_keys import ProjectKey, by_key
from botilbud_desktop.domain.field_path import FieldPath, field_path, project_path
from botilbud_desktop.domain.merging.approvals import merged_approvals
from botilbud_desktop.domain.merging.comments import merged_comments
from botilbud_desktop.domain.merging.parts import (
    ABSENT,
    Choice,
    Conflict,
    ConflictKind,
    HalfTyped,
    LongText,
    PendingPath,
    Record,
    TypedTexts,
)
from botilbud_desktop.domain.merging.projects import merged_projects
from botilbud_desktop.domain.merging.values import merged_value
from botilbud_desktop.domain.model import field_names, replace, value_of
from botilbud_desktop.domain.notes.comment_list import with_own_ids
from botilbud_desktop.domain.notes.row_comments import at_rows_of

__all__ = ["Choice", "Conflict", "ConflictKind", "Merge", "merge", "resolved"]

_NEVER_MERGED = ("format", "format_version", "id", "round")


class Merge(NamedTuple):
    """The result of merging two copies, with the conflicts to decide."""

    base: Application | None
    mine: Application
    theirs: Application
    merged: Application
    """A complete application; where there is a conflict it holds mine."""
    conflicts: tuple[Conflict, ...]
    taken: tuple[FieldPath, ...]
    """What was taken from theirs without asking, by its path in `merged`; for a project that they removed, its path
    in mine. `differences(mine, merged, …)` gives the same as text."""
    kept: tuple[FieldPath, ...] = ()
    """What I alone changed, in the same notation; for a project that I removed, its path in theirs. Rows and approvals
    of both sides are in `taken` too."""
    texts: tuple[LongText, ...] = ()
    """The long texts that both changed, or that differ without a known base; `text_merge` says what they become."""
    half_typed: HalfTyped = HalfTyped()
    emptied: frozenset[FieldPath] = frozenset()
    """What of `taken` and `kept` is a number or a date that was emptied, or a list with such a row."""


def merge(
    base: Application | None,
    mine: Application,
    theirs: Application,
    *,
    half_typed: Mapping[str, str] | None = None,
    their_half_typed: Mapping[str, str] | None = None,
) -> Merge:
    """Merges two copies of a draft. Who is mine and who theirs makes no difference to the result and the questions.

    Projects are matched by their id. A project that one side removed and the other changed or moved is one conflict,
    and so is a cost plan that one removed and the other changed. In lists (places, daily rates, e-mail addresses,
    costs) different rows can come from both sides; when both changed the same rows, the whole list is one conflict.
    Approvals and comments of both are kept. Long texts are merged by paragraph and sentence: each piece that both
    changed is a conflict of its own.

    The base is never guessed. A younger one than the true one would let theirs overwrite my changes between the two; an
    older one would bring back what a side has undone since.

    Args:
        base: the common ancestor; None when it is not proven, and then every difference is a conflict.
        mine: the copy whose values are kept until conflicts are decided.
        theirs: the other copy.
        half_typed: what I have typed that is no value yet, by its path in mine. It counts as a change of mine.
        their_half_typed: the same in theirs.

    Raises:
        ValueError: they are not copies of the same draft (`id`) to the same round.
    """
    for other in (theirs,) if base is None else (theirs, base):
        if other.id != mine.id or other.round != mine.round:
            raise ValueError("only copies of the same draft to the same round can be merged")
    typed = HalfTyped(_placed(half_typed or {}, mine), _placed(their_half_typed or {}, theirs))
    record = Record(lambda _number: Choice.MINE, typed)
    merged, order = _merged(base, mine, theirs, record)
    absolute = _path_finder(order, tuple(by_key(mine.projects)), tuple(by_key(theirs.projects)))

    def below(place: PendingPath) -> TypedTexts:
        texts = ({at: text for at, text in side.items() if at.is_below(place)} for side in typed)
        return TypedTexts(*({str(absolute(at)): text for at, text in side.items()} for side in texts))

    conflicts = (
        Conflict(clash.kind, absolute(clash.place), clash.base, clash.mine, clash.theirs, below(clash.place))
        for clash in record.clashes
    )
    taken, kept = (tuple(map(absolute, places)) for places in (record.taken, record.kept))
    texts = tuple(text._replace(path=absolute(place)) for place, text in record.texts)
    emptied = frozenset(map(absolute, record.emptied))
    return Merge(base, mine, theirs, merged, tuple(conflicts), taken, kept, texts, typed, emptied)


def resolved(merge: Merge, choices: Mapping[int, Choice]) -> Application:
    """Returns the merged application with the conflicts decided.

    Args:
        merge: the result of `merge`.
        choices: the decision on each of `merge.conflicts`, by its index; a conflict without one stays mine.

    Raises:
        ValueError: there is no such conflict, or `Choice.BOTH` was chosen for something other than a long text or rows.
    """
    if not all(0 <= number < len(merge.conflicts) for number in choices):
        raise ValueError("a choice for a conflict that there is not")
    record = Record(lambda number: choices.get(number, Choice.MINE), merge.half_typed)
    return _merged(merge.base, merge.mine, merge.theirs, record)[0]


def _merged(
    base: Application | None, mine: Application, theirs: Application, record: Record
) -> tuple[Application, tuple[ProjectKey, ...]]:
    """Returns the merged application, and the keys of its projects in their order.

    The conflicts have the same order whatever is chosen, so their indices are stable.
    """
    values = {}
    order: tuple[ProjectKey, ...] = ()
    for name in field_names(Application):
        if name in _NEVER_MERGED:
            continue
        old = ABSENT if base is None else value_of(base, name)
        my, their = value_of(mine, name), value_of(theirs, name)
        if name == "projects":
            projects = merged_projects(old, my, their, record)
            order, values[name] = tuple(projects), tuple(projects.values())
        elif name == "approvals":
            values[name] = merged_approvals(old, my, their, record)
        elif name == "comments":
            values[name] = merged_comments(old, my, their, record)
        else:
            values[name] = merged_value(old, my, their, PendingPath().below(name), record)
    merged = replace(mine, **values)
    comments = with_own_ids(at_rows_of(merged, merged.comments, (mine, theirs)))
    return (merged if comments == merged.comments else replace(merged, comments=comments)), order


def _path_finder(*orders: tuple[ProjectKey, ...]) -> Callable[[PendingPath], FieldPath]:
    """Returns a function from `PendingPath` to path; a project's index is the one in the first order that has it."""
    indices: dict[ProjectKey, int] = {}
    for order in reversed(orders):
        indices.update((key, index) for index, key in enumerate(order))

    def absolute(place: PendingPath) -> FieldPath:
        if place.project is None:
            return place.path
        return FieldPath((*project_path(indices[place.project]), *place.path))

    return absolute


def _placed(half_typed: Mapping[str, str], application: Application) -> dict[PendingPath, str]:
    keys = tuple(by_key(application.projects))
    placed: dict[PendingPath, str] = {}
    for key, text in half_typed.items():
        path = field_path(key)
        if path.project is None:
            placed[PendingPath(path)] = text
        elif path.project < len(keys):
            placed[PendingPath(FieldPath(path[2:]), keys[path.project])] = text
    return placed
