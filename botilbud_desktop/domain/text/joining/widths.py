"""How wide a line is, counted in characters or as the usual typefaces draw it."""

from collections.abc import Callable

_CLASSES = (
    ("ijl|'.,:;!I", 0.27),
    ('ftr()[]/\\-\u00a0 "', 0.33),
    ("ckszvxyJ", 0.5),
    ("mwMW@%—æÆ", 0.85),
    ("ABCDEFGHKLNOPQRSTUVXYZØÅ", 0.68),
)
_WIDTH = {character: width for characters, width in _CLASSES for character in characters}
_OTHER = 0.56
"""The width of most small letters and of digits, in the height of the typeface."""

type Measure = Callable[[str], float]


def drawn(line: str) -> float:
    """Returns about how wide a proportional typeface draws a line, in the height of the typeface."""
    return sum(_WIDTH.get(character, _OTHER) for character in line)


MEASURES: tuple[Measure, ...] = (drawn, len)
"""The second is that of mails and of typewriter faces."""
