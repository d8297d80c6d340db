"""The contents of other drafts that the open draft has taken in: a merged copy, or an earlier version."""

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.editing.editor import Change
from botilbud_desktop.domain.model import replace


class Inclusions:
    """Knows when undo takes back an inclusion: the draft's lineage must then begin anew."""

    def __init__(self) -> None:
        self._before: list[Application] = []

    def note(self, before: Application) -> None:
        """Record the content before another one was included."""
        self._before.append(before)

    def are_undone(self, change: Change) -> bool:
        """Whether the change takes back the inclusion of another content. Approvals are no part of undo."""
        after = change.after.application
        return any(replace(before, approvals=after.approvals) == after for before in self._before)
