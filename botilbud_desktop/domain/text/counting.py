"""The length of a text in Word, a web form and the form's server, and the characters that may be lost there.

All functions work on `normalise(text)`; every index refers to that string.
"""

import re
from bisect import bisect_right
from typing import Literal, NamedTuple
from unicodedata import normalize

CountName = Literal["word", "form", "submitted"]

MARKUP = r"<(?=[^\W\d_]|[/!?])|&(?=#)"
"""What web servers treat as markup and refuse: `<` directly before a letter, `/`, `!` or `?`, and `&#`."""

_SUPPORTED = frozenset("\t\n" + bytes(range(0x20, 0x100)).decode("cp1252", "ignore").replace("\x7f", ""))


class TextCount(NamedTuple):
    """A text's length in UTF-16 code units as in browsers; the three differ in what a line break counts."""

    word: int
    """A line break counts 0: Word's *tegn med mellemrum*."""
    form: int
    """A line break counts 1: a web form's `maxlength`."""
    submitted: int
    """A line break counts 2 (CR LF): what a browser sends and a server stores; the number on screen."""


class UnsupportedCharacter(NamedTuple):
    """A character outside Windows-1252: its first position, its number of occurrences, and its Danish name."""

    character: str
    position: int
    occurrences: int
    description: str


def normalise(text: str) -> str:
    """Returns `text` in Unicode's composed form (NFC) with CR LF and CR as LF; nothing else is changed."""
    return normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")


def utf16_length(text: str) -> int:
    """Returns the number of UTF-16 code units of `text`, not normalised; Qt counts positions in it the same way."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def count_characters(text: str) -> TextCount:
    """Counts `text` in the three ways, fast enough for each keystroke: no Python loop over the characters."""
    return _count(normalise(text))


def surplus_start(text: str, limit: int, count: CountName = "submitted") -> int | None:
    """Returns the index of the first character that makes `text` longer than `limit`, or None when all of it fits.

    `limit` is in UTF-16 code units and at least 0. The default is the surplus by the number on screen; `form` is
    only what a web form would cut off. A character that only half fits is surplus.
    """
    normalised = normalise(text)

    def length_until(end: int) -> int:
        length: int = getattr(_count(normalised[:end]), count)
        return length

    if length_until(len(normalised)) <= limit:
        return None
    return bisect_right(range(len(normalised)), limit, key=length_until) - 1


def has_markup(text: str) -> bool:
    """Whether a web server may treat something in the text as markup."""
    return ("<" in text or "&#" in text) and re.search(MARKUP, text) is not None


def is_supported(character: str) -> bool:
    """Whether Windows-1252 has the character; line breaks and tabs are supported, other control characters are not."""
    return character in _SUPPORTED


def unsupported_characters(text: str) -> tuple[UnsupportedCharacter, ...]:
    """Returns each distinct character of `text` that Windows-1252 lacks, in the order of first occurrence.

    Line breaks and tabs are supported, other control characters are not. The soft hyphen is part of Windows-1252.
    """
    normalised = normalise(text)
    found = {character: normalised.index(character) for character in set(normalised) - _SUPPORTED}
    if not found:
        return ()
    from botilbud_desktop.domain.text.character_names import describe_character  # few texts have such a character

    return tuple(
        UnsupportedCharacter(
            character=character,
            position=found[character],
            occurrences=normalised.count(character),
            description=describe_character(character),
        )
        for character in sorted(found, key=found.__getitem__)
    )


def count_places(text: str) -> int:
    """Counts the characters in `text` that are not in Windows-1252, and what looks like markup."""
    return sum(one.occurrences for one in unsupported_characters(text)) + len(re.findall(MARKUP, text))


def _count(normalised: str) -> TextCount:
    units, breaks = utf16_length(normalised), normalised.count("\n")
    return TextCount(units - breaks, units, units + breaks)
