"""Where a text holds what a web form may lose or refuse: characters outside Windows-1252, what looks like markup."""

import re
from bisect import bisect_right
from itertools import islice
from typing import NamedTuple

from botilbud_desktop.domain.text.character_names import describe_character
from botilbud_desktop.domain.text.character_suggestions import Suggestion, suggestion_for
from botilbud_desktop.domain.text.counting import MARKUP, is_supported

_MARKUP_SUGGESTIONS = {"<": Suggestion("< "), "&": Suggestion("& ")}
_MARKUP_NAMES = {"<": "»<« lige før et bogstav", "&": "»&#«"}
_WORD_BEFORE = re.compile(r"\w\Z")
_WORD_AFTER = re.compile(r"\w")


class Trouble(NamedTuple):
    """One such place."""

    start: int
    """The index of its first character in the text."""
    character: str
    line: int
    """From 1."""
    column: int
    """From 1, in characters of its line."""
    description: str
    replacement: str | None
    """What could stand there instead, with the spaces that it needs; None when there is nothing to suggest."""
    is_safe: bool
    """Whether the replacement says the same, so that it can be taken together with all others."""


def troubles(text: str, most: int | None = None) -> tuple[Trouble, ...]:
    """The places in the order of the text; the first `most` of them where a number is given."""
    lines = [match.end() for match in re.finditer("\n", text)]
    found = (match.start() for match in re.finditer(rf"{MARKUP}|[^\x00-\x7f]|[\x00-\x08\x0b-\x1f\x7f]", text))
    places = (start for start in found if text[start] in _MARKUP_NAMES or not is_supported(text[start]))
    return tuple(_trouble(text, start, lines) for start in islice(places, most))


def replaced(text: str, places: tuple[Trouble, ...]) -> str:
    """`text` with the replacements of `places`, which are places in it; those without one stay."""
    parts: list[str] = []
    end = 0
    for place in places:
        if place.replacement is not None:
            parts += (text[end : place.start], place.replacement)
            end = place.start + len(place.character)
    return "".join((*parts, text[end:]))


def _trouble(text: str, start: int, lines: list[int]) -> Trouble:
    character = text[start]
    line = bisect_right(lines, start)
    column = start - (lines[line - 1] if line else 0) + 1
    suggestion = _MARKUP_SUGGESTIONS.get(character) or suggestion_for(character)
    return Trouble(
        start=start,
        character=character,
        line=line + 1,
        column=column,
        description=_MARKUP_NAMES.get(character) or describe_character(character),
        replacement=None if suggestion is None else _spaced(text, start, suggestion),
        is_safe=suggestion is not None and suggestion.is_safe,
    )


def _spaced(text: str, start: int, suggestion: Suggestion) -> str:
    """A word stands apart from the words around it."""
    if not suggestion.is_word:
        return suggestion.text
    before = " " if _WORD_BEFORE.match(text[start - 1 : start]) else ""
    after = " " if _WORD_AFTER.match(text[start + 1 : start + 2]) else ""
    return f"{before}{suggestion.text}{after}"
