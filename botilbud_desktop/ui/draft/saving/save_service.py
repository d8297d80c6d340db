"""Saves one open draft: automatically, on request and on closing. A failure is shown in a notice until it is solved."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from botilbud_desktop.domain.text.hidden_marks import capitalised
from botilbud_desktop.domain.values.dates import format_clock
from botilbud_desktop.storage.errors import NOT_SAVED, ChangedOnDiskError, LockedError, NotSaved, SaveFailedError
from botilbud_desktop.storage.files.printable import LONGEST_PATH, printable
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.location import Where
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.questions import DRAFT_FILES, Choice, Questions
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.notice_bar import Action, OwnNotice, Say
from botilbud_desktop.ui.widgets.standing_notices import StandingNotices, Topic

if TYPE_CHECKING:
    from concurrent.futures import Future

    from botilbud_desktop.storage.history.versions import Reason
    from botilbud_desktop.storage.recovery.journal import Journal
    from botilbud_desktop.ui.draft.saving.file_saver import FileSaver
    from botilbud_desktop.ui.draft.saving.journal_saver import JournalSaver
    from botilbud_desktop.ui.draft.saving.round_watch import RoundWatch

_LEAVING = (
    Choice("save", "Gem kladde …"),
    Choice("discard", "Kassér ændringerne"),
    Choice("stay", "Bliv i kladden"),
)
_IN_JOURNAL = "Det, du skriver, bliver sikret på denne computer imens."
_NOT_IN_JOURNAL = "Det, du skriver, kan heller ikke sikres på denne computer, så gem en kopi et andet sted nu."


class SaveService(QObject):
    """Handles the user's save commands and shows the results; the savers do the work."""

    compare_asked = Signal()
    """The user wants to see what somebody else changed in the file."""
    merge_asked = Signal()
    """The user wants to merge their own changes with somebody else's."""
    saved = Signal()
    """The draft was saved, automatically or on request."""
    outdated = Signal(str)
    """What was said of an earlier command: another one begins."""
    not_saved = Signal(object)
    """The draft or a copy of it could not be saved: the error."""

    def __init__(
        self,
        controller: DraftController,
        repository: DraftRepository,
        questions: Questions,
        notices: StandingNotices,
        say: Say,
    ) -> None:
        super().__init__()
        self._controller = controller
        self._repository = repository
        self._questions = questions
        self._notices = notices
        self._say = say
        self._elsewhere = OwnNotice(say, self.outdated.emit)
        self._file_saver: FileSaver | None = None
        self._journal_saver: JournalSaver | None = None
        self._is_history_failure_shown = False
        self._shown_error: NotSaved | None = None
        self._round_watch: RoundWatch | None = None
        self._avoids_own_folder = False

    def start(self, where: Where, journal: "Journal | None" = None) -> None:
        """Start automatic saving. `journal` is a recovered one to continue. A second call does nothing."""
        try:
            self._repository.settle(self._controller)
        finally:
            if self._journal_saver is None and self._controller.locked_by is None:
                self._start_savers(where, journal)

    def _start_savers(self, where: Where, journal: "Journal | None") -> None:
        from botilbud_desktop.ui.draft.saving.journal_saver import JournalSaver

        file_saver = self._saver()
        file_saver.failed.connect(self._on_failed)
        journal_saver = self._journal_saver = JournalSaver(
            self._controller,
            self._repository.storage,
            self._repository.timing,
            where,
            self._controller.serialiser,
            journal,
        )
        journal_saver.failed.connect(self._on_journal_failed)
        journal_saver.written.connect(self._on_journalled)
        file_saver.saved.connect(journal_saver.note_position)

    @property
    def is_autosaving(self) -> bool:
        """Whether changes are saved automatically and the last attempt did not fail."""
        return self._file_saver is not None and self._file_saver.is_autosaving

    def note_position(self) -> None:
        """Write unwritten changes at once, else the new position soon: the user moved to another field or page."""
        if self._journal_saver is not None:
            self._journal_saver.note_position()

    def note_cursor(self) -> None:
        """Write the new position soon: the cursor moved, or the page was scrolled."""
        if self._journal_saver is not None:
            self._journal_saver.note_cursor()

    def save(self) -> bool:
        """Save the draft; the first time, ask where. Returns whether it is saved."""
        if self._controller.file is None:
            return self.save_as()
        return self._save_or_show_error(self._saver().save)

    def saved_path(self) -> Path | None:
        """Returns the file, which holds all that was typed; None when it could not be saved.

        A draft that somebody else has open is not saved: its file is returned as it is.
        """
        controller = self._controller
        is_saved = controller.location.path is not None and not controller.editor.is_modified
        if controller.locked_by is None and not is_saved and not self.save():
            return None
        return controller.location.path

    def save_as(self) -> bool:
        """Ask where to save the draft, and save it there. A draft that somebody else has open is copied instead."""
        if self._controller.locked_by is not None:
            return self.save_copy()
        self._elsewhere.begin()
        path = self._questions.path_to_save("Gem kladde", self._suggested_path(), DRAFT_FILES)
        return path is not None and self._save_to(path)

    def save_copy(self) -> bool:
        """Save a copy at another location; the draft keeps its own. Returns whether it was written."""
        self._elsewhere.begin()
        suggested = self._suggested_path()
        suggested = suggested.with_name(f"{suggested.stem} – kopi{suggested.suffix}")
        path = self._questions.path_to_save("Gem en kopi", suggested, DRAFT_FILES)
        if path is None:
            return False
        if self._controller.file is not None and self._repository.is_same_file(path, self._controller.file.path):
            return self._save_to(path)
        try:
            self._repository.save_copy(self._controller, path)
        except NOT_SAVED as error:
            self._show_error_elsewhere(path, error)
            return False
        self._elsewhere(f"Kopien er gemt: {printable(str(path), LONGEST_PATH)}", State.DONE)
        return True

    def avoid_own_folder(self, avoids: bool) -> None:
        """Propose another folder than the file's own from now on, or that again: the file would be lost there."""
        self._avoids_own_folder = avoids

    def may_leave(self) -> bool:
        """Whether the draft can be closed: its changes are saved, or the user chose to discard them."""
        if not self._controller.editor.is_modified or self._controller.locked_by is not None:
            return True
        if self._controller.file is not None and self._save_or_show_error(self._saver().save):
            return True
        answer = self._questions.choose("Kladden er ikke gemt", "Vil du gemme den først?", _LEAVING)
        return answer == "discard" or (answer == "save" and self.save_as())

    def continue_from(self, content: bytes) -> None:
        """Save on top of what somebody else wrote into the file: the draft now includes it."""
        if self._saver().continue_from(content):
            self._notices.clear(Topic.CHANGED_ELSEWHERE)
        else:
            self._say("Drevet svarer ikke, så filen er ikke gemt endnu. Flet igen om lidt.", State.PROBLEM)

    def finish(self) -> bool:
        """Wait for a running save. Returns False when the drive does not respond in time."""
        return self._file_saver is None or self._file_saver.finish()

    def set_next_reason(self, reason: "Reason") -> None:
        """Set the reason of the next save, for the list of earlier versions."""
        self._saver().set_next_reason(reason)

    def secure(self, seconds: float) -> bool:
        """Write what was typed to disk now, at least to the journal. Returns whether that was done in time."""
        if self._journal_saver is None:
            return not self._controller.editor.is_modified
        return self._journal_saver.secure(seconds)

    def save_if_quick(self, seconds: float) -> bool:
        """Save automatically now. Returns whether the file holds everything in time."""
        return self._file_saver is not None and self._file_saver.save_if_quick(seconds)

    def close(self, *, is_recovery_needed: bool = False) -> None:
        """Release the file: the draft is closed. With `is_recovery_needed` the next start offers what was typed."""
        journal_saver, self._journal_saver = self._journal_saver, None
        file_saver, self._file_saver = self._file_saver, None
        if file_saver is not None:
            file_saver.close()
        elif self._controller.file is not None:
            self._repository.drive.answer(self._controller.file.release, None)
        if journal_saver is not None:
            is_kept = file_saver is None or file_saver.holds_half_typed
            journal_saver.close(is_recovery_needed=is_recovery_needed or not is_kept)
        if self._round_watch is not None:
            self._round_watch.close()
        self._notices.clear_draft()

    def _saver(self) -> "FileSaver":
        if self._file_saver is None:
            from botilbud_desktop.ui.draft.saving.file_saver import FileSaver

            self._repository.settle(self._controller)
            repository = self._repository
            self._file_saver = FileSaver(
                self._controller,
                repository.storage,
                repository.timing,
                self._controller.serialiser,
                self._write_ahead,
                repository.drive.wait,
                repository.is_same_file,
            )
            self._file_saver.saved.connect(self._on_saved)
            self._file_saver.half_typed_not_kept.connect(self._on_half_typed_not_kept)
            self._file_saver.history_not_kept.connect(self._on_history_not_kept)
        return self._file_saver

    def _write_ahead(self) -> "Future[None] | None":
        """Write the content that is about to be saved to the journal."""
        return None if self._journal_saver is None else self._journal_saver.write_ahead()

    def _save_to(self, path: Path) -> bool:
        file = self._controller.file
        try:
            self._saver().save_to(path)
        except NOT_SAVED as error:
            if file is not None and self._repository.is_same_file(path, file.path):
                self._show_error(error)
            else:
                self._show_error_elsewhere(path, error)
            return False
        self._repository.remember(path)
        return True

    def offer_what_works(self) -> None:
        """Show again what is wrong with saving: a draft that has become too large for the form cannot be compared."""
        standing = (Topic.NOT_SAVED, Topic.CHANGED_ELSEWHERE)
        if self._shown_error is not None and any(map(self._notices.is_standing, standing)):
            self._show_error(self._shown_error)

    def _save_or_show_error(self, save: Callable[[], None]) -> bool:
        try:
            save()
        except NOT_SAVED as error:
            self._show_error(error)
            return False
        return True

    def _on_failed(self, error: NotSaved) -> None:
        self._show_error(error)
        self._controller.save_state_changed.emit()

    def _on_saved(self) -> None:
        self.saved.emit()
        for topic in (Topic.NOT_SAVED, Topic.CHANGED_ELSEWHERE):
            self._notices.clear(topic)
        self._look_at_round()

    def _look_at_round(self) -> None:
        """Find out whether the round's file was changed since the draft was opened; a shipped one never is."""
        if self._controller.round.id in self._repository.library.shipped_ids():
            return
        if self._round_watch is None:
            from botilbud_desktop.ui.draft.saving.round_watch import RoundWatch

            self._round_watch = RoundWatch(self._controller, self._repository.library, self._notices, self)
        self._round_watch.look()

    def _on_half_typed_not_kept(self) -> None:
        self._say("Kladden er gemt, men ikke de tal og datoer, du er midt i at skrive.", State.ATTENTION)

    def _on_history_not_kept(self) -> None:
        if not self._is_history_failure_shown:
            self._is_history_failure_shown = True
            self._say("Kladden er gemt, men dens tidligere versioner kan ikke gemmes lige nu.", State.ATTENTION)

    def _on_journal_failed(self, error: SaveFailedError) -> None:
        text = f"Det, du skriver, kan ikke sikres på computeren: {capitalised(error.reason)}. Gem kladden."
        self._notices.say(Topic.NOT_JOURNALLED, text, State.ATTENTION, *self._save_actions())
        if self._shown_error is not None and self._notices.is_standing(Topic.NOT_SAVED):
            self._show_error(self._shown_error)

    def _on_journalled(self) -> None:
        if self._notices.is_standing(Topic.NOT_JOURNALLED):
            self._notices.clear(Topic.NOT_JOURNALLED)
            if self._shown_error is not None and self._notices.is_standing(Topic.NOT_SAVED):
                self._show_error(self._shown_error)
        if self._controller.location.path is None:
            self._controller.save_state_changed.emit()

    def _show_error(self, error: NotSaved) -> None:
        if error is not self._shown_error:
            self.not_saved.emit(error)
        self._shown_error = error
        if isinstance(error, SaveFailedError):
            self._notices.say(Topic.NOT_SAVED, f"{error} {self._journal_text()}", State.PROBLEM, *self._save_actions())
        elif isinstance(error, ChangedOnDiskError) and (error.missing or error.unexpected):
            text = f"{error} {self._journal_text()}"
            self._notices.say(Topic.CHANGED_ELSEWHERE, text, State.PROBLEM, *self._save_actions())
        else:
            can_merge = not isinstance(error, LockedError)
            text = self._changed_text(error) if isinstance(error, ChangedOnDiskError) else self._taken_over_text(error)
            actions = self._conflict_actions(can_merge=can_merge)
            self._notices.say(Topic.CHANGED_ELSEWHERE, text, State.PROBLEM, *actions)

    def _conflict_actions(self, *, can_merge: bool) -> tuple[Action, ...]:
        """Returns what can be done about somebody else's words in the file: in a draft too large for the form, less."""
        copy: Action = ("Gem en kopi …", self.save_copy)
        if self._controller.is_outgrown:
            return (copy,)
        compare: Action = ("Sammenlign …", self.compare_asked.emit)
        merge: tuple[Action, ...] = (("Flet …", self.merge_asked.emit),) if can_merge else ()
        return compare, *merge, copy

    def _taken_over_text(self, error: LockedError) -> str:
        return f"{error.who} har overtaget kladden, mens du skrev. {self._journal_text()}"

    def _journal_text(self) -> str:
        """Returns whether what is typed is at least safe on this computer, as a sentence."""
        return _NOT_IN_JOURNAL if self._notices.is_standing(Topic.NOT_JOURNALLED) else _IN_JOURNAL

    def _show_error_elsewhere(self, path: Path, error: NotSaved) -> None:
        """Show that saving to another file failed; the draft's own file is not affected."""
        self.not_saved.emit(error)
        if isinstance(error, LockedError):
            self._elsewhere(
                f"»{printable(path.name)}« er åben hos {error.holder.name}, så der er ikke gemt noget.", State.PROBLEM
            )
        else:
            self._elsewhere(str(error), State.PROBLEM, self._save_actions())

    def _changed_text(self, error: ChangedOnDiskError) -> str:
        """Returns who changed the file, as far as known."""
        path = self._controller.location.path
        if path is None:
            return str(error)
        change = self._repository.changed_by(path)
        who = change.name or "en anden"
        when = f" kl. {format_clock(change.at.astimezone())}" if change.at else ""
        return f"Filen »{error.file}« er ændret af {who}{when}, siden du åbnede den, og den er ikke overskrevet."

    def _save_actions(self) -> tuple[Action, ...]:
        return ("Gem en kopi …", self.save_copy), ("Gem som …", self.save_as)

    def _suggested_path(self) -> Path:
        location = self._controller.location
        if location.path is not None and not self._avoids_own_folder:
            return location.path
        return self._repository.drafts_folder() / f"{location.stem}.{DRAFT_FILES.ending}"
