"""A required content without a meaning: only its words can be looked for, so at most it may be there."""

import re
from collections.abc import Callable, Sequence

from botilbud_desktop.domain.round_parts import RequiredContent
from botilbud_desktop.rules.description.language.clauses import kept
from botilbud_desktop.rules.description.language.parts import Kind
from botilbud_desktop.rules.description.pieces import Piece
from botilbud_desktop.rules.description.wording import Wording
from botilbud_desktop.rules.text_results import Coverage, JudgedContent

_ANY_DIGIT = "#"


class ByWords:
    """Looks for the words of one content."""

    def __init__(self, content: RequiredContent, wording: Wording) -> None:
        self._content = content
        self._wording = wording
        self._groups = [[_finder(word) for word in group] for group in content.recognised_by]

    def judged(self, pieces: Sequence[Piece]) -> JudgedContent:
        """Returns the content as uncertain where a word of each group stands in a sentence that says something.

        Words prove nothing, so it is never covered; the sentences are those with most of its words.
        """
        number, title = self._content.number, self._content.title
        told = [piece for piece in pieces if piece.part.kind is Kind.SENTENCE]
        lives = [kept(piece.part.words, piece.told.sentence) for piece in told]
        has = [sum(any(word(live) for word in group) for group in self._groups) for live in lives]
        live = "\n".join(lives)
        if not all(any(word(live) for word in group) for group in self._groups):
            return JudgedContent(number, Coverage.NOT_COVERED, self._wording.no_words(title))
        most = max(has, default=0)
        spans = tuple(piece.part.span for piece, words in zip(told, has, strict=True) if words == most)
        return JudgedContent(number, Coverage.UNCERTAIN, self._wording.only_words(title), spans[:3])


def _finder(word: str) -> Callable[[str], bool]:
    folded = word.lower()
    if _ANY_DIGIT not in folded:
        return lambda text: folded in text
    pattern = re.compile(re.escape(folded).replace(re.escape(_ANY_DIGIT), "[0-9]"))
    return lambda text: pattern.search(text) is not None
