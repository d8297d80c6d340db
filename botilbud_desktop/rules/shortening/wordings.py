"""Finds long expressions of the table in a text, where the shorter ones mean the same and the grammar holds."""

import re
from collections.abc import Iterator

from botilbud_desktop.rules.shortening.neighbours import neighbours
from botilbud_desktop.rules.shortening.saving import Saving, SavingKind, saving
from botilbud_desktop.rules.shortening.shorter_words import COMMA, SIGN, START, ShorterWords, Table, first_word

_WORD = re.compile(r"(?<![^\s(])[^\W\d_]+")
"""A word after a space, the start of the text or a bracket: in `e-mail` or `og/eller` nothing begins within."""
_MAY_FOLLOW = " \n,;:!?)."
_ENDS_A_SENTENCE = ("kr.", "pct.", "osv.", "mv.")
"""Abbreviations whose full stop is also that of a sentence (`domain/text/sentences.py`)."""
_GOVERNING = frozenset({"at", "af", "for", "i", "med", "om", "på", "til", "som"})
"""Words that a later part of the sentence may repeat: `i stand til at bo og at lære`."""
_JOINING = frozenset({"og", "eller", "samt", "men"})
_REPEATED = re.compile(r"(?:\b(?:og|eller|samt|men)\b|,)(?: [^\W\d_]+){0,2}? (at|af|for|i|med|om|på|til|som)\b")
_NO_COMMA_AFTER = """
    alene at bare blot bl både delvis delvist dels eller enten er først formentlig hovedsagelig hovedsageligt hverken
    ikke især kun men muligvis navnlig netop og også primært sandsynligvis simpelthen udelukkende var
"""
_ADVERBS = frozenset(_NO_COMMA_AFTER.split())
"""Words after which no comma goes before the clause: `kun hvis`, `især fordi`."""
_VERBS = frozenset({"er", "var", "være", "har", "havde", "have"})
_CARRIED_OUT = ("foretag", "gennemfør")
_JOINT = re.compile(r"(?:\b(?:og|eller|samt|men)\b|,)(?P<words>(?: [^\W\d_]+){0,2})")
_CLAUSE = frozenset(
    {"at", "da", "der", "fordi", "før", "hvad", "hvilket", "hvis", "hvor", "inden", "mens", "når", "selv", "som", "så"}
)
"""Words that begin a clause."""
_FINITE = frozenset(
    {"bliver", "blev", "er", "var", "har", "havde", "kan", "kunne", "må", "skal", "skulle", "vil", "ville"}
)
_REST = re.compile(r"[^.!?\n]*")
_LONGEST_REST = 400


def wordings(text: str, table: Table) -> Iterator[Saving | None]:
    """Yields the shorter expressions; where two begin at one word, the one for the longer."""
    lowered = text.lower()
    if len(lowered) != len(text):  # one letter of another alphabet is two when small: no index would fit
        return
    end = 0
    for found in _WORD.finditer(text):
        start = found.start()
        if start < end:
            continue
        for entry in table.get(found[0].lower(), ()):
            if lowered.startswith(entry.long, start):
                one = _shorter(text, start, entry)
                if one is not None:
                    yield one
                    end = one.end
                    break


def _shorter(text: str, start: int, entry: ShorterWords) -> Saving | None:
    end = start + len(entry.long)
    beside = neighbours(text, start, end)
    is_large = text[start].isupper()
    if text[start + 1 : end] != entry.long[1:] or text[end : end + 1] not in _MAY_FOLLOW:
        return None
    if is_large and not beside.is_at_start:
        return None  # part of a name
    before = START if is_large or beside.is_at_line_start else beside.before
    if not _holds(entry, before, beside.after) or _repeats(text, end, entry) or _shares_its_verb(text, end, entry):
        return None
    end = _end_with_stop(text, end, entry.short)
    short = entry.short
    if short.startswith(","):
        if before in (START, COMMA, SIGN, *_ADVERBS) or text[start - 1] != " ":
            return None
        start -= 1
    elif is_large:
        if short.endswith("."):
            return None  # no sentence begins with an abbreviation
        short = f"{short[0].upper()}{short[1:]}"
    return None if end < 0 else saving(text, start, end, short, SavingKind.WORDING)


def _holds(entry: ShorterWords, before: str, after: frozenset[str]) -> bool:
    """Whether the entry's conditions hold."""
    if after & entry.not_before or before in entry.not_after:
        return False
    if entry.only_before and not after & entry.only_before:
        return False
    return not entry.only_after or before in entry.only_after


def _repeats(text: str, end: int, entry: ShorterWords) -> bool:
    """Whether a part of the sentence may hang on the last word of the long expression, which the shorter one lacks."""
    last = entry.long.split()[-1]
    if last not in _GOVERNING or entry.short.endswith((last, ".")):
        return False
    if neighbours(text, end, end).after & {*_JOINING, COMMA, SIGN}:
        return True
    rest = _REST.match(text, end, end + _LONGEST_REST)
    if rest is None or rest.end() == end + _LONGEST_REST:
        return True
    return any(found[1] == last for found in _REPEATED.finditer(rest[0]))


def _shares_its_verb(text: str, end: int, entry: ShorterWords) -> bool:
    """Whether a later part of the sentence may hang on a verb that the shorter expression lacks.

    `er beliggende i byen og opført i 1974`, `foretager en vurdering af behovet og en prioritering`: each part after a
    comma or a conjunction must have a verb of its own, or begin a clause.
    """
    first = first_word(entry.long)
    if first == first_word(entry.short) or not (first in _VERBS or first.startswith(_CARRIED_OUT)):
        return False
    rest = _REST.match(text, end, end + _LONGEST_REST)
    joints = _JOINT.finditer("" if rest is None else rest[0].lower())
    return any(not _stands_alone(joint["words"].split()) for joint in joints)


def _stands_alone(words: list[str]) -> bool:
    return bool(words) and (words[0] in _CLAUSE or not _FINITE.isdisjoint(words))


def _end_with_stop(text: str, end: int, short: str) -> int:
    """Returns where the replacement ends; after the full stop where the abbreviation has it too; -1 where none fits."""
    if not short.endswith("."):
        return end
    following = text[end : end + 2]
    if short.endswith(_ENDS_A_SENTENCE):
        if following.startswith(".") and following != "..":
            return end + 1
        return -1 if text[end + 1 : end + 2].isupper() or following.startswith(".") else end
    return -1 if not following or following[0] in ".!?\n" else end
