"""All texts of a round or a project sheet with their places."""

from collections.abc import Iterator
from typing import Any

from botilbud_desktop.domain.model import Model, json_values


def texts_of(form: Model) -> Iterator[tuple[str, str]]:
    """Yields each text with its place in the form file, such as `criteria[3].text`."""
    yield from _texts(json_values(form), "")


def _texts(value: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, f"{place}.{key}" if place else key)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, f"{place}[{index}]")
