"""The file of an open draft: locked for one writer, compared before each save, its earlier content kept.

It is used by one thread at a time: the one that saves. What was read or written last is known by its digest, so that
a change by somebody else is never overwritten.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.storage.draft.draft_file import digest_of, save_serialised
from botilbud_desktop.storage.draft.draft_lock import DraftLock
from botilbud_desktop.storage.draft.half_typed import keep_half_typed
from botilbud_desktop.storage.draft.serialised import SerialisedDraft, serialise
from botilbud_desktop.storage.errors import ChangedOnDiskError, RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.file_names import place_of
from botilbud_desktop.storage.files.read_bytes import read_bytes
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.user.person import Person

if TYPE_CHECKING:
    from botilbud_desktop.storage.history.versions import History, Reason


class SaveResult(NamedTuple):
    """The result of a save."""

    snapshot: Snapshot
    at: datetime
    digest: str
    has_half_typed: bool
    """Whether what was half-typed could be kept beside it."""
    has_history: bool
    """Whether its earlier content could be kept."""


class StorageContext(NamedTuple):
    """What saving needs: the rounds, the user's folders, who saves, and the clock."""

    library: FormLibrary
    folders: UserFolders
    person: Person
    clock: Callable[[], datetime]


class DraftFileHandle:
    """The file that a draft is kept in."""

    def __init__(self, path: Path, content: bytes | None, lock: DraftLock, storage: StorageContext) -> None:
        """`content` is what was read from `path`; None when whatever lies there may be replaced."""
        self._path = path
        self._content = content
        self._digest = None if content is None else digest_of(content)
        self._lock = lock
        self._storage = storage
        self._is_former_kept = False
        self._tried: frozenset[str | None] = frozenset()
        """The digests of the failed saves since the last successful one."""
        self._history: History | None = None

    @property
    def path(self) -> Path:
        """The file's path."""
        return self._path

    @property
    def content(self) -> bytes | None:
        """What was last read or written: what the next save expects to find, and what changes are compared with."""
        return self._content

    @property
    def digest(self) -> str | None:
        """The SHA-256 of `content`."""
        return self._digest

    def save(self, snapshot: Snapshot, reason: "Reason", serialised: SerialisedDraft | None = None) -> SaveResult:
        """Save the content of `snapshot`; what the file held before is in the history then.

        `serialised` is the application of the snapshot as bytes, when they were made already.

        Raises:
            ChangedOnDiskError: the file is another than expected; it was not touched.
            LockedError: somebody else has taken the draft over.
            SaveFailedError: it could not be written; the old file is whole.
        """
        history = self.history(snapshot.application.id)
        has_history = self._keep_former(history)
        digest = self._write(serialised or serialise(snapshot.application))
        at = self._storage.clock()
        has_history = self._keep(history, at, reason) and has_history
        self._is_former_kept = has_history
        return SaveResult(snapshot, at, digest, self._keep_half_typed(snapshot, digest), has_history)

    def content_on_disk(self) -> bytes:
        """What lies in the file now, whoever wrote it.

        Raises:
            RefusedFileError: it cannot be read.
        """
        return read_bytes(self._path)

    def take_over(self, content: bytes | None) -> None:
        """The user has seen `content`, which somebody else wrote: from now on it is what changes build on."""
        self._content = content
        self._digest = None if content is None else digest_of(content)
        self._is_former_kept = False

    def history(self, draft_id: str) -> "History":
        """The earlier versions of the draft. What they need is loaded when they are first asked for."""
        from botilbud_desktop.storage.history.versions import History

        if self._history is None:
            self._history = History(self._storage.folders.versions, draft_id)
        return self._history

    def release(self) -> None:
        """Release the lock."""
        self._lock.release()

    def _write(self, serialised: SerialisedDraft) -> str:
        tried_before = self._tried
        self._tried = tried_before | {serialised.digest}
        try:
            digest = self._save(serialised, self.digest)
        except ChangedOnDiskError:
            on_disk = self._digest_on_disk()
            if on_disk not in tried_before:
                raise
            digest = self._save(serialised, on_disk)  # our own write, which the drive had reported as failed
        except SaveFailedError as error:
            if error.replaced:
                self._note_content(serialised)
            raise
        self._note_content(serialised)
        self._tried = frozenset()
        return digest

    def _save(self, serialised: SerialisedDraft, base: str | None) -> str:
        return save_serialised(
            self._path,
            serialised,
            self._storage.library,
            base,
            overwrite=self._content is None,
            lock=self._lock,
        )

    def _note_content(self, serialised: SerialisedDraft) -> None:
        self._content, self._digest = serialised.data, serialised.digest

    def _digest_on_disk(self) -> str | None:
        try:
            return digest_of(self.content_on_disk())
        except RefusedFileError:
            return None

    def _keep_former(self, history: "History") -> bool:
        """Keep what the file holds before it is overwritten for the first time; each later content is kept itself."""
        if self._is_former_kept or self._content is None:
            return True
        from botilbud_desktop.storage.history.versions import Reason

        return self._keep(history, self._storage.clock(), Reason.OPENED)

    def _keep(self, history: "History", at: datetime, reason: "Reason") -> bool:
        """If the history cannot be written, only the earlier version is missing; the save goes on."""
        if not self._content:
            return True
        try:
            history.keep(self._content, at, self._storage.person, reason, place_of(self._path))
        except SaveFailedError:
            return False
        return True

    def _keep_half_typed(self, snapshot: Snapshot, digest: str) -> bool:
        try:
            keep_half_typed(self._storage.folders.state, snapshot.application.id, digest, snapshot.half_typed)
        except SaveFailedError:
            return False
        return True
