"""Merges both sides' values of one field, or of a model with its fields."""

from collections.abc import Mapping
from typing import Any

from botilbud_desktop.domain.cost_plan import CostPlan
from botilbud_desktop.domain.merging.emptied import is_emptied
from botilbud_desktop.domain.merging.parts import ABSENT, Choice, ConflictKind, PendingPath, Record, UnlocatedConflict
from botilbud_desktop.domain.merging.rows import MOST_ROWS, Rows, merged_rows, rows_of_both
from botilbud_desktop.domain.merging.sets import is_set, merged_set
from botilbud_desktop.domain.merging.texts import is_long_text, merged_long_text
from botilbud_desktop.domain.model import Model, attribute_of, field_names, replace, value_of

_WITHOUT_EMPTY = ("judged_contents",)
"""A mapping in which a key that a side lacks has no value; a loan has all years."""


def merged_value(base: Any, mine: Any, theirs: Any, place: PendingPath, record: Record) -> Any:
    """Returns the merged value: a change of one side is taken; where both changed differently, the record decides.

    Models are merged field by field, loans year by year, lists row by row (item by item where their order means
    nothing) and long texts by paragraph and sentence. Without a base, `base` is `ABSENT`. A half-typed text counts as a
    change of its side.
    """
    if mine == theirs:
        return mine
    if isinstance(mine, Model) and isinstance(theirs, Model):
        return merged_fields(base, mine, theirs, place, record)
    if isinstance(mine, Mapping) and isinstance(theirs, Mapping):
        return _merged_mapping(base, mine, theirs, place, record)
    if theirs == base and not record.they_are_typing(place):
        _tell_emptied(base, mine, place, record)
        return record.keep(place, mine)
    if mine == base and not record.i_am_typing(place):
        _tell_emptied(base, theirs, place, record)
        return record.take(place, theirs)
    if isinstance(mine, tuple) and isinstance(theirs, tuple) and isinstance(base, tuple):
        rows = _merged_rows(base, mine, theirs, place, record)
        if rows is not None:
            _tell_emptied(base, mine, place, record)
            _tell_emptied(base, theirs, place, record)
            return rows
    if isinstance(mine, str) and isinstance(theirs, str) and is_long_text(place.path):
        is_known = base not in (mine, theirs)
        return merged_long_text(base if is_known else ABSENT, mine, theirs, place, record)
    kind = _kind(mine, theirs)
    return chosen(UnlocatedConflict(kind, place, None if base is ABSENT else base, mine, theirs), record)


def _tell_emptied(base: Any, changed: Any, place: PendingPath, record: Record) -> None:
    if is_emptied(base, changed, place.path):
        record.emptied.append(place)


def merged_fields[Merged: Model](base: Any, mine: Merged, theirs: Merged, place: PendingPath, record: Record) -> Merged:
    """Returns a model of the same type as mine with each field merged."""
    values = {
        attribute_of(name): merged_value(
            value_of(base, name) if isinstance(base, type(mine)) else ABSENT,
            value_of(mine, name),
            value_of(theirs, name),
            place.below(name),
            record,
        )
        for name in field_names(mine)
    }
    return replace(mine, **values)


def chosen(clash: UnlocatedConflict, record: Record) -> Any:
    """Returns the decided value of a conflict."""
    match record.decide(clash):
        case Choice.MINE:
            return clash.mine
        case Choice.THEIRS:
            return clash.theirs
        case Choice.BOTH:
            if clash.kind is not ConflictKind.ROWS:
                raise ValueError(f"only long texts and rows can be kept both, not {clash.place.path}")
            return rows_of_both(clash.mine, clash.theirs)


def _merged_mapping(base: Any, mine: Any, theirs: Any, place: PendingPath, record: Record) -> dict[str, Any]:
    values = {
        key: merged_value(
            base.get(key) if isinstance(base, Mapping) else ABSENT,
            mine.get(key),
            theirs.get(key),
            place.below(key),
            record,
        )
        for key in (*mine, *(key for key in theirs if key not in mine))
    }
    if place.path[-1:] == _WITHOUT_EMPTY:
        return {key: value for key, value in values.items() if value is not None}
    is_all_theirs = all(theirs.get(key) == value for key, value in values.items())
    return dict(theirs) if mine == base and is_all_theirs else values


def _merged_rows(base: Rows, mine: Rows, theirs: Rows, place: PendingPath, record: Record) -> Rows | None:
    """Returns the rows of both, or None when the user has to decide."""
    if record.i_am_typing(place) or record.they_are_typing(place):
        return None
    rows = merged_set(base, mine, theirs) if is_set(place.path) else merged_rows(base, mine, theirs)
    if rows is None or len(rows) > MOST_ROWS:
        return None
    if rows != theirs:
        record.keep(place, rows)
    return rows if rows == mine else record.take(place, rows)


def _kind(mine: Any, theirs: Any) -> ConflictKind:
    if isinstance(mine, CostPlan) or isinstance(theirs, CostPlan):
        return ConflictKind.COST_PLAN
    return ConflictKind.ROWS if isinstance(mine, tuple) else ConflictKind.VALUE
