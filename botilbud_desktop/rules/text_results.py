"""What the rules say of the words of a text: which required contents it holds, and what contradicts the form's values.

Positions are indices of the text as the model holds it, the end not included.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from botilbud_desktop.domain.notes.records import ContentVerdict, InsertedFact


class Span(NamedTuple):
    """A piece of a text."""

    start: int
    end: int


class Coverage(StrEnum):
    """Whether a text holds a required content (*krævet oplysning*)."""

    COVERED = "covered"
    UNCERTAIN = "uncertain"
    """Words of it are there, but not for certain what is asked for: a person must read."""
    NOT_COVERED = "not_covered"


COVERAGE_WORDS: Mapping[Coverage, str] = MappingProxyType(
    {Coverage.COVERED: "Dækket", Coverage.UNCERTAIN: "Usikker", Coverage.NOT_COVERED: "Ikke dækket"}
)
"""The three states in Danish, everywhere."""


class JudgedContent(NamedTuple):
    """One required content of the overall description, as the program judges it, and as the user does."""

    number: int
    """The ministry's number, from 1."""
    coverage: Coverage
    """The program's own judgement."""
    reason: str = ""
    """Why it is not covered or uncertain, in one Danish sentence; "" where it is covered."""
    spans: tuple[Span, ...] = ()
    """The sentences that cover it, or that are in doubt, in the order of the text."""
    verdict: ContentVerdict | None = None
    """The user's own verdict, which goes before the program's."""

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to do: the user says it is covered, or the program does and the user is silent."""
        if self.verdict is not None:
            return self.verdict is ContentVerdict.COVERED
        return self.coverage is Coverage.COVERED


class Contradiction(NamedTuple):
    """Words of a text that do not agree with a value of the form or with the register of municipalities."""

    field: str
    """The path of the text, such as `description`."""
    span: Span
    """Where the words stand in it."""
    other: str
    """The path of the value that says otherwise, such as `projects[0].places` or `applicant.municipality_code`."""
    message: str
    """One Danish sentence that names both places: what the text says, and what the form says."""
    words: str = ""
    """The words themselves: `19 pladser`."""


class StaleFact(NamedTuple):
    """A sentence that was put into the overall description from the table, and that the table no longer bears."""

    entry: InsertedFact
    row: int
    """The index of its entry in `inserted_facts`; of two that are alike, the first."""
    about: str
    """What it is about, in a sentence: `lånet`."""
    span: Span
    """The place in the description."""
    made: str
    """What the table tells now; "" where it tells nothing."""
    missing: str
    """What is missing in the table, in Danish sentences; where it tells something, for other projects."""
