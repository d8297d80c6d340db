"""Which draft is open: opened, kept safe, handed on and left; the window shows it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from botilbud_desktop.domain.values.dates import format_clock
from botilbud_desktop.storage.draft.examples import ExampleDraft
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.ui.draft.controller import Session
from botilbud_desktop.ui.draft.repository import DraftDesk
from botilbud_desktop.ui.draft.save_service import Saving, Where
from botilbud_desktop.ui.questions import Questions
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.window.notice_bar import Say
from botilbud_desktop.ui.window.standing_notices import StandingNotices

if TYPE_CHECKING:
    from botilbud_desktop.storage.recovery.journal import Journal
    from botilbud_desktop.ui.draft.housekeeping import Tidying
    from botilbud_desktop.ui.draft.lock_watcher import ReadingOnly
    from botilbud_desktop.ui.draft.recovery import Recovery

_LONGEST_GOODBYE = 1.0
"""Seconds that a drive may take when the computer is being shut down."""


class CurrentDraft(QObject):
    """The draft that is open in the window; none at first."""

    opened = Signal(object, object)
    """A draft was opened: its `Session` and the `Saving` that keeps it."""
    closed = Signal()
    """The draft was left."""
    refused = Signal(object)
    """A file was not opened: the `RefusedFileError`."""
    recovered = Signal()
    """What a crash had left was taken back."""
    not_opened = Signal()
    """The draft was left for another one, and that could not be opened because of an error: none is open."""
    compare_asked = Signal(object, object)
    """The user wants to see what differs: the `Snapshot` that is saved and the one that was found."""
    merge_asked = Signal(object, object, object)
    """What was found after a crash is to be put together with the open draft; see `Recovery.merge_asked`."""
    copies_found = Signal(object)
    """Other copies of the draft lie beside it: a list of `Path`."""
    place_asked = Signal(str, str)
    """The draft is to be shown at a page and a field, by their names."""

    def __init__(self, desk: DraftDesk, questions: Questions, notices: StandingNotices, say: Say, where: Where) -> None:
        """`where` gives the names of the page that is shown and of the field that has the focus, "" for none."""
        super().__init__()
        self._desk = desk
        self._questions = questions
        self._notices = notices
        self._say = say
        self._where = where
        self.reading: ReadingOnly | None = None
        self._recovery: Recovery | None = None
        self._tidying: Tidying | None = None
        self._is_session_ending = False
        self._is_closed = False
        self.session: Session | None = None
        self.saving: Saving | None = None

    def start_with(self, path: Path) -> None:
        """Open the draft that the program was started with.

        Raises:
            RefusedFileError: it cannot be opened.
        """
        self.show(self._desk.open(path))

    def open_path(self, path: Path) -> bool:
        """Open a draft from a file, or say why it cannot be opened; what was open stays then."""
        return self.may_leave() and self._open(path)

    def open_example(self, example: ExampleDraft) -> None:
        """Open a copy of a shipped example."""
        if self.may_leave():
            self.show(self._desk.open_example(example))

    def open_new(self, round_id: str, municipality_code: str | None) -> None:
        """Begin a new draft."""
        if self.may_leave():
            self.show(self._desk.new(round_id, municipality_code))

    def show(self, session: Session) -> None:
        """Let `session` be the open draft; the one before is left as it is."""
        self.let_go()
        self.session = session
        self.saving = Saving(session, self._desk, self._questions, self._notices, self._say)
        self.opened.emit(session, self.saving)
        if session.locked_by is not None:
            from botilbud_desktop.ui.draft.lock_watcher import ReadingOnly

            ways = (self._on_copy_asked, self._on_open_again, self._on_take_over)
            self.reading = ReadingOnly(session, self._desk, self._notices, *ways)
        if self._recovery is not None:
            self._recovery.look(session)

    def settle(self) -> None:
        """What could wait until the window stands: the draft is kept from now on, what was lost is looked for."""
        try:
            if self.saving is not None:
                self.saving.start(self._where)
        finally:
            self._look_after()

    def _look_after(self) -> None:
        if self._is_closed:
            return
        if self._tidying is None and self.session is not None:
            self._tidying = self._make_tidying()
            file = self.session.file
            content = file.content if file is not None else None
            self._tidying.begin(self.session.place.path, self.session.application.id, content)
        if self._recovery is None:
            self._recovery = self._make_recovery()
        self._recovery.look(self.session)

    def may_leave(self) -> bool:
        """Whether the draft can be left: what was changed is saved, or knowingly discarded."""
        return self._is_session_ending or self.saving is None or self.saving.may_leave()

    def secure(self) -> bool:
        """Put what is typed on the disk now. Whether it is there."""
        return self.saving is None or self.saving.secure(_LONGEST_GOODBYE)

    def what_is_saved(self) -> str:
        """One sentence for somebody who fears for what was typed."""
        session = self.session
        if session is None:
            return "Der var ingen kladde åben."
        if not session.editor.is_modified and session.saved_at is not None:
            return f"Alt, hvad du har skrevet, er gemt kl. {format_clock(session.saved_at)}."
        if session.secured_at is not None:
            return f"Det, du har skrevet, er sikret på denne computer kl. {format_clock(session.secured_at)}."
        if session.editor.is_modified:
            return "Du har rettet noget, som ikke er gemt endnu."
        return "Du har ikke rettet noget, som ikke er gemt."

    def end_session(self) -> None:
        """The computer is about to be shut down or the user logged off: what is typed is made safe, nothing is asked.

        What cannot be saved where it belongs is in the journal, for the next start to offer.
        """
        self._is_session_ending = True
        if self.saving is not None and self.session is not None:
            self.saving.secure(_LONGEST_GOODBYE)
            self.saving.save_if_quick(_LONGEST_GOODBYE)
            self.session.edited.connect(self._on_edited_after_all)

    def let_go(self) -> None:
        """Leave the open draft, if there is one, as it is: nothing is asked. Its file is free for others then."""
        if self.reading is not None:
            self.reading.close()
        if self.saving is not None and self.session is not None:
            is_needed = self._is_session_ending and self.session.editor.is_modified
            self.saving.close(is_recovery_needed=is_needed)
        if self._tidying is not None:
            self._tidying.close()
        self.reading = self.saving = self._tidying = None
        if self.session is not None:
            self.session = None
            if self._recovery is not None and not self._is_closed:
                self._recovery.look(None)
            self.closed.emit()

    def close(self) -> None:
        """The window is closed: leave the draft, and what was found and not decided for the next start."""
        self._is_closed = True
        self.let_go()
        if self._recovery is not None:
            self._recovery.close()

    def _open(self, path: Path, *, take_over: bool = False) -> bool:
        try:
            draft = self._desk.read(path)
        except RefusedFileError as error:
            self._say(str(error), State.PROBLEM)
            self.refused.emit(error)
            return False
        self.let_go()
        try:
            self.show(self._desk.session_of(draft, path, take_over=take_over))
        finally:
            if self.session is None:
                self.not_opened.emit()
        return True

    def _make_recovery(self) -> "Recovery":
        from botilbud_desktop.ui.draft.recovery import Recovery

        recovery = Recovery(
            self._desk,
            self._notices,
            self._questions,
            self.may_leave,
            self._show_recovered,
            self._finish,
            self._secure_open,
            self._say,
        )
        recovery.place_asked.connect(self.place_asked)
        recovery.compare_asked.connect(self.compare_asked)
        recovery.merge_asked.connect(self.merge_asked)
        return recovery

    def _make_tidying(self) -> "Tidying":
        from botilbud_desktop.ui.draft.housekeeping import Tidying

        tidying = Tidying(self._desk.keeping)
        tidying.copies_found.connect(self.copies_found)
        return tidying

    def _show_recovered(self, session: Session, journal: "Journal", page: str, field: str) -> None:
        self.show(session)
        self.recovered.emit()
        if self.saving is not None:
            self.saving.start(self._where, journal)
        self.place_asked.emit(page, field)

    def _finish(self) -> bool:
        """Whether no save of the open draft is under way any more."""
        return self.saving is None or self.saving.finish()

    def _secure_open(self) -> bool:
        """Whether what is typed in the draft that is open now is on the disk."""
        return self.saving is not None and self.saving.secure(_LONGEST_GOODBYE)

    def _on_copy_asked(self) -> None:
        """A copy of the draft that somebody else has open, to write in."""
        if self.session is not None:
            self.show(self._desk.work_copy(self.session))

    def _on_open_again(self) -> None:
        """The holder has closed the draft: read it anew, and write in it unless somebody else was quicker."""
        path = self.session.place.path if self.session is not None else None
        if path is not None:
            self._open(path)

    def _on_take_over(self) -> None:
        """The holder is gone: read the draft anew, and write in it."""
        path = self.session.place.path if self.session is not None else None
        if path is not None:
            self._open(path, take_over=True)

    def _on_edited_after_all(self) -> None:
        """The computer was not shut down: leaving asks again."""
        self._is_session_ending = False
