"""Cleans pasted text of the special characters that Word, web pages and PDF readers add unseen.

Quotation marks, dashes and no-break spaces stay: Windows-1252 has them, and the web form accepts them.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from botilbud_desktop.domain.text.joining.table_rows import readable_rows

_BULLETS = "•‣⁃∙■▪►○●◦➢➤❖✓✔\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc"
_INVISIBLE = "\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_LINE_ENDS = (("\r\n", "\n"), ("\r", "\n"))


class Cleaned(NamedTuple):
    """One kind of character that was cleaned, and its number of occurrences."""

    occurrences: int
    singular: str
    plural: str

    def __str__(self) -> str:
        return f"{self.occurrences} {self.singular if self.occurrences == 1 else self.plural}"


class CleanedText(NamedTuple):
    """A pasted text after cleaning, and what was cleaned."""

    text: str
    cleaned: tuple[Cleaned, ...]


_ROW = ("række fra en tabel", "rækker fra en tabel")


class _Rule(NamedTuple):
    pattern: re.Pattern[str]
    replacement: str | Callable[[re.Match[str]], str]
    singular: str
    plural: str
    counts_characters: bool = False
    """Whether each character of a match counts, rather than each match."""


def _no_break(match: re.Match[str]) -> str:
    return "\u00a0" * len(match[0])


def _plain(match: re.Match[str]) -> str:
    return " " * len(match[0])


_TABS = _Rule(re.compile("\t"), " ", "tabulator", "tabulatorer")
_RULES = (
    _Rule(re.compile("[\x0b\x0c\x85\u2028\u2029]"), "\n", "særligt linjeskift", "særlige linjeskift"),
    _Rule(re.compile("[\u00ad\x1f]+"), "", "blød bindestreg", "bløde bindestreger", counts_characters=True),
    _Rule(re.compile("[\u2010\u2011\x1e]"), "-", "særlig bindestreg", "særlige bindestreger"),
    _Rule(
        re.compile(rf"[{_INVISIBLE}]+|[\u200c\u200d](?![^\x00-\u024f])"),
        "",
        "usynligt tegn",
        "usynlige tegn",
        counts_characters=True,
    ),
    _Rule(
        re.compile(rf"^[ \t\u00a0]*(?:[{_BULLETS}][ \t\u00a0]*|·[ \t\u00a0]+|[o§]\t[ \t]*)(?=\S)", re.MULTILINE),
        "- ",
        "punkttegn",
        "punkttegn",
    ),
    _Rule(re.compile("\ufffc+"), "", "billede eller objekt", "billeder og objekter", counts_characters=True),
    _Rule(re.compile("[\u2007\u202f]+"), _no_break, "særligt mellemrum", "særlige mellemrum", counts_characters=True),
    _Rule(
        re.compile("[\u2000-\u2006\u2008-\u200a\u205f\u3000]+"),
        _plain,
        "særligt mellemrum",
        "særlige mellemrum",
        counts_characters=True,
    ),
    _TABS,
    _Rule(
        re.compile(r"(?<![ \u00a0])[ \u00a0]+(?=\n)"),
        "",
        "linje med mellemrum til sidst",
        "linjer med mellemrum til sidst",
    ),
)
_MAY_NEED_CLEANING = re.compile(r"[^\x00-\x7f]|[\x0b\x0c\x1e\x1f\t]|o\t| \n")


def cleaned_paste(text: str) -> CleanedText:
    """Returns `text` with bullets as hyphens, rows of a table as lines of words, and without invisible characters.

    A space at the very end stays: the text may go into the middle of a sentence. Typed text is never cleaned.
    """
    for line_end, line_feed in _LINE_ENDS:
        text = text.replace(line_end, line_feed)
    if not _MAY_NEED_CLEANING.search(text):
        return CleanedText(text, ())
    found: dict[tuple[str, str], int] = {}
    for rule in _RULES:
        if rule is _TABS:
            text, rows = readable_rows(text)
            found |= {_ROW: rows} if rows else {}
        text, count = _apply(rule, text)
        if count:
            words = (rule.singular, rule.plural)
            found[words] = found.get(words, 0) + count
    return CleanedText(text, tuple(Cleaned(count, *words) for words, count in found.items()))


def _apply(rule: _Rule, text: str) -> tuple[str, int]:
    if not rule.counts_characters:
        return rule.pattern.subn(rule.replacement, text)
    count = sum(len(match[0]) for match in rule.pattern.finditer(text))
    return (rule.pattern.sub(rule.replacement, text), count) if count else (text, 0)
