"""Reads values of a file that may be anything."""

import math

from botilbud_desktop.documents.foreign.engine import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NumberObject,
)
from botilbud_desktop.documents.foreign.errors import TOO_COMPLICATED, ForeignPdfError

_MOST_STEPS = 20


def resolved(value: object) -> object:
    """Returns the value that a reference leads to, or the value itself.

    Raises:
        ForeignPdfError: references lead to references, without end.
    """
    for _ in range(_MOST_STEPS):
        if not isinstance(value, IndirectObject):
            return value
        value = value.pdf.get_object(value)
    raise ForeignPdfError(TOO_COMPLICATED)


def dictionary(value: object) -> DictionaryObject:
    """Returns the dictionary that a value is or refers to; an empty one for anything else."""
    found = resolved(value)
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def array(value: object) -> ArrayObject:
    """Returns the array that a value is or refers to; an empty one for anything else."""
    found = resolved(value)
    return found if isinstance(found, ArrayObject) else ArrayObject()


def number(value: object) -> float | None:
    """Returns the number that a value is or refers to; None for anything else."""
    found = resolved(value)
    if isinstance(found, NumberObject | FloatObject) and math.isfinite(found):
        return found
    return None


def numbers(value: object, count: int) -> tuple[float, ...] | None:
    """Returns so many numbers of an array; None if it is anything else."""
    found = [number(each) for each in array(value)[:count]]
    return None if None in found or len(found) < count else tuple(each for each in found if each is not None)


def flag(value: object, bit: int) -> bool:
    """Whether a bit of a number is set; bits are counted from 1, as in the standard."""
    return bool(int(number(value) or 0) >> (bit - 1) & 1)
