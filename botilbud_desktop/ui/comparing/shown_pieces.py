"""Which runs of a word difference are shown and announced; no Qt."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from botilbud_desktop.domain.merging.text_merge import Origin
from botilbud_desktop.domain.merging.word_difference import Piece, PieceKind
from botilbud_desktop.domain.values.amounts import format_number

MOST_SHOWN = 20_000
"""Characters of one text that are shown; the rest is counted. Twice what a form accepts, and quick to lay out."""
LONGEST_SPOKEN = 160
"""Characters that are announced of the removed text, and of the added text."""
MOST_LINES_SHOWN = 500
"""Lines of one text that are shown: a line break takes as long to lay out as many characters."""

_NEAR = 90
"""Characters of an unchanged stretch that are kept beside a change."""
_WORTH_HIDING = 60
"""A stretch is shortened only when at least this many characters can be left out."""
_LINE_BREAK = "¶\n"


class Side(StrEnum):
    """The shown text: the earlier one, the later one, or both in one flow."""

    BEFORE = "before"
    AFTER = "after"
    BOTH = "both"


class Run(NamedTuple):
    """Characters of one format. `kind` is None for the program's own words, such as about what is left out."""

    kind: PieceKind | Origin | None
    text: str


_NOTHING = {
    Side.BEFORE: "Intet er fjernet.",
    Side.AFTER: "Intet er tilføjet.",
    Side.BOTH: "Ingen ændringer.",
}


def shown_runs(pieces: Sequence[Piece], side: Side, *, shortened: bool) -> list[Run]:
    """Returns the runs of one side, or of both.

    Args:
        pieces: a word difference.
        side: the side to show.
        shortened: leave out what is unchanged and far from a change.
    """
    runs: list[Run] = []
    for piece, visible in _with_runs(pieces, shortened=shortened):
        if _is_on(piece.kind, side):
            runs.extend(visible)
    return limited(runs)


def is_shortened(pieces: Sequence[Piece]) -> bool:
    """Whether `shortened` leaves out anything of these pieces."""
    return any(run.kind is None for _piece, visible in _with_runs(pieces, shortened=True) for run in visible)


def spoken(pieces: Iterable[Piece], side: Side) -> str:
    """Returns the differences in words for screen readers, limited in length: `Fjernet: 19. Tilføjet: 20.`"""
    of_side = [piece for piece in pieces if _is_on(piece.kind, side)]
    said = [
        f"{words}: {_listed(found)}."
        for words, kind in (("Fjernet", PieceKind.REMOVED), ("Tilføjet", PieceKind.ADDED))
        if (found := [piece.text for piece in of_side if piece.kind is kind])
    ]
    return " ".join(said) or _NOTHING[side]


def _with_runs(pieces: Sequence[Piece], *, shortened: bool) -> Iterator[tuple[Piece, list[Run]]]:
    """Yields each piece with its runs; both sides leave out the same stretches, so that they match side by side."""
    last = len(pieces) - 1
    for index, piece in enumerate(pieces):
        if shortened and last and piece.kind is PieceKind.SAME:
            yield piece, _shortened(piece.text, at_start=index == 0, at_end=index == last)
        else:
            yield piece, [Run(piece.kind, _visible(piece))]


def _is_on(kind: PieceKind, side: Side) -> bool:
    return side is Side.BOTH or kind is PieceKind.SAME or (kind is PieceKind.REMOVED) == (side is Side.BEFORE)


def _visible(piece: Piece) -> str:
    """Returns the text, with `¶` where only a line break was added or removed: it is not visible alone."""
    if piece.kind is PieceKind.SAME or piece.text.strip():
        return piece.text
    return piece.text.replace("\n", _LINE_BREAK)


def _shortened(text: str, *, at_start: bool, at_end: bool) -> list[Run]:
    """Returns an unchanged stretch without its middle; at an end of the text only the side next to a change stays."""
    head = 0 if at_start else _whole_words(text[:_NEAR])
    tail = 0 if at_end else _whole_words(text[: -_NEAR - 1 : -1])
    hidden = len(text) - head - tail
    if hidden < _WORTH_HIDING:
        return [Run(PieceKind.SAME, text)]
    before, after = text[:head], text[len(text) - tail :]
    about = f"{_space_after(before)}… {format_number(hidden)} tegn uændret …{_space_before(after)}"
    runs = [Run(PieceKind.SAME, before), Run(None, about), Run(PieceKind.SAME, after)]
    return [run for run in runs if run.text]


def _space_after(text: str) -> str:
    return " " if text and not text[-1].isspace() else ""


def _space_before(text: str) -> str:
    return " " if text and not text[0].isspace() else ""


def _whole_words(text: str) -> int:
    """Returns how many characters end with a whole word, or all where that leaves few."""
    end = max(text.rfind(" "), text.rfind("\n")) + 1
    return end if end > len(text) // 2 else len(text)


def limited(runs: Iterable[Run]) -> list[Run]:
    """Returns the first `MOST_SHOWN` characters and `MOST_LINES_SHOWN` lines; the characters left out are counted."""
    shown: list[Run] = []
    room, lines, left_out = MOST_SHOWN, MOST_LINES_SHOWN, 0
    for run in runs:
        if text := _first_lines(run.text[:room], lines):
            shown.append(Run(run.kind, text))
        room -= len(text)
        lines -= text.count("\n")
        if lines <= 0:
            room = 0
        left_out += len(run.text) - len(text)
    if left_out:
        shown.append(Run(None, f" … {format_number(left_out)} tegn mere …"))
    return shown


def _first_lines(text: str, count: int) -> str:
    """Returns the text up to its line break number `count`; all of it when it has fewer."""
    if text.count("\n") < count:
        return text
    end = 0
    for _line in range(count):
        end = text.index("\n", end) + 1
    return text[:end]


def _listed(texts: Iterable[str]) -> str:
    whole = ""
    for text in texts:
        words = " ".join(text[: LONGEST_SPOKEN + 1].split()) or ("linjeskift" if "\n" in text else "mellemrum")
        whole = f"{whole}; {words}" if whole else words
        if len(whole) > LONGEST_SPOKEN:
            return f"{whole[: LONGEST_SPOKEN - 1].rstrip()}…"
    return whole.rstrip(".")
