"""The repository: creates drafts and opens them under their lock. It uses no widgets."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.editing.editor import Editor, Snapshot
from botilbud_desktop.domain.editing.new_draft import copy_of, new_application
from botilbud_desktop.domain.editing.new_id import new_id
from botilbud_desktop.domain.lineage import Lineage
from botilbud_desktop.storage.draft.draft_file import OpenedDraft, digest_of, read_draft, save_serialised
from botilbud_desktop.storage.draft.draft_lock import lock_draft
from botilbud_desktop.storage.draft.examples import ExampleDraft
from botilbud_desktop.storage.draft.file_handle import DraftFileHandle, StorageContext
from botilbud_desktop.storage.draft.half_typed import half_typed_of
from botilbud_desktop.storage.errors import LockedError, RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.file_names import place_of, safe_file_name
from botilbud_desktop.storage.files.read_bytes import read_bytes
from botilbud_desktop.storage.user.person import person_here
from botilbud_desktop.storage.user.recent import remember_draft
from botilbud_desktop.storage.user.settings import RoundTo
from botilbud_desktop.ui.draft.context import ApplicationContext
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.documents import DraftDocuments
from botilbud_desktop.ui.draft.location import DraftLocation
from botilbud_desktop.ui.platform.settings_store import SettingsStore


class DraftRepository:
    """Creates and opens drafts; holds the settings and documents that go with them."""

    def __init__(self, context: ApplicationContext) -> None:
        self.library = context.library
        self.folders = context.folders
        self.clock = context.clock
        self.timing = context.timing
        self.settings = SettingsStore(self.folders.config)
        self.documents = DraftDocuments(self.settings, self.folders)
        self.storage = StorageContext(self.library, self.folders, person_here(), self.clock)

    def new(self, round_id: str, municipality_code: str | None) -> DraftController:
        """Returns a new, empty draft."""
        round_ = self.library.round(round_id)
        application = new_application(round_, new_id, municipality_code)
        return self._controller(application, DraftLocation(suggested_name=_suggested_name(application, round_.id)))

    def open(self, path: Path) -> DraftController:
        """Returns the draft in the file at `path`, locked for this program; `settle` completes it.

        Raises:
            RefusedFileError: the file cannot be opened; it was not touched.
        """
        return self.controller_of(self.read(path), path)

    def read(self, path: Path) -> OpenedDraft:
        """Returns the draft in the file at `path`, without a lock.

        Raises:
            RefusedFileError: the file cannot be opened; it was not touched.
        """
        return read_draft(path, self.library)

    def controller_of(self, draft: OpenedDraft, path: Path, *, take_over: bool = False) -> DraftController:
        """Returns the draft that was read from `path`, locked for this program; read-only if somebody else has it open.

        `take_over` takes it over from a holder that no longer responds.

        Raises:
            RefusedFileError: the file was replaced by one that cannot be opened since it was read; it is not locked.
        """
        try:
            lock = lock_draft(path, self.storage.person, self.clock(), take_over=take_over)
        except LockedError as error:
            location = DraftLocation(path, draft.digest)
            return self._controller(draft.application, location, locked_by=error, lineage=draft.lineage)
        try:
            if self._is_changed(path, draft):
                draft = self.read(path)
        except RefusedFileError:
            lock.release()
            raise
        unproven = draft.application if draft.lineage is None else None
        file = DraftFileHandle(path, draft.content, lock, self.storage, unproven)
        return self._controller(draft.application, DraftLocation(path, draft.digest), file=file, lineage=draft.lineage)

    def _is_changed(self, path: Path, draft: OpenedDraft) -> bool:
        """Whether somebody saved the draft after it was read and before it was locked."""
        try:
            return read_bytes(path) != draft.content
        except RefusedFileError:
            return False  # missing or unreachable: the next save reports it

    def is_changed_on_disk(self, controller: DraftController) -> bool:
        """Whether the file of an open draft holds something else than what was last read or written here."""
        location = controller.location
        try:
            on_disk = None if location.path is None else digest_of(read_bytes(location.path))
        except RefusedFileError:
            return False  # missing or unreachable: the next save reports it
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
        return self.unsaved(content, name, origin.lineage, origin.data)

    def unsaved(
        self, content: Snapshot, name: str, lineage: Lineage | None = None, origin: bytes | None = None
    ) -> DraftController:
        """Returns a draft with this content that is not saved anywhere.

        Args:
            content: the content.
            name: a name to propose for its file.
            lineage: what the content grew out of; None when that is not known.
            origin: the file that it is a copy of; None when it is none.
        """
        location = DraftLocation(suggested_name=name)
        controller = self._controller(
            content.application, location, half_typed=content.half_typed, lineage=lineage, origin=origin
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
        half_typed = half_typed_of(self.folders.state, controller.application.id, location.digest)
        if half_typed:
            controller.editor.restore_half_typed(half_typed)
        self.remember(location.path)

    def open_example(self, example: ExampleDraft) -> DraftController:
        """Returns a copy of a shipped example, as a draft of its own that is not saved anywhere yet.

        Raises:
            RefusedFileError: the example cannot be opened.
        """
        application = copy_of(read_draft(example.path, self.library).application, new_id)
        return self._controller(
            application, DraftLocation(suggested_name=example.path.stem + " – kopi", is_example=True)
        )

    def save_copy(self, controller: DraftController, path: Path) -> None:
        """Save a copy at `path`; the draft keeps its own location.

        Raises:
            LockedError: somebody else has the draft there open.
            SaveFailedError: it could not be written.
        """
        from botilbud_desktop.storage.draft.damaged_kept import keep_damaged

        keep_damaged(path, self.library)
        is_newer_than_file = controller.editor.is_modified
        serialised = controller.serialiser.for_others(controller.application)
        save_serialised(path, serialised, self.library, None, overwrite=True)
        self._keep_copied(controller, serialised.data)
        if is_newer_than_file:
            controller.editor.mark_unsaved()  # what the file holds next comes after the copy, even if it is undone

    def _keep_copied(self, controller: DraftController, content: bytes) -> None:
        """Keep what a copy was made of as an earlier version, so that the copy can be merged later."""
        from botilbud_desktop.storage.history.versions import History, Reason

        path = controller.location.path
        with suppress(SaveFailedError):  # the copy itself is saved
            history = History(self.folders.versions, controller.application.id)
            place = "" if path is None else place_of(path)
            history.keep(content, self.clock(), self.storage.person, Reason.COPIED, place)

    def folder_of(self, controller: DraftController) -> Path:
        """Returns the folder that a file dialog starts in."""
        return controller.location.path.parent if controller.location.path else self.drafts_folder()

    def drafts_folder(self) -> Path:
        """Returns the folder that the user chose for drafts, or the documents folder while that is unavailable."""
        chosen = self.settings.current.drafts_folder
        if chosen:
            from botilbud_desktop.storage.files.chosen_folder import is_there

            if is_there(chosen):
                return Path(chosen)
        return self.folders.documents

    def _rounding(self) -> RoundTo:
        """Returns how the lines of a new cost plan are rounded, in 1.000 kr."""
        return self.settings.current.round_to

    def _controller(
        self,
        application: Application,
        location: DraftLocation,
        *,
        half_typed: Mapping[str, str] | None = None,
        file: DraftFileHandle | None = None,
        locked_by: LockedError | None = None,
        lineage: Lineage | None = None,
        origin: bytes | None = None,
    ) -> DraftController:
        round_, today = self.library.round(application.round), self.clock().date()
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

    def remember(self, path: Path) -> None:
        """Add the draft at `path` to the recent ones; a failure is ignored."""
        try:
            remember_draft(self.folders.state, path)
        except SaveFailedError:
            return


def _suggested_name(application: Application, round_id: str) -> str:
    return safe_file_name(f"{application.applicant.municipality_code or 'kladde'} {round_id}")
