"""Tells when the file of an open draft's round was changed or removed: the draft shows the form as it was."""

from concurrent.futures import Future
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.wording import all_of
from botilbud_desktop.storage.draft.round_of_draft import lacking_in
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.platform.background import Background
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.standing_notices import StandingNotices, Topic

_MOST_NAMED = 5
_ONLY_AS_TEXT = "men når den er lukket, kan den kun læses som tekst"


class RoundNow(NamedTuple):
    """What became of a draft's round since the draft was opened."""

    is_there: bool = True
    is_changed: bool = False
    lacking: tuple[str, ...] = ()
    """What the draft uses and the round has no longer."""


def round_now(library: FormLibrary, opened: Round, application: Application) -> RoundNow:
    """Returns what became of the round that the draft was opened with. For a job's thread: folders are looked into."""
    now = library.round_now(opened.id)
    if now is None:
        return RoundNow(is_there=False)
    lacking = dict.fromkeys(each.words for each in lacking_in(now, application))
    return RoundNow(is_changed=now != opened, lacking=tuple(lacking))


class RoundWatch(QObject):
    """Looks at the round of one draft after each save, in a thread of its own."""

    def __init__(
        self, controller: DraftController, library: FormLibrary, notices: StandingNotices, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._library = library
        self._notices = notices
        self._last = RoundNow()
        self._work = Background("round", self)
        self._is_closed = False

    def look(self) -> None:
        """Look now, unless a look is under way."""
        if not self._work.is_busy and not self._is_closed:
            job = partial(round_now, self._library, self._controller.round, self._controller.application)
            self._work.do(job, self._on_looked)

    def close(self) -> None:
        """Say nothing more."""
        self._is_closed = True
        self._work.close()

    def _on_looked(self, ended: Future[RoundNow]) -> None:
        now = ended.result()
        if now == self._last or self._is_closed:
            return
        self._last = now
        if text := _said(now, self._controller.round):
            hide = ("Skjul", partial(self._notices.clear, Topic.ROUND_CHANGED))
            self._notices.say(Topic.ROUND_CHANGED, text, State.ATTENTION, hide)
        else:
            self._notices.clear(Topic.ROUND_CHANGED)


def _said(now: RoundNow, round_: Round) -> str:
    """Returns what to tell the user; "" when the round is as it was."""
    if not now.is_there:
        return (
            f"Programmet kan ikke længere bruge filen med ansøgningsrunden »{printable(round_.short_title, 100)}«. "
            f"Kladden er gemt, {_ONLY_AS_TEXT}, til runden er tilføjet igen."
        )
    changed = "Kladdens ansøgningsrunde er ændret, siden kladden blev åbnet"
    if now.lacking:
        lacking = all_of([*now.lacking[:_MOST_NAMED]])
        return f"{changed}, og har ikke længere {lacking}. Kladden er gemt, {_ONLY_AS_TEXT}."
    if not now.is_changed:
        return ""
    return (
        f"{changed}. Kladden er gemt, og du ser stadig skemaet, som det var. "
        "Luk kladden, og åbn den igen for at se det nye."
    )
