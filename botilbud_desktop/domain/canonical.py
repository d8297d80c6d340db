"""The application as plain JSON values, in the key order of the file format."""

from typing import Any

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import json_values


def as_json_values(application: Application) -> dict[str, Any]:
    """Returns the application as dicts, lists, strings, whole numbers and None, keys in the order of the format."""
    return json_values(application)
