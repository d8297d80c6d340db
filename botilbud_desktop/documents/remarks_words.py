"""What every paper with remarks (*bemærkninger*) says of them: how far they go, and of which kind each is."""

from botilbud_desktop.documents.values import SEVERITY_WORDS
from botilbud_desktop.rules.results import Assessment, Finding

LIMITS = (
    "Programmet kontrollerer kun det, der kan aflæses af oplysningerne i ansøgningen. Ministeriets vejledning "
    "gælder altid, og det er ministeriet, der afgør, om kriterierne er opfyldt."
)
_MISSING = "Mangler"
_DATE_DEPENDENT = "round."


def lasting_findings(assessment: Assessment) -> list[Finding]:
    """Returns the findings that do not depend on the day (whether the round is open), so that papers do not either."""
    return [finding for finding in assessment.findings if not finding.code.startswith(_DATE_DEPENDENT)]


def kind_of_finding(finding: Finding) -> str:
    """Returns of which kind a finding is, in a word or two."""
    return _MISSING if finding.is_missing else SEVERITY_WORDS[finding.severity]
