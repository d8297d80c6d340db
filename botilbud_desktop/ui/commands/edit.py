"""Redigér: undo and redo, across fields and steps."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from botilbud_desktop.ui.menus import Menus, key

if TYPE_CHECKING:
    from botilbud_desktop.ui.main_window import MainWindow


class EditCommands(QObject):
    """The commands of the menu Redigér."""

    def __init__(self, menus: Menus, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._undo = menus.add(menus.edit, "&Fortryd", self._on_undo, QKeySequence(QKeySequence.StandardKey.Undo))
        self._redo = menus.add(menus.edit, "&Gentag", self._on_redo)
        self._redo.setShortcuts([key("Ctrl+Y"), key("Ctrl+Shift+Z")])

    def render_history(self) -> None:
        """Undo and redo are on while there is something to take back or to do again."""
        session = self._window.session
        free = session is not None and not session.is_frozen
        self._undo.setEnabled(free and session is not None and session.editor.can_undo)
        self._redo.setEnabled(free and session is not None and session.editor.can_redo)

    def _on_undo(self) -> None:
        if self._window.draft is not None:
            self._window.draft.undo()

    def _on_redo(self) -> None:
        if self._window.draft is not None:
            self._window.draft.redo()
