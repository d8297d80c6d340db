"""Normalises all texts of a file to the form that the program works with: NFC, and LF for a line break."""

from typing import Any

from botilbud_desktop.domain.text.counting import normalise


def normalised(value: Any) -> Any:
    """Returns a copy of plain values with normalised texts and unchanged keys; for at most a few hundred levels."""
    if type(value) is str:
        return value if value.isascii() and "\r" not in value else normalise(value)
    if type(value) is dict:
        return {key: normalised(item) for key, item in value.items()}
    if type(value) is list:
        return [normalised(item) for item in value]
    return value
