"""Leads to what undo or redo has changed."""

from botilbud_desktop.domain.editing.editor import Change
from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.domain.notes.comment_list import is_about_comments
from botilbud_desktop.ui.workspace.workspace import Workspace

_DESCRIPTION, _JUDGED_CONTENTS = field_path("description"), field_path("judged_contents")


def go_to_changed(workspace: Workspace, change: Change) -> None:
    """Go to the field that was changed, unless the full window shows it."""
    if is_about_comments(change.path):
        from botilbud_desktop.ui.workbench.commenting import go_to_changed_comment

        go_to_changed_comment(workspace, change)
    elif not _is_shown_alone(workspace.controller.full_window_field, change.path):
        workspace.show_field(change.path)


def _is_shown_alone(alone: FieldPath | None, path: FieldPath) -> bool:
    """Whether the full window shows what is at `path`: its text, or what the user says of its contents."""
    return path == alone or (alone == _DESCRIPTION and path.starts_with(_JUDGED_CONTENTS))
