"""Opens the dialog about one text above the window, and leads from it to the field."""

from PySide6.QtCore import QObject

from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.rules.shortening.shorter_words import read_table
from botilbud_desktop.storage.paths import resources_folder
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.text_help.text_help_dialog import Tab, TextHelpDialog
from botilbud_desktop.ui.window.draft_window import DraftWindow
from botilbud_desktop.ui.writing.current_text import current_text

_DESCRIPTION = field_path("description")
_FILE = "shortening/kortere.txt"


class TextHelp(QObject):
    """Helps with the texts of the open draft."""

    def __init__(self, window: DraftWindow) -> None:
        super().__init__(window)
        self._window = window
        self._table = read_table((resources_folder() / _FILE).read_text(encoding="utf-8"))

    def open(self, path: FieldPath | None, tab: Tab) -> None:
        """Open the dialog for the text at `path`; None is the text that the user is in.

        That is the one in the full window, or with the focus, or the first on the page, or the overall description.
        """
        controller, workspace = self._window.controller, self._window.workspace
        if controller is None or workspace is None:
            return
        path = path or controller.full_window_field or current_text(workspace) or _DESCRIPTION
        controller.update_view_now()
        dialog = TextHelpDialog(controller, path, self._table, self._window)
        dialog.place_asked.connect(self._on_place_asked)
        self._window.form_left.connect(dialog.reject)
        dialog.open_at(tab)

    def _on_place_asked(self, path: FieldPath, start: int, end: int) -> None:
        workspace = self._window.workspace
        if workspace is None:
            return
        if workspace.controller.full_window_field != path:
            workspace.show_field(path)
        areas = [area for area in self._window.findChildren(TextInput, path.object_name) if area.isVisible()]
        for area in areas:
            area.setFocus()
            area.show_position(start, end)
