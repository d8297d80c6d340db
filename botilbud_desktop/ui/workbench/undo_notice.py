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
        self._controller = controller
        self._notice = notice
        self._undo = undo
        self._text = ""
        controller.edited.connect(self._on_edited)

    def say(self, text: str) -> None:
        """Show what was just done, and how to undo it."""
        self._text = text
        self._notice.show_hideable(f"{text} {HOW}", State.DONE, (("Fortryd", self._on_undo_asked),))

    def _on_undo_asked(self) -> None:
        self._text = ""
        self._notice.clear()
        self._undo()

    def _on_edited(self) -> None:
        """After another change only what was done stays, so that nothing moves; after it was undone, nothing stays."""
        text, self._text = self._text, ""
        if not text or not self._notice.isVisible() or self._notice.message.text() != f"{text} {HOW}":
            return
        if self._controller.editor.can_redo:  # so the change was the undoing of this deed
            self._notice.clear()
        else:
            self._notice.show_hideable(text, State.DONE)
