"""Judges a description without a table, or with projects of given names and loans."""

from collections.abc import Mapping, Sequence

from botilbud_desktop.rules.description.judging import DescriptionJudge
from botilbud_desktop.rules.text_results import Coverage, JudgedContent
from tests.rules.samples import ROUND

JUDGE = DescriptionJudge(ROUND)
APPLICANT = "851"


def judged(
    text: str, names: Sequence[str] = ("",), loans: Sequence[Mapping[str, int | None]] = ()
) -> dict[int, JudgedContent]:
    """Returns the contents by number; Aalborg applies."""
    return {content.number: content for content in JUDGE.judged(text, names, loans, APPLICANT)}


def covers(number: int, text: str) -> bool:
    """Whether a description covers a content."""
    return judged(text)[number].coverage is Coverage.COVERED
