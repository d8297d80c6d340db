"""The jobs that save a draft's file, for the saving thread; they do not use the window."""

from collections.abc import Callable
from concurrent.futures import Future, wait
from pathlib import Path
from threading import Event
from typing import NamedTuple

from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.storage.draft.draft_lock import lock_draft
from botilbud_desktop.storage.draft.file_handle import DraftFileHandle, SaveResult, StorageContext
from botilbud_desktop.storage.draft.replaced_kept import keep_replaced
from botilbud_desktop.storage.draft.serialised import SerialisedDraft
from botilbud_desktop.storage.errors import NOT_SAVED
from botilbud_desktop.storage.files.path_calls import is_missing
from botilbud_desktop.storage.history.versions import Reason

_JOURNAL_WAIT_SECONDS = 0.5
"""Seconds that a save waits for the journal: less than the program gets while the computer shuts down."""


class SavedFile(NamedTuple):
    """A successful save, and the file it wrote."""

    file: DraftFileHandle
    saved: SaveResult


class Content(NamedTuple):
    """The content of a save, and its serialised bytes."""

    snapshot: Snapshot
    serialised: SerialisedDraft


class SaveElsewhere:
    """A save to another file than the draft's own."""

    def __init__(self) -> None:
        self._withdrawn = Event()

    @property
    def is_withdrawn(self) -> bool:
        """Whether the draft does not move to that file."""
        return self._withdrawn.is_set()

    def withdraw(self) -> None:
        """Keep the draft in its own file: the save was reported as failed, or the draft is closed."""
        self._withdrawn.set()


type Save = Callable[[DraftFileHandle, Content, Reason, Future[None] | None], SavedFile]
"""A save in the draft's own file; the last argument is the journal write that it waits for."""


def save_in(file: DraftFileHandle, content: Content, reason: Reason, ahead: Future[None] | None = None) -> SavedFile:
    """Save in the draft's own file, after waiting for the journal to be written ahead of it."""
    if ahead is not None:
        wait([ahead], _JOURNAL_WAIT_SECONDS)
    return SavedFile(file, file.save(content.snapshot, reason, content.serialised))


def save_over(file: DraftFileHandle, content: Content, reason: Reason, ahead: Future[None] | None = None) -> SavedFile:
    """Save under the draft's own name, also where the file is missing; somebody else's changes are not replaced."""
    former = file.content
    if is_missing(file.path):
        file.take_over(None)
    try:
        return save_in(file, content, reason, ahead)
    except NOT_SAVED:
        file.take_over(former)
        raise


def save_at(path: Path, content: Content, storage: StorageContext, elsewhere: SaveElsewhere) -> SavedFile:
    """Save at another path, under a lock of its own."""
    lock = lock_draft(path, storage.person, storage.clock())
    try:
        keep_replaced(path, storage)
        saved = save_in(DraftFileHandle(path, None, lock, storage), content, Reason.SAVED)
    except NOT_SAVED:
        lock.release()
        raise
    if elsewhere.is_withdrawn:
        lock.release()
    return saved
