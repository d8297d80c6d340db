"""Says that a draft lies where it would be lost, such as the folder that a mail program opens attachments from."""

from collections.abc import Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from botilbud_desktop.storage.files.temporary_places import is_temporary_place
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.saving.save_service import SaveService
from botilbud_desktop.ui.platform.background import Background
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.notice_bar import Action
from botilbud_desktop.ui.widgets.standing_notices import StandingNotices, Topic

IN_TEMPORARY_PLACE = (
    "Kladden ligger i en midlertidig mappe, fx fra en e-mail eller en ZIP-fil. Det, du skriver, kan gå tabt i den."
)


class TemporaryPlace(QObject):
    """Watches where the file of the open draft lies. A drive that does not answer delays only what is said."""

    def __init__(
        self,
        controller: DraftController,
        saving: SaveService,
        notices: StandingNotices,
        temporary_folders: Sequence[Path],
    ) -> None:
        super().__init__()
        self._controller = controller
        self._saving = saving
        self._notices = notices
        self._folders = tuple(temporary_folders)
        self._work = Background("place")
        self._path: Path | None = None
        """The place that was looked at last."""
        controller.save_state_changed.connect(self._on_saved)
        self._on_saved()

    def close(self) -> None:
        """Stop watching: the draft is closed."""
        self._controller.save_state_changed.disconnect(self._on_saved)
        self.blockSignals(True)
        self._path = None
        self._work.close()

    def _on_saved(self) -> None:
        path = self._controller.location.path
        if path is not None and path != self._path:
            self._path = path
            self._work.do(partial(is_temporary_place, path, self._folders), partial(self._on_told, path))

    def _on_told(self, path: Path, ended: Future[bool]) -> None:
        is_temporary = ended.result()
        if path != self._path:
            return
        self._saving.avoid_own_folder(is_temporary)
        if is_temporary:
            elsewhere: Action = ("Gem et andet sted …", self._saving.save_as)
            self._notices.say(Topic.TEMPORARY_PLACE, IN_TEMPORARY_PLACE, State.ATTENTION, elsewhere)
        else:
            self._notices.clear(Topic.TEMPORARY_PLACE)
