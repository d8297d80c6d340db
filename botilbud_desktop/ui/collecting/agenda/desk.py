"""Ties the page »Dagsorden« to the agenda that is kept: fetches it, saves it, and tells when that fails."""

from functools import partial

from PySide6.QtCore import QObject

from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.collection.agenda_order import adopted
from botilbud_desktop.domain.text.hidden_marks import capitalised
from botilbud_desktop.storage.collection.agenda_store import AgendaStore
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.ui.collecting.agenda.agenda_page import AgendaPage
from botilbud_desktop.ui.collecting.agenda.following import AgendaFollowing
from botilbud_desktop.ui.collecting.agenda.keeping import AgendaKeeper, Unsaved
from botilbud_desktop.ui.collecting.gathered.gathering import Gathered
from botilbud_desktop.ui.questions import Choice
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.notice_bar import Action
from botilbud_desktop.ui.window.draft_window import DraftWindow

BROKEN = "Den gemte dagsorden var ødelagt og er lagt til side. Dagsordenen begynder forfra."
NOT_SAVED = "Dagsordenen er ikke gemt"
_ELSEWHERE = " er også rettet i et andet vindue eller på en anden computer. Det, du har skrevet siden, er ikke gemt."
CHANGED_ELSEWHERE = f"Dagsordenen{_ELSEWHERE}"
_WILL_BE_LOST = "Det, du har skrevet siden sidst, går tabt, når programmet lukkes."
_HANGS = "drevet svarer ikke"
_AGAIN, _OVER, _LEAVE = "again", "over", "leave"


class AgendaDesk(QObject):
    """Serves one page."""

    def __init__(self, window: DraftWindow, page: AgendaPage) -> None:
        super().__init__(page)
        self._window = window
        self._page = page
        self._gathered = Gathered()
        self._titles: dict[str, str] = {}
        """Those of the rounds that were shown."""
        self._trouble = ""
        """What is said of saving, until it is saved."""
        self.keeper = AgendaKeeper(AgendaStore(window.repository.folders.agendas), window.repository.drive, self)
        self.keeper.opened.connect(self._on_opened)
        self.keeper.refused.connect(self._on_refused)
        self.keeper.tried.connect(self._say_trouble)
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
            self._say_trouble()
        if round_ is not None:
            self._titles[round_.id] = round_.short_title
            self.keeper.open(round_.id)

    def follow_counting(self) -> None:
        """Let the agenda follow what is counted now."""
        self._following.follow(self._gathered)

    def finish(self) -> None:
        """Save what is not saved as the window closes, and ask when that fails."""
        self._page.list.finish_typing()
        left: set[str] = set()
        is_saved = self.keeper.finish()
        while not is_saved:
            unsaved = next((each for each in self.keeper.unsaved if each.round_id not in left), None)
            if unsaved is None:
                return
            answer = self._window.questions.choose(NOT_SAVED, self._lost_said(unsaved), _choices(unsaved))
            if answer not in (_OVER, _AGAIN):
                left.add(unsaved.round_id)
                continue
            if answer == _OVER:
                self.keeper.save_over(unsaved.round_id)
            is_saved = self.keeper.finish()

    def _lost_said(self, unsaved: Unsaved) -> str:
        """Returns why it is not saved as the window closes, and what becomes of it."""
        if unsaved.is_changed_elsewhere:
            said = f"{self._named(unsaved)}{_ELSEWHERE}"
        else:
            why = capitalised((not unsaved.is_being_saved and unsaved.failure) or _HANGS)
            said = f"{self._named(unsaved)} er ikke gemt: {why}."
        return f"{said}\n\n{_WILL_BE_LOST}"

    def _on_opened(self, round_id: str, agenda: Agenda, was_broken: bool) -> None:
        if not self._is_shown(round_id):
            return
        keys = [each.held.key for each in self._gathered.applications]
        self._page.adopt(keys)
        kept = agenda = adopted(agenda, keys)
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
        self._say_trouble()

    def _on_changed(self, agenda: Agenda) -> None:
        if self._gathered.round is not None:
            self.keeper.change(self._gathered.round.id, agenda)

    def _on_refused(self, round_id: str, reason: str) -> None:
        if self._is_shown(round_id):
            said = f"Den gemte dagsorden kan ikke læses: {capitalised(reason)}. Derfor kan den heller ikke rettes."
            self._page.notice.say(said, State.PROBLEM, ("Prøv igen", partial(self._on_again_asked, round_id)))

    def _on_again_asked(self, round_id: str) -> None:
        self._page.notice.clear()
        self.keeper.open(round_id)

    def _say_trouble(self) -> None:
        """Say what could not be saved, that of the shown round first, until it is saved."""
        troubled = [each for each in self.keeper.unsaved if each.is_changed_elsewhere or each.failure]
        unsaved = min(troubled, key=lambda each: not self._is_shown(each.round_id), default=None)
        if unsaved is None:
            self._say("", State.INFORMATION)
        elif unsaved.is_changed_elsewhere:
            take = ("Hent den anden", partial(self._on_other_asked, unsaved.round_id))
            over = ("Gem min i stedet", partial(self._on_over_asked, unsaved.round_id))
            # What was typed can be had back with »Fortryd« only where it is shown.
            actions = (take, over) if self._is_shown(unsaved.round_id) else (over,)
            self._say(f"{self._named(unsaved)}{_ELSEWHERE}", State.ATTENTION, *actions)
        else:
            said = f"{self._named(unsaved)} er ikke gemt: {capitalised(unsaved.failure)}. Programmet prøver igen."
            self._say(said, State.PROBLEM, ("Prøv igen", self.keeper.save))

    def _say(self, said: str, state: State, *actions: Action) -> None:
        if said == self._trouble:
            return
        before, self._trouble = self._trouble, said
        if said:
            self._page.notice.say(said, state, *actions)
        else:
            self._page.notice.take_back(before)

    def _on_other_asked(self, round_id: str) -> None:
        self._say("", State.INFORMATION)
        self.keeper.take_other(round_id)

    def _on_over_asked(self, round_id: str) -> None:
        self.keeper.save_over(round_id)
        self._say_trouble()

    def _is_shown(self, round_id: str) -> bool:
        return self._gathered.round is not None and self._gathered.round.id == round_id

    def _named(self, unsaved: Unsaved) -> str:
        """Returns how a sentence about an agenda begins; one of another round is named."""
        if self._is_shown(unsaved.round_id):
            return "Dagsordenen"
        return f"Dagsordenen for »{printable(self._titles[unsaved.round_id])}«"


def _choices(unsaved: Unsaved) -> tuple[Choice, Choice]:
    over = Choice(_OVER, "Gem min i stedet", is_doubtful=True)
    return (over if unsaved.is_changed_elsewhere else Choice(_AGAIN, "Prøv igen")), Choice(_LEAVE, "Luk uden at gemme")
