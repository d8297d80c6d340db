"""Asks for an earlier draft, and opens the new one that is made from it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.form_bounds import FormBounds
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.round_choice import in_order
from botilbud_desktop.storage.draft.draft_file import OpenedDraft, read_draft
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.ui.carrying.carry_dialog import CarryDialog
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.questions import Questions
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.notice_bar import Say

_TOO_LARGE = "Kladden er for stor til skemaet, så der kan ikke oprettes en ny ud fra den."


class _Earlier(NamedTuple):
    draft: OpenedDraft
    rounds: list[Round]
    is_too_large: bool


class Carrying:
    """The command »Ny kladde ud fra en tidligere …«."""

    def __init__(
        self,
        window: QWidget,
        repository: DraftRepository,
        questions: Questions,
        say: Say,
        open_made: Callable[[Application], object],
    ) -> None:
        """`open_made` opens the new draft."""
        self._window = window
        self._repository = repository
        self._questions = questions
        self._say = say
        self._open_made = open_made

    def ask(self, folder: Path) -> None:
        """Ask which draft is the earlier one, and show what can come along of it."""
        path = self._questions.path_to_open(folder)
        if path is None:
            return
        try:
            earlier = self._repository.drive.read(path, partial(_read, path, self._repository.library))
        except RefusedFileError as error:
            self._say(str(error), State.PROBLEM)
            return
        if earlier.is_too_large:
            self._say(_TOO_LARGE, State.PROBLEM)
            return
        now = self._repository.clock()
        rounds = in_order(earlier.rounds, now.date(), now)
        draft = earlier.draft
        name = printable(path.name)
        has_half_typed = bool(self._repository.half_typed_of(draft.application.id, draft.digest))
        dialog = CarryDialog(self._window, name, draft.application, draft.round, rounds, has_half_typed=has_half_typed)
        dialog.made.connect(self._open_made)
        dialog.open()


def _read(path: Path, library: FormLibrary) -> _Earlier:
    draft = read_draft(path, library)
    rounds = library.all_rounds()
    return _Earlier(draft, rounds, bool(FormBounds().excesses(draft.application)))
