"""How much may be written for mammoth, which takes some 30 microseconds and a kilobyte for each element."""

from botilbud_desktop.storage.word import problems
from botilbud_desktop.storage.word.problems import WordProblemError

MOST_ELEMENTS = 100_000
"""Maximum elements that are written; a document of 100 pages has about 30.000."""
MOST_CHARACTERS = 12_000_000


class Room:
    """The room that is left for one document."""

    def __init__(self) -> None:
        self._elements = MOST_ELEMENTS
        self._characters = MOST_CHARACTERS

    def take(self, written: str) -> str:
        """Returns what is to be written, and counts it.

        Raises:
            WordProblemError: it is too much.
        """
        self._elements -= written.count("<w:")
        self._characters -= len(written)
        if self._elements < 0 or self._characters < 0:
            raise WordProblemError(problems.TOO_LARGE)
        return written
