"""Numbers and dates that one side emptied. The merge takes that like any change, and tells it.

What is half-typed, such as `12x` in a field of a number, is not in the file: the field is empty there. So an empty
field of another computer is a deletion, or somebody has not finished typing, and the file cannot tell the two apart.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.model import Model, field_names, value_of

_COST_PLAN = "cost_plan"
"""Below it an empty number is 0, as in rows."""
_NUMBERS_AS_TEXT = ("share_for_others",)


def is_emptied(base: Any, changed: Any, path: FieldPath) -> bool:
    """Whether `changed` lacks a number or a date of the base; of lists, whether a row lacks a number of it."""
    if isinstance(base, tuple) and isinstance(changed, tuple):
        return _has_emptied_row(base, changed)
    is_typed = type(base) is int or isinstance(base, date) or path[-1:] == _NUMBERS_AS_TEXT
    empty = 0 if _COST_PLAN in path else None
    return is_typed and base != empty and changed == empty


def _has_emptied_row(base: tuple[Any, ...], changed: tuple[Any, ...]) -> bool:
    """Whether a row of the base has a number emptied. In a row, that is 0."""
    new = [row for row in Counter(changed) - Counter(base) if isinstance(row, Model) and 0 in _numbers(row)]
    gone = Counter(base) - Counter(changed)
    return any(_is_emptied_row(old, row) for row in new for old in gone if type(old) is type(row))


def _is_emptied_row(old: Model, new: Model) -> bool:
    changed = [
        (value_of(old, name), value_of(new, name))
        for name in field_names(new)
        if value_of(old, name) != value_of(new, name)
    ]
    return bool(changed) and all(type(after) is int and after == 0 for _before, after in changed)


def _numbers(row: Model) -> Iterator[int]:
    return (value for name in field_names(row) if type(value := value_of(row, name)) is int)
