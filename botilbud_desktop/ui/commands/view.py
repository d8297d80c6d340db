"""Vis: the way from step to step."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from botilbud_desktop.domain.steps import Step
from botilbud_desktop.ui.menus import Menus, key

if TYPE_CHECKING:
    from botilbud_desktop.ui.main_window import MainWindow


class ViewCommands(QObject):
    """The commands of the menu Vis."""

    def __init__(self, menus: Menus, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        menus.add_steps(self._on_step_asked)
        menus.view.addSeparator()
        menus.add(menus.view, "&Tilbage", self._on_back, key("Alt+Left"), needs_draft=True)
        menus.add(menus.view, "&Næste", self._on_next, key("Alt+Right"), needs_draft=True)

    def _on_step_asked(self, step: Step) -> None:
        if self._window.workspace is not None:
            self._window.workspace.show_step(step)

    def _on_back(self) -> None:
        if self._window.workspace is not None:
            self._window.workspace.go_back()

    def _on_next(self) -> None:
        if self._window.workspace is not None:
            self._window.workspace.go_on()
