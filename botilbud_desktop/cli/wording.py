"""Danish wording that several commands use."""

from botilbud_desktop.documents.values import field_name
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.rules.results import Assessment, Finding
from botilbud_desktop.storage.draft.draft_file import OpenedDraft


def finding_line(finding: Finding, draft: OpenedDraft) -> str:
    """Returns a finding with the name of its field: `Projekt 1: Navn. Skriv et navn.`"""
    name = field_name(finding.field, draft.round, draft.application)
    return f"{name}. {finding.message}" if name else finding.message


def number_of_errors(assessment: Assessment) -> str:
    """Returns `1 problem`, `5 problemer`."""
    return counted(len(assessment.errors), "problem", "problemer")
