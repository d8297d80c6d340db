"""Converts plain values to a model, strictly; a value that does not fit is refused in Danish with its exact path."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.model import Model, from_json_values
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.json.expectations import sentence_of

type Location = tuple[int | str, ...]

_KEY = "[key]"
"""What pydantic appends to the location of an entry whose key is invalid."""


def convert[Read: Model](values: Any, kind: type[Read], file: str) -> Read:
    """Returns `values` as a model of the type `kind`.

    Raises:
        RefusedFileError: a value has the wrong type or range, a required key is missing or a key is unknown.
    """
    try:
        return from_json_values(kind, values)
    except ValidationError as error:
        misfits = error.errors(include_url=False, include_input=False)
    order = {location: number for number, location in enumerate(_locations(values))}
    first = min(misfits, key=lambda misfit: order.get(misfit["loc"], order.get(misfit["loc"][:-1], 0)))
    location = first["loc"]
    is_key = location not in order and location[-1:] == (_KEY,)
    location = location[:-1] if is_key else location
    reason = sentence_of(first, kind, location, location[-1] if is_key else _value_at(values, location), is_key=is_key)
    raise RefusedFileError(file, _printable_path(location), reason)


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
