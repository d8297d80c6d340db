"""After an upgrade or a restart of the computer the open draft is opened again, where the system can do that."""

from PySide6.QtCore import QObject

from botilbud_desktop.storage.instance.restart import Restarts, restart_arguments
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.manager import DraftManager


class Reopening(QObject):
    """Tells the system which draft is open. What was typed is safe without it: the draft or its journal has it.

    Of a draft that has no file yet, the journal is offered at the start.
    """

    def __init__(self, restarts: Restarts, drafts: DraftManager, parent: QObject) -> None:
        super().__init__(parent)
        self._restarts = restarts
        self._drafts = drafts
        self._told: str | None = None
        self._is_ended = False
        drafts.opened.connect(self._on_opened)
        drafts.closed.connect(self._on_changed)
        drafts.ended.connect(self._on_ended)
        if drafts.controller is not None:
            self._on_opened(drafts.controller)

    def _on_opened(self, controller: DraftController) -> None:
        controller.save_state_changed.connect(self._on_changed)
        self._on_changed()

    def _on_ended(self) -> None:
        """The window closes: what the system closes must stay told, and what the user closes is not started again."""
        self._is_ended = True

    def _on_changed(self) -> None:
        controller = self._drafts.controller
        arguments = restart_arguments(controller.location.path) if controller is not None else None
        if arguments == self._told or self._is_ended:
            return
        self._told = arguments
        if arguments is None:
            self._restarts.take_back()
        else:
            self._restarts.ask(arguments)
