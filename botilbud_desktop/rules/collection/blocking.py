"""What must be mended in a draft of a collection before it can be approved (*skal rettes*)."""

from typing import NamedTuple

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.rules.collection.records import CollectedApplication, CollectedProject
from botilbud_desktop.rules.results import Assessment, Finding

FIGURES = ("loan.", "gross_cost.", "places.", "share.", "cost_plan.")
"""How the codes of errors about figures begin."""
_NEEDS_ITS_FIELD = {"cost_plan.": "Fordelingen af udgifterne", "loan.exceeds_pool": "Lånet"}
"""What stands before a message that does not tell its field."""


class Told(NamedTuple):
    """The errors of a project, or of what is common to its application."""

    figures: tuple[Finding, ...] = ()
    """Figures that do not fit together, or cannot be."""
    others: int = 0
    """How many other errors there are: something is missing, too long or not understood."""

    @property
    def number(self) -> int:
        """All of them."""
        return len(self.figures) + self.others


def errors_by_project(assessment: Assessment) -> dict[int | None, list[Finding]]:
    """Returns the errors by the index of their project; None for what is common to the application."""
    found: dict[int | None, list[Finding]] = {}
    for finding in assessment.errors:
        found.setdefault(field_path(finding.field).project, []).append(finding)
    return found


def of_project(project: CollectedProject) -> Told:
    """Returns the errors of a project."""
    return _told(project.errors)


def of_application(application: CollectedApplication) -> Told:
    """Returns the errors that are not about a project."""
    return _told(application.errors)


def message_of(finding: Finding) -> str:
    """Returns the message of an error about figures, with what it is about."""
    about = next((words for code, words in _NEEDS_ITS_FIELD.items() if finding.code.startswith(code)), "")
    return f"{about}: {finding.message}" if about else finding.message


def is_about_figures(finding: Finding) -> bool:
    """Whether a figure is wrong, rather than missing."""
    return finding.code.startswith(FIGURES) and not finding.is_missing


def _told(errors: tuple[Finding, ...]) -> Told:
    figures = tuple(finding for finding in errors if is_about_figures(finding))
    return Told(figures, len(errors) - len(figures))
