"""Begins a comment at the field where the user is, and leads to the comment that undo or redo has changed."""

from botilbud_desktop.domain.commenting.places import known_field
from botilbud_desktop.domain.editing.editor import Change
from botilbud_desktop.domain.field_path import FieldPath, field_path, project_path
from botilbud_desktop.domain.notes.comment_list import first_difference
from botilbud_desktop.domain.notes.commented_field import commented_path
from botilbud_desktop.domain.steps import Step, StepKind
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.workspace.workspace import Workspace

_NO_FIELD = "Sæt markøren i det felt, som kommentaren skal stå ved, og prøv igen."


def write_comment(workspace: Workspace) -> None:
    """Begin a comment on the field that has the focus; without one on the project or the list that the page is about.

    The form is shown again first if it is covered by the full window.
    """
    controller = workspace.controller
    alone = controller.full_window_field
    if alone is not None:
        workspace.show_field(alone)
    asked = workspace.pane.field if workspace.shown_aside is None else None
    field = known_field(alone or asked, controller.application, controller.round)
    if field is None and workspace.shown_aside is None:
        field = _subject_of(workspace.step)
    if field is None:
        workspace.notice.show_hideable(_NO_FIELD, State.INFORMATION)
    else:
        workspace.pane.write_comment(field)


def go_to_changed_comment(workspace: Workspace, change: Change) -> None:
    """Go to the field of the comment that was changed, or to the list on *Kontrol* when its field is gone.

    While a comment at that field is being written, its input keeps the cursor: what is typed next belongs there.
    """
    before, after = change.before.application, change.after.application
    comment = first_difference(before.comments, after.comments)
    if comment is None or workspace.pane.go_on_writing(comment):
        return
    path = commented_path(comment.field, [project.id for project in after.projects])
    field = known_field(path, after, workspace.controller.round)
    if field is None:
        workspace.show_check()
    else:
        workspace.show_field(field)


def _subject_of(step: Step) -> FieldPath | None:
    if step.project is not None:
        return project_path(step.project) / "name"
    match step.kind:
        case StepKind.PROJECTS:
            return field_path("projects")
        case StepKind.DESCRIPTION:
            return field_path("description")
        case _:
            return None
