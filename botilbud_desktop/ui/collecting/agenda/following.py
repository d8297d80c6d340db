"""Lets number, place and remarks follow an application to the copy that is counted; asks what is not certain."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.collection.agenda_order import Key
from botilbud_desktop.domain.collection.following import (
    Carry,
    Draft,
    Following,
    Question,
    carried,
    following,
    is_marked,
    missing,
    without_project,
)
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.ui.collecting.agenda.agenda_page import AgendaPage
from botilbud_desktop.ui.collecting.gathered.gathering import Gathered
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.notice_bar import Action

NO = "Nej"
MISSING = "Der er bemærkninger til filer, der ikke er her: {}."
WITHOUT_PROJECT = "Der er bemærkninger til projekter, som ansøgningen ikke har: {}."
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
        self._told: list[Carry] = []
        """What followed as the agenda was opened, and is not said yet."""

    def followed_by(self, agenda: Agenda, gathered: Gathered) -> Agenda:
        """Returns the agenda that is kept, with what is certain; the shown one and its steps follow, too."""
        self._gathered = gathered
        if not self._page.is_held:
            self._page.follow(self._following(self._page.agenda).certain)
        certain = self._following(agenda).certain
        self._told = [carry for carry in certain if is_marked(agenda, carry.source)]
        for carry in certain:
            agenda = carried(agenda, carry)
        return agenda

    def follow(self, gathered: Gathered) -> None:
        """Do what is certain for the applications that are counted now, and ask about the rest."""
        if self._page.is_held:
            return
        self._gathered = gathered
        before = self._page.agenda
        certain = self._following(before).certain
        self._page.follow(certain)
        if certain:
            self.followed.emit(self._page.agenda)
        told, self._told = self._told, []
        self._show(told or [carry for carry in certain if is_marked(before, carry.source)])

    def _following(self, agenda: Agenda) -> Following:
        return following(agenda, self._drafts(), [each.file for each in self._gathered.left_out])

    def _drafts(self) -> list[Draft]:
        counted = {draft.key for draft in self._page.drafts}
        return [Draft(each.held.key, each.held.key in counted) for each in self._gathered.applications]

    def _show(self, told: Sequence[Carry] = ()) -> None:
        asked = self._following(self._page.agenda).questions
        question = next((each for each in asked if each not in self._answered), None)
        if question is not None:
            self._ask(question)
        else:
            self._say([_followed_said(told)] if told else [], self._unseen())

    def _unseen(self) -> list[str]:
        """Returns what is told of remarks that no line shows."""
        agenda = self._page.agenda
        projects = {
            each.held.key: {project.id for project in each.held.projects} for each in self._gathered.applications
        }
        told = ((MISSING, missing(agenda, self._drafts())), (WITHOUT_PROJECT, without_project(agenda, projects)))
        return [words.format(number) for words, number in told if number]

    def _say(self, followed: list[str], unseen: list[str]) -> None:
        if followed or unseen:
            state = State.ATTENTION if unseen else State.INFORMATION
            self._page.asking.show_hideable(" ".join([*followed, *unseen]), state)
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
        self._show()


def _followed_said(told: Sequence[Carry]) -> str:
    if len(told) > 1:
        number = counted(len(told), "ansøgning", "ansøgninger")
        return f"Nummer, plads og bemærkninger er fulgt med {number} til andre filer."
    return f"Nummer, plads og bemærkninger er fulgt med fra {_named(told[0].source)} til {_named(told[0].target)}."


def _named(key: Key) -> str:
    return f"»{printable(key.file, _LONGEST_NAME)}«"
