"""The application as plain JSON values, in the key order of the file format."""

from typing import Any

import msgspec

from botilbud_desktop.domain.application import Application


def as_json_values(application: Application) -> dict[str, Any]:
    """The application as dicts, lists, strings, whole numbers and None, keys in the order of the format."""
    values: dict[str, Any] = _with_lists(msgspec.to_builtins(application))
    return values


def _with_lists(value: Any) -> Any:
    """`value` with lists for tuples, as a JSON file gives them."""
    if isinstance(value, dict):
        return {key: _with_lists(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [_with_lists(item) for item in value]
    return value
