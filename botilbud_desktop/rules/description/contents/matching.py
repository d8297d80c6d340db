"""What a reader of one content is given of a sentence, and what it gives back."""

from typing import NamedTuple

from botilbud_desktop.rules.description.contents.evidence import Reason

KEPT_WORDS = 64
"""So many headings and sentences are remembered: each is looked at again for what stands below it."""


class Said(NamedTuple):
    """The words to look in, in small letters; what is taken back is blank in `words`."""

    words: str
    heading: str
    """The headings above, and the question that it may answer."""
    before: str
    """The sentence before it where it goes on: »Vi regner med 25 pct.«; else ""."""
    previous: str
    """The sentence before it in the same paragraph, whether it goes on or not; else ""."""
    years: tuple[int, ...]
    """The years of the round."""
    earlier: str = ""
    """The two sentences before it in the same paragraph."""
    is_asked_beside: bool = False
    """Whether the ministry's own words stand in the same sentence, and this is what is left of it."""
    is_named: bool = False
    """Whether the name of a project of the table stands in the sentence."""


class Found(NamedTuple):
    """What is found in the words."""

    gives: frozenset[str] = frozenset()
    at: tuple[int, ...] = ()
    is_about: bool = False
    """Whether the words are about the content, though they may give nothing."""
    why: Reason = Reason.NO_VALUE
    """Why they give nothing."""


NOTHING = Found()
