"""How long a text is for Word, a web form and the server behind it, and which characters it may lose there.

All functions look at `normalise(text)`, and every index is one in that string.
"""

import re
from bisect import bisect_right
from typing import Literal, NamedTuple
from unicodedata import normalize

from botilbud_desktop.domain.text.character_names import describe_character

CountName = Literal["word", "form", "submitted"]

MARKUP = r"<(?=[^\W\d_]|[/!?])|&(?=#)"
"""What web servers take for markup and refuse: `<` directly before a letter, `/`, `!` or `?`, and `&#`."""

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
    """A character outside Windows-1252, where it first stands, how often, and what to call it in Danish."""

    character: str
    position: int
    occurrences: int
    description: str


def normalise(text: str) -> str:
    """`text` in Unicode's composed form (NFC) with CR LF and CR as LF; nothing else is changed."""
    return normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")


def utf16_length(text: str) -> int:
    """The number of UTF-16 code units of `text` as it stands, which is also how Qt counts positions in it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def count_characters(text: str) -> TextCount:
    """Count `text` in the three ways, fast enough for each keystroke: no Python loop over the characters."""
    return _count(normalise(text))


def surplus_start(text: str, limit: int, count: CountName = "submitted") -> int | None:
    """The index of the first character that makes `text` longer than `limit`, or None when all of it fits.

    `limit` is in UTF-16 code units and at least 0. The default marks what the number on screen calls too
    much; with `form` it marks only what a web form would cut off. A character that only half fits is surplus.
    """
    normalised = normalise(text)

    def length_until(end: int) -> int:
        length: int = getattr(_count(normalised[:end]), count)
        return length

    if length_until(len(normalised)) <= limit:
        return None
    return bisect_right(range(len(normalised)), limit, key=length_until) - 1


def has_markup(text: str) -> bool:
    """Whether a web server may take something in the text for markup."""
    return ("<" in text or "&#" in text) and re.search(MARKUP, text) is not None


def is_supported(character: str) -> bool:
    """Whether Windows-1252 holds the character; line breaks and tabs are fine, other control characters are not."""
    return character in _SUPPORTED


def unsupported_characters(text: str) -> tuple[UnsupportedCharacter, ...]:
    """Each distinct character of `text` that Windows-1252 does not hold, in the order they first stand.

    Line breaks and tabs are fine, other control characters are not. The soft hyphen is part of Windows-1252.
    """
    normalised = normalise(text)
    found = {character: normalised.index(character) for character in set(normalised) - _SUPPORTED}
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
    """In how many places of `text` stands a character that is not in Windows-1252, or what looks like markup."""
    return sum(one.occurrences for one in unsupported_characters(text)) + len(re.findall(MARKUP, text))


def _count(normalised: str) -> TextCount:
    units, breaks = utf16_length(normalised), normalised.count("\n")
    return TextCount(units - breaks, units, units + breaks)
