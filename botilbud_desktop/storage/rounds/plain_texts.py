"""What the texts of a round that came from outside may hold: plain words, and links of two kinds only.

Such texts are shown in the window and printed on papers for a ministry. So they hold no markup, nothing invisible that
makes a text look like another one, and no address that leads anywhere but to a web page or a mailbox.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.values.amounts import format_number

LONGEST_TEXT = 20_000
"""Maximum characters of one text. The longest one of the ministry's has about 1.000."""
LONGEST_LINE = 1_000
"""Maximum characters of a name, a heading or a label."""
MOST_ITEMS = 300
"""Maximum items of one list."""
LARGEST_NUMBER = 999_999_999
"""Larger numbers than any amount in 1.000 kr."""

_MARKUP = re.compile(r"<[A-Za-z/!?]|&(?:#|[A-Za-z][A-Za-z0-9]{1,20};)")
_SCHEME = re.compile(
    r"\b([a-z][a-z0-9+.-]{1,20}):(?://|\\\\)|\b(javascript|vbscript|data|file|ftp|http|ms-[a-z-]+):(?=\S)",
    re.IGNORECASE,
)
_ALLOWED = ("https", "mailto")
_NETWORK_PATH = re.compile(r"(?:^|[\s\"'(])\\\\[A-Za-z0-9]")
_LONG = frozenset({"text", "paragraphs", "items", "wording", "help", "introduction", "selection", "coordination"})
"""Keys whose texts are paragraphs."""
_LONG_AT_TOP = frozenset({"more_projects", "deadline", "description_introduction", "documentation", "privacy"})


class Trouble(NamedTuple):
    """What a file from outside may not hold."""

    place: FieldPath
    reason: str
    """A Danish clause without a full stop."""


def troubles(values: Any) -> Iterator[Trouble]:
    """Yields what the values of a file may not hold, in the order of the file."""
    pending: list[tuple[Any, FieldPath, int]] = [(values, FieldPath(), LONGEST_LINE)]
    while pending:
        value, path, longest = pending.pop()
        if isinstance(value, str):
            reason = problem_of(value, longest)
            if reason:
                yield Trouble(path, reason)
        elif isinstance(value, dict):
            pending.extend((value[key], path / key, _longest(path, key, longest)) for key in reversed(value))
        elif isinstance(value, list):
            if len(value) > MOST_ITEMS:
                yield Trouble(path, f"listen har over {format_number(MOST_ITEMS)} elementer")
                continue
            pending.extend((value[index], path / index, longest) for index in range(len(value) - 1, -1, -1))
        elif isinstance(value, int) and abs(value) > LARGEST_NUMBER:
            yield Trouble(path, "tallet er for stort")


def _longest(path: FieldPath, key: str, above: int) -> int:
    if key in _LONG or (not path and key in _LONG_AT_TOP):
        return LONGEST_TEXT
    return above


def problem_of(text: str, longest: int = LONGEST_LINE) -> str:
    """Returns what the text may not hold, as a Danish clause; "" when it is plain."""
    if len(text) > longest:
        return f"teksten er på over {format_number(longest)} tegn"
    if not text.isprintable() and any(_is_invisible(character) for character in text):
        return "teksten indeholder et usynligt tegn"
    if longest <= LONGEST_LINE and "\n" in text:
        return "teksten skal stå på én linje"
    if ("<" in text or "&" in text) and _MARKUP.search(text):
        return "teksten må ikke indeholde opmærkning som <b> eller &amp;"
    if ":" in text:
        for scheme in _SCHEME.finditer(text):
            if (scheme[1] or scheme[2]).lower() not in _ALLOWED:
                return "et link skal begynde med https:// eller mailto:"
    if "\\" in text and _NETWORK_PATH.search(text):
        return "teksten må ikke indeholde en sti til et drev"
    return ""


def _is_invisible(character: str) -> bool:
    """Whether nothing is seen of the character, or it changes the direction of the text; line breaks are none."""
    return character != "\n" and unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
