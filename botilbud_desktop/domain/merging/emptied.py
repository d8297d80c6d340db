"""Numbers and dates that one side emptied. They are asked about, for the file cannot tell why they are empty.

What is half-typed, such as `12x` in a field of a number, is not in the file: the field is empty there. So an empty
field is a deletion, or a colleague who has not finished typing, and perhaps one from before either side.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.merging.parts import Conflict, TypedTexts
from botilbud_desktop.domain.model import Model, field_names, value_of

_COST_PLAN = "cost_plan"
"""Below it an empty number is 0, as in rows."""
_NUMBERS_AS_TEXT = ("share_for_others",)


def may_be_half_typed(base: Any, mine: Any, theirs: Any, path: FieldPath) -> bool:
    """Whether one side emptied a number or a date of the base, which the other side has not emptied too.

    Of lists, whether there is such a row; of a cost plan and other models, each field is asked about by itself.
    """
    if isinstance(base, tuple) and isinstance(mine, tuple) and isinstance(theirs, tuple):
        return _has_emptied_row(base, mine, theirs) or _has_emptied_row(base, theirs, mine)
    is_typed = type(base) is int or isinstance(base, date) or path[-1:] == _NUMBERS_AS_TEXT
    empty = 0 if _COST_PLAN in path else None
    return is_typed and base != empty and empty in (mine, theirs)


def is_only_emptied(conflict: Conflict) -> bool:
    """Whether one side emptied a number or a date and the other side left it alone."""
    values = (conflict.base, conflict.mine, conflict.theirs)
    is_one_sided = conflict.base in values[1:] and conflict.typed == TypedTexts()
    return is_one_sided and may_be_half_typed(*values, conflict.path)


def _has_emptied_row(base: tuple[Any, ...], side: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
    """Whether a row of the base is in `side` with a number emptied, and not in `other`. In a row, that is 0."""
    new = [row for row in Counter(side) - Counter(base) if isinstance(row, Model) and 0 in _numbers(row)]
    gone = Counter(base) - Counter(side)
    return any(_is_emptied(old, row) for row in new if row not in other for old in gone if type(old) is type(row))


def _is_emptied(old: Model, new: Model) -> bool:
    changed = [
        (value_of(old, name), value_of(new, name))
        for name in field_names(new)
        if value_of(old, name) != value_of(new, name)
    ]
    return bool(changed) and all(type(after) is int and after == 0 for _before, after in changed)


def _numbers(row: Model) -> Iterator[int]:
    return (value for name in field_names(row) if type(value := value_of(row, name)) is int)
