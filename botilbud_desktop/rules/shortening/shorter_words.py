"""Long expressions with shorter ones that mean the same, and where they do: the table in `resources/shortening`.

A line is `long | short`, perhaps with conditions after another `|`, separated by semicolons: `ikke før: at, {komma}`
(not before one of these), `kun før:`, `ikke efter:`, `kun efter:`. Beside words stand signs for other neighbours:
`{tal}` a number, `{år}` a year, `{komma}` a comma, `{tegn}` any other sign or the end of the line, `{start}` the start
of a sentence. A short expression that begins with a comma takes the space before the long one with it.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

START, NUMBER, YEAR, COMMA, SIGN = "{start}", "{tal}", "{år}", "{komma}", "{tegn}"
_CONDITIONS = ("ikke før", "kun før", "ikke efter", "kun efter")
_FIRST_WORD = re.compile(r"\w+")


class ShorterWords(NamedTuple):
    """One entry of the table."""

    long: str
    """In small letters."""
    short: str
    not_before: frozenset[str] = frozenset()
    only_before: frozenset[str] = frozenset()
    """Empty where anything may follow."""
    not_after: frozenset[str] = frozenset()
    only_after: frozenset[str] = frozenset()
    """Empty where anything may go before."""


type Table = Mapping[str, tuple[ShorterWords, ...]]
"""Entries by the first word of the long expression, the longest first."""


class TableError(ValueError):
    """A line of the table is none; the message names it."""


def read_table(lines: str) -> Table:
    """Returns the table that `lines` hold; empty lines and those that begin with `#` are passed over.

    Raises:
        TableError: a line is no entry, or an expression stands there twice.
    """
    entries: dict[str, ShorterWords] = {}
    for line in lines.splitlines():
        if line.strip() and not line.startswith("#"):
            entry = _entry(line)
            if entry.long in entries:
                raise TableError(line)
            entries[entry.long] = entry
    table: dict[str, list[ShorterWords]] = {}
    for entry in sorted(entries.values(), key=_longest_first):
        table.setdefault(first_word(entry.long), []).append(entry)
    return {word: tuple(of_word) for word, of_word in table.items()}


def first_word(expression: str) -> str:
    """Returns the first word of an expression that begins with one."""
    found = _FIRST_WORD.match(expression)
    return found[0] if found else ""


def _longest_first(entry: ShorterWords) -> tuple[int, str]:
    return -len(entry.long), entry.long


def _entry(line: str) -> ShorterWords:
    long, short, *more = (part.strip() for part in f"{line}{'' if '|' in line else '|'}".split("|"))
    if not first_word(long) or not short or long != long.lower() or len(short) >= len(long) or len(more) > 1:
        raise TableError(line)
    conditions = dict.fromkeys(_CONDITIONS, frozenset[str]())
    for condition in filter(None, (part.strip() for part in "".join(more).split(";"))):
        kind, _, words = condition.partition(":")
        if kind not in conditions or not words.strip():
            raise TableError(line)
        conditions[kind] = frozenset(word.strip() for word in words.split(","))
    return ShorterWords(long, short, *(conditions[kind] for kind in _CONDITIONS))
