"""What pages and panes render: the open draft at one moment, with what the rules say of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import Status
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.progress import StepStatus
from botilbud_desktop.rules.results import Assessment, Finding, Severity

_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


@dataclass(frozen=True, eq=False, repr=False)
class View:
    """What there is to see at one moment."""

    application: Application
    unfinished: Mapping[str, str]
    round: Round
    assessment: Assessment
    revealed: frozenset[str]
    """The fields whose findings may be shown: those left with content, or asked about with Næste or Kontrollér."""
    reveal_all: bool
    status: Status
    read_only: bool
    is_held: bool
    """Whether it is read-only because somebody else has it open."""
    transfer: StepStatus = StepStatus.NOT_STARTED
    """How far the transfer to the web form has come."""

    @cached_property
    def findings_by_field(self) -> dict[str, list[Finding]]:
        """The findings of each field, the weightiest first."""
        found: dict[str, list[Finding]] = {}
        for finding in sorted(self.assessment.findings, key=lambda finding: _WEIGHT[finding.severity]):
            found.setdefault(finding.field, []).append(finding)
        return found

    def is_revealed(self, path: FieldPath) -> bool:
        """Whether the findings of the field at `path` may be shown at it."""
        return self.reveal_all or str(path) in self.revealed

    def findings_at(self, path: FieldPath) -> list[Finding]:
        """All findings of the field at `path`, the weightiest first."""
        return self.findings_by_field.get(str(path), [])
