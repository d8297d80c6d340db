"""Which runs of a word difference are shown and said; no Qt."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from botilbud_desktop.domain.merging.word_difference import Piece, PieceKind
from botilbud_desktop.domain.values.amounts import format_number

MOST_SHOWN = 20_000
"""Characters of one text that are shown; what is more is counted instead. Twice what a form takes, and quick to lay
out."""
LONGEST_SPOKEN = 160
"""Characters that are said of what was removed, and of what was added."""

_NEAR = 90
"""Characters of an unchanged stretch that stay beside a change."""
_WORTH_HIDING = 60
"""A stretch is shortened when so many characters can be left out."""
_LINE_BREAK = "¶\n"


class Side(StrEnum):
    """What is shown: the earlier text, the later one, or both in one flow."""

    BEFORE = "before"
    AFTER = "after"
    BOTH = "both"


class Run(NamedTuple):
    """Characters that look alike. `kind` is None for the program's own words about what is left out."""

    kind: PieceKind | None
    text: str


_NOTHING = {
    Side.BEFORE: "Intet er fjernet.",
    Side.AFTER: "Intet er tilføjet.",
    Side.BOTH: "Ingen ændringer.",
}


def shown_runs(pieces: Sequence[Piece], side: Side, *, shortened: bool) -> list[Run]:
    """The runs of one side, or of both.

    Args:
        pieces: a word difference.
        side: which of them.
        shortened: leave out what is unchanged and far from a change.
    """
    runs: list[Run] = []
    for piece, visible in _with_look(pieces, shortened=shortened):
        if _is_on(piece.kind, side):
            runs.extend(visible)
    return _limited(runs)


def is_shortened(pieces: Sequence[Piece]) -> bool:
    """Whether anything would be left out of these pieces when they are shortened."""
    return any(run.kind is None for _piece, visible in _with_look(pieces, shortened=True) for run in visible)


def spoken(pieces: Iterable[Piece], side: Side) -> str:
    """What differs in words, such as `Fjernet: 19. Tilføjet: 20.`; for screen readers, and bounded."""
    of_side = [piece for piece in pieces if _is_on(piece.kind, side)]
    said = [
        f"{words}: {_listed(found)}."
        for words, kind in (("Fjernet", PieceKind.REMOVED), ("Tilføjet", PieceKind.ADDED))
        if (found := [piece.text for piece in of_side if piece.kind is kind])
    ]
    return " ".join(said) or _NOTHING[side]


def _with_look(pieces: Sequence[Piece], *, shortened: bool) -> Iterator[tuple[Piece, list[Run]]]:
    """Each piece with its runs. The two sides leave out the same stretches, so that they can be read side by side."""
    last = len(pieces) - 1
    for place, piece in enumerate(pieces):
        if shortened and last and piece.kind is PieceKind.SAME:
            yield piece, _shortened(piece.text, at_start=place == 0, at_end=place == last)
        else:
            yield piece, [Run(piece.kind, _visible(piece))]


def _is_on(kind: PieceKind, side: Side) -> bool:
    return side is Side.BOTH or kind is PieceKind.SAME or (kind is PieceKind.REMOVED) == (side is Side.BEFORE)


def _visible(piece: Piece) -> str:
    """The text; a line break that came or went alone would not be seen."""
    if piece.kind is PieceKind.SAME or piece.text.strip():
        return piece.text
    return piece.text.replace("\n", _LINE_BREAK)


def _shortened(text: str, *, at_start: bool, at_end: bool) -> list[Run]:
    """An unchanged stretch without its middle; at the ends of the text a change is on one side only."""
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
    """How many characters of `text` end with a whole word, or all of them where that would leave little."""
    end = max(text.rfind(" "), text.rfind("\n")) + 1
    return end if end > len(text) // 2 else len(text)


def _limited(runs: Iterable[Run]) -> list[Run]:
    shown: list[Run] = []
    room, left_out = MOST_SHOWN, 0
    for run in runs:
        if text := run.text[:room]:
            shown.append(Run(run.kind, text))
        room -= len(text)
        left_out += len(run.text) - len(text)
    if left_out:
        shown.append(Run(None, f" … {format_number(left_out)} tegn mere …"))
    return shown


def _listed(texts: Iterable[str]) -> str:
    whole = ""
    for text in texts:
        words = " ".join(text[: LONGEST_SPOKEN + 1].split()) or ("linjeskift" if "\n" in text else "mellemrum")
        whole = f"{whole}; {words}" if whole else words
        if len(whole) > LONGEST_SPOKEN:
            return f"{whole[: LONGEST_SPOKEN - 1].rstrip()}…"
    return whole.rstrip(".")
