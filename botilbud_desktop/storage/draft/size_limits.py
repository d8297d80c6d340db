"""How much a draft may hold: far above any form, and still so little that every page shows it in a moment."""

from typing import Any

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.printable import printable

LONGEST_TEXT = 200_000
"""The most characters of one text. The longest of a form has some 4.000."""

MOST_ITEMS = 1_000
"""The most items of one list. A form has room for five projects."""


def check_sizes(values: Any, file: str) -> None:
    """Refuse a text of more than `LONGEST_TEXT` characters, and a list of more than `MOST_ITEMS` items.

    Raises:
        RefusedFileError: with the path of the first such value.
    """
    waiting: list[tuple[Any, FieldPath]] = [(values, FieldPath())]
    while waiting:
        value, path = waiting.pop()
        if isinstance(value, str) and len(value) > LONGEST_TEXT:
            raise RefusedFileError(file, _place(path), "teksten er på mere end 200.000 tegn")
        if isinstance(value, list):
            if len(value) > MOST_ITEMS:
                raise RefusedFileError(file, _place(path), "listen har mere end 1.000 rækker")
            waiting.extend((value[index], path / index) for index in range(len(value) - 1, -1, -1))
        elif isinstance(value, dict):
            waiting.extend((value[key], path / key) for key in reversed(value))


def _place(path: FieldPath) -> str:
    return str(FieldPath(part if isinstance(part, int) else printable(part, 40) for part in path))
