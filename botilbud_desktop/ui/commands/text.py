"""»Tekst«: help with the long texts, and one text alone in the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from botilbud_desktop.ui.commands.menus import Menus, key
from botilbud_desktop.ui.window.draft_window import DraftWindow

if TYPE_CHECKING:
    from botilbud_desktop.domain.field_path import FieldPath
    from botilbud_desktop.ui.draft.controller import DraftController
    from botilbud_desktop.ui.writing.writing_mode import WritingMode


class TextCommands(QObject):
    """The commands of the menu »Tekst«."""

    def __init__(self, menus: Menus, window: DraftWindow) -> None:
        super().__init__(window)
        self._window = window
        menus.add(menus.text, "Skriv i fuldt &vindue", self._on_full_window, key("F11"), needs_form=True)
        self._writing: WritingMode | None = None
        window.drafts.opened.connect(self._on_opened)
        window.form_left.connect(self._on_draft_left)

    @property
    def writing(self) -> "WritingMode":
        """The full window for one text; made on first use."""
        if self._writing is None:
            from botilbud_desktop.ui.writing.writing_mode import WritingMode

            self._writing = WritingMode(self._window)
        return self._writing

    def _on_opened(self, controller: "DraftController") -> None:
        self._on_draft_left()
        controller.writing_asked.connect(self._on_writing_asked)

    def _on_draft_left(self) -> None:
        if self._writing is not None:
            self._writing.drop()

    def _on_full_window(self) -> None:
        self.writing.toggle()

    def _on_writing_asked(self, path: "FieldPath") -> None:
        self.writing.enter(path)
