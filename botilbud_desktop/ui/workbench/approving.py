"""Approval (*Godkend*): check, confirm, freeze and save the draft."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from botilbud_desktop.domain.approval import approved
from botilbud_desktop.domain.choice_wording import WHAT_APPROVAL_DOES
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.text.person_name import person_name
from botilbud_desktop.rules.outcome_wording import OUTCOMES
from botilbud_desktop.rules.results import Assessment, Outcome
from botilbud_desktop.rules.verdict import verdict_of
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.questions import Choice, Questions

if TYPE_CHECKING:
    from botilbud_desktop.ui.pages.approve import ApprovePage

_APPROVE = "approve"
_BACK = Choice("back", "Annullér")
_MOST_LINES = 8
"""At most this many criteria are listed, so that the question fits a small screen."""


class Approving:
    """Approves the open draft, and unlocks it again."""

    def __init__(
        self, controller: DraftController, repository: DraftRepository, questions: Questions, save: Callable[[], bool]
    ) -> None:
        self._controller = controller
        self._repository = repository
        self._questions = questions
        self._save = save

    def approve(self, page: "ApprovePage", name: str) -> bool:
        """Approve as `name`, or show what prevents it. Returns whether the draft is approved and saved."""
        controller = self._controller
        controller.reveal_everything()
        if controller.view.assessment.errors:
            page.show_problems(controller.view)
            page.focus_problems()
            return False
        if not person_name(name):
            page.ask_for_name()
            return False
        if not self._is_confirmed():
            return False
        self._remember_name(name)
        controller.lock()
        before = controller.application.approvals
        controller.editor.approve(approved(controller.application, name, self._repository.clock()))
        if self._save():
            return True
        controller.editor.approve(replace(controller.application, approvals=before))
        return False

    def unlock(self) -> bool:
        """Unlock the draft for editing after the user has confirmed. Returns whether it is unlocked."""
        text = (
            "Hvis du retter noget, bortfalder godkendelsen. Den tidligere kvittering bliver gemt, og du finder den på "
            "»Vis og godkend«."
        )
        confirmed = self._questions.choose("Lås kladden op?", text, (Choice("unlock", "Lås op"), _BACK)) == "unlock"
        if confirmed:
            self._controller.unlock()
        return confirmed

    def _is_confirmed(self) -> bool:
        assessment = self._controller.view.assessment
        if verdict_of(assessment).approval_comes_first:
            text, choice = WHAT_APPROVAL_DOES, Choice(_APPROVE, "Godkend")
        else:
            text = f"{_warning(assessment)}\n\n{WHAT_APPROVAL_DOES}"
            choice = Choice(_APPROVE, "Godkend alligevel", is_doubtful=True)
        return self._questions.choose("Godkend ansøgningen?", text, (choice, _BACK)) == _APPROVE

    def _remember_name(self, name: str) -> None:
        before = self._repository.settings.current
        after = before.remembering(name)
        if after != before:
            self._repository.settings.keep(after)


def _warning(assessment: Assessment) -> str:
    """Returns the verdict and the criteria that are not clearly met; the ministry decides, so they do not block."""
    doubts = [result for result in assessment.criteria if result.outcome is not Outcome.MET]
    doubts.sort(key=lambda result: list(Outcome).index(result.outcome))
    lines = [
        f"• Projekt {result.project + 1}, kriterium {result.criterion}: {OUTCOMES[result.outcome]}. {result.message}"
        for result in doubts[:_MOST_LINES]
    ]
    if len(doubts) > _MOST_LINES:
        lines.append(f"• {len(doubts) - _MOST_LINES} til. Se dem på »Kontrol«.")
    noted = ["Det kommer til at stå på kvitteringen."] if lines else ["Se dem på »Kontrol«."]
    return "\n".join([verdict_of(assessment).headline, *noted, *lines])
