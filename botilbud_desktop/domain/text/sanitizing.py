"""Sanitizes typed or pasted text: removes only what no draft file can store."""

import re
from unicodedata import combining

from botilbud_desktop.domain.text.counting import normalise

MOST_STACKED_MARKS = 20
"""Further accents on one letter are dropped: no language has them, and they make normalising slow."""

_UNSTORABLE = r"[\x00\ud800-\udfff]"
_PERHAPS_STACKED = rf"[^\x00-\u02ff]{{{MOST_STACKED_MARKS + 1},}}"


def sanitized(text: str) -> str:
    """Returns `text` in NFC with LF line breaks, without NUL, lone surrogates and excess stacked accents."""
    if _is_plain(text):
        return text
    return normalise(re.sub(_PERHAPS_STACKED, _without_excess_accents, re.sub(_UNSTORABLE, "", text)))


def _is_plain(text: str) -> bool:
    """Whether there is nothing to do: Windows-1252 has no surrogates or combining accents, and is composed."""
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return "\r" not in text and "\x00" not in text


def _without_excess_accents(run: re.Match[str]) -> str:
    kept: list[str] = []
    stacked = 0
    for character in run[0]:
        stacked = stacked + 1 if combining(character) else 0
        if stacked < MOST_STACKED_MARKS:
            kept.append(character)
    return "".join(kept)
