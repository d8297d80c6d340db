"""No-break spaces between the words of a text, which keep its lines from breaking there."""

import re
from functools import partial

SPACES = "\u00a0\u2007\u202f"
"""The spaces at which no line is broken."""
_MANY = 3
"""No-break spaces between words that follow each other without any other space; a date or an amount has fewer."""
_FEW = 2
"""As many are doubted where a text has no other space at all."""
_MOST = 5
"""As many are doubted wherever they stand but within numbers and after »§«."""
_RUN = re.compile(r"[^ \t\n\r]+")
_BETWEEN_WORDS = re.compile(rf"(?<=[^\W\d_])([.,;:!?)»”\"]?)[{SPACES}]+(?=[^\W\d_])")
_BREAKABLE = re.compile(rf"(?<![\d§{SPACES}])[{SPACES}]+|(?<=\d)[{SPACES}]+(?=[^\W\d_])")


def keeps_lines_whole(text: str) -> bool:
    """Whether words stand between no-break spaces only, so that lines can only be broken within the words."""
    return with_breaks(text) != text


def with_breaks(text: str) -> str:
    """Returns `text` with ordinary spaces for the no-break spaces between words where they have no other spaces.

    Those within a number and after »§« stay, and so do all in runs that have few of them.
    """
    if not any(space in text for space in SPACES):
        return text
    runs = _RUN.findall(text)
    return _RUN.sub(partial(_with_breaks, few=_FEW if len(runs) == 1 else _MANY), text)


def _with_breaks(run: re.Match[str], few: int) -> str:
    is_whole = len(_BETWEEN_WORDS.findall(run[0])) >= few or len(_BREAKABLE.findall(run[0])) >= _MOST
    return _BREAKABLE.sub(_ordinary, run[0]) if is_whole else run[0]


def _ordinary(spaces: re.Match[str]) -> str:
    return " " * len(spaces[0])
