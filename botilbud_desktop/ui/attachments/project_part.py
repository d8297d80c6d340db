"""»Dokumentation« on the page of a project: what is asked for, what is attached, what is missing."""

from collections.abc import Iterator

from botilbud_desktop.domain.attachments.attachment import NOTHING_ATTACHED, AttachmentKind, AttachmentState
from botilbud_desktop.domain.attachments.documentation import Documentation, documentation_of
from botilbud_desktop.rules.documentation import others_in_folder, said_of, state_of, where_to_mail
from botilbud_desktop.rules.wording import all_of, quoted
from botilbud_desktop.ui.attachments.part import LOOKING, AttachmentPart
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.style.states import State, quiet_colour
from botilbud_desktop.ui.style.text import plain_label, set_text_colour

_STATES = {
    AttachmentState.ATTACHED: State.DONE,
    AttachmentState.CHANGED: State.ATTENTION,
    AttachmentState.UNREADABLE: State.ATTENTION,
    AttachmentState.MISSING: State.INFORMATION,
    AttachmentState.UNKNOWN: None,
}


class ProjectAttachments(AttachmentPart):
    """The documentation of one project."""

    def __init__(self, controller: DraftController, index: int) -> None:
        """`index` is that of the project, counted from 0."""
        self._index = index
        super().__init__(controller, f"projects.{index}.documentation", "Vedlæg PDF …")

    def build(self) -> None:
        self.where = plain_label(where_to_mail(self.controller.round), self)
        set_text_colour(self.where, quiet_colour(self.palette()))
        self.state = Note(parent=self)
        self.more = Note(parent=self)
        for label in (self.where, self.state, self.more):
            self.column.addWidget(label)

    @property
    def project_id(self) -> str | None:
        projects = self.controller.application.projects
        return projects[self._index].id if self._index < len(projects) else None

    @property
    def asked(self) -> AttachmentKind | None:
        documentation = None if self.attached is None else self.attached.documentation
        return documentation.projects[self._index].asked if documentation is not None else None

    def render_documentation(self, documentation: Documentation | None) -> None:
        known = documentation or documentation_of(self.controller.application, NOTHING_ATTACHED)
        if documentation is None or self._index >= len(documentation.projects):
            own = known.projects[self._index : self._index + 1]
            self.where.setVisible(any(project.asked is not None for project in own))
            self.state.say(LOOKING)
            self.more.hide()
            return
        project = documentation.projects[self._index]
        self.where.setVisible(project.asked is not None or bool(project.attachments))
        self.state.say(said_of(project), _STATES[project.state] if project.state is not None else None)
        told = [(each, state_of(each)) for each in project.attachments]
        self.rows.show_attachments(told, may_change=self.may_change)
        said = "\n".join(_more(documentation, is_asked=project.asked is not None))
        self.more.say(said, State.ATTENTION if documentation.files.problem else None)
        self.more.setVisible(bool(said))


def _more(documentation: Documentation, *, is_asked: bool) -> Iterator[str]:
    """Yields what else bears upon the project."""
    names = [quoted(each.file_name) for each in documentation.common if each.is_there]
    if names:
        yield f"Vedlagt for hele ansøgningen: {all_of(names)}."
    if documentation.files.problem:
        yield documentation.files.problem
    if is_asked and documentation.files.unlisted:
        yield others_in_folder(documentation.files.unlisted)
