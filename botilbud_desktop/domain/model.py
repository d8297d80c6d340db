"""The base of everything that is read from outside: a pydantic model, strict and frozen.

A model judges what it is made of, and refuses keys that it does not know. Its checks are built when they are first
needed, since building them costs a millisecond or more for each model. What is not read from outside is a plain record
(`NamedTuple` or `dataclass`).
"""

import json
from typing import Any

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A frozen model. Its errors never tell the value that was refused, which may be personal."""

    model_config = ConfigDict(
        strict=True, frozen=True, extra="forbid", defer_build=True, hide_input_in_errors=True, protected_namespaces=()
    )


def replace[Changed: Model](model: Changed, **changes: Any) -> Changed:
    """A copy of a model in which some fields have other values. The values are not checked.

    What the model keeps of its own calculations (`cached_property`) does not come along.

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
    """The model that plain values say: dicts, lists, texts, numbers, booleans and None, as JSON and TOML have them.

    Raises:
        ValidationError: they do not fit.
    """
    return kind.model_validate_json(json.dumps(values))


def json_values(model: Model) -> dict[str, Any]:
    """The model as such plain values, keys in the order of its fields. Values that do not fit it are kept as well."""
    return model.model_dump(mode="json", warnings=False)


def field_names(model: type[Model] | Model) -> tuple[str, ...]:
    """The names of the model's fields, in their order."""
    kind = model if isinstance(model, type) else type(model)
    return tuple(kind.model_fields)
