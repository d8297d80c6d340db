"""Housekeeping after a draft is opened, in a thread of its own."""

from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from botilbud_desktop.storage.draft.beside.copies_beside import copies_beside
from botilbud_desktop.storage.draft.beside.other_names import OtherNames, other_names
from botilbud_desktop.storage.draft.changed_by import writer_of
from botilbud_desktop.storage.draft.file_handle import StorageContext
from botilbud_desktop.storage.draft.message import remove_old_messages
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.file_names import place_of
from botilbud_desktop.storage.files.read_bytes import read_bytes
from botilbud_desktop.storage.files.temporary_files import remove_temporary_files
from botilbud_desktop.storage.history.versions import Reason
from botilbud_desktop.ui.platform.background import Background


class Beside(NamedTuple):
    """What lies beside a draft."""

    copies: list[Path]
    """Other copies of it, the newest first."""
    other_names: OtherNames | None
    """Other names of its own file."""


class Housekeeping(QObject):
    """Removes abandoned temporary files, applies the retention of versions and finds what lies beside the draft."""

    found_beside = Signal(object)
    """Other copies of the draft are in its folder, or its file has other names: a `Beside`."""

    def __init__(self, storage: StorageContext) -> None:
        super().__init__()
        self._storage = storage
        self._work = Background("tidy")

    def begin(self, path: Path | None, draft_id: str, content: bytes | None, origin: bytes | None = None) -> None:
        """Tidy the folder of the draft at `path` (None when it was never saved) and the program's own folders.

        `content` is the file's content when it was opened; None when it is read-only. It is kept as a version, so that
        changes made to it can be merged even if none of them was ever saved. `origin` is what a copy that was never
        saved was made from; it is kept too.
        """
        self._work.do(partial(_tidy, self._storage, path, draft_id, content, origin), self._on_done)

    def close(self) -> None:
        """Stop, as the draft is closed: running work is finished, but its result is ignored."""
        self.blockSignals(True)
        self._work.close()

    def _on_done(self, ended: Future[Beside]) -> None:
        beside = ended.result()
        if beside.copies or beside.other_names:
            self.found_beside.emit(beside)


def _tidy(
    storage: StorageContext, path: Path | None, draft_id: str, content: bytes | None, origin: bytes | None
) -> Beside:
    folders, now = storage.folders, storage.clock()
    own = {folders.state, folders.recovery, folders.config, folders.data, folders.versions}
    for folder in (*own, *([path.parent] if path is not None else [])):
        remove_temporary_files(folder, now.timestamp())
    remove_old_messages(folders.messages, now)
    with suppress(SaveFailedError, RefusedFileError):  # retried at the next start
        history = storage.history(draft_id)
        if path is not None and content:
            history.keep(content, now, writer_of(path, storage.person), Reason.OPENED, place_of(path))
        if origin:
            history.keep(origin, now, storage.person, Reason.COPIED)
        history.apply_retention(now)
    if path is None:
        return Beside([], None)
    copies = copies_beside(path, draft_id, storage.library)
    return Beside([copy for copy in copies if _differs(copy, content)], other_names(path))


def _differs(copy: Path, content: bytes | None) -> bool:
    """Whether the copy can be read and holds something else than `content`."""
    try:
        return read_bytes(copy) != content
    except RefusedFileError:
        return False
