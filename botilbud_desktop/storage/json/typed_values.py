"""From plain values to a model, strictly; what does not fit is refused in Danish with its exact path.

`msgspec` judges, but its messages are English and write `[...]` for the keys of a mapping. So when it says no, the
values are gone through one by one, with `msgspec` as the judge of each, until the one that does not fit is found.
"""

import types
from collections.abc import Mapping
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.json.expectations import expected, found


class _Misfit(Struct, frozen=True):
    """The place of a value that does not fit, and why, as a Danish clause."""

    place: FieldPath
    reason: str


def convert[Model: msgspec.Struct](values: Any, kind: type[Model], file: str) -> Model:
    """`values` as a model of the type `kind`.

    Raises:
        RefusedFileError: a value has the wrong type or range, a required key is missing or a key is unknown.
    """
    try:
        return msgspec.convert(values, kind)
    except msgspec.ValidationError:
        misfit = _first_misfit(values, kind, FieldPath())
    raise RefusedFileError(file, str(misfit.place), misfit.reason)


def _first_misfit(value: Any, hint: Any, path: FieldPath) -> _Misfit:
    inner = _without_null(hint)
    origin = get_origin(inner)
    if isinstance(inner, type) and issubclass(inner, msgspec.Struct) and isinstance(value, dict):
        return _first_in_object(value, inner, path)
    if isinstance(value, list) and origin is tuple:
        item_hint = get_args(inner)[0]
        for index, item in enumerate(value):
            if not _fits(item, item_hint):
                return _first_misfit(item, item_hint, path / index)
    if isinstance(value, dict) and isinstance(origin, type) and issubclass(origin, Mapping):
        return _first_in_mapping(value, inner, path)
    reason = f"der skal stå {expected(hint)}, men der står {found(value)}"
    return _Misfit(path, reason)


def _first_in_object(value: dict[str, Any], kind: type[msgspec.Struct], path: FieldPath) -> _Misfit:
    hints = get_type_hints(kind, include_extras=True)
    fields = {field.name: field for field in msgspec.structs.fields(kind)}
    for key, item in value.items():
        if key not in fields:
            return _Misfit(path / printable(key, 40), "feltet kendes ikke")
        if not _fits(item, hints[key]):
            return _first_misfit(item, hints[key], path / key)
    missing = next((name for name, field in fields.items() if field.required and name not in value), "")
    return _Misfit(path / missing, "feltet mangler")


def _first_in_mapping(value: dict[str, Any], hint: Any, path: FieldPath) -> _Misfit:
    key_hint, item_hint = get_args(hint)
    for key, item in value.items():
        if not _fits(key, key_hint):
            reason = f"feltets navn skal være {expected(key_hint)}, men der står {found(key)}"
            return _Misfit(path / printable(key, 40), reason)
        if not _fits(item, item_hint):
            return _first_misfit(item, item_hint, path / key)
    return _Misfit(path, f"der skal stå {expected(hint)}, men der står {found(value)}")


def _without_null(hint: Any) -> Any:
    """The one type of `X | None`, and the type below an annotation that only limits a list."""
    if get_origin(hint) in (Union, types.UnionType):
        kinds = [kind for kind in get_args(hint) if kind is not type(None)]
        return _without_null(kinds[0]) if len(kinds) == 1 else hint
    if get_origin(hint) is Annotated and get_origin(get_args(hint)[0]) is tuple:
        return get_args(hint)[0]
    return hint


def _fits(value: Any, hint: Any) -> bool:
    try:
        msgspec.convert(value, hint)
    except msgspec.ValidationError:
        return False
    return True
