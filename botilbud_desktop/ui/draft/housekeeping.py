"""Housekeeping after a draft was opened, in a thread of its own."""

from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from botilbud_desktop.storage.draft.copies_beside import copies_beside
from botilbud_desktop.storage.draft.file_handle import StorageContext
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.file_names import place_of
from botilbud_desktop.storage.files.read_bytes import read_bytes
from botilbud_desktop.storage.files.temporary_files import remove_temporary_files
from botilbud_desktop.storage.history.versions import History, Reason
from botilbud_desktop.ui.platform.background import Background


class Housekeeping(QObject):
    """Removes left temporary files, thins out earlier versions, and looks for other copies of the draft."""

    copies_found = Signal(object)
    """Other copies of the draft lie beside it: a list of `Path`, the newest first."""

    def __init__(self, storage: StorageContext) -> None:
        super().__init__()
        self._storage = storage
        self._work = Background("tidy")

    def begin(self, path: Path | None, draft_id: str, content: bytes | None) -> None:
        """Look after the draft at `path` (None when it was never saved) and the program's own folders.

        `content` is what the file held when it was opened; None when it is only read. It is kept as a version, so that
        what is typed on it can be merged even if nothing of that was ever saved.
        """
        self._work.do(partial(_tidy, self._storage, path, draft_id, content), self._on_done)

    def close(self) -> None:
        """The draft is left: running work is finished, but its result is ignored."""
        self.blockSignals(True)
        self._work.close()

    def _on_done(self, ended: Future[list[Path]]) -> None:
        copies = ended.result()
        if copies:
            self.copies_found.emit(copies)


def _tidy(storage: StorageContext, path: Path | None, draft_id: str, content: bytes | None) -> list[Path]:
    folders, now = storage.folders, storage.clock()
    own = {folders.state, folders.recovery, folders.config, folders.data, folders.versions}
    for folder in (*own, *([path.parent] if path is not None else [])):
        remove_temporary_files(folder, now.timestamp())
    with suppress(SaveFailedError, RefusedFileError):  # it is done at the next start
        history = History(folders.versions, draft_id)
        if path is not None and content:
            history.keep(content, now, storage.person, Reason.OPENED, place_of(path))
        history.apply_retention(now)
    copies = [] if path is None else copies_beside(path, draft_id, storage.library)
    return [copy for copy in copies if _differs(copy, content)]


def _differs(copy: Path, content: bytes | None) -> bool:
    """Whether there is anything to compare."""
    try:
        return read_bytes(copy) != content
    except RefusedFileError:
        return False
