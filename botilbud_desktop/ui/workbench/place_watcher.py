"""Tells when the cursor moves in a field, or the page is scrolled: the journal keeps the place."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from botilbud_desktop.ui.pages.page import Page
from botilbud_desktop.ui.workspace.workspace import Workspace

_FOLLOWED = "cursor_followed"


class PlaceWatcher(QObject):
    """Follows the fields that have had the focus, and the pages."""

    moved = Signal()
    """The cursor is elsewhere, or the page is scrolled."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        workspace.page_made.connect(self._on_page_made)
        self._on_page_made(workspace.page)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
            self._on_focus_changed(None, application.focusWidget())

    def _on_page_made(self, page: Page) -> None:
        page.verticalScrollBar().valueChanged.connect(self.moved)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not isinstance(new, QLineEdit | QPlainTextEdit) or not self._workspace.isAncestorOf(new):
            return
        if not new.property(_FOLLOWED):
            new.setProperty(_FOLLOWED, True)
            new.cursorPositionChanged.connect(self.moved)
