"""Makes the views of the open draft: runs the rules, and finds out once for each content whether it is approved."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import Status, status
from botilbud_desktop.domain.editing.editor import Editor
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.counting import TextCount
from botilbud_desktop.rules.assessment import Assessor
from botilbud_desktop.ui.draft.state import DraftState
from botilbud_desktop.ui.draft.view import View, findings_by_field

if TYPE_CHECKING:
    from botilbud_desktop.domain.commenting.places import Placed


class ViewMaker:
    """Makes the views of one draft."""

    def __init__(self, round_: Round, today: date, count: Callable[[str], TextCount]) -> None:
        """`count` counts a text; `today` is the day that the rules judge by."""
        self._round = round_
        self._today = today
        self._assessor = Assessor(round_, count)
        self._first: Application | None = None
        self.compares_texts = False
        """Whether a draft is compared with its texts though nothing was changed or asked since it was opened."""
        self._status: tuple[Application, Status] | None = None
        self._comments: tuple[Application, Placed] | None = None

    def view(self, editor: Editor, state: DraftState) -> View:
        """Returns the view of the editor's content; as it was opened, no text is compared with the form at first."""
        application, approval = editor.application, self.status(editor.application)
        # Nobody types in an approved draft: such text comes from elsewhere.
        is_approved = approval is Status.APPROVED and not state.is_unlocked
        half_typed = {} if is_approved else editor.half_typed
        compares = self._compares(application, state)
        assessment = self._assessor.assess(application, self._today, half_typed, compares_texts=compares)
        return View(
            application=application,
            half_typed=half_typed,
            round=self._round,
            assessment=assessment,
            today=self._today,
            findings_by_field=findings_by_field(assessment),
            revealed=state.revealed,
            reveal_all=state.reveal_all,
            status=approval,
            read_only=self.is_frozen(application, state),
            is_held=state.locked_by is not None,
            transfer=state.transfer,
            comments=self._placed_comments(application),
            compares_texts=compares,
        )

    def _compares(self, application: Application, state: DraftState) -> bool:
        if self._first is None:
            self._first = application
            return self.compares_texts
        return self.compares_texts or state.reveal_all or application is not self._first

    def _placed_comments(self, application: Application) -> "Placed":
        """Returns the comments with their places, found anew when they or the projects' order have changed."""
        if not application.comments:
            return ()
        if self._comments is not None and _same_places(self._comments[0], application):
            return self._comments[1]
        from botilbud_desktop.domain.commenting.places import placed_comments

        self._comments = (application, placed_comments(application))
        return self._comments[1]

    def is_frozen(self, application: Application, state: DraftState) -> bool:
        """Whether nothing can be changed: the draft is open elsewhere, or approved and not unlocked.

        It is as of the latest view: the approval status takes longer to find out than a keystroke may last.
        """
        if state.locked_by is not None:
            return True
        latest = self.status(application) if self._status is None else self._status[1]
        return latest is Status.APPROVED and not state.is_unlocked

    def status(self, application: Application) -> Status:
        """Returns the approval status, found out once for each state of the application."""
        if self._status is None or self._status[0] is not application:
            self._status = (application, status(application))
        return self._status[1]


def _same_places(before: Application, after: Application) -> bool:
    if before.comments is not after.comments:
        return False
    return [project.id for project in before.projects] == [project.id for project in after.projects]
