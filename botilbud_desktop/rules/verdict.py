"""The verdict in words: what stands in the way of an approval, and what is to be looked at before it.

A draft is only called in order when nothing is left to look at: no page says so, or offers *Godkend* first, while a
criterion is not met, must be assessed or lacks information, or while a warning stands.
"""

from collections import Counter
from enum import StrEnum
from typing import NamedTuple

from botilbud_desktop.domain.values.amounts import counted, format_number
from botilbud_desktop.rules.results import Assessment, Finding, Outcome, Severity

_PROBLEMS = "Der er problemer"
_FULFILLED = "Alt er udfyldt, og alle kriterier er opfyldt."


class VerdictState(StrEnum):
    """How a draft stands."""

    PROBLEMS = "problems"
    """An error blocks approval."""
    DOUBTS = "doubts"
    """It can be approved, but a criterion is not clearly met, or a warning stands."""
    FULFILLED = "fulfilled"
    """All criteria are met, and there is no warning."""


class Verdict(NamedTuple):
    """The state of a draft and its Danish headline."""

    state: VerdictState
    headline: str

    @property
    def approval_comes_first(self) -> bool:
        """Whether *Godkend* may be the default button."""
        return self.state is VerdictState.FULFILLED


def verdict_of(assessment: Assessment) -> Verdict:
    """Returns the verdict on a draft."""
    if assessment.errors:
        return Verdict(VerdictState.PROBLEMS, _PROBLEMS)
    open_points = [*_criteria(assessment), *_warnings(assessment.findings)]
    if not open_points:
        return Verdict(VerdictState.FULFILLED, _FULFILLED)
    lacks = any(result.outcome is Outcome.MISSING_INFORMATION for result in assessment.criteria)
    beginning = "Der er ingen problemer" if lacks else "Alt er udfyldt"
    return Verdict(VerdictState.DOUBTS, f"{beginning}, men {_joined(open_points)}.")


def _criteria(assessment: Assessment) -> list[str]:
    """Returns what is open in the criteria, worst first; `kriterier` is said once."""
    counts = Counter(result.outcome for result in assessment.criteria)
    said: list[str] = []
    for outcome, words in (
        (Outcome.NOT_MET, "er ikke opfyldt"),
        (Outcome.MISSING_INFORMATION, "mangler oplysninger"),
        (Outcome.NEEDS_ASSESSMENT, "skal vurderes"),
    ):
        if number := counts[outcome]:
            told = format_number(number) if said else counted(number, "kriterium", "kriterier")
            said.append(f"{told} {words}")
    return said


def _warnings(findings: tuple[Finding, ...]) -> list[str]:
    number = sum(finding.severity is Severity.WARNING for finding in findings)
    return [f"der er {counted(number, 'ting', 'ting')} at være opmærksom på"] if number else []


def _joined(clauses: list[str]) -> str:
    """Returns main clauses as one sentence; Danish sets a comma before the `og` that joins them."""
    return clauses[0] if len(clauses) == 1 else f"{', '.join(clauses[:-1])}, og {clauses[-1]}"
