"""How a text is shown: invisible characters that turn what is around them are seen, and lines keep figures whole.

Hard spaces are put in where a text is shown or drawn, and nowhere else: files, exports, the command line, what the
user typed and what is searched for keep their ordinary spaces.
"""

import re

REPLACEMENT = "\ufffd"
"""Shown in place of such a character: `�`."""

_HIDDEN = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u180e\u200e\u200f"
    "\u2028-\u202e\u2061-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
"""A pattern, compiled when a text has such a character: that takes half a millisecond of the start.

Soft hyphens, places for a break and joiners are left out: they are in ordinary texts, and turn nothing.
"""
HARD_SPACE = "\u00a0"

_MARKS = ("kr.", "§", "pct.", "mio.", "%", "mia.", "m²", "MB", "kl.", "stk.")
"""A text without any of them has no such place: most texts, and asking costs a tenth of looking."""
_PLACES = (
    r" (?:(?<=\d )(?=(?:mio\.|mia\.|kr\.|pct\.|%|m²|MB\b))"
    r"|(?<=(?:mio|mia)\. )(?=kr\.)"
    r"|(?<=(?:SEL|ABL) )(?=§)"
    r"|(?<=§ )(?=\d)"
    r"|(?<=\bkl\. )(?=\d)"
    r"|(?<=\bstk\. )(?=\d))"
)
"""A pattern of spaces, compiled when a text has one of the marks: that would be a part of the start."""


def visible(text: str) -> str:
    """Returns `text` with such characters as `�`, so that nothing it quotes can turn the words around it.

    Line breaks and tabs stay. A name within a sentence is also kept short and on one line, by `printable`.
    """
    return text if text.isprintable() else re.sub(_HIDDEN, REPLACEMENT, text)


def hard_spaced(text: str) -> str:
    """Returns `text` with hard spaces between numbers and their units and after »§«, where no line is broken.

    Each takes the place of one space, so that no position moves. For texts of the program's or the ministry's own.
    """
    if any(mark in text for mark in _MARKS):
        return re.sub(_PLACES, HARD_SPACE, text)
    return text


def capitalised(words: str) -> str:
    """Returns `words` with a capital first, as a whole sentence has after a colon, too."""
    return words[:1].upper() + words[1:]
