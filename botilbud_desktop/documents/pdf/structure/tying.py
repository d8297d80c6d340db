"""Keeps a word that ends with a hyphen on the line of the next one: `bo- og naboskab`.

Readers of PDFs take a hyphen at the end of a line for one that is there for the break only, and join the two words when
they search, copy or read aloud: `boog naboskab`. Nothing in the file tells them otherwise.
"""

import re
from collections.abc import Callable

HYPHEN_AND_SPACE = "- "
_TIE = "-\u00a0"
_PAIR = re.compile(r"(?<=\w)- (?=\w)")


def tied(text: str, fits: Callable[[str], bool]) -> str:
    """Returns a text with a no-break space after each such hyphen; `fits` tells whether two words may be tied.

    It is drawn as a space like others, so the text can be searched and copied as it was written. Of three words in a
    row, `bo-, støtte- og`, only the last two are tied, so that no line gets much shorter.
    """
    parts: list[str] = []
    done, words_end = 0, 0
    for found in _PAIR.finditer(text):
        start, end = text.rfind(" ", done, found.start()) + 1 or done, text.find(" ", found.end())
        words = text[start:] if end < 0 else text[start:end]
        if start < words_end or words.endswith("-") or not fits(words):
            continue
        parts += [text[done : found.start()], _TIE]
        done = found.end()
        words_end = len(text) if end < 0 else end
    return "".join([*parts, text[done:]])
