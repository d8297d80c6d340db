"""Saves documents: asks where, writes the file atomically, and shows its path in a notice."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from botilbud_desktop.documents.export import ExportKind
from botilbud_desktop.documents.kind import DocumentKind
from botilbud_desktop.storage.draft.document_file import write_document
from botilbud_desktop.storage.errors import PerhapsSavedError, SaveFailedError
from botilbud_desktop.storage.files.printable import LONGEST_PATH, printable
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.opening import open_document, open_folder
from botilbud_desktop.ui.questions import PDF_FILES, TEXT_FILES, WORD_FILES, WORKBOOKS, FileKind, Questions
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.notice_bar import Action, NoticeBar

_EXPORT_FILES = {ExportKind.TEXT: TEXT_FILES, ExportKind.WORD: WORD_FILES, ExportKind.WORKBOOK: WORKBOOKS}


class DocumentSaving:
    """Makes and saves documents on request."""

    def __init__(self, repository: DraftRepository, questions: Questions) -> None:
        self._repository = repository
        self._questions = questions

    def save(self, controller: DraftController, kind: DocumentKind, notice: NoticeBar) -> None:
        """Asks where to save a document, makes it, and shows its path."""
        name = self._repository.documents.name(controller, kind)
        if self._save(controller, name, PDF_FILES, self._repository.documents.make(controller, kind), notice):
            controller.document_made.emit(kind)

    def export(self, controller: DraftController, kind: ExportKind, notice: NoticeBar) -> None:
        """Asks where to save a document for colleagues, makes it, and shows its path."""
        documents = self._repository.documents
        name = documents.export_name(controller, kind)
        if self._save(controller, name, _EXPORT_FILES[kind], documents.export(controller, kind), notice):
            controller.document_made.emit(kind)

    def keep_receipt(self, controller: DraftController, notice: NoticeBar) -> None:
        """Keeps the receipt of a new approval, and offers to save it where the user wants it."""

        def save_receipt() -> None:
            self.save(controller, DocumentKind.RECEIPT, notice)

        offer: Action = ("Gem kvitteringen …", save_receipt)
        try:
            keep = self._repository.documents.keep_receipt(controller)
            kept = self._repository.drive.ask(keep, lambda: PerhapsSavedError("kvitteringen", "drevet svarer ikke"))
        except SaveFailedError as error:
            notice.say(f"Ansøgningen er godkendt internt. {error}", State.ATTENTION, offer)
            return
        text = "Ansøgningen er godkendt internt, men ikke indsendt. Gem kvitteringen, udskriv den, og skriv under."
        if kept.is_fallback:
            text += f" Mappen til kvitteringer kunne ikke nås, så en kopi er gemt her: {kept.path}"
        notice.say(text, State.ATTENTION if kept.is_fallback else State.DONE, offer, ("Skjul", notice.clear))

    def _save(
        self, controller: DraftController, name: str, kind: FileKind, make: Callable[[], bytes], notice: NoticeBar
    ) -> bool:
        suggested = self._repository.folder_of(controller) / f"{name}.{kind.ending}"
        path = self._questions.path_to_save("Gem dokument", suggested, kind)
        if path is None:
            return False
        try:
            self._repository.drive.write(path, partial(write_document, path, controller.location.path, make))
        except SaveFailedError as error:
            notice.say(str(error), State.PROBLEM, ("Skjul", notice.clear))
            return False
        say_saved(path, self._questions, notice)
        return True


def say_saved(path: Path, questions: Questions, notice: NoticeBar) -> None:
    """Shows the path of a document that was saved, with buttons that open it and its folder."""
    actions: tuple[Action, ...] = (
        ("Åbn dokumentet", partial(open_document, questions, path)),
        ("Åbn mappen", partial(open_folder, questions, path.parent)),
    )
    notice.show_hideable(f"Dokumentet er gemt: {printable(str(path), LONGEST_PATH)}", State.DONE, actions)
