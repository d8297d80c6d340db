"""How two lines that belong together are joined: which hyphens fall away, and where a space belongs (Danish rules)."""

import re
from collections.abc import Collection
from typing import NamedTuple

HYPHENS = "-\u2010\u2011"
"""Hyphens at the end of a line that are seen; a soft one always falls away."""
_SOFT = "\u00ad"
_HANGING = frozenset({"og", "eller", "samt", "men", "hhv", "til", "såvel"})
"""A hyphen before one of these stands for the end of a later word: `bo- og døgntilbud`."""
_KEEP_HYPHEN = frozenset({"it", "tv", "cd", "pc", "ikke", "non", "ex", "eks", "co"})
"""Small words whose compounds are written with a hyphen: `it-system`, `ikke-kommunale`."""
_END = 100
_LAST_WORD = re.compile(rf"[^\s(»«“”\"]*[{HYPHENS}{_SOFT}]\Z")
_FIRST_WORD = re.compile(r"[^\W_]+")
_WORD_WITH_HYPHEN = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+")


class Joint(NamedTuple):
    """How two lines are joined."""

    text: str
    """Both lines as one."""
    word: str = ""
    """The word that was put together without the hyphen at its cut; "" when there was none."""


def joined_pair(first: str, second: str, known: Collection[str] = ()) -> Joint:
    """Joins two lines of one paragraph. `der-` and `for` become `derfor`; `bo-` and `og` stay `bo- og`.

    `known` are the words that stand uncut in the same text, casefolded (see `known_words`): they decide
    where the hyphen may belong to the word.
    """
    first, second = first.rstrip(), second.lstrip()
    cut = _LAST_WORD.search(first)
    if cut is None or len(cut[0]) == 1:
        closes_up = first.endswith("/") and not first.endswith(" /")
        return Joint(f"{first}{second}" if closes_up or not first or not second else f"{first} {second}")
    start = cut[0][:-1]
    follows = _FIRST_WORD.match(second)
    if follows is None:
        return Joint(f"{first} {second}".rstrip())
    if first.endswith(_SOFT):
        return Joint(f"{first[:-1]}{second}", f"{start}{follows[0]}")
    if follows[0].casefold() in _HANGING:
        return Joint(f"{first} {second}")
    if _keeps_hyphen(start, follows[0], known):
        return Joint(f"{first}{second}")
    return Joint(f"{first[:-1]}{second}", f"{start}{follows[0]}")


def joined_ends(first: str, second: str, known: Collection[str] = ()) -> str:
    """Returns `joined_pair` as one text; only the ends that meet are looked at, however long `first` is."""
    start = max(0, len(first) - _END)
    return first[:start] + joined_pair(first[start:], second, known).text


def known_words(text: str) -> frozenset[str]:
    """Returns the words of a text that stand whole within its lines, casefolded, with and without hyphens."""
    folded = text.casefold()
    return frozenset(_WORD_WITH_HYPHEN.findall(folded)) | frozenset(_WORD.findall(folded))


def _keeps_hyphen(start: str, end: str, known: Collection[str]) -> bool:
    """Whether the hyphen belongs to the word itself: `KKR-mødet`, `107/108-boliger`, `Anne-Marie`, `e-mail`."""
    if not start[-1].isalpha():
        return True
    own = _WORD.findall(start)[-1:]
    last = own[0] if own else ""
    if f"{last}-{end}".casefold() in known:
        return True
    if f"{last}{end}".casefold() in known:
        return False
    return not end[0].islower() or len(last) == 1 or last[1:] != last[1:].lower() or start.casefold() in _KEEP_HYPHEN
