"""Numbers and dates that one side emptied. The merge takes that like any change, and tells it.

What is half-typed, such as `12x` in a field of a number, is not in the file: the field is empty there. So an empty
field of another computer is a deletion, or somebody has not finished typing, and the file cannot tell the two apart.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.merging.rows import changed_rows
from botilbud_desktop.domain.model import Model, field_names, value_of

type _Numbers = tuple[int, ...]
type _Rest = tuple[Any, ...]

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


def _has_emptied_row(base: tuple[Any, ...], side: tuple[Any, ...]) -> bool:
    """Whether a row of the base is in `side` with a number emptied. In a row, that is 0."""
    before, after = Counter(base), Counter(side)
    new = [row for row in after - before if isinstance(row, Model) and 0 in _numbers(row)]
    if not new:
        return False
    if any(_loses_number(old, row) for old, row in changed_rows(base, side)):
        return True
    emptied = {variant for row in before - after for variant in _emptied(row)}
    return any((_rest(row), _numbers(row)) in emptied for row in new)


def _loses_number(before: Any, after: Any) -> bool:
    """Whether a row became one of which a number is 0, whatever else was changed in it."""
    return any(old != new == 0 for old, new in zip(_numbers(before), _numbers(after), strict=False))


def _emptied(row: Model) -> Iterator[tuple[_Rest, _Numbers]]:
    """Yields the row with each choice of its two or three numbers emptied."""
    rest = _rest(row)
    return ((rest, numbers) for numbers in product(*((number, 0) for number in _numbers(row))))


def _numbers(row: Model) -> _Numbers:
    return tuple(value for name in field_names(row) if type(value := value_of(row, name)) is int)


def _rest(row: Model) -> _Rest:
    """Returns what is no number in a row."""
    return tuple(value for name in field_names(row) if type(value := value_of(row, name)) is not int)
