"""The file of an open draft: locked for one writer, compared before each save, its earlier content kept.

It is used by one thread at a time: the one that saves. The content that was last read or written is identified by its
digest, so that somebody else's change is never overwritten.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.lineage import Lineage
from botilbud_desktop.storage.draft.draft_file import digest_of, save_serialised
from botilbud_desktop.storage.draft.draft_lock import DraftLock
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
    """Whether the half-typed values could be kept too."""
    has_history: bool
    """Whether the earlier content could be kept."""
    lineage: Lineage | None = None
    """What the file's content grew out of; None when that is not known."""


class StorageContext(NamedTuple):
    """What saving needs: the rounds, the user's folders, who saves, the clock, and whether versions are kept."""

    library: FormLibrary
    folders: UserFolders
    person: Person
    clock: Callable[[], datetime]
    keeps_versions: bool = True
    """Whether earlier versions are kept on this computer."""

    def history(self, draft_id: str) -> "History":
        """Returns the earlier versions of a draft. The modules they need are loaded on the first call.

        Raises:
            ValueError: `draft_id` is not a UUID.
        """
        from botilbud_desktop.storage.history.versions import History

        return History(self.folders.versions, draft_id, is_kept=self.keeps_versions)


class DraftFileHandle:
    """The file that a draft is kept in."""

    def __init__(
        self,
        path: Path,
        content: bytes | None,
        lock: DraftLock,
        storage: StorageContext,
        unproven: Application | None = None,
    ) -> None:
        """`content` is what was read from `path`; None when any existing file may be replaced.

        `unproven` is the application in `content` when its file has no proven lineage, as in version 1 of the format.
        Such a file is left as it is until something is changed.
        """
        self._path = path
        self._content = content
        self._digest = None if content is None else digest_of(content)
        self._lock = lock
        self._storage = storage
        self._unproven = unproven
        self._is_earlier_content_kept = False
        self._attempted: frozenset[str | None] = frozenset()
        """The digests of the failed saves since the last successful one."""
        self._history: History | None = None

    @property
    def path(self) -> Path:
        """The file's path."""
        return self._path

    @property
    def content(self) -> bytes | None:
        """The content last read or written: the next save expects it on disk, and changes are compared with it."""
        return self._content

    @property
    def digest(self) -> str | None:
        """The SHA-256 of `content`."""
        return self._digest

    def save(self, snapshot: Snapshot, reason: "Reason", serialised: SerialisedDraft | None = None) -> SaveResult:
        """Save the content of `snapshot`, and keep the file's previous content in the history.

        `serialised` is the snapshot's application as bytes, if they were made already.

        Raises:
            ChangedOnDiskError: the file is not the expected one; it was not touched.
            LockedError: somebody else has taken the draft over.
            SaveFailedError: it could not be written; the old file is intact.
        """
        history = self.history(snapshot.application.id)
        has_history = self._keep_earlier_content(history)
        if self._digest is not None and self._is_left_as_it_is(snapshot.application):
            has_half_typed = self._keep_half_typed(snapshot, self._digest)
            return SaveResult(snapshot, self._storage.clock(), self._digest, has_half_typed, has_history)
        serialised = serialised or serialise(snapshot.application)
        digest = self._write(serialised)
        at = self._storage.clock()
        has_history = self._keep(history, at, reason, self._storage.person) and has_history
        self._is_earlier_content_kept = has_history
        has_half_typed = self._keep_half_typed(snapshot, digest)
        return SaveResult(snapshot, at, digest, has_half_typed, has_history, serialised.lineage)

    def content_on_disk(self) -> bytes:
        """Returns the current content of the file, whoever wrote it.

        Raises:
            RefusedFileError: it cannot be read.
        """
        return read_bytes(self._path)

    def take_over(self, content: bytes | None) -> None:
        """Make `content`, which somebody else wrote and the user has seen, the base of further changes."""
        self._content = content
        self._digest = None if content is None else digest_of(content)
        self._unproven = None
        self._is_earlier_content_kept = False

    def history(self, draft_id: str) -> "History":
        """Returns the earlier versions of the draft. The modules they need are loaded on the first call."""
        if self._history is None:
            self._history = self._storage.history(draft_id)
        return self._history

    def release(self) -> None:
        """Release the lock."""
        self._lock.release()

    def _write(self, serialised: SerialisedDraft) -> str:
        attempted_before = self._attempted
        self._attempted = attempted_before | {serialised.digest}
        try:
            digest = self._save(serialised, self.digest)
        except ChangedOnDiskError:
            on_disk = self._digest_on_disk()
            if on_disk not in attempted_before:
                raise
            digest = self._save(serialised, on_disk)  # our own write, which the drive had reported as failed
        except SaveFailedError as error:
            if error.replaced:
                self._note_content(serialised)
            raise
        self._note_content(serialised)
        self._attempted = frozenset()
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

    def _is_left_as_it_is(self, application: Application) -> bool:
        """Whether nothing was changed in a file without a proven lineage, and it is still there."""
        return application == self._unproven and self._digest_on_disk() == self._digest

    def _note_content(self, serialised: SerialisedDraft) -> None:
        self._content, self._digest, self._unproven = serialised.data, serialised.digest, None

    def _digest_on_disk(self) -> str | None:
        try:
            return digest_of(self.content_on_disk())
        except RefusedFileError:
            return None

    def _keep_earlier_content(self, history: "History") -> bool:
        """Keep the file's content before its first overwrite; each later content is kept when it is saved."""
        if self._is_earlier_content_kept or self._content is None:
            return True
        from botilbud_desktop.storage.draft.changed_by import writer_of
        from botilbud_desktop.storage.history.versions import Reason

        writer = writer_of(self._path, self._storage.person)
        return self._keep(history, self._storage.clock(), Reason.OPENED, writer)

    def _keep(self, history: "History", at: datetime, reason: "Reason", by: Person) -> bool:
        """Keep the content as a version; if that fails, only the version is missing and the save goes on."""
        if not self._content:
            return True
        try:
            history.keep(self._content, at, by, reason, place_of(self._path))
        except SaveFailedError:
            return False
        return True

    def _keep_half_typed(self, snapshot: Snapshot, digest: str) -> bool:
        from botilbud_desktop.storage.draft.half_typed import keep_half_typed

        try:
            keep_half_typed(self._storage.folders.state, snapshot.application.id, digest, snapshot.half_typed)
        except SaveFailedError:
            return False
        return True
