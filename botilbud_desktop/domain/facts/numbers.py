"""The numbers of a text, in digits and in words, with their places."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from botilbud_desktop.domain.facts.numerals import NUMERALS

MOST_DIGITS = 15


def _tree(words: Iterable[str]) -> str:
    """Returns a pattern of words by their first letters, which is searched for faster than a list."""
    by_letter = groupby(sorted(words, key=lambda word: (word[0], -len(word))), key=lambda word: word[0])
    return "|".join(f"{letter}(?:{'|'.join(word[1:] for word in rest)})" for letter, rest in by_letter)


_FIRST_LETTERS = "".join(sorted({word[0] for word in NUMERALS}))
_TOKEN = re.compile(
    rf"(?=[0-9{_FIRST_LETTERS}])(?:"
    r"(?:[0-9]{1,3}(?:(?:\.[0-9]{3})+|(?: [0-9]{3})+)(?![0-9])|[0-9]+)(?:,[0-9]+|\.[0-9]{1,2}(?![0-9.]))?"
    rf"|(?<![^\W\d_])(?:{_tree(NUMERALS)})(?![^\W\d_]))"
)
_COMMA = re.compile(rf" komma (?P<decimals>{_tree(NUMERALS)})(?![^\W\d_])")
_YEARS = range(1900, 2200)


class Number(NamedTuple):
    """A number: `digits` / 10**`decimals`."""

    start: int
    end: int
    digits: int
    decimals: int = 0
    is_grouped: bool = False
    """Whether its thousands are set apart: `22.900`."""
    is_word: bool = False

    @property
    def whole(self) -> int | None:
        """The number, where it is whole."""
        return self.digits if not self.decimals else None

    @property
    def is_like_year(self) -> bool:
        """Whether it may be a year: `2026`."""
        return self.digits in _YEARS and not self.decimals and not self.is_grouped


def numbers_in(text: str) -> Iterator[Number]:
    """Yields the numbers of a folded text; those with more than 15 digits are none."""
    last = 0
    for found in _TOKEN.finditer(text):
        token = found[0]
        if found.start() < last:
            continue
        if not token[0].isdecimal():
            word = NUMERALS[token]
            if spoken := _COMMA.match(text, found.end()):  # `ni komma ni`
                decimals, last = str(NUMERALS[spoken["decimals"]]), spoken.end()
                yield Number(found.start(), last, int(f"{word}{decimals}"), len(decimals), is_word=True)
                continue
            is_half = text.endswith("halvt ", 0, found.start())
            yield Number(found.start(), found.end(), word // 2 if is_half else word, is_word=True)
            continue
        start = found.start()
        if start and _is_inside(text, start):
            continue
        whole, comma, decimals = token.partition(",")
        if not comma and "." in token and len(token) - token.rindex(".") != 4:
            whole, _, decimals = token.rpartition(".")
        grouped = whole.replace(".", "").replace(" ", "")
        if len(grouped) + len(decimals) <= MOST_DIGITS:
            yield Number(start, found.end(), int(grouped + decimals), len(decimals), grouped != whole)


def _is_inside(text: str, start: int) -> bool:
    """Whether the digits at `start` are part of a word or of a longer number: `Q3`, `m2`, `1.2.3`."""
    before = text[start - 1]
    if before.isalnum():
        return text[max(0, start - 2) : start] not in ("kr", "kk")
    return before in ".,/" and start > 1 and text[start - 2].isdecimal()
