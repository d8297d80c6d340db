"""The repository: creates drafts and opens them under their lock. It uses no widgets."""

from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.editing.editor import Editor, Snapshot
from botilbud_desktop.domain.lineage import Lineage
from botilbud_desktop.domain.round import Round
from botilbud_desktop.storage.draft.draft_file import OpenedDraft, digest_of, read_draft, save_serialised
from botilbud_desktop.storage.draft.draft_lock import lock_draft
from botilbud_desktop.storage.draft.file_handle import DraftFileHandle, StorageContext
from botilbud_desktop.storage.draft.serialised import SerialisedDraft
from botilbud_desktop.storage.errors import LockedError, RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.atomic_write import Replacing, write_atomically
from botilbud_desktop.storage.files.file_names import is_same_file, place_of, safe_file_name
from botilbud_desktop.storage.files.path_calls import home, is_folder
from botilbud_desktop.storage.files.read_bytes import read_bytes
from botilbud_desktop.storage.user.person import person_here
from botilbud_desktop.storage.user.settings import RoundTo
from botilbud_desktop.ui.draft.context import ApplicationContext
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.location import DraftLocation
from botilbud_desktop.ui.draft.recent_drafts import RecentDrafts
from botilbud_desktop.ui.platform.drive_jobs import DriveJobs, no_answer_from
from botilbud_desktop.ui.platform.job import Job
from botilbud_desktop.ui.platform.settings_store import SettingsStore

if TYPE_CHECKING:
    from botilbud_desktop.storage.draft.changed_by import Change
    from botilbud_desktop.storage.draft.examples import ExampleDraft
    from botilbud_desktop.storage.recovery.journal import FoundJournal
    from botilbud_desktop.ui.draft.documents import DraftDocuments


