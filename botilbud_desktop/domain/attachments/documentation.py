"""The documentation of an application: for each project what is asked for, what is attached, and what is missing."""

from collections.abc import Iterator
from typing import NamedTuple

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.attachments.attachment import (
    KINDS,
    AttachedFiles,
    Attachment,
    AttachmentKind,
    AttachmentState,
    asked_kind,
)


class ProjectDocumentation(NamedTuple):
    """The documentation of one project."""

    project: Project
    asked: AttachmentKind | None
    """What is asked for; None when nothing is, or the coordination is not answered."""
    state: AttachmentState | None
    """Whether that is attached; None when nothing is asked for, unknown when the coordination is not answered."""
    attachments: tuple[Attachment, ...]
    """Those of the project itself."""

    @property
    def is_answered(self) -> bool:
        """Whether the draft says how the project is coordinated."""
        return self.project.coordination is not None

    @property
    def missing(self) -> Attachment | None:
        """What is asked for and known to be missing."""
        if self.asked is None or self.state is not AttachmentState.MISSING:
            return None
        return Attachment(self.project.id, self.asked, KINDS[self.asked], "", AttachmentState.MISSING)


class Documentation(NamedTuple):
    """The documentation of an application."""

    projects: tuple[ProjectDocumentation, ...]
    common: tuple[Attachment, ...]
    """The attachments for the whole application."""
    stray: tuple[Attachment, ...]
    """The attachments of projects that are not in the draft any more."""
    files: AttachedFiles

    @property
    def all(self) -> tuple[Attachment, ...]:
        """All attachments: for the whole application, of each project in order with what is missing, the stray ones."""
        return (*self.common, *self._of_projects(), *self.stray)

    def _of_projects(self) -> Iterator[Attachment]:
        for project in self.projects:
            yield from project.attachments
            if project.missing is not None:
                yield project.missing


def documentation_of(application: Application, files: AttachedFiles) -> Documentation:
    """Returns what is asked for and attached. What is attached for the whole application counts for each project."""
    ids = {project.id for project in application.projects}
    common = tuple(each for each in files.attachments if each.project_id is None)
    stray = tuple(each for each in files.attachments if each.project_id is not None and each.project_id not in ids)
    projects = tuple(_of_project(project, common, files) for project in application.projects)
    return Documentation(projects, common, stray, files)


def _of_project(project: Project, common: tuple[Attachment, ...], files: AttachedFiles) -> ProjectDocumentation:
    own = tuple(each for each in files.attachments if each.project_id == project.id)
    asked = asked_kind(project.coordination)
    if project.coordination is None:
        return ProjectDocumentation(project, None, AttachmentState.UNKNOWN, own)
    if asked is None:
        return ProjectDocumentation(project, None, None, own)
    states = {each.state for each in (*own, *common) if each.kind is asked}
    is_elsewhere = any(each.may_have(asked, project.id) for each in files.elsewhere)
    return ProjectDocumentation(project, asked, _best(states, is_known=not files.problem and not is_elsewhere), own)


def _best(states: set[AttachmentState], *, is_known: bool) -> AttachmentState:
    """Returns the state of what is asked for: one that is attached as it was is enough."""
    for state in _BEST_FIRST:
        if state in states:
            return state
    return AttachmentState.MISSING if is_known else AttachmentState.UNKNOWN


_BEST_FIRST = (
    AttachmentState.ATTACHED,
    AttachmentState.CHANGED,
    AttachmentState.UNREADABLE,
    AttachmentState.UNKNOWN,
)
