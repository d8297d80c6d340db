"""»Vis«: go from step to step, the preview, the text size, the transfer panel and the full window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from botilbud_desktop.domain.steps import Step
from botilbud_desktop.ui.commands.menus import Menus, key
from botilbud_desktop.ui.window.draft_window import DraftWindow

if TYPE_CHECKING:
    from botilbud_desktop.domain.field_path import FieldPath
    from botilbud_desktop.ui.draft.controller import DraftController
    from botilbud_desktop.ui.window.panes import Panes
    from botilbud_desktop.ui.writing.writing_mode import WritingMode


class ViewCommands(QObject):
    """The commands of the menu »Vis«."""

    def __init__(self, menus: Menus, window: DraftWindow) -> None:
        super().__init__(window)
        self._window = window
        menus.add_steps(self._on_step_asked)
        menus.view.addSeparator()
        menus.add(menus.view, "Skemaet si&de for side", self._on_preview, key("Ctrl+Shift+P"), needs_form=True)
        menus.view.addSeparator()
        menus.add(menus.view, "&Tilbage", self._on_back, key("Alt+Left"), needs_form=True)
        menus.add(menus.view, "&Næste", self._on_next, key("Alt+Right"), needs_form=True)
        menus.add(menus.view, "Næste d&el af vinduet", self._on_next_pane, key("F6"), needs_form=True)
        menus.add(menus.view, "Fo&rrige del af vinduet", self._on_previous_pane, key("Shift+F6"), needs_form=True)
        menus.view.addSeparator()
        larger = menus.add(menus.view, "&Større tekst", self._on_larger)
        larger.setShortcuts([key("Ctrl++"), key("Ctrl+=")])
        menus.add(menus.view, "&Mindre tekst", self._on_smaller, key("Ctrl+-"))
        menus.add(menus.view, "Normal te&kststørrelse", self._on_normal, key("Ctrl+0"))
        menus.view.addSeparator()
        menus.add(menus.view, "&Overførselspanelet", self._on_transfer_panel, key("Ctrl+T"), needs_form=True)

        menus.add(menus.view, "Skriv i hele &vinduet", self._on_full_window, key("F11"), needs_form=True)
        self._writing: WritingMode | None = None
        self._panes: Panes | None = None
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
        self._panes = None
        if self._writing is not None:
            self._writing.drop()

    def _on_next_pane(self) -> None:
        self._go_by_panes(1)

    def _on_previous_pane(self) -> None:
        self._go_by_panes(-1)

    def _go_by_panes(self, by: int) -> None:
        workspace = self._window.workspace
        if workspace is None:
            return
        if self._panes is None:
            from botilbud_desktop.ui.window.panes import Panes

            self._panes = Panes(workspace, self._window.notices.bar)
        self._panes.go(by)

    def _on_full_window(self) -> None:
        self.writing.toggle()

    def _on_writing_asked(self, path: "FieldPath") -> None:
        self.writing.enter(path)

    def _on_larger(self) -> None:
        from botilbud_desktop.ui.settings.text_size import increase_text_size

        increase_text_size(self._window.repository)
        self._say_text_size()

    def _on_smaller(self) -> None:
        from botilbud_desktop.ui.settings.text_size import decrease_text_size

        decrease_text_size(self._window.repository)
        self._say_text_size()

    def _on_normal(self) -> None:
        from botilbud_desktop.ui.settings.text_size import reset_text_size

        reset_text_size(self._window.repository)
        self._say_text_size()

    def _say_text_size(self) -> None:
        from botilbud_desktop.ui.widgets.announcing import announce

        announce(self._window, f"Tekststørrelse {self._window.repository.settings.current.text_size} %")

    def _on_step_asked(self, step: Step) -> None:
        if self._window.workspace is not None:
            self._window.workspace.show_step(step)

    def _on_transfer_panel(self) -> None:
        if self._window.workbench is not None:
            self._window.workbench.transferring().open_panel()

    def _on_back(self) -> None:
        if self._window.workspace is not None:
            self._window.workspace.go_back()

    def _on_next(self) -> None:
        if self._window.workspace is not None:
            self._window.workspace.go_on()

    def _on_preview(self) -> None:
        if self._window.workbench is not None:
            self._window.workbench.show_preview()
