"""Finds answers that bear the numbers of the ministry's points: »Ad 4: 6,6 mio. kr. i 2025 …«, »5) 1. maj 2026«."""

import re
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from botilbud_desktop.rules.description.language.parts import Kind, Part

_NUMBER = re.compile(
    r"[ \t>*•–-]*(?:ad\.? |punkt |pkt\.? |spørgsmål |svar (?:ad |på )?)?\(?([1-9])(?:[.):]| ?[–-])(?=\s)", re.IGNORECASE
)


def numbers_of_lines(lines: Sequence[str], read: Sequence[Part], numbers: Collection[int]) -> Mapping[int, int]:
    """Returns the point that each line answers, where the lines bear all `numbers` in order, and else nothing.

    A line without a number belongs to the point above it. Numbered headings are the text's own, and not answers.
    """
    found = {line: int(number[1]) for line, words in enumerate(lines) if (number := _NUMBER.match(words))}
    headings = {part.paragraph for part in read if part.kind is Kind.HEADING and not part.words.endswith(".")}
    starts = {part.paragraph for part in read if part.kind is not Kind.HEADING}
    if list(found.values()) != sorted(numbers) or any(line in headings and line not in starts for line in found):
        return MappingProxyType({})
    answered, current = dict[int, int](), 0
    for line in range(len(lines)):
        current = found.get(line, current)
        if current:
            answered[line] = current
    return MappingProxyType(answered)
