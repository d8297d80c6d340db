"""The file of an open draft: locked for one writer, compared before each save, its earlier content kept.

It is used by one thread at a time: the one that saves. What was read or written last is known by its digest, so that
a change by somebody else is never overwritten.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.storage.draft.draft_file import digest_of, draft_bytes, save_draft
from botilbud_desktop.storage.draft.draft_lock import DraftLock
from botilbud_desktop.storage.draft.half_typed import keep_unfinished
from botilbud_desktop.storage.errors import ChangedOnDiskError, RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.file_names import place_of
from botilbud_desktop.storage.files.read_bytes import read_bytes
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.user.person import Person

if TYPE_CHECKING:
    from botilbud_desktop.storage.history.versions import History, Reason


class Saved(NamedTuple):
    """What is on the disk now."""

    snapshot: Snapshot
    at: datetime
    digest: str
    has_half_typed: bool
    """Whether what was half-typed could be kept beside it."""
    has_history: bool
    """Whether its earlier content could be kept."""


class Keeping(NamedTuple):
    """What is needed to keep a draft: the forms, the user's folders, who saves and the clock."""

    library: FormLibrary
    folders: UserFolders
    person: Person
    clock: Callable[[], datetime]


class KeptFile:
    """The file that a draft is kept in."""

    def __init__(self, path: Path, content: bytes | None, lock: DraftLock, keeping: Keeping) -> None:
        """`content` is what was read from `path`; None when whatever lies there may be replaced."""
        self.path = path
        self.content = content
        """What was last read or written: what the next save expects to find, and what changes are compared with."""
        self.lock = lock
        self._keeping = keeping
        self._is_former_kept = False
        self._tried: frozenset[str | None] = frozenset()
        """The digests of what was tried to be saved since a save last worked."""
        self._history: History | None = None

    @property
    def digest(self) -> str | None:
        """The SHA-256 of `content`."""
        return None if self.content is None else digest_of(self.content)

    def save(self, snapshot: Snapshot, reason: "Reason") -> Saved:
        """Save the content of `snapshot`; what the file held before is in the history then.

        Raises:
            ChangedOnDiskError: the file is another than expected; it was not touched.
            LockedError: somebody else has taken the draft over.
            SaveFailedError: it could not be written; the old file is whole.
        """
        history = self.history(snapshot.application.id)
        has_history = self._keep_former(history)
        digest = self._write(snapshot)
        at = self._keeping.clock()
        has_history = self._keep(history, at, reason) and has_history
        self._is_former_kept = has_history
        return Saved(snapshot, at, digest, self._keep_half_typed(snapshot, digest), has_history)

    def content_on_disk(self) -> bytes:
        """What lies in the file now, whoever wrote it.

        Raises:
            RefusedFileError: it cannot be read.
        """
        return read_bytes(self.path)

    def take_over(self, content: bytes | None) -> None:
        """The user has seen `content`, which somebody else wrote: from now on it is what changes build on."""
        self.content = content
        self._is_former_kept = False

    def history(self, draft_id: str) -> "History":
        """The earlier versions of the draft. What they need is loaded when they are first asked for."""
        from botilbud_desktop.storage.history.versions import History

        if self._history is None:
            self._history = History(self._keeping.folders.versions, draft_id)
        return self._history

    def release(self) -> None:
        """Let somebody else write."""
        self.lock.release()

    def _write(self, snapshot: Snapshot) -> str:
        data = _bytes_or_nothing(snapshot)
        tried_before = self._tried
        self._tried = tried_before | {digest_of(data)}
        try:
            digest = self._save(snapshot, self.digest)
        except ChangedOnDiskError:
            on_disk = self._digest_on_disk()
            if on_disk not in tried_before:
                raise
            digest = self._save(snapshot, on_disk)  # our own write, of which the drive said that it failed
        except SaveFailedError as error:
            if error.replaced:
                self.content = data
            raise
        self.content = data
        self._tried = frozenset()
        return digest

    def _save(self, snapshot: Snapshot, base: str | None) -> str:
        return save_draft(
            self.path,
            snapshot.application,
            self._keeping.library,
            base,
            overwrite=self.content is None,
            lock=self.lock,
        )

    def _digest_on_disk(self) -> str | None:
        try:
            return digest_of(self.content_on_disk())
        except RefusedFileError:
            return None

    def _keep_former(self, history: "History") -> bool:
        """Keep what the file holds before it is overwritten for the first time; each later content is kept itself."""
        if self._is_former_kept or self.content is None:
            return True
        from botilbud_desktop.storage.history.versions import Reason

        return self._keep(history, self._keeping.clock(), Reason.OPENED)

    def _keep(self, history: "History", at: datetime, reason: "Reason") -> bool:
        """A history that cannot be written costs the earlier version, never the save."""
        if not self.content:
            return True
        try:
            history.keep(self.content, at, self._keeping.person, reason, place_of(self.path))
        except SaveFailedError:
            return False
        return True

    def _keep_half_typed(self, snapshot: Snapshot, digest: str) -> bool:
        try:
            keep_unfinished(self._keeping.folders.state, snapshot.application.id, digest, snapshot.unfinished)
        except SaveFailedError:
            return False
        return True


def digest_when_saved(snapshot: Snapshot) -> str:
    """The SHA-256 in hexadecimal that the draft's file has once `snapshot` is saved."""
    return digest_of(_bytes_or_nothing(snapshot))


def _bytes_or_nothing(snapshot: Snapshot) -> bytes:
    """The bytes of the draft's file; nothing when it holds a text that no file can, which saving then says."""
    try:
        return draft_bytes(snapshot.application)
    except UnicodeEncodeError:
        return b""
