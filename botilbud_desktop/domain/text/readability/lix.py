"""LIX (*læsbarhedsindeks*, C. H. Björnsson 1968): words in a sentence, plus long words in a hundred."""

import re
from typing import NamedTuple

from botilbud_desktop.domain.text.sentences import sentences

FEWEST_WORDS = 100
"""In a shorter text one sentence more or less moves the figure by many points."""
_WORD = re.compile(r"[^\W_]+(?:[-'’./,][^\W_]+)*")
_LETTER = re.compile(r"[^\W\d_]")
_LONG = 6
"""A word of more letters is long."""
_LEVELS = (
    (25, "meget let"),
    (35, "let, som ugeblade og skønlitteratur"),
    (45, "middel, som aviser"),
    (55, "svær, som fagtekster og offentlige breve"),
)
_HARDEST = "meget svær, som lovtekster"


class Lix(NamedTuple):
    """How many words a text has, and how hard it is to read."""

    words: int
    sentences: int
    long_words: int

    @property
    def value(self) -> int | None:
        """The figure, rounded; None for a text that is too short for one."""
        if self.words < FEWEST_WORDS or not self.sentences:
            return None
        return round(self.words / self.sentences + 100 * self.long_words / self.words)

    @property
    def level(self) -> str:
        """What the figure means, in Danish; "" for a text that is too short."""
        value = self.value
        if value is None:
            return ""
        return next((words for limit, words in _LEVELS if value < limit), _HARDEST)


def words_of(text: str) -> list[str]:
    """Returns the words of a text; a number or a date is one word."""
    return _WORD.findall(text)


def lix(text: str) -> Lix:
    """Counts a text. What has no letter is no sentence; a heading or an item of a list is one."""
    words = words_of(text)
    counted = sum(1 for unit in sentences(text).units if _LETTER.search(unit))
    return Lix(len(words), counted, sum(1 for word in words if len(_LETTER.findall(word)) > _LONG))
