"""Compares a text copied back from the web form with the text that was transferred to it."""

import html
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from botilbud_desktop.domain.text.character_names import describe_character
from botilbud_desktop.domain.text.common_ends import common_start
from botilbud_desktop.domain.text.counting import count_characters, normalise
from botilbud_desktop.domain.values.dates import parse_date
from botilbud_desktop.domain.values.not_understood import NotUnderstoodError

CONTEXT = 24
"""The number of characters shown before and after a difference."""

_NAMES = {
    "\n": "linjeskift",
    "\t": "tabulator",
    " ": "mellemrum",
    "\u00a0": "hårdt mellemrum",
    "\u00ad": "blød bindestreg",
}
_LOOKAHEAD = 8
_SPECIAL = "<>&\"'\n\t"
"""ASCII characters that forms replace."""
_PLAIN = {"\u00a0": " ", "\u2019": "'", "\u2018": "'", "\u201d": '"', "\u201c": '"', "\u2013": "-", "\u2014": "-"}
_WIDER = ("\u2026", "...")
_WRITTEN_NUMBER = re.compile(r"-?(?:[0-9]+|[0-9]{1,3}(?:[. \u00a0][0-9]{3})+)(?:,[0-9]+)?")
_HALF = re.compile("[\ud800-\udbff\ufffd]$")
"""The rest of a character beyond U+FFFF when a text was cut in the middle of it."""
_WHITE_AT_LINE_END = re.compile(r"[ \t\u00a0]+(?=\n)")


class Outcome(StrEnum):
    """The outcome of a comparison."""

    SAME = "same"
    WRITTEN_DIFFERENTLY = "written_differently"
    """The same number or date, such as `22.900` for `22900`."""
    REPLACED = "replaced"
    """The same except for characters that the form replaced or dropped."""
    CUT = "cut"
    """The web form's text ends before the draft's does."""
    LONGER = "longer"
    """The web form's text goes on after the end of the draft's."""
    DIFFERENT = "different"


class Replacement(NamedTuple):
    """A character that the web form replaced: which, by what (nothing when dropped), and how often."""

    character: str
    by: str
    occurrences: int

    @property
    def description(self) -> str:
        """The Danish name of the character."""
        return name_of(self.character)


class Difference(NamedTuple):
    """The first position where the texts differ, with some text on both sides of it."""

    line: int
    """The line of the draft's text, counted from 1."""
    before: str
    """The text before it in both."""
    ours: str
    """The draft's text from there on; empty at its end."""
    theirs: str
    """The web form's text from there on; empty at its end."""


class Comparison(NamedTuple):
    """The result of comparing the web form's text with the draft's."""

    outcome: Outcome
    replaced: tuple[Replacement, ...] = ()
    difference: Difference | None = None
    missing: int = 0
    """How many characters the web form's text lacks at its end (a line break counts one), when it was cut."""

    @property
    def differs(self) -> bool:
        """Whether the web form's text is another one than the draft's."""
        return self.outcome not in (Outcome.SAME, Outcome.WRITTEN_DIFFERENTLY)


def compare_pasted(ours: str, pasted: str) -> Comparison:
    """Compares the draft's text with the web form's.

    Kinds of line breaks, and white space at the end of lines and of the text, are no difference: browsers add them.
    """
    left, right = _tidied(ours), _tidied(pasted)
    if left == right:
        return Comparison(Outcome.SAME)
    if _means_the_same(left, right):
        return Comparison(Outcome.WRITTEN_DIFFERENTLY)
    at, theirs_at, found = _walk(left, right)
    if left[at : at + 1] > "\uffff" and _HALF.fullmatch(right, theirs_at):
        theirs_at = len(right)
    replaced = tuple(Replacement(character, by, count) for (character, by), count in found.items())
    rest, theirs = left[at:], right[theirs_at:]
    if not rest and not theirs:
        return Comparison(Outcome.REPLACED, replaced)
    difference = Difference(
        line=left.count("\n", 0, at) + 1,
        before=left[max(0, at - CONTEXT) : at],
        ours=rest[:CONTEXT],
        theirs=theirs[:CONTEXT],
    )
    if not theirs:
        return Comparison(Outcome.CUT, replaced, difference, count_characters(rest).form)
    return Comparison(Outcome.DIFFERENT if rest else Outcome.LONGER, replaced, difference)


