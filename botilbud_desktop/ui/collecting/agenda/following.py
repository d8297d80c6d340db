"""Lets number, place and remarks follow an application to the copy that is counted; asks what is not certain."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.collection.agenda_order import Key
from botilbud_desktop.domain.collection.following import Carry, Draft, Question, carried, following, is_marked
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.ui.collecting.agenda.agenda_page import AgendaPage
from botilbud_desktop.ui.collecting.gathered.gathering import Gathered
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.notice_bar import Action

NO = "Nej"
_MOST_ANSWERS = 3
_LONGEST_NAME, _LONGEST_ANSWER = 120, 40


class AgendaFollowing(QObject):
    """Serves one page."""

    followed = Signal(object)
    """The agenda, when something of it belongs to another file now."""

    def __init__(self, page: AgendaPage) -> None:
        super().__init__(page)
        self._page = page
        self._gathered = Gathered()
        self._answered: set[Question] = set()

    def followed_by(self, agenda: Agenda, gathered: Gathered) -> Agenda:
        """Returns the agenda that is kept, with what is certain; the shown one and its steps follow, too."""
        self._gathered = gathered
        if not self._page.is_held:
            self._page.follow(following(self._page.agenda, self._drafts()).certain)
        for carry in following(agenda, self._drafts()).certain:
            agenda = carried(agenda, carry)
        return agenda

    def follow(self, gathered: Gathered) -> None:
        """Do what is certain for the applications that are counted now, and ask about the rest."""
        if self._page.is_held:
            return
        self._gathered = gathered
        drafts = self._drafts()
        before = self._page.agenda
        certain = following(before, drafts).certain
        self._page.follow(certain)
        if certain:
            self.followed.emit(self._page.agenda)
        here = {draft.key for draft in drafts}
        told = [carry for carry in certain if carry.source in here and is_marked(before, carry.source)]
        self._show(told[0] if told else None)

    def _drafts(self) -> list[Draft]:
        counted = {draft.key for draft in self._page.drafts}
        return [
            Draft(each.held.key, each.held.municipality if each.region else "", each.held.key in counted)
            for each in self._gathered.applications
        ]

    def _show(self, told: Carry | None) -> None:
        asked = following(self._page.agenda, self._drafts()).questions
        question = next((each for each in asked if each not in self._answered), None)
        if question is not None:
            self._ask(question)
        elif told is not None:
            said = f"Nummer, plads og bemærkninger er fulgt med fra {_named(told.source)} til {_named(told.target)}."
            self._page.asking.show_hideable(said, State.INFORMATION)
        else:
            self._page.asking.clear()

    def _ask(self, question: Question) -> None:
        said = f"{_named(question.source)} er ikke talt med. Skal dens nummer, plads og KKR’s bemærkninger "
        if len(question.targets) == 1:
            said += f"gælde for {_named(question.targets[0])}?"
            if is_marked(self._page.agenda, question.targets[0]):
                said += " Så erstatter de dem, den har."
        else:
            said += "gælde for en anden kopi?"
        answers: list[Action] = [
            (self._answer(question, target), partial(self._on_yes, question, target))
            for target in question.targets[:_MOST_ANSWERS]
        ]
        self._page.asking.say(said, State.ATTENTION, *answers, (NO, partial(self._on_no, question)))

    def _answer(self, question: Question, target: Key) -> str:
        if len(question.targets) == 1:
            return "Ja"
        return printable(target.file, _LONGEST_ANSWER).replace("&", "&&")

    def _on_yes(self, question: Question, target: Key) -> None:
        self._answered.add(question)
        self._page.change(carried(self._page.agenda, Carry(question.source, target)), target)
        self.follow(self._gathered)

    def _on_no(self, question: Question) -> None:
        self._answered.add(question)
        self._show(None)


def _named(key: Key) -> str:
    return f"»{printable(key.file, _LONGEST_NAME)}«"
