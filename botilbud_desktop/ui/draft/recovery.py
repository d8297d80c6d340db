"""Recovery: after a crash of the program or the computer, the next start offers what was typed and not saved."""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.values.dates import format_clock, format_date
from botilbud_desktop.storage.draft.draft_file import OpenedDraft, digest_of
from botilbud_desktop.storage.draft.file_handle import DraftFileHandle
from botilbud_desktop.storage.draft.half_typed import half_typed_of, keep_half_typed
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.file_names import place_of
from botilbud_desktop.storage.history.versions import Reason
from botilbud_desktop.storage.recovery.held import HeldBy, file_holding
from botilbud_desktop.storage.recovery.journal import FoundJournal, Journal
from botilbud_desktop.storage.recovery.journal_file import JournalEntry
from botilbud_desktop.storage.recovery.position import Position
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.platform.background import Background
from botilbud_desktop.ui.questions import Choice, Questions
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.notice_bar import Say
from botilbud_desktop.ui.widgets.standing_notices import StandingNotices, Topic

_CHANGED = "Filen er ændret siden. Det, du havde skrevet, ligger i »Tidligere versioner«."
_PATIENCE_MS = 2_000
"""How long the drive of a draft has to tell whether its file holds everything."""
_MAYBE_REPLACED = "Programmet lukkede uventet, og filen er ændret siden, så det, du havde skrevet, er måske ikke i den."
_LOST = "De kan ikke hentes frem igen: Der gemmes ikke tidligere versioner på denne computer."
_DISCARD_CHANGES = (Choice("discard", "Kassér ændringerne"), Choice("keep", "Behold dem"))
_DISCARD = (Choice("discard", "Kassér kladden"), Choice("keep", "Behold den"))