def name_of(character: str) -> str:
    """Returns the Danish name of a character, or of the text that replaced it."""
    if character in _NAMES:
        return _NAMES[character]
    if len(character) != 1:
        return f"»{character}«"
    return f"»{character}«" if character <= "\u00ff" else describe_character(character)


def _tidied(text: str) -> str:
    return _WHITE_AT_LINE_END.sub("", normalise(text)).rstrip()


def _walk(left: str, right: str) -> tuple[int, int, dict[tuple[str, str], int]]:
    """Returns the index in each text up to which they correspond, and the characters replaced before it."""
    found: dict[tuple[str, str], int] = {}
    one = other = 0
    while one < len(left):
        same = common_start(left[one : one + 512], right[other : other + 512])
        one, other = one + same, other + same
        if same == 512 or one == len(left):
            continue
        by = _replacement(left, one, right, other)
        if by is None and same and (longer := _replacement(left, one - 1, right, other - 1)) and len(longer) > 1:
            one, other, by = one - 1, other - 1, longer  # it begins with the character itself, as &amp; does
        if by is None:
            break
        key = (left[one], by)
        found[key] = found.get(key, 0) + 1
        one, other = one + 1, other + len(by)
    return one, other, found


def _replacement(left: str, one: int, right: str, other: int) -> str | None:
    """Returns what the web form has put in place of the character at `one`; None when it is no replacement."""
    character = left[one]
    if not _may_be_replaced(character):
        return None
    if other == len(right) and one + 1 < len(left):
        return None  # the text was cut off; the character was not dropped
    ahead = left[one + 1 : one + 1 + _LOOKAHEAD]
    there = (by for by in _candidates(character) if right.startswith(by, other))
    fitting = ((_fit(ahead, right, other + len(by)), by) for by in there)
    best, by = max(fitting, key=lambda fit: fit[0], default=(0, ""))
    return by if best else None


def _may_be_replaced(character: str) -> bool:
    return not character.isascii() or character in _SPECIAL


def _fit(ahead: str, right: str, start: int) -> int:
    """Returns how well the web form's text from `start` matches `ahead`: 0 when it does not."""
    theirs = right[start : start + _LOOKAHEAD]
    same = common_start(ahead, theirs)
    certain = next((index for index, character in enumerate(ahead) if _may_be_replaced(character)), len(ahead))
    if same == len(ahead) or (same == len(theirs) and theirs):
        return _LOOKAHEAD + 1
    return certain + 1 if same >= certain and theirs else 0


def _candidates(character: str) -> Iterator[str]:
    """Yields what forms put in place of a character, the likeliest first; the empty text (dropped) last."""
    yield html.escape(character)
    yield f"&#{ord(character)};"
    yield f"&#x{ord(character):x};"
    if character == _WIDER[0]:
        yield _WIDER[1]
    if not character.isascii():
        yield character.encode("utf-8").decode("cp1252", "replace")
        yield character.encode("utf-8").decode("latin-1")
        if character > "\uffff":
            yield "??"
        yield _PLAIN.get(character, "?")
    yield from ("?", "\ufffd", "\u00bf", " ", "_", "")


def _means_the_same(left: str, right: str) -> bool:
    """Whether both are the same number or the same date."""
    if len(left) > CONTEXT or len(right) > 2 * CONTEXT:
        return False
    if re.fullmatch(r"-?[0-9]+(,[0-9]+)?", left):
        return _WRITTEN_NUMBER.fullmatch(right) is not None and _number(left) == _number(right)
    try:
        return parse_date(left) == parse_date(right)
    except NotUnderstoodError:
        return False


def _number(text: str) -> str:
    whole, _comma, decimals = re.sub(r"[. \u00a0]", "", text).partition(",")
    return f"{whole},{decimals.rstrip('0')}"
