"""The rounds in the window: which there are, adding one, and a draft whose round is not there."""

from collections.abc import Iterable
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.round_choice import in_order
from botilbud_desktop.ui.draft.manager import DraftManager
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.questions import Questions
from botilbud_desktop.ui.widgets.notice_bar import NoticeBar, Say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from botilbud_desktop.storage.draft.round_of_draft import MissingRoundError
    from botilbud_desktop.ui.platform.background import Background
    from botilbud_desktop.ui.rounds.adding import RoundAdding
    from botilbud_desktop.ui.rounds.missing_round import MissingRound


class Covered(Protocol):
    """A window that can show something in place of a draft."""

    def cover(self, widget: "QWidget") -> None:
        """Show `widget` in place of the draft."""

    def uncover(self, widget: "QWidget") -> None:
        """Show the draft again and delete `widget`."""

    def show_start(self) -> None:
        """Close the draft and show the start page."""


class WindowRounds(QObject):
    """What the window does with rounds, besides showing drafts in their form."""

    found = Signal(object)
    """All rounds that there are, the one to propose first."""

    def __init__(
        self, drafts: DraftManager, repository: DraftRepository, questions: Questions, say: Say, window: Covered
    ) -> None:
        super().__init__(drafts)
        self._drafts = drafts
        self._repository = repository
        self._questions = questions
        self._say = say
        self._window = window
        self._adding: RoundAdding | None = None
        self._missing: MissingRound | None = None
        self._work: Background | None = None
        self._is_closed = False
        drafts.ended.connect(self._on_ended)

    def at_once(self) -> list[Round]:
        """Returns the rounds, the one to propose first; only the shipped ones while other drives do not answer."""
        found = self._repository.drive.answer(self._all, None, 0.0)
        library = self._repository.library
        return found or self._in_order(map(library.round, library.shipped_ids()))

    def look(self) -> None:
        """Look for all rounds in a thread of its own; `found` tells them."""
        if self._is_closed:
            return
        if self._work is None:
            from botilbud_desktop.ui.platform.background import Background

            self._work = Background("rounds", self)
        self._work.do(self._all, self._on_looked)

    def look_later(self, after_ms: int) -> None:
        """Look for them after so many milliseconds, when the window is painted."""
        QTimer.singleShot(after_ms, self, self.look)

    def finish(self, seconds: float) -> bool:
        """Wait for what is looked for. Returns whether that was done in time."""
        return self._work is None or self._work.wait(seconds)

    def _on_ended(self) -> None:
        """End the thread with the window."""
        self._is_closed = True
        if self._work is not None:
            self._work.close()

    def ask(self) -> None:
        """Ask for a round's file, and add it."""
        self._rounds_adding().ask()

    def add(self, path: Path) -> None:
        """Add the round or register in the file at `path`, if the user agrees."""
        self._rounds_adding().add(path)

    @property
    def missing_notice(self) -> NoticeBar | None:
        """The notice bar of the draft whose round is not there; None when none is shown."""
        return None if self._missing is None else self._missing.page.notice

    def show_missing(self, path: Path, error: "MissingRoundError") -> None:
        """Show a draft whose round is not there as text."""
        from botilbud_desktop.ui.rounds.missing_round import MissingRound

        self.close_missing()
        self._missing = MissingRound(path, error, self._repository, self._questions, self)
        self._missing.add_asked.connect(self.ask)
        self._missing.again_asked.connect(self._drafts.open_path)
        self._missing.closed.connect(self._window.show_start)
        self._missing.show_in(self._window.cover)

    def close_missing(self) -> None:
        """Close the draft whose round is not there, if one is shown."""
        if self._missing is not None:
            self._window.uncover(self._missing.page)
            self._missing.deleteLater()
            self._missing = None

    def _rounds_adding(self) -> "RoundAdding":
        if self._adding is None:
            from botilbud_desktop.ui.rounds.adding import RoundAdding

            self._adding = RoundAdding(self._repository, self._questions, self._say, self._drafts.open_new, self)
            self._adding.added.connect(self._on_added)
        return self._adding

    def _on_added(self) -> None:
        self.look()
        if self._missing is not None:
            self._drafts.open_path(self._missing.path)

    def _on_looked(self, ended: "Future[list[Round]]") -> None:
        self.found.emit(ended.result())

    def _all(self) -> list[Round]:
        return self._in_order(self._repository.library.all_rounds())

    def _in_order(self, rounds: Iterable[Round]) -> list[Round]:
        now = self._repository.clock()
        return in_order(rounds, now.date(), now)
