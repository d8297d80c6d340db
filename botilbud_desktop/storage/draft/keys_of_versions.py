"""Which keys a version of the draft file knows: in a file of version 1, what version 2 added is an unknown key."""

from typing import Any

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.notes.added_keys import ADDED_IN_VERSION_2
from botilbud_desktop.storage.errors import MalformedFileError


def refuse_later_keys(values: dict[str, Any], version: int, file: str) -> None:
    """Refuse a key that a later version than that of the file added.

    Raises:
        RefusedFileError: with the path of the first such key.
    """
    if version > 1:
        return
    pending: list[tuple[Any, FieldPath]] = [(values, FieldPath())]
    while pending:
        value, path = pending.pop()
        if path and path.form_path in ADDED_IN_VERSION_2:
            raise MalformedFileError(file, str(path), f"feltet kendes ikke i version {version} af filens format")
        if isinstance(value, dict):
            pending.extend((value[key], path / key) for key in reversed(value))
        elif isinstance(value, list):
            pending.extend((value[index], path / index) for index in range(len(value) - 1, -1, -1))
