"""Recovery: what was typed and not saved when the program, or the power, went out is offered at the next start."""

from collections.abc import Callable
from datetime import datetime

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from botilbud_desktop.domain.dates import format_clock, format_date
from botilbud_desktop.domain.editor import Snapshot
from botilbud_desktop.storage.draft_file import digest_of, draft_bytes
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.history import History, Reason
from botilbud_desktop.storage.journal import FoundJournal, Journal, orphaned_journals
from botilbud_desktop.storage.journal_file import JournalEntry
from botilbud_desktop.storage.unfinished import unfinished_of
from botilbud_desktop.ui.draft_desk import DraftDesk
from botilbud_desktop.ui.look.states import State
from botilbud_desktop.ui.notice_bar import Say
from botilbud_desktop.ui.questions import Choice, Questions
from botilbud_desktop.ui.session import Session
from botilbud_desktop.ui.standing_notices import StandingNotices, Topic

_DISCARD = (Choice("discard", "Kassér kladden"), Choice("keep", "Behold den"))


class Recovery(QObject):
    """Offers what was found, one draft at a time."""

    compare_asked = Signal(object, object)
    """The user wants to see what differs: the `Snapshot` that is saved and the one that was found."""
    place_asked = Signal(str, str)
    """The open draft is to be shown at a page and a field, by their names."""

    def __init__(
        self,
        desk: DraftDesk,
        notices: StandingNotices,
        questions: Questions,
        may_leave: Callable[[], bool],
        show: Callable[[Session, Journal, str, str], None],
        secure: Callable[[], bool],
        say: Say,
    ) -> None:
        """`show` shows a recovered draft, continuing its journal, at a page and a field.

        `secure` puts the open draft into its own journal and tells whether it is there.
        """
        super().__init__()
        self._desk = desk
        self._notices = notices
        self._questions = questions
        self._may_leave = may_leave
        self._show = show
        self._secure = secure
        self._say = say
        self._found: list[FoundJournal] | None = None
        self._offered: FoundJournal | None = None
        self._open: Session | None = None

    def look(self, session: Session | None) -> None:
        """Look for what was left behind, the first time; offer it. `session` is the open draft."""
        if session is not self._open:
            self._notices.clear(Topic.RECOVERY)
            self._offered = None
        self._open = session
        if self._found is None:
            self._found = orphaned_journals(self._desk.folders.recovery, self._desk.library)
        self._offer()

    def close(self) -> None:
        """The program ends: what was not decided is offered at the next start."""
        for found in self._found or ():
            found.release()

    def _on_hidden(self) -> None:
        self._notices.clear(Topic.RECOVERY)
        self._offer()

    def _offer(self) -> None:
        """Offer what belongs to the open draft first, then the newest."""
        found = sorted(self._found or (), key=lambda journal: not self._is_open(journal.entry))
        if not found or found[0] is self._offered:
            return
        self._offered = found[0]
        if self._is_saved(found[0].entry):
            self._offer_place(found[0])
        else:
            self._offer_changes(found[0])

    def _is_open(self, entry: JournalEntry) -> bool:
        session = self._open
        return session is not None and entry.path is not None and entry.path == session.place.path

    def _is_saved(self, entry: JournalEntry) -> bool:
        """Whether the file held all of it when it was written, and what was half-typed lies beside it."""
        digest = digest_of(draft_bytes(entry.application))
        if entry.path is None or entry.base_digest != digest:
            return False
        return unfinished_of(self._desk.folders.state, entry.application.id, digest) == entry.unfinished

    def _offer_place(self, found: FoundJournal) -> None:
        """All was saved before the program went out; what is left to give back is the place."""
        entry = found.entry
        text = f"Programmet lukkede uventet {_when(entry.written_at, self._desk.clock())}."
        text = f"{text} Alt, hvad du havde skrevet i »{_name(entry)}«, er gemt."
        hide = ("Skjul", lambda: self._drop(found))
        if self._is_open(entry):
            self._forget(found)
            found.discard()
            self._notices.say(Topic.RECOVERY, text, State.INFORMATION, ("Skjul", self._on_hidden))
            self.place_asked.emit(entry.page, entry.field)
        else:
            go_on = ("Fortsæt, hvor du slap", lambda: self._restore(found))
            self._notices.say(Topic.RECOVERY, text, State.INFORMATION, go_on, hide)

    def _offer_changes(self, found: FoundJournal) -> None:
        entry = found.entry
        when = _when(entry.written_at, self._desk.clock())
        restore = ("Gendan ændringerne", lambda: self._restore(found))
        if entry.path is None:
            text = f"Vi fandt kladden »{_name(entry)}« fra {when}, som ikke nåede at blive gemt."
            discard = ("Kassér kladden", lambda: self._discard_unsaved(found))
            self._notices.say(Topic.RECOVERY, text, State.ATTENTION, ("Gendan kladden", restore[1]), discard)
            return
        text = f"Vi fandt ændringer fra {when}, som ikke nåede at blive gemt."
        if not self._is_open(entry):
            text = f"Vi fandt ændringer i »{_name(entry)}« fra {when}, som ikke nåede at blive gemt."
        compare = ("Se forskellen", lambda: self._compare(found))
        keep = ("Behold den gemte kladde", lambda: self._keep_saved(found))
        self._notices.say(Topic.RECOVERY, text, State.ATTENTION, restore, compare, keep)

    def _restore(self, found: FoundJournal) -> None:
        entry = found.entry
        if self._open is not None and self._is_open(entry) and self._open.file is not None:
            self._restore_into(self._open, found)
        elif self._may_leave():
            self._forget(found)
            session, remark = self._recovered(entry)
            self._show(session, found.adopt(), entry.page, entry.field)
            if remark:
                self._say(remark, State.ATTENTION)

    def _restore_into(self, session: Session, found: FoundJournal) -> None:
        """Take it into the open draft as one step; its own journal holds it before the found one goes."""
        self._forget(found)
        self._take(session, found.entry)
        self.place_asked.emit(found.entry.page, found.entry.field)
        if self._secure():
            found.discard()
        else:
            found.release()
        self._offer()

    def _recovered(self, entry: JournalEntry) -> tuple[Session, str]:
        """The draft with what was found: in its file, where that can be had, else as one saved nowhere, and why."""
        content = Snapshot(entry.application, entry.unfinished)
        if entry.path is None:
            return self._desk.unsaved(content, entry.suggested_name), ""
        try:
            draft = self._desk.read(entry.path)
        except RefusedFileError as error:
            remark = f"{error} Det, du havde skrevet, er her som en ny kladde."
            return self._desk.unsaved(content, entry.path.stem), remark
        if draft.application.id != entry.application.id:
            remark = "Filen holder nu en anden ansøgning, så din er her som en ny kladde."
            return self._desk.unsaved(content, entry.path.stem), remark
        session = self._desk.session_of(draft, entry.path)
        if session.file is None:
            remark = f"{session.locked_by} Det, du havde skrevet, er her som en kopi."
            return self._desk.unsaved(content, f"{entry.path.stem} – kopi"), remark
        self._take(session, entry)
        return session, ""

    def _take(self, session: Session, entry: JournalEntry) -> None:
        """Put what was found into the draft. A file that was changed since is not overwritten: saving will say so."""
        file = session.file
        if file is not None and entry.base_digest is not None and file.digest != entry.base_digest:
            file.take_over(file.history(entry.application.id).content_of(entry.base_digest) or b"")
            session.place = replace(session.place, digest=file.digest)
        found = Snapshot(entry.application, entry.unfinished)
        if session.editor.snapshot != found:
            session.editor.replace_all(found)

    def _compare(self, found: FoundJournal) -> None:
        entry = found.entry
        if entry.path is None:
            return
        try:
            saved = self._desk.read(entry.path)
        except RefusedFileError as error:
            self._say(str(error), State.ATTENTION)
            return
        self.compare_asked.emit(Snapshot(saved.application, {}), Snapshot(entry.application, entry.unfinished))

    def _keep_saved(self, found: FoundJournal) -> None:
        """The saved draft is kept; what was found is an earlier version from now on, so nothing is lost."""
        entry = found.entry
        try:
            data = draft_bytes(entry.application)
            history = History(self._desk.folders.versions, entry.application.id)
            history.keep(data, entry.written_at, self._desk.keeping.person, Reason.DISCARDED)
        except SaveFailedError as error:
            self._say(str(error), State.PROBLEM)
            return
        self._drop(found)

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


def _name(entry: JournalEntry) -> str:
    return entry.path.name if entry.path else entry.suggested_name


def _when(at: datetime, now: datetime) -> str:
    local = at.astimezone(now.tzinfo)
    return f"{format_date(local.date())} kl. {format_clock(local)}"
