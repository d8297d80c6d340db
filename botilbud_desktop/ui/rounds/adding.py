"""»Tilføj en ansøgningsrunde …«: a round's file is read, described, and kept if the user agrees."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from botilbud_desktop.domain.municipality import Municipality
from botilbud_desktop.domain.round import Round
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.atomic_write import Replacing
from botilbud_desktop.storage.rounds.round_package import RoundPackage, keep, read_package
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.questions import ROUND_FILES, Choice, Questions
from botilbud_desktop.ui.rounds.wording import (
    REGISTER_QUESTION,
    register_described,
    round_added,
    round_described,
    round_known,
    round_question,
    tried_out,
)
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.notice_bar import Action, Say

_CANCEL = Choice("cancel", "Annullér")
_REGISTER_ADDED = "Inddelingen af kommuner er tilføjet."
_REGISTER_KNOWN = "Inddelingen af kommuner er tilføjet i forvejen."


class RoundAdding(QObject):
    """Adds rounds and registers of municipalities from files. A file is only read; nothing in it is opened."""

    added = Signal()
    """The program knows a round or a register more."""

    def __init__(
        self,
        repository: DraftRepository,
        questions: Questions,
        say: Say,
        open_new: Callable[[str, str | None], object],
        parent: QObject,
    ) -> None:
        """`open_new` opens a new draft of a round."""
        super().__init__(parent)
        self._repository = repository
        self._questions = questions
        self._say = say
        self._open_new = open_new

    def ask(self) -> None:
        """Ask for a round's file, and add it."""
        path = self._questions.path_to_open(self._repository.documents_folder(), ROUND_FILES)
        if path is not None:
            self.add(path)

    def add(self, path: Path) -> None:
        """Add the round or the register in the file at `path`, if it can be used and the user agrees."""
        library = self._repository.library
        try:
            package = self._repository.drive.read(path, lambda: read_package(path, library))
        except RefusedFileError as error:
            self._say(str(error), State.PROBLEM)
            return
        if package.round is not None:
            self._add_round(package, package.round, path)
        elif package.is_known:
            self._say(_REGISTER_KNOWN, State.INFORMATION)
        elif self._is_register_wanted(package) and self._kept(package):
            self._say(_REGISTER_ADDED, State.DONE)
            self.added.emit()

    def _add_round(self, package: RoundPackage, round_: Round, path: Path) -> None:
        if package.is_known:
            self._say(round_known(round_), State.INFORMATION)
            return
        add = Choice("add", "Tilføj", is_doubtful=package.is_replacing)
        look = Choice("try", "Se skemaet først")
        choices = (add, _CANCEL) if package.is_replacing else (add, look, _CANCEL)
        described = round_described(package, round_, self._known())
        answer = self._questions.choose(round_question(round_), described, choices)
        if answer == "add" and self._kept(package):
            self._repository.library.end_trial()
            self._say(round_added(round_), State.DONE)
            self.added.emit()
        elif answer == "try":
            self._try_out(round_, path)

    def _try_out(self, round_: Round, path: Path) -> None:
        """Show the pages of the form in an empty draft, without adding the round."""
        self._repository.library.try_out(round_)
        self._open_new(round_.id, None)
        add: Action = ("Tilføj runden …", partial(self.add, path))
        self._say(tried_out(round_), State.INFORMATION, (add,))

    def _is_register_wanted(self, package: RoundPackage) -> bool:
        add = Choice("add", "Tilføj", is_doubtful=package.is_replacing)
        described = register_described(package, self._known())
        return self._questions.choose(REGISTER_QUESTION, described, (add, _CANCEL)) == "add"

    def _known(self) -> tuple[Municipality, ...]:
        """Returns the municipalities that ship with the program."""
        library = self._repository.library
        return library.round(library.shipped_ids()[-1]).municipalities

    def _kept(self, package: RoundPackage) -> bool:
        folder, library = self._repository.folders.forms, self._repository.library

        def write(replacing: Replacing) -> None:
            keep(package, folder, replacing.allow)
            library.added()  # so that the round is known before the window asks for it

        try:
            self._repository.drive.write(folder, write)
        except SaveFailedError as error:
            self._say(str(error), State.PROBLEM)
            return False
        return True
