"""All places at which a text can be made shorter, and what is repeated in it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from botilbud_desktop.domain.text.counting import normalise
from botilbud_desktop.rules.shortening.blanks import blanks
from botilbud_desktop.rules.shortening.figures import amounts, dates
from botilbud_desktop.rules.shortening.kept import kept_places
from botilbud_desktop.rules.shortening.repetitions import Repetition, repetitions
from botilbud_desktop.rules.shortening.saving import Saving, SavingKind, apart, saving
from botilbud_desktop.rules.shortening.shorter_words import Table
from botilbud_desktop.rules.shortening.wordings import wordings


class LongText(NamedTuple):
    """A text to be made shorter, and what is known beside it."""

    path: str
    text: str
    others: tuple[tuple[str, str], ...] = ()
    """Paths and words of the other texts of the application."""
    names: tuple[str, ...] = ()
    """Names, and sentences of others, that stay as they are."""
    needed: tuple[tuple[int, int], ...] = ()
    """Places that hold what the form requires: no sentence there is offered to go because of another text."""


class Shortening(NamedTuple):
    """What can be made shorter in a text."""

    savings: tuple[Saving, ...]
    """Offered replacements that do not overlap, in the order of the text."""
    repeated: tuple[Repetition, ...]
    """Sentences that say what stands elsewhere, without an offer: somebody must read both."""


def shortening(long: LongText, table: Table) -> Shortening:
    """Returns what can be made shorter in a text, in time that grows as the text does.

    A text that is not composed (NFC) as the form's count has it gets no offers; what is typed or pasted here always is.
    """
    text = long.text
    if normalise(text) != text:
        return Shortening((), ())
    found = repetitions(long.path, text, long.others)
    removals = {one: _removal(one, long) for one in found if one.is_literal}
    offered = apart(_all(text, table, removals.values()), kept_places(text, long.names))
    gone = {one for one in offered if one.kind is SavingKind.REPEATED}
    return Shortening(offered, tuple(one for one in found if removals.get(one) not in gone))


def _all(text: str, table: Table, removals: Iterable[Saving | None]) -> Iterator[Saving]:
    for several in (removals, dates(text), amounts(text), wordings(text, table), blanks(text)):
        yield from (one for one in several if one is not None)


def _removal(repetition: Repetition, long: LongText) -> Saving | None:
    """Returns the removal of a sentence, with the white space before it, or after it where it is the first."""
    one, text = repetition.sentence, long.text
    is_elsewhere = repetition.of.path != long.path
    if not _is_told(one.words) or one.words in long.names:
        return None
    if is_elsewhere and any(start < one.end and one.start < end for start, end in long.needed):
        return None
    start, end = one.start, one.end
    before = _last_word_end(text, start)
    if before and (text[end : end + 1] in ("", "\n") or "\n" not in text[before:start]):
        start = before
    else:
        end = _next_word(text, end)
    return saving(text, start, end, "", SavingKind.REPEATED, repetition.of.path if is_elsewhere else "")


def _is_told(words: str) -> bool:
    """Whether it is a sentence that tells something: no heading, question, row of a table or item of a list."""
    return words.endswith((".", "!")) and words[0] not in "-–—*•·|" and "\t" not in words and "|" not in words


def _last_word_end(text: str, position: int) -> int:
    while position and text[position - 1] in " \n":
        position -= 1
    return position


def _next_word(text: str, position: int) -> int:
    while position < len(text) and text[position] in " \n":
        position += 1
    return position
