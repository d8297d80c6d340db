"""The contents of other drafts that the open draft has taken in: a merged copy, or an earlier version."""

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.editing.editor import Change
from botilbud_desktop.domain.model import replace


class Inclusions:
    """Knows when undo takes back an inclusion: the draft's lineage must then begin anew."""

    def __init__(self) -> None:
        self._before: list[Application] = []
        self._fewest_steps = 0

    def note(self, before: Application, steps: int | None = None) -> None:
        """Record the content before another one was included.

        `steps` is the number of steps that can be undone where the inclusion itself changed nothing, since the user
        kept everything: undoing one of them takes back what was decided on.
        """
        if steps is None:
            self._before.append(before)
        else:
            self._fewest_steps = max(self._fewest_steps, steps)

    def are_undone(self, change: Change, steps: int) -> bool:
        """Whether the change takes back the inclusion of another content. Approvals are no part of undo.

        `steps` is the number of steps that can be undone now.
        """
        if steps < self._fewest_steps:
            self._fewest_steps = 0
            return True
        after = change.after.application
        return change.structural and any(replace(before, approvals=after.approvals) == after for before in self._before)
