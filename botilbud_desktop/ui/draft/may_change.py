"""What can be changed in a draft that is read-only: comments in an approved one, nothing in one that is open elsewhere.

Comments are no part of what is approved, so writing one leaves the approval as it is.
"""

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.notes.comment_list import is_about_comments
from botilbud_desktop.ui.draft.controller import DraftController


def may_change(controller: DraftController, path: FieldPath | None) -> bool:
    """Whether what is at `path` can be changed."""
    if not controller.is_frozen:
        return True
    return controller.locked_by is None and is_about_comments(path)


def may_undo(controller: DraftController) -> bool:
    """Whether there is a step that can be undone."""
    return controller.editor.can_undo and may_change(controller, controller.editor.undo_path)


def may_redo(controller: DraftController) -> bool:
    """Whether there is a step that can be repeated."""
    return controller.editor.can_redo and may_change(controller, controller.editor.redo_path)
