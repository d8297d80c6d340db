"""Converts plain values to a model, strictly; a value that does not fit is refused in Danish with its exact path."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import ValidationError

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.model import Model, from_json_values
from botilbud_desktop.storage.errors import MalformedFileError
from botilbud_desktop.storage.files.printable import printable

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

type Location = tuple[int | str, ...]

_KEY = "[key]"
"""What pydantic appends to the location of an entry whose key is invalid."""


class Misfit(NamedTuple):
    """One value that does not fit a model."""

    place: str
    reason: str
    """A Danish clause without a full stop."""


def convert[Read: Model](values: Any, kind: type[Read], file: str) -> Read:
    """Returns `values` as a model of the type `kind`.

    Raises:
        RefusedFileError: a value has the wrong type or range, a required key is missing or a key is unknown.
    """
    try:
        return from_json_values(kind, values)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
    order = _order(values)
    misfit = _misfit(min(details, key=lambda detail: _number(detail, order)), kind, values, order)
    raise MalformedFileError(file, misfit.place, misfit.reason)


def misfits(values: Any, kind: type[Model]) -> list[Misfit]:
    """Returns all that keeps `values` from being a model of the type `kind`, in the order of the file."""
    try:
        from_json_values(kind, values)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
    else:
        return []
    order = _order(values)
    found = sorted(details, key=lambda detail: _number(detail, order))
    return [_misfit(detail, kind, values, order) for detail in found if not _is_only_of_items(detail, found, values)]


def _is_only_of_items(detail: "ErrorDetails", found: "list[ErrorDetails]", values: Any) -> bool:
    """Whether a list is said to be too short though it is not: only items that fit were counted."""
    if detail["type"] != "too_short":
        return False
    location = detail["loc"]
    is_of_items = any(len(other["loc"]) > len(location) == _common(other["loc"], location) for other in found)
    return is_of_items and len(_value_at(values, location)) >= detail["ctx"]["min_length"]


def _common(location: Location, other: Location) -> int:
    """Returns how many parts two locations have in common at their beginning."""
    return next((at for at, (one, two) in enumerate(zip(location, other, strict=False)) if one != two), len(other))


def _order(values: Any) -> dict[Location, int]:
    return {location: number for number, location in enumerate(_locations(values))}


def _number(detail: "ErrorDetails", order: dict[Location, int]) -> int:
    return order.get(detail["loc"], order.get(detail["loc"][:-1], 0))


def _misfit(detail: "ErrorDetails", kind: type[Model], values: Any, order: dict[Location, int]) -> Misfit:
    from botilbud_desktop.storage.json.expectations import sentence_of  # only for files that do not fit

    location = detail["loc"]
    is_key = location not in order and location[-1:] == (_KEY,)
    location = location[:-1] if is_key else location
    value = location[-1] if is_key else _value_at(values, location)
    return Misfit(_printable_path(location), sentence_of(detail, kind, location, value, is_key=is_key))


def _locations(value: Any, location: Location = ()) -> Iterator[Location]:
    """Yields the locations of all values in the order of the file; a list or object comes after its content."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from _locations(item, (*location, key))
    yield location


def _value_at(values: Any, location: Location) -> Any:
    """Returns the value at that location; None where one is missing."""
    for part in location:
        values = values.get(part) if isinstance(values, dict) else values[part]
    return values


def _printable_path(location: Location) -> str:
    return str(FieldPath(part if isinstance(part, int) else printable(part, 40) for part in location))
