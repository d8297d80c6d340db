"""The program's window: the menus around the open draft, changes of theme and text size, and closing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QApplication

from botilbud_desktop.ui.commands.edit import EditCommands
from botilbud_desktop.ui.commands.file import FileCommands
from botilbud_desktop.ui.commands.help import HelpCommands
from botilbud_desktop.ui.commands.menus import Menus
from botilbud_desktop.ui.commands.view import ViewCommands
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.questions import Questions
from botilbud_desktop.ui.window.draft_window import DraftWindow

if TYPE_CHECKING:
    from botilbud_desktop.ui.window.dropping import Dropping

_LEAST_WIDTH = 560
"""In px, less than the form needs: the start page is not so narrow that its bar shows one word a line."""


class MainWindow(DraftWindow):
    """The program's window."""

    first_painted = Signal()
    """The window has been painted for the first time."""

    def __init__(self, repository: DraftRepository, questions: Questions | None = None) -> None:
        super().__init__(repository, questions)
        self._was_painted = False
        self._dropping: Dropping | None = None
        self._menus = Menus(self)
        FileCommands(self._menus, self)
        EditCommands(self._menus, self)
        ViewCommands(self._menus, self)
        self.help = HelpCommands(self._menus, self)
        self.draft_rendered.connect(self._on_draft_rendered)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.resize(QSize(1280, 720).boundedTo(self.screen().availableSize()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dropping.enter(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.dropping.drop(event)

    @property
    def dropping(self) -> "Dropping":
        """What is dropped on the window; made on first use."""
        if self._dropping is None:
            from botilbud_desktop.ui.window.dropping import Dropping

            self._dropping = Dropping(self)
        return self._dropping

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.first_painted.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self._was_painted and event.type() == QEvent.Type.PaletteChange:
            QTimer.singleShot(0, self, self._on_theme_changed)
        elif self._was_painted and event.type() == QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self._on_text_size_changed)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        if self.drafts.may_leave():
            self.drafts.close()
            event.accept()

    def _on_theme_changed(self) -> None:
        """Recolour what is shown with the new palette; nothing is rebuilt, so unfinished input is kept."""
        from botilbud_desktop.ui.style.retint import follow_palette

        follow_palette()

    def _on_text_size_changed(self) -> None:
        """Resize the headings, and keep the focused field in view."""
        from botilbud_desktop.ui.style.retint import follow_text_size

        follow_text_size()
        QTimer.singleShot(0, self, self._on_layout_updated)

    def _on_layout_updated(self) -> None:
        focus = QApplication.focusWidget()
        if self.workspace is not None and focus is not None and self.workspace.page.isAncestorOf(focus):
            self.workspace.page.show_whole(focus)

    def _on_draft_rendered(self) -> None:
        self._menus.set_draft_open(self.controller is not None, in_form=self.workbench is not None)
        if self.controller is not None:
            self._menus.name_steps(self.controller.round)
