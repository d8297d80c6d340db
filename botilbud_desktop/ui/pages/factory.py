"""Which page belongs to which step."""

from botilbud_desktop.domain.steps import Step, StepKind
from botilbud_desktop.ui.pages.applicant import ApplicantPage
from botilbud_desktop.ui.pages.approve import ApprovePage
from botilbud_desktop.ui.pages.check import CheckPage
from botilbud_desktop.ui.pages.contacts import ContactsPage
from botilbud_desktop.ui.pages.description import DescriptionPage
from botilbud_desktop.ui.pages.page import Page
from botilbud_desktop.ui.pages.project import ProjectPage
from botilbud_desktop.ui.pages.projects import ProjectsPage
from botilbud_desktop.ui.session import Session

_PAGES: dict[StepKind, type[Page]] = {
    StepKind.APPLICANT: ApplicantPage,
    StepKind.PROJECTS: ProjectsPage,
    StepKind.PROJECT: ProjectPage,
    StepKind.DESCRIPTION: DescriptionPage,
    StepKind.CONTACTS: ContactsPage,
    StepKind.CHECK: CheckPage,
    StepKind.APPROVE: ApprovePage,
}


def make_page(session: Session, step: Step) -> Page:
    """The page of `step`."""
    return _PAGES[step.kind](session, step)
