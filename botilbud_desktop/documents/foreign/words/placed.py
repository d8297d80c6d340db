"""Text with its place upon a page as it is shown: x from the left, y upwards, in points."""

from typing import NamedTuple


class Placed(NamedTuple):
    """Letters that follow each other."""

    text: str
    left: float
    right: float
    bottom: float
    """Of the line that the letters stand on."""
    size: float
    is_bold: bool = False
    is_unseen: bool = False
    """Whether it is not drawn, as the text that a scanner recognised."""


class Rule(NamedTuple):
    """A line that is drawn from left to right, such as the border of a row."""

    left: float
    right: float
    height: float
    """How far up it stands."""


class Wall(NamedTuple):
    """A line that is drawn upwards, such as the border of a column."""

    across: float
    """How far from the left it stands."""
    bottom: float
    top: float


class PageText(NamedTuple):
    """What one page shows."""

    placed: tuple[Placed, ...]
    rules: tuple[Rule, ...] = ()
    walls: tuple[Wall, ...] = ()
    turned: str = ""
    """Text that does not run from left to right."""
    pictures: int = 0
