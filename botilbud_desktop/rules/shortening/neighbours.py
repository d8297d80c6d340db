"""What stands before and after an expression in a text."""

import re
from typing import NamedTuple

from botilbud_desktop.rules.shortening.shorter_words import COMMA, NUMBER, SIGN, START, YEAR

_LONGEST_WORD = 40
_NEXT = re.compile(r" ?(?:(?P<number>\d[\d.,]*)|(?P<word>§{1,2}|[^\W\d_]+))?")
_LAST_WORD = re.compile(r"[^\W_]+\Z")
_YEAR = re.compile(r"(?:19|20|21)\d\d\Z")
_ITEM = re.compile(r"(?:\A|\n)[ \t]*(?:[-–—*•·]|\d{1,2}[.)]|[a-zæøå]\))[ \t]+\Z")
_SENTENCE_END = re.compile(r"[.!?:…][)»”\"]? +\Z")


class Neighbours(NamedTuple):
    """The words beside an expression, in small letters, or the signs of the table for what else stands there."""

    before: str
    after: frozenset[str]
    """One word, or what is true of a number: it may be a year, too."""
    is_at_start: bool
    """Whether a sentence may begin here, if the first letter is large."""
    is_at_line_start: bool
    """Whether nothing goes before on the line but the sign of a list."""


def neighbours(text: str, start: int, end: int) -> Neighbours:
    """Returns what stands beside `text[start:end]`."""
    before = text[max(0, start - _LONGEST_WORD) : start]
    stripped = before.rstrip(" ")
    is_at_line_start = not stripped or stripped.endswith("\n") or _ITEM.search(before) is not None
    word = _LAST_WORD.search(stripped)
    if is_at_line_start:
        last = START
    elif word is not None:
        last = NUMBER if word[0].isdecimal() else word[0].lower()
    else:
        last = COMMA if stripped.endswith(",") else SIGN
    is_at_start = is_at_line_start or _SENTENCE_END.search(before) is not None
    return Neighbours(last, _after(text, end), is_at_start, is_at_line_start)


def _after(text: str, end: int) -> frozenset[str]:
    found = _NEXT.match(text, end, end + _LONGEST_WORD)
    if found is not None and found["number"]:
        number = found["number"].rstrip(".,")
        return frozenset({NUMBER, YEAR} if _YEAR.match(number) else {NUMBER})
    if found is not None and found["word"] and text[end : end + 1] == " ":
        return frozenset({found["word"].lower()})
    return frozenset({COMMA if text[end : end + 1] == "," else SIGN})
