"""What a sentence tells of a required content."""

from enum import IntEnum
from typing import NamedTuple


class Strength(IntEnum):
    """How much a sentence tells of a content, least first."""

    TAKEN_BACK = 1
    """It postpones or denies it, asks, or leaves a gap."""
    HINT = 2
    """It is about it, but does not give what is asked for."""
    PROOF = 3


class Reason(IntEnum):
    """Why a sentence proves nothing; the value is the order in which it is told."""

    POSTPONED = 1
    GAP = 2
    QUESTION = 3
    DENIED = 4
    CONDITIONAL = 5
    OPEN = 6
    ELSEWHERE = 7
    PASTED = 8
    NOT_DIVIDED = 9
    OTHER_SENSE = 10
    NO_VALUE = 11
    NONE = 12
    WITHDRAWN = 13
    """A sentence further down withdraws it."""


class Evidence(NamedTuple):
    """What one sentence tells of one content."""

    strength: Strength
    gives: frozenset[str] = frozenset()
    """Which parts of the content: a loan's year, the places or the people of the expansion; else »it«."""
    reason: Reason = Reason.NONE
    at: tuple[int, ...] = ()
    """Where in the sentence what it gives stands."""
    spoils: bool = False
    """Whether what it puts off casts doubt on what other sentences give."""


IT = frozenset({"it"})
