"""Offers the earlier versions of a draft whose file cannot be opened, and lists those of all such drafts."""

from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.storage.draft.draft_file import OpenedDraft
from botilbud_desktop.storage.draft.lost_files import LostDraft, lost_drafts, versions_of_lost
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.file_names import safe_file_name
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.platform.background import Background
from botilbud_desktop.ui.questions import Questions
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.versions.kept_versions import KeptVersions
from botilbud_desktop.ui.versions.lost_dialog import LostDraftsDialog
from botilbud_desktop.ui.versions.versions_dialog import VersionedDraft, VersionsDialog
from botilbud_desktop.ui.widgets.notice_bar import Action, Say


class Rescue(QObject):
    """Looks for versions in a thread, as the drives of the files may hang."""

    version_chosen = Signal(object, object, str)
    """The user wants to open a version: its `OpenedDraft` and `Snapshot`, and a name to propose for its file."""

    def __init__(self, window: QWidget, repository: DraftRepository, questions: Questions, say: Say) -> None:
        super().__init__(window)
        self._window = window
        self._repository = repository
        self._questions = questions
        self._say = say
        self._work = Background("rescue", self)
        self._offered = 0
        self.setObjectName("rescue")

    def offer(self, path: Path, error: RefusedFileError) -> None:
        """Offer the versions of the file at `path`, which cannot be opened because of `error`, in the notice bar."""
        folder, library = self._repository.folders.versions, self._repository.library
        job = partial(versions_of_lost, path, error.reason, folder, library)
        self._offered += 1
        self._work.do(job, partial(self._on_found, self._offered, str(error)))

    def withdraw(self) -> None:
        """Say nothing more of the file that could not be opened: another one was."""
        self._offered += 1

    def show_all(self) -> None:
        """List the drafts whose files cannot be opened now."""
        self._work.do(
            partial(lost_drafts, self._repository.folders.versions, self._repository.library), self._on_listed
        )

    def finish(self, seconds: float) -> bool:
        """Wait for what is looked for. Returns whether that was done in time."""
        return self._work.wait(seconds)

    def _on_found(self, offered: int, sentence: str, ended: Future[list[LostDraft]]) -> None:
        lost = ended.result()
        if not lost or offered != self._offered:
            return
        kept = lost[0].kept
        show: Action = ("Tidligere versioner …", partial(self._show, lost))
        if kept.is_proven and len(lost) == 1:
            count = counted(len(kept.versions), "tidligere version", "tidligere versioner")
            self._say(f"{sentence} Der er {count} af den på denne computer.", State.PROBLEM, (show,))
        elif kept.is_proven:
            self._say(f"{sentence} Der er tidligere versioner af den på denne computer.", State.PROBLEM, (show,))
        else:
            text = f"{sentence} Muligvis er der tidligere versioner af den på denne computer."
            self._say(text, State.PROBLEM, (show,))

    def _on_listed(self, ended: Future[list[LostDraft]]) -> None:
        self._list(ended.result())

    def _show(self, lost: list[LostDraft]) -> None:
        if len(lost) == 1 and lost[0].kept.is_proven:
            self._show_versions(lost[0])
        else:
            self._list(lost)

    def _list(self, lost: list[LostDraft]) -> None:
        dialog = LostDraftsDialog(self._window, lost, self._repository.library.round, self._repository.clock())

        def show(chosen: LostDraft) -> None:
            dialog.close()
            self._show_versions(chosen)

        dialog.versions_asked.connect(show)
        dialog.open()

    def _show_versions(self, lost: LostDraft) -> None:
        kept, repository = lost.kept, self._repository
        draft = VersionedDraft(
            history=KeptVersions(repository.folders.versions, kept.draft_id, repository.drive),
            current=Snapshot(lost.newest, {}),
            round=repository.library.round(lost.newest.round),
            library=repository.library,
            path=repository.drafts_folder() / kept.path.name,
            is_read_only=False,
            lost=kept.place,
        )
        dialog = VersionsDialog(self._window, draft, self._questions, repository.write_file, repository.clock)

        def open_version(version: OpenedDraft) -> None:
            dialog.close()
            half_typed = repository.half_typed_of(kept.draft_id, version.digest)
            name = safe_file_name(f"{kept.path.stem[:60]} – gendannet")
            self.version_chosen.emit(version, Snapshot(version.application, half_typed), name)

        dialog.restore_asked.connect(open_version)
        dialog.open()
