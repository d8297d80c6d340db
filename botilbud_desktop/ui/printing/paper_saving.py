"""»Gem alle papirer«: saves all documents of a draft in a new folder or a ZIP file."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from botilbud_desktop.documents.export import ExportKind
from botilbud_desktop.documents.kind import DocumentKind
from botilbud_desktop.domain.approval import valid_approval
from botilbud_desktop.rules.wording import all_of
from botilbud_desktop.storage.draft.document_file import write_document
from botilbud_desktop.storage.errors import PerhapsSavedError, SaveFailedError
from botilbud_desktop.storage.files.file_names import name_with_part
from botilbud_desktop.storage.files.printable import LONGEST_PATH, printable
from botilbud_desktop.storage.files.several_files import NewFile, PartlyWrittenError, write_into_new_folder, zipped
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.documents import Paper
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.opening import open_folder
from botilbud_desktop.ui.questions import ZIP_FILES, Choice, Questions
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.notice_bar import NoticeBar

_TITLE = "Gem alle papirer"
_CHOICES = (Choice("folder", "I en mappe …"), Choice("zip", "Som ZIP-fil …"), Choice("back", "Annullér"))
_WITHOUT_RECEIPT = "Kladden er ikke godkendt, så der er ingen kvittering."


class PaperSaving:
    """Saves all documents of a draft on request."""

    def __init__(self, repository: DraftRepository, questions: Questions) -> None:
        self._repository = repository
        self._questions = questions

    def save(self, controller: DraftController, notice: NoticeBar) -> None:
        """Asks where to save them, makes them, and shows where they are."""
        papers = self._repository.documents.papers(controller)
        name = name_with_part(controller.location.stem, "papirer")
        where = self._questions.choose(_TITLE, _what(papers, controller), _CHOICES)
        try:
            if where == "folder":
                place = self._save_in_folder(controller, papers, name)
            elif where == "zip":
                place = self._save_zipped(controller, papers, name)
            else:
                return
        except SaveFailedError as error:
            notice.say(str(error), State.PROBLEM, ("Skjul", notice.clear))
            return
        except PartlyWrittenError as error:
            show = partial(open_folder, self._questions, error.folder)
            notice.show_hideable(str(error), State.PROBLEM, (("Åbn mappen", show),))
            return
        if place is not None:
            for paper in papers:
                controller.document_made.emit(paper.kind)
            self._report(place, place if where == "folder" else place.parent, notice)

    def _save_in_folder(self, controller: DraftController, papers: Sequence[Paper], name: str) -> Path | None:
        parent = self._questions.folder_to_use(f"{_TITLE} i en ny mappe", self._repository.folder_of(controller))
        if parent is None:
            return None
        return self._repository.drive.ask(
            partial(_write_folder, parent, name, papers), lambda: PerhapsSavedError(name, "drevet svarer ikke")
        )

    def _save_zipped(self, controller: DraftController, papers: Sequence[Paper], name: str) -> Path | None:
        suggested = self._repository.folder_of(controller) / f"{name}.{ZIP_FILES.ending}"
        path = self._questions.path_to_save(_TITLE, suggested, ZIP_FILES)
        if path is not None:
            make = partial(_zip, papers, self._repository.clock())
            self._repository.drive.write(path, partial(write_document, path, controller.location.path, make))
        return path

    def _report(self, place: Path, folder: Path, notice: NoticeBar) -> None:
        text = f"Papirerne er gemt: {printable(str(place), LONGEST_PATH)}"
        show = partial(open_folder, self._questions, folder)
        notice.show_hideable(text, State.DONE, (("Åbn mappen", show),))


def _what(papers: Sequence[Paper], controller: DraftController) -> str:
    """Returns which papers are saved."""
    printed = [paper.words[0].lower() + paper.words[1:] for paper in papers if isinstance(paper.kind, DocumentKind)]
    programs = [paper.words for paper in papers if isinstance(paper.kind, ExportKind)]
    text = f"Programmet gemmer {all_of([*printed, f'ansøgningen som {all_of(programs)}'])}."
    return text if valid_approval(controller.application) is not None else f"{text}\n\n{_WITHOUT_RECEIPT}"


def _files(papers: Sequence[Paper]) -> list[NewFile]:
    return [NewFile(paper.file_name, paper.make()) for paper in papers]


def _write_folder(parent: Path, name: str, papers: Sequence[Paper]) -> Path:
    return write_into_new_folder(parent, name, _files(papers))


def _zip(papers: Sequence[Paper], at: datetime) -> bytes:
    return zipped(_files(papers), at)
