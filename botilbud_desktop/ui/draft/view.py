"""What pages and panes render: the open draft at one moment, with the results of the rules."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import Status
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.progress import StepStatus
from botilbud_desktop.rules.results import Assessment, Finding, Severity

if TYPE_CHECKING:
    from botilbud_desktop.domain.commenting.places import Placed

_SEVERITY_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


class View(NamedTuple):
    """The open draft as it is shown at one moment."""

    application: Application
    half_typed: Mapping[str, str]
    round: Round
    assessment: Assessment
    today: date
    """The day that the rules judge by and that the papers carry."""
    findings_by_field: Mapping[str, list[Finding]]
    """See the function `findings_by_field`."""
    revealed: frozenset[str]
    """The fields whose findings may be shown: those left with content, or on a page left with »Næste«."""
    reveal_all: bool
    status: Status
    read_only: bool
    is_held: bool
    """Whether it is read-only because somebody else has it open."""
    transfer: StepStatus = StepStatus.NOT_STARTED
    """How far the transfer to the web form has come."""
    comments: "Placed" = ()
    """The comments of colleagues with their places; the same object as long as neither has changed."""
    compares_texts: bool = True
    """Whether its texts were compared with the form; right after it was opened they are not yet."""

    def is_revealed(self, path: FieldPath) -> bool:
        """Whether the findings of the field at `path` may be shown at it."""
        return self.reveal_all or str(path) in self.revealed

    def findings_at(self, path: FieldPath) -> list[Finding]:
        """Returns all findings of the field at `path`, the most severe first."""
        return self.findings_by_field.get(str(path), [])


def findings_by_field(assessment: Assessment) -> Mapping[str, list[Finding]]:
    """Returns the findings of each field, the most severe first."""
    found: dict[str, list[Finding]] = {}
    for finding in sorted(assessment.findings, key=lambda finding: _SEVERITY_ORDER[finding.severity]):
        found.setdefault(finding.field, []).append(finding)
    return found
