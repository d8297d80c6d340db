"""Finds what a text may say: sentences that hold certain words, and numbers. It never tells what they mean."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import islice

_MOST_SENTENCES = 2
_REACH = 160
"""Characters of a sentence that are shown on either side of the word that was found."""
_MOST_DIGITS = 20

_END_OF_SENTENCE = re.compile(r"\n|(?<!\bjf)(?<!\bca)(?<!\bnr)(?<!\bpr)(?<!\bpkt)(?<!\bevt)[.!?](?=\s+[A-ZÆØÅ»])")
"""A line break, or a stop before a capital letter, but not after an abbreviation."""
_NUMBER = re.compile(
    r"(?<!\d)(?<!\d[.,])(?P<whole>\d{1,3}(?:[.\s]\d{3})+(?!\d)|\d+)(?:,(?P<decimals>\d+))?(?P<millions>\s*mi[ol])?",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def quotations(text: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Returns the first sentences with a word that begins like one of `words`, each on one line in »«.

    A long sentence is cut with `…`, but never in the words that were found. The answers of a while are remembered: the
    overall description is asked the same for each project.
    """
    alternatives = "|".join(re.escape(word) for word in words)
    if not alternatives:
        return ()
    pattern = re.compile(rf"(?<!\w)(?:{alternatives})", re.IGNORECASE)
    return tuple(islice(_sentences(text, pattern), _MOST_SENTENCES))


def has_amount(text: str, thousands: int) -> bool:
    """Whether `text` holds an amount in 1.000 kr.: as 22,9 mio., 22.900 or 22.900.000."""
    amount = Decimal(thousands)
    in_millions = amount / 1000
    return any(
        value in (amount, amount * 1000) or (value == in_millions and (is_millions or value % 1 != 0))
        for value, is_millions in _numbers(text)
    )


def has_number(text: str, numbers: Iterable[int]) -> bool:
    """Whether `text` holds one of `numbers`: as 1.644 or 1644."""
    wanted = {Decimal(number) for number in numbers}
    return any(value in wanted for value, is_millions in _numbers(text) if not is_millions)


def _numbers(text: str) -> Iterator[tuple[Decimal, bool]]:
    """Yields each number, and whether it is followed by `mio.` or `millioner`."""
    for match in _NUMBER.finditer(text):
        whole = re.sub(r"[.\s]", "", match["whole"])
        decimals = match["decimals"] or ""
        if len(whole) + len(decimals) <= _MOST_DIGITS:
            yield Decimal(f"{whole}.{decimals}" if decimals else whole), match["millions"] is not None


def _sentences(text: str, pattern: re.Pattern[str]) -> Iterator[str]:
    shown_to = 0
    for match in pattern.finditer(text):
        if match.start() >= shown_to:
            start, is_cut = _start_of_sentence(text, match.start())
            shown_to, is_cut_off = _end_of_sentence(text, match.end())
            sentence = _on_one_line(text[start:shown_to])
            yield f"»{'… ' * is_cut}{sentence}{' …' * is_cut_off}«"


def _start_of_sentence(text: str, position: int) -> tuple[int, bool]:
    """Returns where the sentence around `position` begins, at most `_REACH` before it, and whether it is cut there."""
    first = max(0, position - _REACH)
    ends = [end.end() for end in _END_OF_SENTENCE.finditer(text, first, position + 1)]
    if ends or first == 0:
        return max(ends, default=0), False
    return text.find(" ", first, position) + 1 or first, True


def _end_of_sentence(text: str, position: int) -> tuple[int, bool]:
    """Returns where the sentence around `position` ends, at most `_REACH` after it, and whether it is cut there."""
    last = min(len(text), position + _REACH)
    end = _END_OF_SENTENCE.search(text, position, last)
    if end is not None or last == len(text):
        return last if end is None else end.end(), False
    return max(text.rfind(" ", position, last), position), True


def _on_one_line(text: str) -> str:
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())
