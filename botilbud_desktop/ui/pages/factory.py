"""Makes the page of a step. A page's module is imported when the page is first built, for a quick start."""

from botilbud_desktop.domain.steps import Step, StepKind
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.pages.page import Page


def make_page(controller: DraftController, step: Step) -> Page:
    """Returns the page of `step`."""
    return _page_class(step.kind)(controller, step)


def _page_class(kind: StepKind) -> type[Page]:
    match kind:
        case StepKind.APPLICANT:
            from botilbud_desktop.ui.pages.applicant import ApplicantPage

            return ApplicantPage
        case StepKind.PROJECTS:
            from botilbud_desktop.ui.pages.projects import ProjectsPage

            return ProjectsPage
        case StepKind.PROJECT:
            from botilbud_desktop.ui.pages.project import ProjectPage

            return ProjectPage
        case StepKind.DESCRIPTION:
            from botilbud_desktop.ui.pages.description import DescriptionPage

            return DescriptionPage
        case StepKind.CONTACTS:
            from botilbud_desktop.ui.pages.contacts import ContactsPage

            return ContactsPage
        case StepKind.CHECK:
            from botilbud_desktop.ui.pages.check import CheckPage

            return CheckPage
        case StepKind.APPROVE:
            from botilbud_desktop.ui.pages.approve import ApprovePage

            return ApprovePage
        case StepKind.TRANSFER:
            from botilbud_desktop.ui.pages.transfer import TransferPage

            return TransferPage
