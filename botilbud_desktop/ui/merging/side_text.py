"""One side of a conflict as text, with the words marked that only this side has; no Qt."""

from collections.abc import Iterable
from typing import NamedTuple

from botilbud_desktop.domain.merging.word_difference import Piece, PieceKind, word_difference
from botilbud_desktop.storage.files.printable import printable

LONGEST_SHORT = 48
"""A value of up to this many characters is read at a glance: marked words would only disturb."""
LONGEST_SPOKEN = 120
"""The most characters of a text that are announced, or listed elsewhere."""


class SideText(NamedTuple):
    """The text of one copy."""

    pieces: tuple[Piece, ...]
    """ADDED is what only this copy has, SAME the rest; empty where the copy has no text."""
    lacks: str
    """Shown where the copy has no text."""

    @property
    def is_empty(self) -> bool:
        """Whether this copy has no text."""
        return not self.pieces

    @property
    def brief(self) -> str:
        """The text on one line, limited in length; of a long one only what the other lacks, such as `… 20 … alle …`."""
        own = [piece.text for piece in self.pieces if piece.kind is PieceKind.ADDED]
        if own and len(own) < len(self.pieces):
            return bounded(f"… {' … '.join(own)} …")
        return bounded("".join(piece.text for piece in self.pieces)) or self.lacks


def side_texts(mine: str, theirs: str, before: str, lacks: str) -> tuple[SideText, SideText]:
    """Returns both sides; where one has no text, the other is compared with the common base, if that is known."""
    if not mine or not theirs:
        return SideText(_changed(before, mine), lacks), SideText(_changed(before, theirs), lacks)
    if all(len(side) <= LONGEST_SHORT and "\n" not in side for side in (mine, theirs)):
        return SideText(_unmarked(mine), lacks), SideText(_unmarked(theirs), lacks)
    difference = word_difference(mine, theirs)
    return SideText(_own(difference, PieceKind.REMOVED), lacks), SideText(_own(difference, PieceKind.ADDED), lacks)


def bounded(text: str, longest: int = LONGEST_SPOKEN) -> str:
    """Returns `text` on one line, cut to `longest` characters."""
    return printable(" ".join(text[: 4 * longest].split()), longest)


def _changed(before: str, after: str) -> tuple[Piece, ...]:
    if not before or not after:
        return _unmarked(after)
    return _own(word_difference(before, after), PieceKind.ADDED)


def _own(difference: Iterable[Piece], own: PieceKind) -> tuple[Piece, ...]:
    """Returns one side of a word difference, with what only that side has as ADDED."""
    return tuple(
        Piece(PieceKind.ADDED if piece.kind is own else PieceKind.SAME, piece.text)
        for piece in difference
        if piece.kind in (PieceKind.SAME, own)
    )


def _unmarked(text: str) -> tuple[Piece, ...]:
    return (Piece(PieceKind.SAME, text),) if text else ()
