"""Enters and leaves the full window, with the cursor at the same position."""

from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.user.writing_zoom import USUAL, read_zoom, write_zoom
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.window.draft_window import DraftWindow
from botilbud_desktop.ui.workspace.workspace import Workspace
from botilbud_desktop.ui.writing.current_text import current_text
from botilbud_desktop.ui.writing.full_window import FullWindow

_PATIENCE = 0.2
"""Seconds that the full window waits for the size of its text."""


class WritingMode(QObject):
    """Shows at most one text in the full window."""

    def __init__(self, window: DraftWindow) -> None:
        super().__init__(window)
        self._window = window
        self.full: FullWindow | None = None
        """The full window; None while the form is shown."""
        self._controller: DraftController | None = None
        self._workspace: Workspace | None = None

    def toggle(self) -> None:
        """Opens the full window with the current text, or leaves it."""
        if self.full is not None:
            self.leave()
        elif (path := self._current_text()) is not None:
            self.enter(path)

    def enter(self, path: FieldPath) -> None:
        """Opens the full window with the text at `path`."""
        workspace = self._window.workspace
        if workspace is None or self.full is not None:
            return
        source = workspace.page.findChild(TextInput, path.object_name)
        workspace.controller.enter_full_window(path)
        state, drive = self._window.repository.folders.state, self._window.repository.drive
        zoom = drive.answer(lambda: read_zoom(state), USUAL, _PATIENCE)
        full = FullWindow(workspace.controller, path, zoom)
        full.left.connect(self.leave)
        full.zoom.changed.connect(self._on_zoomed)
        self.full, self._controller, self._workspace = full, workspace.controller, workspace
        workspace.moved.connect(self._on_moved)
        workspace.notice.said.connect(self._on_said)
        self._window.cover(full)
        full.field.input.setFocus()
        if isinstance(source, TextInput):
            _copy_cursor(source, full.field.input)

    def leave(self) -> None:
        """Returns to the form, at the same position in the text."""
        full, workspace = self.full, self._workspace
        self._close()
        if full is not None and workspace is not None:
            workspace.show_field(full.path)
            target = workspace.page.findChild(TextInput, full.path.object_name)
            if isinstance(target, TextInput):
                _copy_cursor(full.field.input, target)

    def drop(self) -> None:
        """Closes the full window: the draft is closed."""
        self._close()

    def _close(self) -> None:
        if self.full is None or self._controller is None or self._workspace is None:
            return
        full, self.full = self.full, None
        self._controller.leave_full_window()
        self._workspace.moved.disconnect(self._on_moved)
        self._workspace.notice.said.disconnect(self._on_said)
        self._workspace.restore_notice_bar()
        self._controller.editor.end_merge()
        self._controller.update_view_now()
        self._window.uncover(full)

    def _current_text(self) -> FieldPath | None:
        workspace = self._window.workspace
        return None if workspace is None else current_text(workspace)

    def _on_moved(self) -> None:
        self._close()

    def _on_said(self) -> None:
        """Moves a new notice here, since the form is covered."""
        if self.full is not None and self._workspace is not None:
            self.full.show_notice(self._workspace.notice)

    def _on_zoomed(self, percent: int) -> None:
        self._window.repository.drive.note(partial(_keep_zoom, self._window.repository.folders.state, percent))


def _keep_zoom(state_folder: Path, percent: int) -> None:
    with suppress(SaveFailedError):  # not important: the next time it is 100 per cent again
        write_zoom(state_folder, percent)


def _copy_cursor(source: TextInput, target: TextInput) -> None:
    there, here = source.textCursor(), target.textCursor()
    here.setPosition(there.anchor())
    here.setPosition(there.position(), here.MoveMode.KeepAnchor)
    target.setTextCursor(here)
    target.ensureCursorVisible()
