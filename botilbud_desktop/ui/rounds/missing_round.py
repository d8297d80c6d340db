"""Shows a draft whose round is not there: read-only, without its file being locked or touched."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from botilbud_desktop.domain.round import Round
from botilbud_desktop.storage.draft.document_file import write_document
from botilbud_desktop.storage.draft.round_of_draft import MissingRoundError
from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.files.file_names import safe_file_name
from botilbud_desktop.storage.files.printable import LONGEST_PATH, printable
from botilbud_desktop.storage.rounds.form_folder import Origin
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.rounds.round_files import JSON
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.opening import open_document
from botilbud_desktop.ui.platform.drive_jobs import GivenUpError
from botilbud_desktop.ui.questions import TEXT_FILES, Questions
from botilbud_desktop.ui.rounds.missing_page import MissingRoundPage
from botilbud_desktop.ui.rounds.wording import how_to_get, missing_round, title_of
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.notice_bar import Action

_NO_PRINTER = "Der er ingen printer på computeren. Gem kladden som tekst i stedet."
_FEWEST_CHARACTERS = 500
"""Of a page; so the dialog lets each page be chosen."""
_PRINTED = "Kladden er sendt til printeren som tekst."


class MissingRound(QObject):
    """One draft of an unknown round, from when it is opened until it can be shown in its form or is closed."""

    again_asked = Signal(object)
    """The draft is to be opened again: its `Path`."""
    add_asked = Signal()
    """The user wants to add a round."""
    closed = Signal()

    def __init__(
        self, path: Path, error: MissingRoundError, repository: DraftRepository, questions: Questions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.path = path
        self._error = error
        self._repository = repository
        self._questions = questions
        library = repository.library
        unusable = repository.drive.answer(lambda: _unusable(library, error), "")
        origin = repository.drive.answer(lambda: _origin(library, error), None)
        what, how = missing_round(error, unusable), how_to_get(error, origin)
        can_add = origin in (None, Origin.USER)  # no other is ever replaced
        self.page = MissingRoundPage(title_of(error), what, how, self._as_text(), can_add=can_add)
        self.page.add_asked.connect(self.add_asked)
        self.page.again_asked.connect(self._on_again)
        self.page.save_asked.connect(self._on_save)
        self.page.print_asked.connect(self._on_print)
        self.page.close_asked.connect(self.closed)

    def show_in(self, cover: Callable[[QWidget], object]) -> None:
        """Show the page."""
        cover(self.page)
        self.page.focus_first()

    def _as_text(self) -> str:
        from botilbud_desktop.documents.without_round import as_text_without_round

        error, known = self._error, self._error.round or _any_round(self._repository.library)
        is_there = error.round is not None
        try:
            return self._repository.drive.work_out(
                lambda: as_text_without_round(error.application, known, is_there=is_there)
            )
        except GivenUpError:
            return ""

    def _on_again(self) -> None:
        self.again_asked.emit(self.path)

    def _on_save(self) -> None:
        name = safe_file_name(self.path.stem, ".txt")
        path = self._questions.path_to_save("Gem som tekst", self._repository.documents_folder() / name, TEXT_FILES)
        if path is None:
            return
        try:
            self._repository.drive.write(path, partial(write_document, path, None, self.page.text.encode))
        except SaveFailedError as error:
            self.page.notice.show_hideable(str(error), State.PROBLEM)
            return
        shown: Action = ("Åbn teksten", partial(open_document, self._questions, path))
        self.page.notice.show_hideable(
            f"Kladden er gemt som tekst: {printable(str(path), LONGEST_PATH)}", State.DONE, (shown,)
        )

    def _on_print(self) -> None:
        if not self._questions.has_printer():
            self.page.notice.show_hideable(_NO_PRINTER, State.ATTENTION)
            return
        pages = len(self.page.text) // _FEWEST_CHARACTERS + 1
        printer = self._questions.printer_for("Udskriv kladden som tekst", pages)
        if printer is not None:
            self.page.print_on(printer)
            self.page.notice.show_hideable(_PRINTED, State.DONE)


def _any_round(library: FormLibrary) -> Round:
    return library.round(library.shipped_ids()[-1])


def _unusable(library: FormLibrary, error: MissingRoundError) -> str:
    """Returns a sentence about the file of the round when it is there but cannot be used."""
    if error.round is not None:
        return ""
    name = (error.application.round + JSON).casefold()
    return next((str(each.error) for each in library.added().unused if each.error.file.casefold() == name), "")


def _origin(library: FormLibrary, error: MissingRoundError) -> Origin | None:
    """Returns where the round comes from that lacks what the draft uses; None when there is none."""
    return None if error.round is None else library.origin(error.round.id)
