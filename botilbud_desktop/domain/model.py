"""The base class of all data that is read from files: a strict, frozen pydantic model.

A model validates its values and refuses unknown keys. Its validator is built at first use, since building one takes a
millisecond or more. Data that is not read from files is a plain record (`NamedTuple` or `dataclass`).
"""

import json
from collections.abc import Collection
from keyword import iskeyword
from typing import Any

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A frozen model. Its errors never contain the refused value, which may be personal data."""

    model_config = ConfigDict(
        strict=True, frozen=True, extra="forbid", defer_build=True, hide_input_in_errors=True, protected_namespaces=()
    )


def replace[Changed: Model](model: Changed, **changes: Any) -> Changed:
    """Returns a copy of a model with other values in some fields. The values are not validated.

    Cached properties (`cached_property`) are not copied.

    Raises:
        TypeError: the model has no such field.
    """
    fields = type(model).model_fields.keys()
    if not changes.keys() <= fields:
        raise TypeError(f"{type(model).__name__} has no field {', '.join(sorted(changes.keys() - fields))}")
    copy = model.model_copy(update=changes)
    for cached in copy.__dict__.keys() - fields:
        del copy.__dict__[cached]
    return copy


def from_json_values[Read: Model](kind: type[Read], values: Any) -> Read:
    """Makes a model from plain values as in JSON and TOML: dicts, lists, texts, numbers, booleans and None.

    Raises:
        ValidationError: the values do not fit the model.
    """
    return kind.model_validate_json(json.dumps(values))


def json_values(model: Model, without: Collection[str] = ()) -> dict[str, Any]:
    """Returns the model as plain values, keys in the order of its fields. Values that do not fit it are kept.

    `without` are the names of its fields that are left out.
    """
    left_out = {attribute_of(name) for name in without}
    return model.model_dump(mode="json", by_alias=True, warnings=False, exclude=left_out)


def field_names(model: type[Model] | Model) -> tuple[str, ...]:
    """Returns the names of the model's fields, in their order: the keys of its file."""
    kind = model if isinstance(model, type) else type(model)
    return tuple(name.removesuffix("_") for name in kind.model_fields)


def attribute_of(name: str) -> str:
    """Returns the attribute that holds the field `name`: `from_` for `from`, which Python keeps for itself."""
    return f"{name}_" if iskeyword(name) else name


def value_of(model: Model, name: str) -> Any:
    """Returns the value of the field `name`."""
    return getattr(model, attribute_of(name))
