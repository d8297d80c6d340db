"""The job that makes a paper of the agenda: works the drafts out once more, in the agenda's order. It uses no Qt."""

from datetime import date
from typing import NamedTuple

from botilbud_desktop.documents.collection_files import WRITERS
from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.collection.agenda_order import placed
from botilbud_desktop.domain.collection.source import LeftOut
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.rules.collection.chosen import chosen_collection
from botilbud_desktop.rules.collection.records import Collection
from botilbud_desktop.ui.collecting.gathered.gathering import Gathered
from botilbud_desktop.ui.collecting.gathered.held import HeldDraft, assessed_again
from botilbud_desktop.ui.questions import WORD_FILES, WORKBOOKS, FileKind

_UNSAVED = "Kladden havde ændringer, der ikke var gemt, da den blev læst. De er ikke med."


class PaperNames(NamedTuple):
    """The words for a kind of paper."""

    command: str
    files: FileKind


PAPERS = {
    ".docx": PaperNames("&Word …", WORD_FILES),
    ".xlsx": PaperNames("E&xcel …", WORKBOOKS),
}
"""What can be saved, in the order of the menu, by the ending that `WRITERS` knows it by."""


class MakingGivenUpError(Exception):
    """The user gave up; nobody takes the paper."""


class PaperJob:
    """Makes one paper. `run` is called in a thread of its own, the rest in the window's."""

    def __init__(
        self,
        ending: str,
        gathered: Gathered,
        round_: Round,
        drafts: tuple[HeldDraft, ...],
        agenda: Agenda,
        today: date,
    ) -> None:
        """`drafts` are those of the collection that are counted."""
        self._ending = ending
        self._gathered = gathered
        self._round = round_
        self._drafts = drafts
        self._agenda = agenda
        self._today = today
        self._done = 0
        self._is_given_up = False

    @property
    def total(self) -> int:
        """How many steps it has: the drafts, and the paper itself."""
        return len(self._drafts) + 1

    @property
    def done(self) -> int:
        """How many steps are begun."""
        return self._done

    @property
    def said(self) -> str:
        """What it is doing, in Danish."""
        if self._done < self.total:
            number, all_of_them = format_number(max(self._done, 1)), format_number(len(self._drafts))
            return f"Regner ansøgning {number} af {all_of_them} igennem …"
        return f"Laver et {WRITERS[self._ending].name} …"

    def give_up(self) -> None:
        """End it before the next step."""
        self._is_given_up = True

    def run(self) -> bytes:
        """Returns the file.

        Raises:
            MakingGivenUpError: the user gave up.
        """
        collection = self._collection()
        self._step()
        return WRITERS[self._ending].make(collection, self._agenda, self._round, self._today)

    def _collection(self) -> Collection:
        gathered, by_key = self._gathered, {draft.key: draft for draft in self._drafts}
        ordered = [by_key[each.key] for each in placed(self._agenda, [*by_key])]
        applications = assessed_again(ordered, self._round, self._today, self._step)
        counted = {key.file for key in by_key}
        others = [each.file for each in gathered.applications if each.file not in counted]
        return chosen_collection(
            self._round, applications, others, gathered.copies, (*_doubts(gathered), *gathered.left_out)
        )

    def _step(self) -> None:
        if self._is_given_up:
            raise MakingGivenUpError
        self._done += 1


def _doubts(gathered: Gathered) -> list[LeftOut]:
    """Returns what else the reading was not sure of."""
    folder = gathered.places.named[0].name if gathered.places.named else ""
    more = [LeftOut(folder, gathered.warning)] if gathered.warning else []
    return [*more, *([LeftOut(gathered.unsaved, _UNSAVED)] if gathered.unsaved else [])]
