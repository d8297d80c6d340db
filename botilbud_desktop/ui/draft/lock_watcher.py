"""Watches a draft that somebody else has open: shows who, offers a copy, and offers to take over a free lock."""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer

from botilbud_desktop.domain.values.dates import format_clock, format_date
from botilbud_desktop.storage.errors import LockedError
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.platform.background import Background
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.notice_bar import Action
from botilbud_desktop.ui.widgets.standing_notices import StandingNotices, Topic

_POLL_MS = 5_000


class LockWatcher(QObject):
    """Watches the lock of a draft that somebody else has open."""

    def __init__(
        self,
        controller: DraftController,
        repository: DraftRepository,
        notices: StandingNotices,
        open_copy: Callable[[], object],
        open_again: Callable[[], object],
        take_over: Callable[[], object],
    ) -> None:
        """`open_again` opens the draft for editing if the lock is still free; `take_over` opens it in any case."""
        super().__init__()
        self._controller = controller
        self._repository = repository
        self._notices = notices
        self._copy: Action = ("Åbn en kopi", open_copy)
        self._open_again: Action = ("Overtag", open_again)
        self._take_over: Action = ("Overtag", take_over)
        self._work = Background("lock")
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self.poll_again)
        holder = controller.locked_by
        if holder is not None:
            self._show_holder(holder)
            self._timer.start()

    def poll_again(self) -> None:
        """Check whether the lock is still held."""
        path = self._controller.location.path
        if path is not None and not self._work.is_busy:
            self._work.do(partial(self._repository.holder_of, path), self._on_polled)

    def close(self) -> None:
        """Stop watching: the draft is closed."""
        self._timer.stop()
        self._work.close()

    def _on_polled(self, ended: Future[LockedError | None]) -> None:
        holder = ended.result()
        if not self._timer.isActive():
            return
        if holder is None:
            self._timer.stop()
            name = self._controller.locked_by.who if self._controller.locked_by else ""
            text = f"{name} har lukket kladden. Overtag den, hvis du vil rette i den."
            self._notices.say(Topic.LOCKED, text, State.INFORMATION, self._open_again, self._copy)
        elif holder.is_gone and not (self._controller.locked_by and self._controller.locked_by.is_gone):
            self._controller.mark_locked(holder)
            self._show_holder(holder)

    def _show_holder(self, error: LockedError) -> None:
        text = f"{error}{_details(error, self._repository.clock())}"
        if not error.is_gone:
            self._notices.say(Topic.LOCKED, text, State.ATTENTION, self._copy)
            return
        text = f"{text} Så vidt programmet kan se, er kladden ikke i brug længere, så du kan overtage den."
        self._notices.say(Topic.LOCKED, text, State.ATTENTION, self._take_over, self._copy)


def _details(error: LockedError, now: datetime) -> str:
    """Returns on which computer and since when the draft is open, as far as known."""
    machine = f" på computeren {error.machine}" if error.machine else ""
    if error.since is not None:
        return f" Den har været åben{machine} {_since(error.since, now)}."
    return f" Den er åben{machine}." if machine else ""


def _since(since: datetime, now: datetime) -> str:
    local = since.astimezone(now.tzinfo)
    day = "" if local.date() == now.date() else f"den {format_date(local.date())} "
    return f"siden {day}kl. {format_clock(local)}"