class DraftRepository:
    """Creates and opens drafts; holds the settings and documents that go with them."""

    def __init__(self, context: ApplicationContext, drive: DriveJobs | None = None) -> None:
        self.drive = drive or DriveJobs()
        self.library = context.library
        self.folders = context.folders
        self.clock = context.clock
        self.timing = context.timing
        self.make_helper = context.make_helper
        self.temporary_folders = context.temporary_folders
        self.settings = SettingsStore(self.folders.config, self.drive, context.decided)
        self._documents: DraftDocuments | None = None
        self.storage = StorageContext(
            self.library, self.folders, person_here(), self.clock, context.decided.keeps_versions
        )
        self.recent = RecentDrafts(self.storage, self.drive)

    @property
    def documents(self) -> "DraftDocuments":
        """Makes the documents of drafts; made on first use."""
        if self._documents is None:
            from botilbud_desktop.ui.draft.documents import DraftDocuments

            self._documents = DraftDocuments(self.settings, self.folders)
        return self._documents

    def new(self, round_id: str, municipality_code: str | None) -> DraftController:
        """Returns a new, empty draft."""
        from botilbud_desktop.domain.editing.new_draft import new_application
        from botilbud_desktop.domain.editing.new_id import new_id

        round_ = self.library.round(round_id)
        application = new_application(round_, new_id, municipality_code)
        return self._controller(application, DraftLocation())

    def open(self, path: Path) -> DraftController:
        """Returns the draft in the file at `path`, locked for this program; `settle` completes it.

        Raises:
            RefusedFileError: the file cannot be opened; it was not touched.
        """
        return self.controller_of(self.read(path), path)

    def begin_opening(self, path: Path) -> "Job[Fetched]":
        """Begin to read and lock the draft in the file at `path`; `opened` gives it."""
        return Job(lambda: _fetch(read_draft(path, self.library), path, self.storage), late=_release)

    def opened(self, opening: "Job[Fetched]", path: Path) -> DraftController:
        """Returns the draft that `begin_opening` opens, after waiting for the drive.

        Raises:
            RefusedFileError: the file cannot be opened, or the drive does not answer; it was not touched.
        """
        return self._fetched(self.drive.take(opening, lambda: no_answer_from(path)), path)

    def read(self, path: Path) -> OpenedDraft:
        """Returns the draft in the file at `path`, without a lock.

        Raises:
            RefusedFileError: the file cannot be opened; it was not touched.
        """
        return self.drive.read(path, lambda: read_draft(path, self.library))

    def controller_of(self, draft: OpenedDraft, path: Path, *, take_over: bool = False) -> DraftController:
        """Returns the draft that was read from `path`, locked for this program; read-only if somebody else has it open.

        `take_over` takes it over from a holder that no longer responds.

        Raises:
            RefusedFileError: the file was replaced by one that cannot be opened since it was read, or the drive does
                not answer; it is not locked.
        """
        fetched = self.drive.read(path, lambda: _fetch(draft, path, self.storage, take_over=take_over), _release)
        return self._fetched(fetched, path)

    def _fetched(self, fetched: "Fetched", path: Path) -> DraftController:
        draft = fetched.draft
        location = DraftLocation(path, draft.digest)
        return self._controller(
            draft.application,
            location,
            draft.round,
            file=fetched.file,
            locked_by=fetched.locked_by,
            lineage=draft.lineage,
        )

    def is_changed_on_disk(self, controller: DraftController) -> bool:
        """Whether the file of an open draft holds something else than what was last read or written here."""
        location, path = controller.location, controller.location.path
        on_disk = None if path is None else self.drive.answer(lambda: _digest_on_disk(path), None)
        return on_disk not in (None, location.digest, location.saving_digest)

    def holder_of(self, path: Path) -> LockedError | None:
        """Returns who has the draft at `path` open; None when nobody has."""
        try:
            lock_draft(path, self.storage.person, self.clock()).release()
        except LockedError as error:
            return error
        return None

    def work_copy(self, controller: DraftController) -> DraftController:
        """Returns a copy that is not saved anywhere yet; changes to it can be merged into the original later."""
        content = controller.editor.snapshot
        origin = controller.serialiser.for_others(content.application)
        name = safe_file_name(f"{controller.location.stem} – kopi")
        return self.unsaved(content, name, origin.lineage, origin.data, controller.round)

    def unsaved(
        self,
        content: Snapshot,
        name: str,
        lineage: Lineage | None = None,
        origin: bytes | None = None,
        round_: Round | None = None,
    ) -> DraftController:
        """Returns a draft with this content that is not saved anywhere.

        Args:
            content: the content.
            name: a name to propose for its file.
            lineage: what the content grew out of; None when that is not known.
            origin: the file that it is a copy of; None when it is none.
            round_: its round, if that is known already.
        """
        location = DraftLocation(suggested_name=name)
        controller = self._controller(
            content.application, location, round_, half_typed=content.half_typed, lineage=lineage, origin=origin
        )
        controller.editor.mark_unsaved()
        return controller

    def settle(self, controller: DraftController) -> None:
        """Do what can wait until an opened draft is shown: restore half-typed values, add the file to the recent ones.

        A second call does nothing. Saving settles first, so that no half-typed value is lost.
        """
        location = controller.location
        if controller.state.is_settled or location.path is None or location.digest is None:
            return
        controller.mark_settled()
        half_typed = self.half_typed_of(controller.application.id, location.digest)
        if half_typed:
            controller.editor.restore_half_typed(half_typed)
        self.remember(location.path)

    def open_example(self, example: "ExampleDraft") -> DraftController:
        """Returns a copy of a shipped example, as a draft of its own that is not saved anywhere yet.

        Raises:
            RefusedFileError: the example cannot be opened.
        """
        from botilbud_desktop.domain.editing.new_draft import copy_of
        from botilbud_desktop.domain.editing.new_id import new_id

        draft = read_draft(example.path, self.library)
        application = copy_of(draft.application, new_id)
        title = draft.round.draft_title(application.applicant.municipality_code)
        return self._controller(
            application, DraftLocation(suggested_name=safe_file_name(f"{title} – kopi af eksempel"), is_example=True)
        )

    def save_copy(self, controller: DraftController, path: Path) -> None:
        """Save a copy at `path`; the draft keeps its own location.

        Raises:
            LockedError: somebody else has the draft there open.
            SaveFailedError: it could not be written.
        """
        is_newer_than_file = controller.editor.is_modified
        serialised = controller.serialiser.for_others(controller.application)
        own = controller.location.path
        self.drive.write(path, partial(_save_copy, path, serialised, self.storage, own))
        if is_newer_than_file:
            controller.editor.mark_unsaved()  # what the file holds next comes after the copy, even if it is undone

    def write_file(self, path: Path, data: bytes) -> None:
        """Write the file at `path`, as a whole or not at all.

        Raises:
            SaveFailedError: it could not be written.
        """
        self.drive.write(path, lambda replacing: write_atomically(path, data, before_replace=replacing.allow))

    def half_typed_of(self, draft_id: str, digest: str) -> dict[str, str]:
        """Returns the half-typed values kept for this content; none when the drive does not answer soon."""
        from botilbud_desktop.storage.draft.half_typed import half_typed_of

        none: dict[str, str] = {}
        return self.drive.answer(lambda: half_typed_of(self.folders.state, draft_id, digest), none)

    def is_same_file(self, path: Path, other: Path) -> bool:
        """Whether both paths lead to the same file; compared as written when the drive does not answer soon."""
        return self.drive.answer(lambda: is_same_file(path, other), path == other)

    def is_one_file(self, path: Path, other: Path) -> bool:
        """Like `is_same_file`, also for hard links and other spellings."""
        from botilbud_desktop.storage.files.same_file import is_one_file

        return self.drive.answer(lambda: is_one_file(path, other), path == other)

    def changed_by(self, path: Path) -> "Change":
        """Returns who wrote the file last, as far as the drive answers soon."""
        from botilbud_desktop.storage.draft.changed_by import Change, changed_by

        return self.drive.answer(lambda: changed_by(path), Change(None, None))

    def folder_of(self, controller: DraftController) -> Path:
        """Returns the folder that a file dialog starts in."""
        path = controller.location.path
        return self.drafts_folder() if path is None else self._first_there(path.parent)

    def drafts_folder(self) -> Path:
        """Returns the folder that the user chose for drafts, or the documents folder while that is unavailable."""
        chosen = self.settings.current.drafts_folder
        folders = [Path(chosen)] if chosen else []
        return self._first_there(*folders, self.folders.own_documents)

    def documents_folder(self) -> Path:
        """Returns the folder for documents, or the home folder while it is unavailable."""
        return self._first_there(self.folders.own_documents)

    def _first_there(self, *folders: Path) -> Path:
        """Returns the first of the folders that is there; the home folder if none is, or the drives answer too late."""
        return self.drive.answer(lambda: _first_there(folders), home())

    def _rounding(self) -> RoundTo:
        """Returns how the lines of a new cost plan are rounded, in 1.000 kr."""
        return self.settings.current.round_to

    def _controller(
        self,
        application: Application,
        location: DraftLocation,
        round_: Round | None = None,
        *,
        half_typed: Mapping[str, str] | None = None,
        file: DraftFileHandle | None = None,
        locked_by: LockedError | None = None,
        lineage: Lineage | None = None,
        origin: bytes | None = None,
    ) -> DraftController:
        round_, today = round_ or self.library.round(application.round), self.clock().date()
        editor = Editor(application, half_typed)
        return DraftController(
            editor,
            round_,
            today,
            location,
            file,
            locked_by=locked_by,
            rounding=self._rounding,
            lineage=lineage,
            origin=origin,
        )

    def lost_journals(self) -> "list[FoundJournal]":
        """Returns the journals that a crash left; none when the drive does not answer soon."""
        from botilbud_desktop.storage.recovery.journal import orphaned_journals

        none: list[FoundJournal] = []
        return self.drive.answer(
            lambda: orphaned_journals(self.folders.recovery, self.library), none, late=_release_all
        )

    def remember(self, path: Path) -> None:
        """Add the draft at `path` to the recent ones; a failure is ignored."""
        self.drive.note(lambda: _remember(self.folders.state, path))


