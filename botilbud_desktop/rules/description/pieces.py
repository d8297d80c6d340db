"""A sentence of a description with what it tells and whom it is about."""

from typing import NamedTuple

from botilbud_desktop.rules.description.parts import Part
from botilbud_desktop.rules.description.reading import Told


class Piece(NamedTuple):
    """A sentence with what it tells and whom it is about."""

    part: Part
    told: Told
    projects: frozenset[int]
    """Empty where it is of one project, and the words do not tell which."""
