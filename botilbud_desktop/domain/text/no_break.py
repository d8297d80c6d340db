"""No-break spaces between the words of a text, which keep its lines from breaking there."""

import re

SPACES = "\u00a0\u2007\u202f"
"""The spaces at which no line is broken."""
_MANY = 3
"""No-break spaces between words that follow each other without any other space; a date or an amount has fewer."""
_FEW = 2
"""As many are doubted where a text has no other space at all."""
_RUN = re.compile(r"[^ \t\n\r]+")
_BETWEEN_WORDS = re.compile(rf"(?<=[^\W\d_])([.,;:!?)»”\"]?)[{SPACES}]+(?=[^\W\d_])")
_BREAKABLE = re.compile(rf"(?<![\d§{SPACES}])[{SPACES}]+|(?<=\d)[{SPACES}]+(?=[^\W\d_])")


def keeps_lines_whole(text: str) -> bool:
    """Whether words stand between no-break spaces only, so that lines can only be broken within the words."""
    if not any(space in text for space in SPACES):
        return False
    runs = _RUN.findall(text)
    most = max((len(_BETWEEN_WORDS.findall(run)) for run in runs), default=0)
    return most >= (_FEW if len(runs) == 1 else _MANY)


def with_breaks(text: str) -> str:
    """Returns `text` with ordinary spaces for the no-break spaces between words in such runs.

    Those within a number and after »§« stay, and so do all in runs that have few of them.
    """
    if not keeps_lines_whole(text):
        return text
    is_one = len(_RUN.findall(text)) == 1
    return _RUN.sub(_one_run if is_one else _long_run, text)


def _one_run(run: re.Match[str]) -> str:
    return _BREAKABLE.sub(_ordinary, run[0])


def _long_run(run: re.Match[str]) -> str:
    return _one_run(run) if len(_BETWEEN_WORDS.findall(run[0])) >= _MANY else run[0]


def _ordinary(spaces: re.Match[str]) -> str:
    return " " * len(spaces[0])
