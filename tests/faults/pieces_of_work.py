"""Pieces of the program's file work, each of which must survive the failure of any one system call.

Each is created in an empty folder, done once, and then checked: files on the disk must be whole, an error must be one
that the program reports in a Danish sentence, and the same work must succeed when repeated.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import ClassVar

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import digest_of, draft_bytes, read_draft, save_draft
from botilbud_desktop.storage.draft.draft_lock import DraftLock, lock_draft, lock_path
from botilbud_desktop.storage.draft.examples import example_drafts
from botilbud_desktop.storage.draft.file_handle import DraftFileHandle, SaveResult, StorageContext
from botilbud_desktop.storage.draft.half_typed import half_typed_of
from botilbud_desktop.storage.draft.lock_info import new_info
from botilbud_desktop.storage.errors import ChangedOnDiskError, LockedError, RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.atomic_write import is_temporary
from botilbud_desktop.storage.files.temporary_files import remove_temporary_files
from botilbud_desktop.storage.history.versions import Reason
from botilbud_desktop.storage.paths import UserFolders, forms_folder
from botilbud_desktop.storage.recovery.journal import Journal, orphaned_journals
from botilbud_desktop.storage.recovery.journal_file import JournalEntry, parse_journal
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.user.person import Person

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ME = Person("Åse Ørsted", "PC-7")
HALF_TYPED = {"projects[0].loan.2026": "22,9"}
TOLD = (SaveFailedError, ChangedOnDiskError, LockedError, RefusedFileError)
"""The errors that the program reports to the user; its storage may raise no others."""

_ENGLISH = re.compile(r"Errno|Injected|secret|error\b|denied|space left|Input/output|\bfile\b|No such|busy|Stale")


@cache
def library() -> FormLibrary:
    """The forms that the program ships."""
    return FormLibrary(forms_folder())


@cache
def content(number: int) -> Application:
    """One of any number of contents of the same draft."""
    application = read_draft(example_drafts()[0].path, library()).application
    return replace(application, case_number=f"2024-{number}", internal_notes=f"{number} " * 200)


def wrong_with_message(error: BaseException) -> list[str]:
    """What is wrong with the message as a text for the user."""
    text = str(error)
    is_sentence = text.endswith(".") and text[:1].isupper() and text.isprintable() and len(text) < 300
    own_words = re.sub(r"»[^«]*«|\(.*\)", "", text)
    return [] if is_sentence and not _ENGLISH.search(own_words) else [f"no sentence for a user: {text!r}"]


class Work:
    """A piece of work on files in a folder."""

    name: ClassVar[str]

    def __init__(self, folder: Path) -> None:
        """Prepares the empty folder."""
        self.folder = folder
        self.storage = StorageContext(library(), UserFolders.below(folder / "bruger"), ME, lambda: NOW)
        self.path = folder / "kladder" / "sag æøå.botilbud"
        self.path.parent.mkdir()

    def do(self) -> None:
        """Does the work."""
        raise NotImplementedError

    def wrong_after(self, error: Exception | None) -> list[str]:
        """Returns what is wrong after the work, which may have raised one of the `TOLD` errors."""
        raise NotImplementedError

    def close(self) -> None:
        """Releases everything held."""

    def left_over(self) -> list[str]:
        """Temporary files that a later start of the program would not remove."""
        found = []
        for folder in {path.parent for path in self.folder.rglob("*") if is_temporary(path.name)}:
            remove_temporary_files(folder, NOW.timestamp() + 1e9)
            found += [path.name for path in folder.iterdir() if is_temporary(path.name)]
        return found


class SaveInFile(Work):
    """Saves a locked draft that has a file and a half-typed value."""

    name = "a save"
    before: int | None = 1

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.path.write_bytes(draft_bytes(content(1)))
        self.file = DraftFileHandle(self.path, self.path.read_bytes(), self._locked(), self.storage)
        self.saved: SaveResult | None = None

    def _locked(self) -> DraftLock:
        return lock_draft(self.path, ME, NOW)

    def do(self) -> None:
        self.saved = self.file.save(Snapshot(content(2), HALF_TYPED), Reason.SAVED)

    def wrong_after(self, error: Exception | None) -> list[str]:
        return [*self._wrong_on_disk(error), *self._wrong_with_next()]

    def close(self) -> None:
        self.file.release()

    def _wrong_on_disk(self, error: Exception | None) -> list[str]:
        old = None if self.before is None else draft_bytes(content(self.before))
        new = draft_bytes(content(2))
        found = self.path.read_bytes() if self.path.exists() else None
        wrong = [] if found in (old, new) else ["neither the old nor the new content is in the file"]
        if error is None:
            wrong += [] if found == new else ["said to be saved, and is not"]
            wrong += self._wrong_with_half_typed(new)
        if isinstance(error, SaveFailedError) and error.replaced and found != new:
            wrong.append("said to be replaced, and is not")
        return wrong

    def _wrong_with_half_typed(self, new: bytes) -> list[str]:
        if self.saved is None or not self.saved.has_half_typed:
            return []
        kept = half_typed_of(self.storage.folders.state, content(2).id, digest_of(new))
        return [] if kept == HALF_TYPED else ["what was half-typed is said to be kept, and is not"]

    def _wrong_with_next(self) -> list[str]:
        try:
            saved = self.file.save(Snapshot(content(3), {}), Reason.SAVED)
        except TOLD as error:
            return [f"the next save fails: {error!r}"]
        history = self.file.history(content(3).id)
        newest = history.content(history.versions()[0].number)
        data = draft_bytes(content(3))
        wrong = [] if self.path.read_bytes() == data else ["the next save did not save"]
        wrong += [] if saved.has_history and newest == data else ["the next save is not in the history"]
        self.file.release()
        wrong += [] if not lock_path(self.path).exists() else ["the lock file is left"]
        return wrong


class FirstSave(SaveInFile):
    """Saves a draft without a file for the first time."""

    name = "a first save"
    before = None

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.file.release()
        self.path.unlink()

    def do(self) -> None:
        lock = lock_draft(self.path, ME, NOW)
        self.file = DraftFileHandle(self.path, None, lock, self.storage)
        try:
            super().do()
        except TOLD:
            lock.release()
            raise

    def _wrong_with_next(self) -> list[str]:
        if self.saved is None:
            self.file = DraftFileHandle(self.path, None, self._locked(), self.storage)
        return super()._wrong_with_next()


class SaveWithoutLock(SaveInFile):
    """Saves a draft that could not be locked when it was opened."""

    name = "a save with a lock for the moment"

    def _locked(self) -> DraftLock:
        return DraftLock(self.path, new_info(ME, NOW), None)


class SaveCopy(Work):
    """Saves a copy over another file."""

    name = "a copy"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.path.write_bytes(b"old")

    def do(self) -> None:
        save_draft(self.path, content(2), library(), None, overwrite=True, person=ME)

    def wrong_after(self, error: Exception | None) -> list[str]:
        found, new = self.path.read_bytes(), draft_bytes(content(2))
        wrong = [] if found in ((b"old", new) if error else (new,)) else ["the copy is not whole"]
        save_draft(self.path, content(3), library(), None, overwrite=True, person=ME)
        return wrong + ([] if self.path.read_bytes() == draft_bytes(content(3)) else ["the next copy is not saved"])


class WriteJournal(Work):
    """Writes a new journal."""

    name = "a journal begun and written"
    before: int | None = None

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.recovery = self.storage.folders.recovery
        self.journal: Journal | None = None
        if self.before is not None:
            self._write(self.before)

    def do(self) -> None:
        self._write(2)

    def _write(self, number: int) -> None:
        self.journal = self.journal or Journal.begin(self.recovery)
        self.journal.write(JournalEntry(content(number), NOW, HALF_TYPED, self.path, "a" * 64))

    def wrong_after(self, error: Exception | None) -> list[str]:
        found = self._on_disk()
        wrong = [] if found in (self.before, 2) else [f"the journal holds {found}"]
        wrong += [] if error is not None or found == 2 else ["said to be in the journal, and is not"]
        self._write(3)
        wrong += [] if self._on_disk() == 3 else ["the next write is not in the journal"]
        self.close()
        offered = orphaned_journals(self.recovery, library())
        wrong += [] if [_number(each.entry) for each in offered] == [3] else ["the next start does not offer it"]
        for each in offered:
            each.discard()
        return wrong

    def _on_disk(self) -> int | None:
        path = self.journal.path if self.journal is not None else self.recovery / "none"
        return _number(parse_journal(path.read_bytes(), path.name, library())) if path.exists() else None

    def close(self) -> None:
        if self.journal is not None:
            self.journal.close()


class WriteJournalAgain(WriteJournal):
    """Writes again to a journal that holds earlier content."""

    name = "a journal written again"
    before = 1


class FindJournals(WriteJournal):
    """Starts the program after a crash and looks for journals."""

    name = "journals looked for"
    before = 1

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.close()

    def do(self) -> None:
        for found in orphaned_journals(self.recovery, library()):
            found.release()

    def wrong_after(self, error: Exception | None) -> list[str]:
        again = orphaned_journals(self.recovery, library())
        wrong = [] if [_number(each.entry) for each in again] == [1] else ["it is not offered any more"]
        for each in again:
            each.discard()
        return wrong + ([] if error is None else ["looking for journals must never fail"])


class OpenAndClose(Work):
    """Reads, locks, checks and releases a draft."""

    name = "a lock taken, looked at and released"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.path.write_bytes(draft_bytes(content(1)))
        self.lock: DraftLock | None = None

    def do(self) -> None:
        read_draft(self.path, library())
        self.lock = lock_draft(self.path, ME, NOW)
        self.lock.is_ours()
        self.lock.release()

    def wrong_after(self, error: Exception | None) -> list[str]:
        wrong = [] if self.path.read_bytes() == draft_bytes(content(1)) else ["the draft was changed"]
        if isinstance(error, SaveFailedError | ChangedOnDiskError):
            wrong.append("nothing was to be saved")
        self.close()
        with lock_draft(self.path, ME, NOW) as lock:
            wrong += [] if lock.is_real and lock.is_ours() else ["it cannot be locked any more"]
        return wrong

    def close(self) -> None:
        if self.lock is not None:
            self.lock.release()


PIECES: tuple[Callable[[Path], Work], ...] = (
    SaveInFile,
    FirstSave,
    SaveWithoutLock,
    SaveCopy,
    WriteJournal,
    WriteJournalAgain,
    FindJournals,
    OpenAndClose,
)


def _number(entry: JournalEntry) -> int:
    return int(entry.application.case_number.removeprefix("2024-"))
