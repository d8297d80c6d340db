"""Size limits of a draft: far above any form, but low enough that every page shows it without delay."""

from typing import Any

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.printable import printable

LONGEST_TEXT = 200_000
"""Maximum characters of one text. The longest of a form has about 4.000."""

MOST_ITEMS = 1_000
"""Maximum items of one list. A form has room for five projects."""


def check_sizes(values: Any, file: str) -> None:
    """Refuse a text of more than `LONGEST_TEXT` characters, and a list of more than `MOST_ITEMS` items.

    Raises:
        RefusedFileError: with the path of the first such value.
    """
    pending: list[tuple[Any, FieldPath]] = [(values, FieldPath())]
    while pending:
        value, path = pending.pop()
        if isinstance(value, str) and len(value) > LONGEST_TEXT:
            raise RefusedFileError(file, _printable_path(path), "teksten er på mere end 200.000 tegn")
        if isinstance(value, list):
            if len(value) > MOST_ITEMS:
                raise RefusedFileError(file, _printable_path(path), "listen har mere end 1.000 rækker")
            pending.extend((value[index], path / index) for index in range(len(value) - 1, -1, -1))
        elif isinstance(value, dict):
            pending.extend((value[key], path / key) for key in reversed(value))


def _printable_path(path: FieldPath) -> str:
    return str(FieldPath(part if isinstance(part, int) else printable(part, 40) for part in path))
