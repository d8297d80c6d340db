"""Finds what a web form may lose or refuse in a text: characters outside Windows-1252, what looks like markup."""

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
    """A character that a web form may lose, or the start of what looks like markup."""

    start: int
    """The index of its first character in the text."""
    character: str
    line: int
    """Counted from 1."""
    column: int
    """Counted from 1, in characters of its line."""
    description: str
    replacement: str | None
    """The suggested replacement, with the spaces that it needs; None when there is none."""
    is_safe: bool
    """Whether the replacement means the same, so that it can be applied together with all others."""


def troubles(text: str, most: int | None = None) -> tuple[Trouble, ...]:
    """Returns the risks in the order of the text, at most `most` of them."""
    lines = [match.end() for match in re.finditer("\n", text)]
    found = (match.start() for match in re.finditer(rf"{MARKUP}|[^\x00-\x7f]|[\x00-\x08\x0b-\x1f\x7f]", text))
    starts = (start for start in found if text[start] in _MARKUP_NAMES or not is_supported(text[start]))
    return tuple(_trouble(text, start, lines) for start in islice(starts, most))


def replaced(text: str, places: tuple[Trouble, ...]) -> str:
    """Returns `text` with the replacements of `places`, which are risks found in it; those without one stay."""
    parts: list[str] = []
    end = 0
    for risk in places:
        if risk.replacement is not None:
            parts += (text[end : risk.start], risk.replacement)
            end = risk.start + len(risk.character)
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
    """Returns the suggested text; a word gets spaces between itself and the words around it."""
    if not suggestion.is_word:
        return suggestion.text
    before = " " if _WORD_BEFORE.match(text[start - 1 : start]) else ""
    after = " " if _WORD_AFTER.match(text[start + 1 : start + 2]) else ""
    return f"{before}{suggestion.text}{after}"
