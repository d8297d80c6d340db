"""What a checker finds: words, where the form says otherwise, and what it says there."""

from typing import NamedTuple


class Found(NamedTuple):
    """Words that contradict a value."""

    start: int
    end: int
    other: str
    """The path of the value."""
    says: str
    """What the form says: `projektet »Ravnshøj« har 16 pladser i tabellen`."""
    key: object
    """What is said, so that the same is told once."""