class Fetched(NamedTuple):
    """A draft that was read, and its file if it could be locked."""

    draft: OpenedDraft
    file: DraftFileHandle | None
    locked_by: LockedError | None


def _fetch(draft: OpenedDraft, path: Path, storage: StorageContext, *, take_over: bool = False) -> Fetched:
    """Lock the draft that was read from `path`, and read it again if it was changed in between."""
    try:
        lock = lock_draft(path, storage.person, storage.clock(), take_over=take_over)
    except LockedError as error:
        return Fetched(draft, None, error)
    try:
        if _is_changed(path, draft):
            draft = read_draft(path, storage.library)
    except RefusedFileError:
        lock.release()
        raise
    unproven = draft.application if draft.lineage is None else None
    return Fetched(draft, DraftFileHandle(path, draft.content, lock, storage, unproven), None)


def _digest_on_disk(path: Path) -> str | None:
    """Returns the digest of the file; None when it is missing or unreachable: the next save reports it."""
    try:
        return digest_of(read_bytes(path))
    except RefusedFileError:
        return None


def _is_changed(path: Path, draft: OpenedDraft) -> bool:
    """Whether somebody saved the draft after it was read and before it was locked."""
    try:
        return read_bytes(path) != draft.content
    except RefusedFileError:
        return False  # missing or unreachable: the next save reports it


def _save_copy(
    path: Path, serialised: SerialisedDraft, storage: StorageContext, own: Path | None, replacing: Replacing
) -> None:
    from botilbud_desktop.storage.draft.replaced_kept import keep_replaced

    keep_replaced(path, storage)
    save_serialised(path, serialised, storage.library, None, overwrite=True, before_replace=replacing.allow)
    _keep_copied(serialised, storage, own)


def _keep_copied(serialised: SerialisedDraft, storage: StorageContext, own: Path | None) -> None:
    """Keep what a copy was made of as an earlier version, so that the copy can be merged later."""
    from botilbud_desktop.storage.history.versions import Reason

    with suppress(SaveFailedError):  # the copy itself is saved
        history = storage.history(serialised.application.id)
        place = "" if own is None else place_of(own)
        history.keep(serialised.data, storage.clock(), storage.person, Reason.COPIED, place)


def _first_there(folders: tuple[Path, ...]) -> Path:
    return next((folder for folder in folders if folder.is_absolute() and is_folder(folder)), home())


def _release_all(found: "list[FoundJournal]") -> None:
    for journal in found:
        journal.release()


def _release(fetched: Fetched) -> None:
    if fetched.file is not None:
        fetched.file.release()


def _remember(state_folder: Path, path: Path) -> None:
    from botilbud_desktop.storage.user.recent import remember_draft

    with suppress(SaveFailedError):
        remember_draft(state_folder, path)
