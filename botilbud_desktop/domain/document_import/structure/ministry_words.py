"""Recognises what the ministry wrote itself, so that its demands and examples are not read as an application's."""

import re
from functools import lru_cache

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.headings import plain_words
from botilbud_desktop.domain.text.sentences import sentences

WHY = "Det er ministeriets egen tekst."
_NUMBER = re.compile(r"\A[0-9]{1,2}[.)] ")
_SHORTEST = 20
"""Characters of a sentence, without spaces and punctuation, that are enough to tell whose it is."""


def is_ministrys(text: str, round_: Round) -> bool:
    """Whether all sentences of a text stand word for word in the form of the round."""
    texts = (
        *(round_.description_introduction, round_.documentation),
        *(each.text for each in round_.criteria),
        *(each.text for each in round_.required_contents),
    )
    own = _sentences_of(tuple(filter(None, texts)))
    found = [plain_words(sentence) for sentence in _split(text)]
    return bool(found) and all(sentence in own for sentence in found) and len("".join(found)) >= _SHORTEST


@lru_cache(maxsize=8)
def _sentences_of(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(plain_words(sentence) for text in texts for sentence in _split(text))


def _split(text: str) -> tuple[str, ...]:
    return sentences(_NUMBER.sub("", text)).units[1:-1]
