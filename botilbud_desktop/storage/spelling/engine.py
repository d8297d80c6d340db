"""The only module that imports hunspell, and what is asked of it: is this a word, and which is meant.

It holds Python's lock while it works: loading takes about 0,15 s, a word less than a millisecond (a compound of three
words up to 25), a suggestion up to 0,25 s. One thread uses an engine at a time.
"""

from pathlib import Path

from hunspell import Hunspell, HunspellFilePathError

_LANGUAGE = "da_DK"
_RIGHT = ("og", "kommunen", "ansøgning")
_WRONG = "qzvxwk"


class Engine:
    """The Danish dictionary."""

    def __init__(self, folder: Path) -> None:
        """Load the dictionary in `folder`.

        Raises:
            ValueError: there is none, or it does not know the commonest words: the engine itself reports no bad file.
        """
        try:
            self._hunspell = Hunspell(_LANGUAGE, hunspell_data_dir=str(folder), system_encoding="UTF-8")
        except HunspellFilePathError as error:
            raise ValueError("no dictionary") from error
        if self.knows(_WRONG) or not all(self.knows(word) for word in _RIGHT):
            raise ValueError("no Danish dictionary")

    def knows(self, word: str) -> bool:
        """Whether it is a word, or a compound of words; half a character is nothing to judge."""
        try:
            return bool(self._hunspell.spell(word))
        except UnicodeEncodeError:
            return True

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Returns words that may be meant, the likeliest first."""
        try:
            return tuple(str(one) for one in self._hunspell.suggest(word))
        except UnicodeEncodeError:
            return ()

    def add(self, word: str, like: str) -> None:
        """Let `word` be known with the endings that the known word `like` has."""
        self._hunspell.add(word, like)
