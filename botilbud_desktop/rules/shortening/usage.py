"""How many characters each part of a text uses."""

from collections.abc import Iterable
from typing import NamedTuple

from botilbud_desktop.domain.text.counting import count_characters
from botilbud_desktop.domain.text.sentences import paragraphs


class PartUse(NamedTuple):
    """A piece of a text and the characters it uses, line breaks counted as 2."""

    start: int
    end: int
    """The end of its words; the breaks after them are counted too, but stand outside."""
    characters: int


def paragraph_uses(text: str) -> tuple[PartUse, ...]:
    """Returns the paragraphs with the breaks after each, in the order of the text; together they are its count."""
    split = paragraphs(text)
    uses: list[PartUse] = []
    position = len(split.gaps[0])
    lead = split.gaps[0]
    for unit, gap in zip(split.units[1:-1], split.gaps[1:], strict=True):
        characters = count_characters(f"{lead}{unit}{gap}").submitted
        uses.append(PartUse(position, position + len(unit), characters))
        position += len(unit) + len(gap)
        lead = ""
    return tuple(uses)


def used_by(text: str, places: Iterable[tuple[int, int]]) -> int:
    """Returns the characters that places of a text use together; what two of them share counts once."""
    used = end = 0
    for start, stop in sorted(places):
        if stop > end:
            used += count_characters(text[max(start, end) : stop]).submitted
            end = stop
    return used
