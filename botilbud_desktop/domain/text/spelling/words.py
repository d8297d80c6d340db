"""Splits a text into the words that can be looked up in a dictionary, each with its place."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

LONGEST_WORD = 60
"""The longest word that is looked up, in characters: nobody writes a longer one by mistake."""
_LONGEST_ABBREVIATED = 4
"""The longest part of an abbreviation with points inside, in letters: »f.eks«."""
_CHUNK = re.compile(r"\S+")
_RUN = re.compile(r"[^\W_\d][\w\u00ad\u0300-\u036f\u200b-\u200d'’.-]*|\d[\w.'’-]*|-[^\W_\d][\w'’.-]*")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d]")
_IS_ADDRESS = re.compile(r"@|://|\\|www\.|\.(?:dk|com|org|net|eu|nu|gl|fo)(?![^\W_])", re.IGNORECASE)
_PART = re.compile(r"[^.]+")
_APOSTROPHES = ("'", "’")
_HISSING = ("s", "x", "z", "S", "X", "Z")
_FIRST_OF_OTHER_SCRIPTS = "\u0250"


class Word(NamedTuple):
    """A word as it is looked up, and where it stands."""

    start: int
    end: int
    """Indexes in the text; what is between them may hold unseen characters that `text` lacks."""
    text: str
    """With ordinary apostrophes and composed letters; a hyphen at its start or end tells that a part is left out."""


def words_in(text: str) -> Iterator[Word]:
    """Yields the words of a text in their order, without numbers, addresses and what is longer than any word.

    A slash parts words, a hyphen does not. The time is linear in the length of the text.
    """
    for chunk in _CHUNK.finditer(text):
        if _IS_ADDRESS.search(chunk[0]):
            continue
        for run in _RUN.finditer(chunk[0]):
            yield from _words_of(run[0], chunk.start() + run.start())


def _words_of(run: str, start: int) -> Iterator[Word]:
    stripped = run.rstrip(".'’")
    if run[len(stripped) : len(stripped) + 1] in _APOSTROPHES and stripped.endswith(_HISSING):
        stripped = run[: len(stripped) + 1]  # »Aarhus'« is the genitive
    if len(stripped) > LONGEST_WORD:
        return
    parts = list(_PART.finditer(stripped))
    if len(parts) > 1 and all(len(part[0]) <= _LONGEST_ABBREVIATED for part in parts):
        return
    for part in parts:
        word = unicodedata.normalize("NFC", _UNSEEN.sub("", part[0]).replace("’", "'"))
        if _is_word(word):
            yield Word(start + part.start(), start + part.end(), word)


def _is_word(word: str) -> bool:
    """Whether there is something to look up: two letters, none of them of another script."""
    letters = [character for character in word if character.isalpha()]
    return len(letters) > 1 and all(character < _FIRST_OF_OTHER_SCRIPTS for character in letters)
