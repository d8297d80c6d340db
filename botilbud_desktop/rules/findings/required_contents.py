"""Recognises the required contents of the overall description by the round's words."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import RequiredContent
from botilbud_desktop.rules.results import Finding, Severity

if TYPE_CHECKING:
    from botilbud_desktop.rules.text_results import JudgedContent

_FIELD = "description"
_ANY_DIGIT = "#"
_DIGITS = "0123456789"


class RequiredContents:
    """The required contents of a round, prepared for a search on each keystroke."""

    def __init__(self, round_: Round) -> None:
        self._contents = [(content, _word_groups(content)) for content in round_.required_contents]

    def judged(self, description: str) -> "Iterator[JudgedContent]":
        """Yields each required content with whether it is recognised in `description`."""
        from botilbud_desktop.rules.text_results import Coverage, JudgedContent

        text = description.casefold()
        masked = text
        for digit in _DIGITS:  # ten plain replacements are ten times faster than one pattern or translation
            masked = masked.replace(digit, _ANY_DIGIT)
        for content, groups in self._contents:
            if all(any(word(text, masked) for word in group) for group in groups):
                yield JudgedContent(content.number, Coverage.COVERED)
            else:
                why = f"Vi kan ikke se punkt {content.number} i beskrivelsen: {content.title}."
                yield JudgedContent(content.number, Coverage.NOT_COVERED, why)


def content_findings(contents: "Iterable[JudgedContent]") -> Iterator[Finding]:
    """Yields one finding for each required content that is not settled."""
    for content in contents:
        if not content.is_settled:
            yield Finding(
                "description.content_missing", Severity.WARNING, _FIELD, content.reason, detail=content.number
            )


_Recogniser = Callable[[str, str], bool]
"""Returns whether a word is in a text, given the text and the same text with each digit as `#`."""


def _word_groups(content: RequiredContent) -> list[list[_Recogniser]]:
    return [[_recogniser(word.casefold()) for word in group] for group in content.recognised_by]


def _recogniser(word: str) -> _Recogniser:
    if _ANY_DIGIT not in word:
        return lambda text, masked: word in text
    if not any(digit in word for digit in _DIGITS):
        return lambda text, masked: word in masked
    pattern = re.compile(re.escape(word).replace(re.escape(_ANY_DIGIT), "[0-9]"))
    return lambda text, masked: pattern.search(text) is not None
