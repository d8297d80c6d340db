"""The results of the rules as data: outcomes of criteria, findings and counts."""

from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from botilbud_desktop.domain.cost_plan import Allocation, CostBasis
from botilbud_desktop.domain.quantities import Quantities
from botilbud_desktop.domain.steps import Step, step_of_field
from botilbud_desktop.domain.text.counting import TextCount

if TYPE_CHECKING:
    from botilbud_desktop.rules.text_results import Contradiction, JudgedContent, Span, StaleFact


class Outcome(StrEnum):
    """The outcome of a criterion, worst first."""

    NOT_MET = "not_met"
    MISSING_INFORMATION = "missing_information"
    NEEDS_ASSESSMENT = "needs_assessment"
    MET = "met"


class Severity(StrEnum):
    """The severity of a finding; only an error blocks approval."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


type SuggestedValue = int | str | date | CostBasis


class Suggestion(NamedTuple):
    """A value that mends a finding with one click."""

    field: str
    """The path of the field that gets the value; a cost plan's `basis` is a structure."""
    value: SuggestedValue
    """The value as the model holds it."""
    words: str
    """What the link says: `Ret til 23.000`."""


class Finding(NamedTuple):
    """A message about a field, in one Danish sentence."""

    code: str
    severity: Severity
    field: str
    """The path of the field, such as `projects[0].description`."""
    message: str
    detail: int | None = None
    """Which required content is missing, 1-6; None for other findings."""
    suggestions: tuple[Suggestion, ...] = ()
    """Values that mend it, the likeliest first."""
    span: "Span | None" = None
    """The words of the text that it is about; None when it is about the whole field."""

    @property
    def is_missing(self) -> bool:
        """Whether something is not filled in yet, rather than filled in wrongly."""
        return self.code.endswith(("missing", ".none")) and self.detail is None


class CriterionResult(NamedTuple):
    """The outcome of one criterion for one project."""

    project: int
    """The project's index, counted from 0."""
    criterion: int
    outcome: Outcome
    message: str
    """One Danish sentence with the project's own figures."""
    source: str
    """The criterion, verbatim."""
    field: str
    """The path of the field to look at first."""
    suggestions: tuple[Suggestion, ...] = ()
    """Values that give what is missing."""


class LimitedText(NamedTuple):
    """The counts of a text that the form limits."""

    field: str
    limit: int
    length: TextCount


class Totals(NamedTuple):
    """The sums of the table of projects: loan (1.000 kr.) and eligible new places of each year."""

    loan: dict[str, int]
    places: dict[str, int]


class ProjectAllocation(NamedTuple):
    """The allocation of a project's cost plan; None while the plan cannot be allocated."""

    project: int
    allocation: Allocation | None


class _Results(NamedTuple):
    totals: Totals
    texts: tuple[LimitedText, ...]
    criteria: tuple[CriterionResult, ...]
    outcome: Outcome
    allocations: tuple[ProjectAllocation, ...]
    quantities: tuple[Quantities, ...]
    findings: tuple[Finding, ...]
    contents: "tuple[JudgedContent, ...]"
    """The required contents of the overall description; none while it is empty."""
    contradictions: "tuple[Contradiction, ...]"
    """What texts say otherwise than the form's values."""
    stale_facts: "tuple[StaleFact, ...]" = ()
    """Sentences in the description that were made from the table, and that it no longer bears; in the text's order."""


class Assessment(_Results):
    """All results of the rules for an application on a given day. What is computed from them is cached."""

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that block approval."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)

    @cached_property
    def findings_by_step(self) -> dict[Step, tuple[Finding, ...]]:
        """The findings by step, computed once: a draft may have thousands of projects, and each asks for its own."""
        found: dict[Step, list[Finding]] = {}
        for finding in self.findings:
            found.setdefault(step_of_field(finding.field), []).append(finding)
        return {step: tuple(findings) for step, findings in found.items()}

    @cached_property
    def projects_lacking_information(self) -> frozenset[int]:
        """The indices of the projects with a criterion that lacks information."""
        return frozenset(result.project for result in self.criteria if result.outcome is Outcome.MISSING_INFORMATION)

    @cached_property
    def projects_in_doubt(self) -> frozenset[int]:
        """The indices of the projects with a criterion that is not met, or that a person must judge."""
        doubts = (Outcome.NOT_MET, Outcome.NEEDS_ASSESSMENT)
        return frozenset(result.project for result in self.criteria if result.outcome in doubts)

    @property
    def not_met(self) -> tuple[CriterionResult, ...]:
        """The criteria that are not met; approval asks for confirmation of them."""
        return tuple(result for result in self.criteria if result.outcome is Outcome.NOT_MET)
