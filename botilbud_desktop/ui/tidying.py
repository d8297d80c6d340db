"""What is looked after when a draft was opened, beside the window and without haste."""

from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from botilbud_desktop.storage.copies_beside import copies_beside
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.history import History
from botilbud_desktop.storage.kept_file import Keeping
from botilbud_desktop.storage.left_overs import remove_left_overs
from botilbud_desktop.ui.background import Background


class Tidying(QObject):
    """Removes what a power cut left, thins out earlier versions, and looks for other copies of the draft."""

    copies_found = Signal(object)
    """Other copies of the draft lie beside it: a list of `Path`, the newest first."""

    def __init__(self, keeping: Keeping) -> None:
        super().__init__()
        self._keeping = keeping
        self._work = Background("tidy")

    def begin(self, path: Path | None, draft_id: str) -> None:
        """Look after the draft at `path` (None when it was never saved) and the program's own folders."""
        self._work.do(partial(_tidy, self._keeping, path, draft_id), self._on_done)

    def close(self) -> None:
        """The draft is left; what is under way is still done, and tells nobody."""
        self.blockSignals(True)
        self._work.close()

    def _on_done(self, ended: Future[list[Path]]) -> None:
        copies = ended.result()
        if copies:
            self.copies_found.emit(copies)


def _tidy(keeping: Keeping, path: Path | None, draft_id: str) -> list[Path]:
    folders, now = keeping.folders, keeping.clock()
    own = {folders.state, folders.recovery, folders.config, folders.data, folders.versions}
    for folder in (*own, *([path.parent] if path is not None else [])):
        remove_left_overs(folder, now.timestamp())
    with suppress(SaveFailedError, RefusedFileError):  # it is thinned out another time
        History(folders.versions, draft_id).thin(now)
    return [] if path is None else copies_beside(path, draft_id, keeping.library)
