"""After a deed that removes or replaces content: says what happened, and offers »Fortryd« until the next change."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.notice_bar import NoticeBar

HOW = "Fortryd med Ctrl+Z."


class UndoNotice(QObject):
    """Shows the notice of the latest deed. Its button never undoes anything else."""

    def __init__(self, controller: DraftController, notice: NoticeBar, undo: Callable[[], object]) -> None:
        super().__init__(notice)
        self._notice = notice
        self._undo = undo
        self._text = ""
        controller.edited.connect(self._on_edited)

    def say(self, text: str) -> None:
        """Show what was just done, and how to undo it."""
        self._text = text
        self._notice.show_hideable(f"{text} {HOW}", State.DONE, (("Fortryd", self._on_undo_asked),))

    def withdraw(self) -> None:
        """Hide what was done: it is about to be undone. Does nothing once something else was changed."""
        text, self._text = self._text, ""
        if text and self._notice.message.text() == f"{text} {HOW}":
            self._notice.clear()

    def _on_undo_asked(self) -> None:
        self.withdraw()
        self._undo()

    def _on_edited(self) -> None:
        """Take away button and key, as they would undo another change; what was done stays, so that nothing moves."""
        text, self._text = self._text, ""
        if text and self._notice.isVisible() and self._notice.message.text() == f"{text} {HOW}":
            self._notice.show_hideable(text, State.DONE)
