"""Findings about the application as a whole: who applies, how many projects, the overall description."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from botilbud_desktop.domain.application import Applicant, Application
from botilbud_desktop.domain.approval import is_altered
from botilbud_desktop.domain.choice_wording import WHY_ALTERED
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import ContactTopic
from botilbud_desktop.domain.values.amounts import counted, format_number
from botilbud_desktop.rules.findings.making import error, warning
from botilbud_desktop.rules.findings.required_contents import content_findings
from botilbud_desktop.rules.findings.texts import character_findings, length_findings
from botilbud_desktop.rules.results import Finding, LimitedText
from botilbud_desktop.rules.wording import person

if TYPE_CHECKING:
    from botilbud_desktop.rules.text_results import JudgedContent

_DESCRIPTION = "description"


def applicant_findings(applicant: Applicant) -> Iterator[Finding]:
    """Yields an error when no municipality is chosen."""
    if not applicant.municipality_code:
        yield error("applicant.missing", "applicant.municipality_code", "Vælg den kommune, der ansøger.")


def project_count_findings(application: Application, round_: Round) -> Iterator[Finding]:
    """Yields an error when there are no projects, or more than the form has rows for."""
    number = len(application.projects)
    if number == 0:
        yield error("projects.none", "projects", "Opret mindst ét projekt.")
    elif number > round_.max_projects:
        yield error(
            "projects.too_many",
            "projects",
            f"Der er kun plads til {counted(round_.max_projects, 'projekt', 'projekter')}, "
            f"og kladden har {format_number(number)}. {_whom_to_ask(round_)}",
        )


def approval_findings(application: Application) -> Iterator[Finding]:
    """Yields a warning when the newest approval is not as it was given."""
    if is_altered(application):
        yield warning("approval.altered", "approvals", f"{WHY_ALTERED}, så godkendelsen er bortfaldet. Godkend igen.")


def description_findings(
    description: str, counts: LimitedText | None, contents: "Sequence[JudgedContent]"
) -> Iterator[Finding]:
    """Yields the findings about the overall description; an empty one has no judged contents."""
    yield from length_findings(counts)
    if not description.strip():
        yield error("description.missing", _DESCRIPTION, "Skriv den samlede beskrivelse.")
        return
    yield from character_findings(_DESCRIPTION, description)
    yield from content_findings(contents)


def _whom_to_ask(round_: Round) -> str:
    contact = round_.contact_for(ContactTopic.MORE_PROJECTS)
    if contact is None:
        return round_.more_projects
    return f"Kontakt {person(contact)}, hvis I vil søge til flere."
