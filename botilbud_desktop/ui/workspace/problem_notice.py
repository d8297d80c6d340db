"""The bar that says at once what is wrong in a draft that was opened, such as texts that are too long."""

from collections.abc import Callable

from PySide6.QtCore import QObject, SignalInstance

from botilbud_desktop.domain.field_labels import line_text
from botilbud_desktop.rules.results import Finding
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.notice_bar import NoticeBar

_TOLD_IN_FULL = 2


class ProblemNotice(QObject):
    """Takes what was mended out of the bar at the next step, and the bar away with the last of it."""

    def __init__(
        self,
        controller: DraftController,
        notice: NoticeBar,
        show_problems: Callable[[], None],
        moved: SignalInstance,
        introduction: str = "",
    ) -> None:
        """`introduction` is a sentence to say first, also when there are no problems.

        `moved` tells that another step is shown: only then does the bar change, so that nothing moves while
        somebody types below it.
        """
        super().__init__(notice)
        self._moved = moved
        self._introduction = introduction
        self._controller = controller
        self._notice = notice
        self._show_problems = show_problems
        self._told = _problems(controller.view)
        if introduction or self._told:
            self._tell(self._told)
        if self._told:
            moved.connect(self._on_moved)

    def _on_moved(self) -> None:
        if self._notice.message.text() != self._text() or self._notice.isHidden():
            self._moved.disconnect(self._on_moved)
            return
        told = {(finding.code, finding.field) for finding in self._told}
        problems = tuple(
            finding for finding in _problems(self._controller.view) if (finding.code, finding.field) in told
        )
        if problems != self._told:
            self._tell(problems)

    def _tell(self, problems: tuple[Finding, ...]) -> None:
        self._told = problems
        hide = ("Skjul", self._notice.clear)
        if problems:
            self._notice.say(self._text(), State.PROBLEM, ("Se problemerne", self._show_problems), hide)
        elif self._introduction:
            self._notice.say(self._introduction, State.INFORMATION, hide)
        else:
            self._notice.clear()

    def _text(self) -> str:
        lines = [line_text(finding.field, finding.message) for finding in self._told[:_TOLD_IN_FULL]]
        if len(self._told) > _TOLD_IN_FULL:
            lines.append(f"Der er {len(self._told)} problemer i alt.")
        return "\n".join([self._introduction, *lines] if self._introduction else lines)


def _problems(view: View) -> tuple[Finding, ...]:
    return tuple(finding for finding in view.assessment.errors if not finding.is_missing)
