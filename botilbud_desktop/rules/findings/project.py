"""All findings about one project, in the order of its fields."""

from collections.abc import Iterator
from itertools import chain

from botilbud_desktop.rules.findings.completion import completion_findings
from botilbud_desktop.rules.findings.cost_plan import cost_plan_findings
from botilbud_desktop.rules.findings.gross_cost import gross_cost_findings
from botilbud_desktop.rules.findings.loan import loan_findings
from botilbud_desktop.rules.findings.making import error, warning
from botilbud_desktop.rules.findings.places import places_findings
from botilbud_desktop.rules.findings.plan_against_project import plan_against_project_findings
from botilbud_desktop.rules.findings.share import share_findings
from botilbud_desktop.rules.findings.texts import character_findings, length_findings
from botilbud_desktop.rules.findings.weighting import weighting_findings
from botilbud_desktop.rules.results import Finding, LimitedText
from botilbud_desktop.rules.subject import Subject


def project_findings(subject: Subject, texts: tuple[LimitedText, ...]) -> tuple[Finding, ...]:
    """Returns all findings about the project; `texts` are the counts of its limited texts."""
    return tuple(
        chain(
            _name_findings(subject),
            loan_findings(subject),
            gross_cost_findings(subject),
            places_findings(subject),
            share_findings(subject),
            completion_findings(subject),
            weighting_findings(subject),
            _description_findings(subject),
            chain.from_iterable(length_findings(text) for text in texts),
            cost_plan_findings(subject),
            plan_against_project_findings(subject),
        )
    )


def _name_findings(subject: Subject) -> Iterator[Finding]:
    field = subject.field("name")
    if not subject.project.name.strip():
        yield error("project.name_missing", field, "Angiv projektets navn.")
    yield from character_findings(field, subject.project.name)


def _description_findings(subject: Subject) -> Iterator[Finding]:
    field = subject.field("description")
    if subject.round.project_sheet_form is not None and not subject.project.description.strip():
        yield warning(
            "project.description_missing",
            field,
            "Beskriv kort projektet. Beskrivelsen skal bruges i projektskemaet.",
        )
    yield from character_findings(field, subject.project.description)
