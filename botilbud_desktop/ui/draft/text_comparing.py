"""Compares the texts of a draft that was just opened with its form, once the window has come to rest.

The rules that read texts are many patterns. They are loaded in a thread, so that neither the start nor the first keys
wait for them.
"""

from concurrent.futures import Future

from PySide6.QtCore import QObject, QTimer

from botilbud_desktop.rules.assessment import has_texts, load_text_rules
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.platform.background import Background

_REST_MS = 1_000


class TextComparing(QObject):
    """Makes the first view in which the texts are compared, for the one draft that is open."""

    def __init__(self, parent: QObject) -> None:
        """It ends with `parent`."""
        super().__init__(parent)
        self._controller: DraftController | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._on_rest)

    def begin(self, controller: DraftController) -> None:
        """Compare the texts of `controller` soon, if it has any."""
        self._controller = controller
        if has_texts(controller.application):
            self._rest.start()

    def let_go(self) -> None:
        """The draft is closed: it is not compared any more."""
        self._rest.stop()
        self._controller = None

    def _on_rest(self) -> None:
        loading = Background("texts", self)
        loading.do(load_text_rules, self._on_loaded)
        loading.close()  # after that

    def _on_loaded(self, future: Future[None]) -> None:
        future.result()
        if self._controller is not None:
            self._controller.update_view(compares_texts=True)
