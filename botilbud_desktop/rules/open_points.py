"""How much is open in a draft, as *Kontrol* lists it: problems, criteria to look at, and warnings."""

from typing import NamedTuple

from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.rules.results import Assessment, Outcome, Severity

NOTHING_OPEN = "Intet udestår"


class OpenPoints(NamedTuple):
    """The numbers of what is open."""

    problems: int
    """Errors, which block approval."""
    criteria: int
    """Criteria that are not met, lack information or must be judged, counted for each project."""
    warnings: int


def open_points(assessment: Assessment) -> OpenPoints:
    """Returns how much is open in an assessed draft."""
    return OpenPoints(
        len(assessment.errors),
        sum(result.outcome is not Outcome.MET for result in assessment.criteria),
        sum(finding.severity is Severity.WARNING for finding in assessment.findings),
    )


def open_words(points: OpenPoints) -> str:
    """Returns what is open in a few words: `3 problemer, 2 kriterier at se på, 1 ting at være opmærksom på`."""
    said = (
        _counted(points.problems, "problem", "problemer"),
        _counted(points.criteria, "kriterium at se på", "kriterier at se på"),
        _counted(points.warnings, "ting at være opmærksom på", "ting at være opmærksom på"),
    )
    return ", ".join(part for part in said if part) or NOTHING_OPEN


def _counted(number: int, one: str, more: str) -> str:
    return counted(number, one, more) if number else ""
