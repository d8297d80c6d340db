"""A place at which a text can be made shorter, and what that saves."""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple
from unicodedata import combining

from botilbud_desktop.domain.text.counting import count_characters


class SavingKind(Enum):
    """What makes a place too long. Those before it win where two would overlap."""

    REPEATED = "repeated"
    """A sentence that stands elsewhere, letter by letter."""
    DATE = "date"
    AMOUNT = "amount"
    WORDING = "wording"
    """Words for which fewer mean the same."""
    SPACES = "spaces"
    """Spaces that say nothing."""
    BREAKS = "breaks"
    """More than one blank line."""
    BLANK_LINE = "blank_line"
    """One blank line between two paragraphs."""


class Saving(NamedTuple):
    """One replacement in a text. Positions are indices of the text, the end not included."""

    start: int
    end: int
    replacement: str
    kind: SavingKind
    saved: int
    """Characters less, as a server counts them: a line break is 2; at least 1."""
    elsewhere: str = ""
    """The path of the text in which a repeated sentence stands; "" when it is the same text."""


def saving(text: str, start: int, end: int, replacement: str, kind: SavingKind, elsewhere: str = "") -> Saving | None:
    """Returns the replacement with what it saves; None where it saves nothing, or would join an accent to a letter."""
    saved = count_characters(text[start:end]).submitted - count_characters(replacement).submitted
    if saved < 1 or (end < len(text) and combining(text[end])):
        return None
    return Saving(start, end, replacement, kind, saved, elsewhere)


def shortened(text: str, chosen: Iterable[Saving]) -> str:
    """Returns `text` with replacements that do not overlap."""
    parts: list[str] = []
    position = 0
    for one in sorted(chosen):
        parts += (text[position : one.start], one.replacement)
        position = one.end
    return "".join((*parts, text[position:]))


def apart(found: Iterable[Saving], kept: Iterable[tuple[int, int]]) -> tuple[Saving, ...]:
    """Returns the replacements that overlap neither each other nor what is `kept`, in the order of the text.

    A repeated sentence goes before what is in it, and of two others the one that begins first.
    """
    repeated: list[Saving] = []
    others: list[Saving] = []
    for one in sorted(found):
        (repeated if one.kind is SavingKind.REPEATED else others).append(one)
    free = _free(repeated, ())
    taken = sorted((*kept, *((one.start, one.end) for one in free)))
    return tuple(sorted((*free, *_free(others, taken))))


def _free(found: list[Saving], taken: Iterable[tuple[int, int]]) -> list[Saving]:
    """Returns those, sorted, that overlap neither those before them nor what is `taken`, which is sorted too."""
    free: list[Saving] = []
    places = list(taken)
    index = reach = end = 0
    for one in found:
        while index < len(places) and places[index][0] < one.end:
            reach = max(reach, places[index][1])
            index += 1
        if one.start >= end and one.start >= reach:
            free.append(one)
            end = one.end
    return free
