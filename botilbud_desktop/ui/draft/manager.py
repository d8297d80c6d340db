"""Manages which draft is open: opens it, starts its saving and recovery, and closes it. The window shows it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.values.dates import format_clock
from botilbud_desktop.storage.draft.round_of_draft import MissingRoundError
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.recovery.position import Position
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.location import Where
from botilbud_desktop.ui.draft.repository import DraftRepository, Fetched
from botilbud_desktop.ui.draft.saving.save_service import SaveService
from botilbud_desktop.ui.platform.job import Job
from botilbud_desktop.ui.questions import Questions
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.notice_bar import Say
from botilbud_desktop.ui.widgets.standing_notices import StandingNotices

if TYPE_CHECKING:
    from botilbud_desktop.storage.draft.draft_file import OpenedDraft
    from botilbud_desktop.storage.draft.examples import ExampleDraft
    from botilbud_desktop.storage.recovery.journal import Journal
    from botilbud_desktop.ui.draft.housekeeping import Housekeeping
    from botilbud_desktop.ui.draft.lock_watcher import LockWatcher
    from botilbud_desktop.ui.draft.recovery import Recovery
    from botilbud_desktop.ui.draft.temporary_place import TemporaryPlace
    from botilbud_desktop.ui.draft.text_comparing import TextComparing

_VERSION_OPENED = "Versionen er åbnet som en ny kladde, der ikke er gemt. Gem den, hvis du vil beholde den."
_MADE = "Kladden er ny og ikke gemt. Gem den, og udfyld det, der ikke kom med fra den tidligere."
_SHUTDOWN_WAIT_SECONDS = 1.0
"""Seconds to wait for a drive, such as while the computer shuts down."""


class DraftManager(QObject):
    """Opens and closes drafts; at most one is open."""

    opened = Signal(object, object)
    """A draft was opened: its `DraftController` and its `SaveService`."""
    closed = Signal()
    """The draft was closed."""
    ended = Signal()
    """The window is closed."""
    refused = Signal(object)
    """A file could not be opened: the `RefusedFileError`."""
    lost = Signal(object, object)
    """The same, with the `Path` of the file first: earlier versions of it may be kept."""
    round_missing = Signal(object, object)
    """A draft is whole, but its round is not there: the `Path` of its file and the `MissingRoundError`."""
    recovered = Signal()
    """A draft was recovered after a crash."""
    not_opened = Signal()
    """The draft was closed for another one that could not be opened because of an error: none is open."""
    compare_asked = Signal(object, object)
    """The user wants to see the differences: the saved `Snapshot` and the one that was found."""
    merge_asked = Signal(object, object, object)
    """What was found after a crash is to be merged with the open draft; see `Recovery.merge_asked`."""
    found_beside = Signal(object)
    """Other copies of the draft are in its folder, or its file has other names: a `Beside`."""
    position_asked = Signal(object)
    """The `Position` at which to show the draft."""
    already_open = Signal(object)
    """The user wants to open the file that is open: the `Path` by which it was named."""

    def __init__(
        self, repository: DraftRepository, questions: Questions, notices: StandingNotices, say: Say, where: Where
    ) -> None:
        """`where` returns the user's position."""
        super().__init__()
        self._repository = repository
        self._questions = questions
        self._notices = notices
        self._say = say
        self._where = where
        self._lock_watcher: LockWatcher | None = None
        self._recovery: Recovery | None = None
        self._housekeeping: Housekeeping | None = None
        self._temporary_place: TemporaryPlace | None = None
        self._comparing: TextComparing | None = None
        self._is_session_ending = False
        self._is_closed = False
        self._refusal: RefusedFileError | None = None
        """Why the file that was to be opened last could not be, after the open draft was closed for it."""
        self._controller: DraftController | None = None
        self._saving: SaveService | None = None

    @property
    def controller(self) -> DraftController | None:
        """The controller of the open draft; None when none is open."""
        return self._controller

    @property
    def saving(self) -> SaveService | None:
        """The save service of the open draft; None when none is open."""
        return self._saving

    def show_opened(self, opening: "Job[Fetched]", path: Path) -> None:
        """Open the draft that the program was started with, and that `opening` reads.

        Raises:
            RefusedFileError: it cannot be opened.
        """
        self.show(self._repository.opened(opening, path))

    def open_path(self, path: Path) -> bool:
        """Open a draft from a file, or show why it cannot be opened and keep the current draft open.

        The file that is open already stays open as it is, with what can be undone in it.
        """
        if self._is_open(path) and not self._is_outdated():
            self.already_open.emit(path)
            return True
        return self.may_leave() and self._open(path)

    def open_example(self, example: "ExampleDraft") -> None:
        """Open a copy of a shipped example."""
        if self.may_leave():
            self.show(self._repository.open_example(example))

    def open_new(self, round_id: str, municipality_code: str | None) -> None:
        """Create a new draft."""
        if self.may_leave():
            self.show(self._repository.new(round_id, municipality_code))

    def open_made(self, application: Application) -> None:
        """Open what was made from an earlier draft, as a new one that is not saved."""
        if self.may_leave():
            self.show(self._repository.unsaved(Snapshot(application, {}), ""))
            self._say(_MADE, State.INFORMATION)

    def open_version(self, version: "OpenedDraft", content: Snapshot, name: str) -> None:
        """Open an earlier version as a draft that is not saved.

        Args:
            version: the version.
            content: its content, with what was half-typed in it.
            name: a name to propose for its file.
        """
        if self.may_leave():
            self.show(self._repository.unsaved(content, name, version.lineage, round_=version.round))
            self._say(_VERSION_OPENED, State.INFORMATION)

    def show(self, controller: DraftController) -> None:
        """Make `controller` the open draft; the previous one is closed without asking."""
        self.let_go()
        self._controller = controller
        self._saving = SaveService(controller, self._repository, self._questions, self._notices, self._say)
        self.opened.emit(controller, self._saving)
        if controller.locked_by is not None:
            from botilbud_desktop.ui.draft.lock_watcher import LockWatcher

            callbacks = (self._on_copy_asked, self._on_open_again, self._on_take_over)
            self._lock_watcher = LockWatcher(controller, self._repository, self._notices, *callbacks)
        if self._recovery is not None:
            self._recovery.look(controller)

    def settle(self) -> None:
        """Do what can wait until the window is shown: start automatic saving, compare texts, look for lost drafts."""
        try:
            if self._saving is not None:
                self._saving.start(self._where)
                self._watch_place(self._saving)
            if self._controller is not None:
                self._compare_texts(self._controller)
        finally:
            self._start_housekeeping_and_recovery()

    def _watch_place(self, saving: SaveService) -> None:
        if self._temporary_place is None and self._controller is not None:
            from botilbud_desktop.ui.draft.temporary_place import TemporaryPlace

            folders = self._repository.temporary_folders
            self._temporary_place = TemporaryPlace(self._controller, saving, self._notices, folders)

    def _compare_texts(self, controller: DraftController) -> None:
        if self._comparing is None:
            from botilbud_desktop.ui.draft.text_comparing import TextComparing

            self._comparing = TextComparing(self)
        self._comparing.begin(controller)

    def _start_housekeeping_and_recovery(self) -> None:
        if self._is_closed:
            return
        if self._housekeeping is None and self._controller is not None:
            self._housekeeping = self._make_housekeeping()
            file = self._controller.file
            content = file.content if file is not None else None
            controller = self._controller
            self._housekeeping.begin(controller.location.path, controller.application.id, content, controller.origin)
        if self._recovery is None:
            self._recovery = self._make_recovery()
        self._recovery.look(self._controller)

    def may_leave(self) -> bool:
        """Whether the draft can be closed: its changes are saved, or the user chose to discard them."""
        return self._is_session_ending or self._saving is None or self._saving.may_leave()

    def secure(self) -> bool:
        """Write what was typed to disk now. Returns whether that was done in time."""
        return self._saving is None or self._saving.secure(_SHUTDOWN_WAIT_SECONDS)

    def what_is_saved(self) -> str:
        """Returns one Danish sentence about what is saved, for the notice after an error."""
        controller = self._controller
        if controller is None:
            return "Der var ingen kladde åben."
        is_unknown = controller.file is not None and controller.editor.saved is None
        if not controller.editor.is_modified and controller.state.saved_at is not None:
            return f"Alt, hvad du har skrevet, er gemt kl. {format_clock(controller.state.saved_at)}."
        if controller.state.journalled_at is not None:
            return (
                f"Det, du har skrevet, er sikret på denne computer kl. {format_clock(controller.state.journalled_at)}."
            )
        if is_unknown:
            return "Det er uvist, om alt, hvad du har skrevet, er gemt."
        if controller.editor.is_modified:
            return "Du har rettet noget, som ikke er gemt endnu."
        return "Alt, hvad du har rettet, er gemt."

    def end_session(self) -> None:
        """Save what was typed without asking: the computer shuts down or the user logs off.

        What cannot be saved in the draft's file is in the journal; the next start offers it.
        """
        self._is_session_ending = True
        if self._saving is not None and self._controller is not None:
            self._saving.secure(_SHUTDOWN_WAIT_SECONDS)
            self._saving.save_if_quick(_SHUTDOWN_WAIT_SECONDS)
            self._controller.edited.connect(self._on_edited_after_session_end)

    def let_go(self) -> None:
        """Close the open draft, if there is one, without asking. Its file is then free for others."""
        if self._comparing is not None:
            self._comparing.let_go()
        if self._lock_watcher is not None:
            self._lock_watcher.close()
        if self._saving is not None and self._controller is not None:
            is_needed = self._is_session_ending and self._controller.editor.is_modified
            self._saving.close(is_recovery_needed=is_needed)
            self._repository.recent.note_closed(self._controller)
        if self._housekeeping is not None:
            self._housekeeping.close()
        if self._temporary_place is not None:
            self._temporary_place.close()
        self._lock_watcher = self._saving = self._housekeeping = self._temporary_place = None
        if self._controller is not None:
            self._controller = None
            if self._recovery is not None and not self._is_closed:
                self._recovery.look(None)
            self.closed.emit()

    def close(self) -> None:
        """Close the draft with the window; journals that the user has not decided on are offered at the next start."""
        self._is_closed = True
        self.ended.emit()
        self.let_go()
        if self._recovery is not None:
            self._recovery.close()
        self._repository.drive.close()

    def _open(self, path: Path, *, take_over: bool = False) -> bool:
        try:
            draft = self._repository.read(path)
        except MissingRoundError as error:
            self.let_go()
            self.round_missing.emit(path, error)
            return False
        except RefusedFileError as error:
            self._refuse(error)
            self.lost.emit(path, error)
            return False
        position = self._where() if self._is_open(path) else None
        self.let_go()
        try:
            self._show_read(draft, path, take_over=take_over)
        finally:
            if self._controller is None:
                self.not_opened.emit()
        if self._refusal is not None:
            self._refuse(self._refusal)
        elif position is not None:
            self.position_asked.emit(position)
        return self._refusal is None

    def _show_read(self, draft: "OpenedDraft", path: Path, *, take_over: bool) -> None:
        """Lock the draft that was read, and show it. What keeps it from being opened is noted."""
        self._refusal = None
        try:
            controller = self._repository.controller_of(draft, path, take_over=take_over)
        except RefusedFileError as error:
            self._refusal = error
        else:
            self.show(controller)

    def _refuse(self, error: RefusedFileError) -> None:
        self._say(str(error), State.PROBLEM)
        self.refused.emit(error)

    def _is_open(self, path: Path) -> bool:
        """Whether the open draft is the file at `path`, whatever the name that leads to it."""
        own = self._controller.location.path if self._controller is not None else None
        return own is not None and self._repository.is_one_file(own, path)

    def _is_outdated(self) -> bool:
        """Whether the open file is to be read again: it is open elsewhere, or changed and nothing of it is unsaved."""
        controller = self._controller
        if controller is None or controller.editor.is_modified:
            return False
        return controller.locked_by is not None or self._repository.is_changed_on_disk(controller)

    def _make_recovery(self) -> "Recovery":
        from botilbud_desktop.ui.draft.recovery import Recovery

        recovery = Recovery(
            self._repository,
            self._notices,
            self._questions,
            self.may_leave,
            self._show_recovered,
            self._finish,
            self._secure_open,
            self._say,
        )
        recovery.position_asked.connect(self.position_asked)
        recovery.compare_asked.connect(self.compare_asked)
        recovery.merge_asked.connect(self.merge_asked)
        return recovery

    def _make_housekeeping(self) -> "Housekeeping":
        from botilbud_desktop.ui.draft.housekeeping import Housekeeping

        housekeeping = Housekeeping(self._repository.storage)
        housekeeping.found_beside.connect(self.found_beside)
        return housekeeping

    def _show_recovered(self, controller: DraftController, journal: "Journal", position: Position) -> None:
        self.show(controller)
        self.recovered.emit()
        if self._saving is not None:
            self._saving.start(self._where, journal)
        self.position_asked.emit(position)

    def _finish(self) -> bool:
        """Wait for a running save. Returns False when the drive does not respond in time."""
        return self._saving is None or self._saving.finish()

    def _secure_open(self) -> bool:
        """Write what was typed to disk now. Returns whether a draft is open and that was done in time."""
        return self._saving is not None and self._saving.secure(_SHUTDOWN_WAIT_SECONDS)

    def _on_copy_asked(self) -> None:
        """Open an editable copy of the draft that somebody else has open."""
        if self._controller is not None:
            position = self._where()
            self.show(self._repository.work_copy(self._controller))
            self.position_asked.emit(position)

    def _on_open_again(self) -> None:
        """Read the draft again, as its holder has closed it; it is editable unless somebody else was quicker."""
        path = self._controller.location.path if self._controller is not None else None
        if path is not None:
            self._open(path)

    def _on_take_over(self) -> None:
        """Read the draft again and make it editable: its holder no longer responds."""
        path = self._controller.location.path if self._controller is not None else None
        if path is not None:
            self._open(path, take_over=True)

    def _on_edited_after_session_end(self) -> None:
        """Ask again before closing: the computer was not shut down."""
        self._is_session_ending = False
