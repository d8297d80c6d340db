"""What the spelling says of words: the dictionary, the shipped list of the domain, and words known besides these."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from botilbud_desktop.domain.text.spelling.judging import is_spelled

if TYPE_CHECKING:
    from botilbud_desktop.storage.spelling.engine import Engine

MOST_SUGGESTIONS = 5
_FOLDER, _DOMAIN = "spelling", "ord.txt"
_LIKE = "/"
"""In the shipped list, between a word and the one of which it has the endings."""
_DOUBLED = 2
_MOST_REMEMBERED = 50_000
"""So many words are remembered before all are forgotten: a text of the largest draft has fewer."""


class Speller:
    """Judges words, and remembers what the dictionary said of each."""

    def __init__(self, engine: "Engine", listed: Iterable[str]) -> None:
        """`listed` are the lines of the shipped list."""
        self._engine = engine
        self._listed: set[str] = set()
        self._others: frozenset[str] = frozenset()
        self._remembered: dict[str, bool] = {}
        for line in listed:
            word, _, like = line.partition(_LIKE)
            self._listed.add(word)
            if like:
                engine.add(word, like)

    def know(self, words: Iterable[str]) -> None:
        """Let these words be right, in place of those given before: names, and the lists of the user and of IT."""
        self._others = frozenset(words)

    def is_right(self, word: str) -> bool:
        """Whether a word, as `words_in` gives it, is spelled as the dictionary has it or is known besides."""
        return is_spelled(word, self._knows)

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Returns at most five words that may be meant, the likeliest first."""
        close = [one for one in _one_slip_away(word) if self._knows(one)]
        others = self._engine.suggestions(word)
        first = others[:1] if others and _differs_little(word, others[0]) else ()
        return tuple(dict.fromkeys((*first, *close, *others)))[:MOST_SUGGESTIONS]

    def _knows(self, word: str) -> bool:
        return self._is_listed(word) or self._is_in_dictionary(word)

    def _is_in_dictionary(self, word: str) -> bool:
        verdict = self._remembered.get(word)
        if verdict is None:
            if len(self._remembered) >= _MOST_REMEMBERED:
                self._remembered.clear()
            verdict = self._remembered[word] = self._engine.knows(word)
        return verdict

    def _is_listed(self, word: str) -> bool:
        """Whether a list has it, at the start of a sentence or in capitals too, or its genitive."""
        forms = {word, word[:1].lower() + word[1:], word.lower(), word.capitalize()} if word[:1].isupper() else {word}
        stems = {form[:-1] for form in forms if form.endswith(("s", "S"))}
        return any(form in self._listed or form in self._others for form in forms | stems)


def load_speller(resources: Path) -> Speller | None:
    """Returns the speller; None where the engine or the dictionary is missing or does not work."""
    folder = resources / _FOLDER
    try:
        from botilbud_desktop.storage.spelling.engine import Engine

        engine = Engine(folder)
        listed = (folder / _DOMAIN).read_bytes().decode("utf-8").split("\n")
    except (ImportError, OSError, ValueError):
        return None
    return Speller(engine, [line.strip() for line in listed if line.strip() and not line.startswith("#")])


def _one_slip_away(word: str) -> list[str]:
    """Returns the word without a letter too much, with two letters in order, and with a letter doubled.

    The dictionary offers no compounds by itself; these slips are the commonest in them.
    """
    spots = range(len(word))
    shorter = [word[:at] + word[at + 1 :] for at in spots]
    swapped = [word[:at] + word[at + 1] + word[at] + word[at + _DOUBLED :] for at in spots[:-1]]
    doubled = [word[: at + 1] + word[at:] for at in spots]
    undoubled = [shorter[at] for at in spots[1:] if word[at] == word[at - 1]]
    found = dict.fromkeys((*undoubled, *swapped, *shorter, *doubled))
    found.pop(word, None)
    return [one for one in found if len(one) > 1]


def _differs_little(word: str, other: str) -> bool:
    """Whether at most one letter is more, less or another."""
    one, two = word.lower(), other.lower()
    start = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    rest, other_rest = one[start:], two[start:]
    return rest[1:] == other_rest[1:] or rest[1:] == other_rest or rest == other_rest[1:]
