"""Ties the page »Dagsorden« to the agenda that is kept: fetches it, saves it, and tells when that fails."""

from PySide6.QtCore import QObject

from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.round import Round
from botilbud_desktop.storage.collection.agenda_store import AgendaStore
from botilbud_desktop.ui.collecting.agenda.agenda_page import AgendaPage
from botilbud_desktop.ui.collecting.agenda.following import AgendaFollowing
from botilbud_desktop.ui.collecting.agenda.keeping import AgendaKeeper
from botilbud_desktop.ui.collecting.gathered.gathering import Gathered
from botilbud_desktop.ui.questions import Choice
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.notice_bar import Action
from botilbud_desktop.ui.window.draft_window import DraftWindow

BROKEN = "Den gemte dagsorden var ødelagt og er lagt til side. Dagsordenen begynder forfra."
NOT_SAVED = "Dagsordenen er ikke gemt"
CHANGED_ELSEWHERE = (
    "Dagsordenen er også rettet i et andet vindue eller på en anden computer. Det, du har skrevet siden, er ikke gemt."
)
_WILL_BE_LOST = "Det, du har skrevet siden sidst, går tabt, når programmet lukkes."
_AGAIN, _OVER, _LEAVE = "again", "over", "leave"


class AgendaDesk(QObject):
    """Serves one page."""

    def __init__(self, window: DraftWindow, page: AgendaPage) -> None:
        super().__init__(page)
        self._window = window
        self._page = page
        self._gathered = Gathered()
        self._trouble = ""
        """What is said of saving, until it is saved."""
        self.keeper = AgendaKeeper(AgendaStore(window.repository.folders.agendas), window.repository.drive, self)
        self.keeper.opened.connect(self._on_opened)
        self.keeper.refused.connect(self._on_refused)
        self.keeper.saved.connect(self._on_saved)
        self.keeper.failed.connect(self._on_failed)
        self.keeper.changed_elsewhere.connect(self._on_changed_elsewhere)
        page.changed.connect(self._on_changed)
        self._following = AgendaFollowing(page)
        self._following.followed.connect(self._on_changed)

    def show_collection(self, gathered: Gathered) -> None:
        """Show the agenda of another collection, or of the same one read again."""
        before, round_ = self._gathered.round, gathered.round
        self._gathered = gathered
        if round_ is None or before is None or round_.id != before.id:
            self._trouble = ""
            self._page.hold("" if round_ is None else round_.short_title)
        if round_ is not None:
            self.keeper.open(round_.id)

    def follow_counting(self) -> None:
        """Let the agenda follow what is counted now."""
        self._following.follow(self._gathered)

    def finish(self) -> None:
        """Save what is not saved as the window closes, and ask when that fails."""
        self._page.list.finish_typing()
        while not self.keeper.finish():
            round_ = self._gathered.round
            said = f"{self._trouble or f'{NOT_SAVED}: drevet svarer ikke.'}\n\n{_WILL_BE_LOST}"
            over = self._trouble == CHANGED_ELSEWHERE and round_ is not None
            choices = (
                Choice(_OVER, "Gem min i stedet", is_doubtful=True) if over else Choice(_AGAIN, "Prøv igen"),
                Choice(_LEAVE, "Luk uden at gemme"),
            )
            answer = self._window.questions.choose(NOT_SAVED, said, choices)
            if answer == _LEAVE:
                return
            if answer == _OVER and round_ is not None:
                self.keeper.save_over(round_.id)

    def _on_opened(self, round_id: str, agenda: Agenda, was_broken: bool) -> None:
        round_ = self._gathered.round
        if round_ is None or round_.id != round_id:
            return
        kept = agenda
        agenda = self._following.followed_by(agenda, self._gathered)
        if self._page.is_held:
            self._page.show_agenda(agenda)
        elif agenda != self._page.agenda:
            self._page.take(agenda)
        self._following.follow(self._gathered)
        if agenda != kept:
            self._on_changed(self._page.agenda)
        if was_broken:
            self._page.notice.show_hideable(BROKEN, State.ATTENTION)

    def _on_changed(self, agenda: Agenda) -> None:
        if self._gathered.round is not None:
            self.keeper.change(self._gathered.round.id, agenda)

    def _on_refused(self, reason: str) -> None:
        said = f"Den gemte dagsorden kan ikke læses: {reason}. Derfor kan den heller ikke rettes."
        self._page.notice.say(said, State.PROBLEM, ("Prøv igen", self._on_again_asked))

    def _on_again_asked(self) -> None:
        self._page.notice.clear()
        self.keeper.open(self._round().id)

    def _on_failed(self, reason: str) -> None:
        self._say_trouble(
            f"{NOT_SAVED}: {reason}. Programmet prøver igen.", State.PROBLEM, ("Prøv igen", self.keeper.save)
        )

    def _on_changed_elsewhere(self) -> None:
        take, over = ("Hent den anden", self._on_other_asked), ("Gem min i stedet", self._on_over_asked)
        self._say_trouble(CHANGED_ELSEWHERE, State.ATTENTION, take, over)

    def _on_saved(self) -> None:
        trouble, self._trouble = self._trouble, ""
        self._page.notice.take_back(trouble)

    def _on_other_asked(self) -> None:
        self._on_saved()
        self.keeper.take_other(self._round().id)

    def _on_over_asked(self) -> None:
        self._on_saved()
        self.keeper.save_over(self._round().id)

    def _say_trouble(self, said: str, state: State, *actions: Action) -> None:
        if said != self._trouble:
            self._trouble = said
            self._page.notice.say(said, state, *actions)

    def _round(self) -> Round:
        """Returns the round whose agenda is shown: the notices that lead here go with it."""
        if self._gathered.round is None:
            raise ValueError("no agenda is shown")
        return self._gathered.round
