"""The bar that says at once what is wrong in a draft that was opened, such as texts that are too long."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from botilbud_desktop.rules.results import Finding
from botilbud_desktop.ui.look.states import State
from botilbud_desktop.ui.notice_bar import NoticeBar
from botilbud_desktop.ui.pages.finding_list import line_text
from botilbud_desktop.ui.session import Session, View

_TOLD_IN_FULL = 2


class ProblemNotice(QObject):
    """Keeps the bar true while the problems are mended, and takes it away with the last of them."""

    def __init__(self, session: Session, notice: NoticeBar, show_problems: Callable[[], None]) -> None:
        super().__init__(notice)
        self._session = session
        self._notice = notice
        self._show_problems = show_problems
        self._told = _problems(session.view)
        if self._told:
            self._tell(self._told)
            session.view_changed.connect(self._on_view_changed)

    def _on_view_changed(self, view: View) -> None:
        if self._notice.message.text() != _text(self._told) or self._notice.isHidden():
            self._session.view_changed.disconnect(self._on_view_changed)
            return
        problems = tuple(finding for finding in _problems(view) if finding.code in {told.code for told in self._told})
        if problems != self._told:
            self._tell(problems)

    def _tell(self, problems: tuple[Finding, ...]) -> None:
        self._told = problems
        if not problems:
            self._notice.clear()
            return
        self._notice.say(
            _text(problems), State.PROBLEM, ("Se problemerne", self._show_problems), ("Skjul", self._notice.clear)
        )


def _problems(view: View) -> tuple[Finding, ...]:
    return tuple(finding for finding in view.assessment.errors if not finding.is_missing)


def _text(problems: tuple[Finding, ...]) -> str:
    lines = [line_text(finding.field, finding.message) for finding in problems[:_TOLD_IN_FULL]]
    if len(problems) > _TOLD_IN_FULL:
        lines.append(f"Der er {len(problems)} problemer i alt.")
    return "\n".join(lines)
