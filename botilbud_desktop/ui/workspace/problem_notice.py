"""The notice that shows the problems of a draft when it is opened, such as texts that are too long."""

from collections.abc import Callable

from PySide6.QtCore import QObject, SignalInstance

from botilbud_desktop.domain.field_labels import line_text
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.rules.results import Finding
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.notice_bar import NoticeBar

_SHOWN_IN_FULL = 2


class ProblemNotice(QObject):
    """Removes solved problems from the notice at the next step, and hides the notice after the last one."""

    def __init__(
        self,
        controller: DraftController,
        notice: NoticeBar,
        show_problems: Callable[[], None],
        moved: SignalInstance,
        introduction: str = "",
    ) -> None:
        """`introduction` is a sentence to show first, also when there are no problems, until the draft has a file.

        `moved` is emitted when another step is shown: only then does the notice change, so that nothing moves while
        the user types below it.
        """
        super().__init__(notice)
        self._moved = moved
        self._introduction = introduction
        self._controller = controller
        self._notice = notice
        self._show_problems = show_problems
        self._shown_problems = _problems(controller.view)
        if introduction or self._shown_problems:
            self._show(self._shown_problems)
        if self._shown_problems:
            moved.connect(self._on_moved)
        if introduction:
            controller.save_state_changed.connect(self._on_save_state_changed)

    def _on_save_state_changed(self) -> None:
        """Take the introduction away once the draft is saved."""
        if not self._introduction or self._controller.location.path is None:
            return
        is_shown = self._notice.message.text() == self._text() and self._notice.isVisible()
        self._introduction = ""
        if is_shown and self._shown_problems:
            self._show(self._shown_problems)
        elif is_shown:
            self._notice.clear()

    def _on_moved(self) -> None:
        if self._notice.message.text() != self._text() or self._notice.isHidden():
            self._moved.disconnect(self._on_moved)
            return
        shown = {(finding.code, finding.field) for finding in self._shown_problems}
        problems = tuple(
            finding for finding in _problems(self._controller.view) if (finding.code, finding.field) in shown
        )
        if problems != self._shown_problems:
            self._show(problems)

    def _show(self, problems: tuple[Finding, ...]) -> None:
        self._shown_problems = problems
        hide = ("Skjul", self._notice.clear)
        if problems:
            self._notice.say(self._text(), State.PROBLEM, ("Se problemerne", self._show_problems), hide)
        elif self._introduction:
            self._notice.say(self._introduction, State.INFORMATION, hide)
        else:
            self._notice.clear()

    def _text(self) -> str:
        lines = [line_text(finding.field, finding.message) for finding in self._shown_problems[:_SHOWN_IN_FULL]]
        if len(self._shown_problems) > _SHOWN_IN_FULL:
            lines.append(f"Der er {counted(len(self._shown_problems), 'problem', 'problemer')} i alt.")
        return "\n".join([self._introduction, *lines] if self._introduction else lines)


def _problems(view: View) -> tuple[Finding, ...]:
    return tuple(finding for finding in view.assessment.errors if not finding.is_missing)
