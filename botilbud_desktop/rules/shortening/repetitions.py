"""Sentences that stand twice: letter by letter, or nearly, in one text or in two."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from botilbud_desktop.domain.text.sentences import sentences

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")
FEWEST_WORDS = 5
"""Shorter sentences are headings, or words that may well stand twice."""
_ALIKE = 0.6
"""Nearly the same: so large a part of the three-word sequences of both sentences is common."""
_MOST_OF_A_SEQUENCE = 8
"""So many sentences are compared because of one sequence of words; a hostile text repeats it without end."""
_MOST_SEQUENCES = 200


class Sentence(NamedTuple):
    """A sentence in one of several texts."""

    path: str
    start: int
    end: int
    words: str


class Repetition(NamedTuple):
    """A sentence of the text that is looked at, and the one that it repeats."""

    sentence: Sentence
    of: Sentence
    is_literal: bool


def placed_sentences(path: str, text: str) -> Iterator[Sentence]:
    """Yields the sentences of a text with their places."""
    for start, end in sentences(text).places():
        yield Sentence(path, start, end, text[start:end])


def repetitions(path: str, text: str, others: Iterable[tuple[str, str]] = ()) -> tuple[Repetition, ...]:
    """Returns the sentences of `text` that an earlier one, or one of the `others` (path and text), says already."""
    literal: dict[str, Sentence] = {}
    index: dict[tuple[str, ...], list[int]] = {}
    known: list[tuple[Sentence, int]] = []
    found: list[Repetition] = []
    for sentence in (one for name, other in others for one in placed_sentences(name, other)):
        _learn(sentence, _sequences(sentence.words), literal, index, known)
    for sentence in placed_sentences(path, text):
        sequences = _sequences(sentence.words)
        if not sequences:
            continue
        same = literal.get(sentence.words)
        nearly = None if same is not None else _nearest(sentence.words, sequences, index, known)
        if same is not None:
            found.append(Repetition(sentence, same, is_literal=True))
        elif nearly is not None:
            found.append(Repetition(sentence, nearly, is_literal=False))
        _learn(sentence, sequences, literal, index, known)
    return tuple(found)


def _sequences(words: str) -> tuple[tuple[str, ...], ...]:
    """Returns the sequences of three words of a sentence, each once; none of one that is too short."""
    each = [word.casefold() for word in _WORD.findall(words)[: _MOST_SEQUENCES + 2]]
    if len(each) < FEWEST_WORDS:
        return ()
    return tuple(dict.fromkeys(zip(each, each[1:], each[2:], strict=False)))


def _learn(
    sentence: Sentence,
    sequences: Sequence[tuple[str, ...]],
    literal: dict[str, Sentence],
    index: dict[tuple[str, ...], list[int]],
    known: list[tuple[Sentence, int]],
) -> None:
    if not sequences:
        return
    literal.setdefault(sentence.words, sentence)
    known.append((sentence, len(sequences)))
    for sequence in sequences:
        holders = index.setdefault(sequence, [])
        if len(holders) < _MOST_OF_A_SEQUENCE:
            holders.append(len(known) - 1)


def _nearest(
    words: str,
    sequences: Sequence[tuple[str, ...]],
    index: dict[tuple[str, ...], list[int]],
    known: list[tuple[Sentence, int]],
) -> Sentence | None:
    """Returns the most alike sentence; one with other numbers says something else."""
    numbers = _NUMBER.findall(words)
    shared = Counter(holder for sequence in sequences for holder in index.get(sequence, ()))
    best, most = None, _ALIKE
    for holder, count in shared.items():
        sentence, size = known[holder]
        alike = 2 * count / (len(sequences) + size)
        if alike >= most and _NUMBER.findall(sentence.words) == numbers:
            best, most = sentence, alike
    return best
