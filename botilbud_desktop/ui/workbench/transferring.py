"""The transfer of the open draft in the window: its page, its panel, and the question before starting over."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from botilbud_desktop.domain.steps import Step, StepKind
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.pages.transfer import TransferPage
from botilbud_desktop.ui.platform.foreground import bring_to_front
from botilbud_desktop.ui.platform.window_geometry import restore_geometry, save_geometry
from botilbud_desktop.ui.questions import Choice, Questions
from botilbud_desktop.ui.transfer.panel import TransferPanel
from botilbud_desktop.ui.transfer.panel_place import FILE, at_the_right_edge
from botilbud_desktop.ui.transfer.transfer import Transfer
from botilbud_desktop.ui.workspace.workspace import Workspace

_BACK = Choice("back", "Annullér")


class Transferring(QObject):
    """Connects the page and the panel to the remembered progress."""

    def __init__(
        self, workspace: Workspace, repository: DraftRepository, questions: Questions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._folder = repository.folders.state
        self._questions = questions
        self.transfer = Transfer(workspace.controller, self._folder, repository.drive, _today_of(repository), self)
        self.panel: TransferPanel | None = None
        """The panel; None until it is opened."""

    def tie(self, page: TransferPage) -> None:
        """Let a page show and change the remembered progress."""
        page.attach(self.transfer)
        page.panel_asked.connect(self.open_panel)
        page.begin_again_asked.connect(self._on_begin_again_asked)

    def open_panel(self) -> None:
        """Show the panel, or bring it back to the front."""
        if self.panel is None:
            self.panel = TransferPanel(self.transfer)
            self.panel.closing_asked.connect(self._on_closing_asked)
            self.panel.begin_again_asked.connect(self._on_begin_again_asked)
            self.panel.hidden.connect(self._on_hidden)
            screen = self._workspace.window().screen().availableGeometry()
            self.panel.setGeometry(at_the_right_edge(screen, self.panel.width_of_tabs))
            restore_geometry(self.panel, self._folder / FILE)
        self.panel.render_panel()
        bring_to_front(self.panel)

    def close(self) -> None:
        """Close the panel: the draft is closed."""
        if self.panel is not None:
            self.panel.close()
            self.panel.deleteLater()
            self.panel = None

    def _on_hidden(self) -> None:
        if self.panel is not None:
            save_geometry(self.panel, self._folder / FILE)

    def _on_begin_again_asked(self) -> None:
        text = (
            "Alle flueben bliver fjernet, både ved felterne og i den afsluttende liste. Ansøgningen bliver ikke ændret."
        )
        choices = (Choice("again", "Begynd forfra"), _BACK)
        if self._questions.choose("Begynd forfra?", text, choices) == "again":
            self.transfer.begin_again()
            if self.panel is not None:
                self.panel.show_index(0)

    def _on_closing_asked(self) -> None:
        step = Step(StepKind.TRANSFER)
        self._workspace.show_step(step)
        page = self._workspace.page
        if isinstance(page, TransferPage):
            page.show_closing()
        bring_to_front(self._workspace.window())


def _today_of(repository: DraftRepository) -> Callable[[], date]:
    return lambda: repository.clock().date()