class Recovery(QObject):
    """Offers the journals that were found, one at a time."""

    compare_asked = Signal(object, object)
    """The user wants to see the differences: the saved `Snapshot` and the one that was found."""
    merge_asked = Signal(object, object, object)
    """The open draft has changed since: merge it with what was found. The `OpenedDraft`, its half-typed values, and a
    callback for when the merge is done."""
    position_asked = Signal(object)
    """The `Position` at which to show the open draft."""

    def __init__(
        self,
        repository: DraftRepository,
        notices: StandingNotices,
        questions: Questions,
        may_leave: Callable[[], bool],
        show: Callable[[DraftController, Journal, Position], None],
        finish: Callable[[], bool],
        secure: Callable[[], bool],
        say: Say,
    ) -> None:
        """`show` shows a recovered draft, continuing its journal, at a position.

        `finish` waits for a save of the open draft and returns whether none is running; `secure` writes the open draft
        to its own journal and returns whether that was done.
        """
        super().__init__()
        self._repository = repository
        self._notices = notices
        self._questions = questions
        self._may_leave = may_leave
        self._show = show
        self._finish = finish
        self._secure = secure
        self._say = say
        self._found: list[FoundJournal] | None = None
        self._unchecked: list[FoundJournal] = []
        """Those whose files are being looked at: whether they hold everything is not known yet."""
        self._taken_over: list[FoundJournal] = []
        """Those that the open draft holds, and that could not be removed yet: it was not on the disk in time."""
        self._work = Background("held")
        self._offered: FoundJournal | None = None
        self._open: DraftController | None = None

    def look(self, controller: DraftController | None) -> None:
        """Look for journals that a crash left, once per open draft, and offer one. `controller` is the open draft."""
        if controller is not self._open:
            self._notices.clear(Topic.RECOVERY)
            self._offered = None
            self._release_taken_over()
        if self._found is None or controller is not self._open:
            found = self._repository.lost_journals()
            self._found = [*found, *(self._found or ())]
        else:
            found = []
        self._open = controller
        for journal in found:
            self._check_file(journal)
        self._offer()

    def _check_file(self, found: FoundJournal) -> None:
        """Find out in a thread whether the file holds everything; a drive that does not respond is not waited for."""
        if self._is_saved(found.entry):
            return
        self._unchecked.append(found)
        job = partial(file_holding, found.entry, self._repository.folders, self._repository.library)
        self._work.do(job, partial(self._on_checked, found))
        QTimer.singleShot(_PATIENCE_MS, self, partial(self._end_check, found))

    def _on_checked(self, found: FoundJournal, ended: Future[HeldBy | None]) -> None:
        if found not in self._unchecked:
            return
        try:
            held = ended.result()
            if held is not None:
                found.mark_held(held.path, held.digest)
        finally:
            self._end_check(found)

    def _end_check(self, found: FoundJournal) -> None:
        if found in self._unchecked:
            self._unchecked.remove(found)
            self._offer()

    def close(self) -> None:
        """Release the journals that the user has not decided on: the next start offers them again."""
        self._unchecked.clear()
        self._work.close()
        self._release_taken_over()
        for found in self._found or ():
            found.release()

    def _release_taken_over(self) -> None:
        for found in self._taken_over:
            found.release()
        self._taken_over.clear()

    def _on_hidden(self) -> None:
        self._notices.clear(Topic.RECOVERY)
        self._offer()

    def _offer(self) -> None:
        """Offer the journal of the open draft first, then the newest."""
        found = sorted(self._found or (), key=lambda journal: not self._is_open(journal.entry))
        if not found or found[0] is self._offered or found[0] in self._unchecked:
            return
        if found[0].held_digest is not None or self._is_saved(found[0].entry):
            self._offer_position(found[0])
        else:
            self._offer_changes(found[0])
        self._offered = found[0]

    def _is_open(self, entry: JournalEntry) -> bool:
        controller = self._open
        if controller is None or controller.location.path is None or entry.path is None:
            return False
        return entry.path == controller.location.path or (
            entry.application.id == controller.application.id
            and self._repository.is_same_file(entry.path, controller.location.path)
        )

    def _is_saved(self, entry: JournalEntry) -> bool:
        """Whether the file held the whole entry when it was written, or holds it now, half-typed values included."""
        digest = digest_of(entry.draft)
        controller = self._open if self._is_open(entry) else None
        is_in_file = controller is not None and controller.location.digest == digest
        if entry.path is None or (entry.base_digest != digest and not is_in_file):
            return False
        return half_typed_of(self._repository.folders.state, entry.application.id, digest) == entry.half_typed

    def _offer_position(self, found: FoundJournal) -> None:
        """Offer only to return to the page and field: everything was saved before the crash."""
        entry = found.entry
        when = _when(entry.written_at, self._repository.clock())
        text = f"Programmet lukkede uventet. Det, du skrev i »{_name(entry)}« indtil {when}"
        if not self._is_open(entry):
            text = f"{text}, blev gemt."
            go_on = ("Fortsæt, hvor du slap", lambda: self._resume(found))
            hide = ("Skjul", lambda: self._keep_saved(found))
            self._notices.say(Topic.RECOVERY, text, State.INFORMATION, go_on, hide)
            return
        is_unchanged = self._open is not None and self._open.location.digest == _saved_digest(found)
        if not is_unchanged and not self._repository.storage.keeps_versions:
            self._offer_changes(found, _MAYBE_REPLACED)
            return
        if not is_unchanged and not self._keep_version(entry):
            return
        self._forget(found)
        found.discard()
        text = f"{text}, er gemt." if is_unchanged else f"Programmet lukkede uventet. {_CHANGED}"
        self._notices.say(Topic.RECOVERY, text, State.INFORMATION, ("Skjul", self._on_hidden))
        self.position_asked.emit(entry.position)

    def _resume(self, found: FoundJournal) -> None:
        """Open the draft at its last position. A file changed since is opened as it is: it had the entry's changes."""
        entry = found.entry
        if entry.path is None or not self._may_leave():
            return
        try:
            draft = self._repository.read(entry.path)
        except RefusedFileError:
            self._restore(found)
            return
        is_unchanged = draft.digest == _saved_digest(found)
        if not is_unchanged and not self._repository.storage.keeps_versions:
            self._restore(found)
            return
        if not is_unchanged and not self._keep_version(entry):
            return
        self._forget(found)
        self._show(self._repository.controller_of(draft, entry.path), found.adopt(), entry.position)
        if not is_unchanged:
            self._say(_CHANGED, State.ATTENTION)

    def _offer_changes(self, found: FoundJournal, why: str = "") -> None:
        entry = found.entry
        when = _when(entry.written_at, self._repository.clock())
        restore = ("Gendan ændringerne", lambda: self._restore(found))
        if entry.path is None:
            text = f"Kladden »{_name(entry)}« nåede ikke at blive gemt. Den er fra den {when}."
            discard = ("Kassér kladden …", lambda: self._discard_unsaved(found))
            self._notices.say(Topic.RECOVERY, text, State.ATTENTION, ("Gendan kladden", restore[1]), discard)
            return
        of = "" if self._is_open(entry) else f" i »{_name(entry)}«"
        text = why or f"Nogle ændringer{of} nåede ikke at blive gemt. De er fra den {when}."
        compare = ("Se forskellen", lambda: self._compare(found))
        keep = ("Behold den gemte kladde", lambda: self._discard_changes(found))
        self._notices.say(Topic.RECOVERY, text, State.ATTENTION, restore, compare, keep)

    def _restore(self, found: FoundJournal) -> None:
        entry = found.entry
        open_ = self._open if self._is_open(entry) else None
        if open_ is not None and open_.file is not None and open_.application.id == entry.application.id:
            if not self._finish():
                self._say("Drevet svarer ikke. Prøv igen om lidt.", State.PROBLEM)
            elif _is_of(entry, open_):
                self._restore_into(open_, found)
            else:
                self._merge_into(open_, found)
        elif self._may_leave():
            controller, remark = self._recovered(entry)
            self._forget(found)
            self._show(controller, found.adopt(), entry.position)
            if remark:
                self._say(remark, State.ATTENTION)

    def _restore_into(self, controller: DraftController, found: FoundJournal) -> None:
        """Restore into the open draft as one step. Its own journal is written before the found one is removed."""
        self._apply(controller, found.entry)
        self._forget(found)
        self.position_asked.emit(found.entry.position)
        self._let_go(controller, found)
        self._offer()

    def _let_go(self, controller: DraftController, found: FoundJournal) -> None:
        """Remove a journal whose entry `controller` has taken over, as soon as that is on the disk elsewhere."""
        if self._secure():
            found.discard()
            return
        self._taken_over.append(found)
        controller.save_state_changed.connect(partial(self._discard_taken_over, controller))

    def _discard_taken_over(self, controller: DraftController) -> None:
        if controller is self._open and not controller.editor.is_modified:
            for found in self._taken_over:
                found.discard()
            self._taken_over.clear()

    def _merge_into(self, controller: DraftController, found: FoundJournal) -> None:
        """Let the user merge the two: the open draft has other changes by now."""
        entry = found.entry

        def on_merged() -> None:
            self._forget(found)
            self._let_go(controller, found)
            self._offer()

        round_ = self._repository.library.round(entry.application.round)
        found_draft = OpenedDraft(entry.application, round_, entry.draft, entry.lineage)
        self.merge_asked.emit(found_draft, entry.half_typed, on_merged)

    def _recovered(self, entry: JournalEntry) -> tuple[DraftController, str]:
        """Returns the recovered draft, in its file if possible, else as an unsaved draft and the reason."""
        content = Snapshot(entry.application, entry.half_typed)
        if entry.path is None:
            return self._repository.unsaved(content, entry.suggested_name, entry.lineage), ""
        try:
            draft = self._repository.read(entry.path)
        except RefusedFileError as error:
            remark = f"{error} Det, du havde skrevet, er her som en ny kladde."
            return self._repository.unsaved(content, entry.path.stem, entry.lineage), remark
        if draft.application.id != entry.application.id:
            remark = "Filen indeholder nu en anden ansøgning. Din er her som en ny kladde."
            return self._repository.unsaved(content, entry.path.stem, entry.lineage), remark
        controller = self._repository.controller_of(draft, entry.path)
        if controller.file is None:
            remark = f"{controller.locked_by} Det, du havde skrevet, er her som en kopi."
            return self._repository.unsaved(content, f"{entry.path.stem} – kopi", entry.lineage), remark
        self._apply(controller, entry)
        return controller, ""

    def _apply(self, controller: DraftController, entry: JournalEntry) -> None:
        """Put the entry into the draft. A file that was changed since is not overwritten: the next save reports it."""
        file = controller.file
        if (
            file is not None
            and entry.base_digest is not None
            and controller.state.opened_digest not in _own_digests(entry)
        ):
            file.take_over(_base(file, entry.application.id, entry.base_digest))
            controller.use_file_as_base()
        controller.restore(entry.lineage, Snapshot(entry.application, entry.half_typed))

    def _compare(self, found: FoundJournal) -> None:
        entry = found.entry
        if entry.path is None:
            return
        try:
            saved = self._repository.read(entry.path)
        except RefusedFileError as error:
            self._say(str(error), State.ATTENTION)
            return
        half_typed = half_typed_of(self._repository.folders.state, saved.application.id, saved.digest)
        found_now = Snapshot(entry.application, entry.half_typed)
        self.compare_asked.emit(Snapshot(saved.application, half_typed), found_now)

    def _keep_saved(self, found: FoundJournal) -> None:
        """Keep the saved draft; what was found becomes an earlier version."""
        if self._keep_version(found.entry):
            self._drop(found)

    def _discard_changes(self, found: FoundJournal) -> None:
        """Keep the saved draft; where no versions are kept, only after asking."""
        if self._repository.storage.keeps_versions:
            self._keep_saved(found)
        elif self._questions.choose("Kassér ændringerne?", _LOST, _DISCARD_CHANGES) == "discard":
            self._drop(found)

    def _keep_version(self, entry: JournalEntry) -> bool:
        """Keep the entry as an earlier version, with its half-typed values. Returns whether that was done."""
        folders, draft_id = self._repository.folders, entry.application.id
        try:
            data = entry.draft
            history = self._repository.storage.history(draft_id)
            location_name = place_of(entry.path) if entry.path is not None else ""
            history.keep(data, entry.written_at, self._repository.storage.person, Reason.DISCARDED, location_name)
            keep_half_typed(folders.state, draft_id, digest_of(data), entry.half_typed)
        except SaveFailedError as error:
            self._say(str(error), State.PROBLEM)
            return False
        return True

    def _discard_unsaved(self, found: FoundJournal) -> None:
        text = "Den er ikke gemt nogen steder og kan ikke hentes frem igen."
        if self._questions.choose("Kassér kladden?", text, _DISCARD) == "discard":
            self._drop(found)

    def _drop(self, found: FoundJournal) -> None:
        self._forget(found)
        found.discard()
        self._offer()

    def _forget(self, found: FoundJournal) -> None:
        self._found = [journal for journal in self._found or () if journal is not found]
        self._notices.clear(Topic.RECOVERY)


def _saved_digest(found: FoundJournal) -> str:
    """Returns the SHA-256 of the file that holds, or held, all of it."""
    return found.held_digest or digest_of(found.entry.draft)


def _own_digests(entry: JournalEntry) -> tuple[str | None, ...]:
    """Returns digests of the file: with one of them, nobody else has changed it since."""
    return entry.base_digest, entry.saving_digest, digest_of(entry.draft)


def _is_of(entry: JournalEntry, open_: DraftController) -> bool:
    """Whether the open draft has no changes besides those of the entry."""
    if open_.application == entry.application:
        return True
    return not open_.editor.is_modified and open_.location.digest in _own_digests(entry)


def _base(file: DraftFileHandle, draft_id: str, digest: str) -> bytes:
    """Returns what the changes build on, from the earlier versions; empty if missing, so that no file matches."""
    try:
        return file.history(draft_id).content_of(digest) or b""
    except RefusedFileError:
        return b""


def _name(entry: JournalEntry) -> str:
    return entry.path.name if entry.path else entry.suggested_name


def _when(at: datetime, now: datetime) -> str:
    local = at.astimezone(now.tzinfo)
    return f"{format_date(local.date())} kl. {format_clock(local)}"
