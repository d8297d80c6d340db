"""The application as plain JSON values, in the key order of the file format."""

from typing import Any

import msgspec

from botilbud_desktop.domain.application import Application


def as_json_values(application: Application) -> dict[str, Any]:
    """The application as dicts, lists, strings, whole numbers and None, keys in the order of the format."""
    values: dict[str, Any] = msgspec.to_builtins(application)
    return values
