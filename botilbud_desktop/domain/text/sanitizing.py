"""What is kept of text that was typed or pasted: all of it, but for what no draft file can hold."""

import re
from unicodedata import combining

from botilbud_desktop.domain.text.counting import normalise

MOST_STACKED_MARKS = 20
"""More accents than this on one letter are dropped: they are no language, and make normalising slow."""

_UNKEEPABLE = r"[\x00\ud800-\udfff]"
_PERHAPS_STACKED = rf"[^\x00-\u02ff]{{{MOST_STACKED_MARKS + 1},}}"


def sanitized(text: str) -> str:
    """`text` in NFC with LF line breaks, without NUL, half characters (lone surrogates) and towers of accents."""
    if _is_plain(text):
        return text
    return normalise(re.sub(_PERHAPS_STACKED, _without_towers, re.sub(_UNKEEPABLE, "", text)))


def _is_plain(text: str) -> bool:
    """Whether there is nothing to do: Windows-1252 has neither halves nor loose accents, and is composed."""
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return "\r" not in text and "\x00" not in text


def _without_towers(run: re.Match[str]) -> str:
    kept: list[str] = []
    stacked = 0
    for character in run[0]:
        stacked = stacked + 1 if combining(character) else 0
        if stacked < MOST_STACKED_MARKS:
            kept.append(character)
    return "".join(kept)
