"""Udskriv: makes the document, asks for a printer, prints the pages, and shows a notice of the outcome."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from botilbud_desktop.documents.kind import DOCUMENT_NAMES, DocumentKind
from botilbud_desktop.storage.files.file_names import name_with_part
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.platform.drive_jobs import GivenUpError
from botilbud_desktop.ui.preview.pdf_document import PdfDocument
from botilbud_desktop.ui.printing.document_saving import DocumentSaving
from botilbud_desktop.ui.printing.joined_document import JoinedDocument
from botilbud_desktop.ui.printing.print_job import PrintJob
from botilbud_desktop.ui.questions import Choice, Questions
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.notice_bar import Action, NoticeBar

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_NO_PRINTER = "Der er ingen printer på computeren. Du kan gemme {what} og udskrive {it} et sted, hvor der er en."
_FEW_PAGES = 5
"""Up to this many pages are printed before anybody could read the progress, so it is not shown."""


class _Printed(NamedTuple):
    """What is printed."""

    words: str
    """What it is, in the definite form, capitalised as at the start of a sentence."""
    name: str
    """The name in the printer's queue."""
    makers: tuple[Callable[[], bytes], ...]
    """Make its documents, in the order in which they are printed."""
    save: Action
    """Saves it instead."""
    saved: str = "dokumentet som PDF"
    """What is saved, as an object."""
    pronoun: str = "det"

    def made(self) -> list[bytes]:
        """Returns the documents; any thread may call it."""
        return [make() for make in self.makers]


class DocumentPrinting(QObject):
    """Prints documents of one draft, one at a time."""

    def __init__(
        self,
        controller: DraftController,
        repository: DraftRepository,
        questions: Questions,
        saving: DocumentSaving,
        notice: NoticeBar,
    ) -> None:
        """`notice` shows the progress and the outcome; this object is deleted with it."""
        super().__init__(notice)
        self._controller = controller
        self._repository = repository
        self._questions = questions
        self._saving = saving
        self._notice = notice
        self._printed: _Printed | None = None
        """What is being printed."""
        self._where = ""
        self._progress = ""
        """The progress that was shown last. The notice is shown once, then only its figures change."""
        self.job: PrintJob | None = None
        """The running print job."""

    def print(self, kind: DocumentKind, current_page: int = 1) -> None:
        """Asks for a printer and prints a document; `current_page` is the visible one, from 1."""
        self._print(self._document(kind), current_page)

    def print_all(self, save: Callable[[], None]) -> None:
        """Asks for a printer and prints all papers one after another; `save` saves them instead."""
        papers = self._repository.documents.papers(self._controller)
        makers = tuple(paper.make for paper in papers if isinstance(paper.kind, DocumentKind))
        name = name_with_part(self._controller.location.stem, "papirer")
        self._print(_Printed("Papirerne", name, makers, ("Gem alle papirer …", save), "papirerne", "dem"), 1)

    def print_receipt(self, save: Callable[[], None], name: str, data: bytes) -> None:
        """Asks for a printer and prints an earlier receipt; `save` offers to save it instead."""
        self._print(_Printed("Kvitteringen", name, (partial(bytes, data),), ("Gem en kopi …", save)), 1)

    def _document(self, kind: DocumentKind) -> _Printed:
        documents = self._repository.documents
        return _Printed(
            DOCUMENT_NAMES[kind].window_title,
            documents.name(self._controller, kind),
            (documents.make(self._controller, kind),),
            ("Gem som PDF …", partial(self._saving.save, self._controller, kind, self._notice)),
        )

    def _print(self, printed: _Printed, current_page: int) -> None:
        if self.job is not None:
            self._notice.show_hideable("Vent, til det forrige dokument er udskrevet.", State.INFORMATION)
            return
        if not self._questions.has_printer():
            self._offer_file(printed)
            return
        try:
            document = JoinedDocument([PdfDocument(data) for data in self._repository.drive.ask(printed.made)])
        except GivenUpError:
            self._notice.show_hideable("Udskrivningen er opgivet.", State.INFORMATION)
            return
        printer = self._questions.printer_for(f"Udskriv: {printed.words}", document.page_count)
        if printer is not None:
            self._start(printed, document, printer, current_page)

    def _offer_file(self, printed: _Printed) -> None:
        text = _NO_PRINTER.format(what=printed.saved, it=printed.pronoun)
        words, save = printed.save
        choices = (Choice("save", words), Choice("back", "Annullér"))
        if self._questions.choose("Der er ingen printer", text, choices) == "save":
            save()

    def _start(self, printed: _Printed, document: JoinedDocument, printer: "QPrinter", current_page: int) -> None:
        self._progress = ""
        self._printed = printed
        printer.setDocName(printed.name)
        self._where = _where(printer)
        self.job = PrintJob(document, printer, current_page, self._notice.window())
        self.job.progressed.connect(self._on_progressed)
        self.job.ended.connect(self._on_ended)
        self.job.start()

    def _on_progressed(self, done: int, total: int) -> None:
        if self.job is None or total <= _FEW_PAGES:
            return
        former = self._progress
        self._progress = f"Udskriver: Side {done} af {total} er færdig."
        if former and self._notice.message.text() == former:
            self._notice.message.setText(self._progress)  # keeps the button under the pointer
        elif not former:
            self._notice.say(self._progress, State.INFORMATION, ("Annullér", self.job.cancel))

    def _on_ended(self, is_well: bool) -> None:
        job, self.job = self.job, None
        printed, self._printed = self._printed, None
        if printed is None:
            return
        if is_well:
            self._notice.show_hideable(f"{printed.words} er sendt til {self._where}.", State.DONE)
        elif job is not None and job.is_cancelled:
            self._notice.show_hideable("Udskrivningen er annulleret.", State.INFORMATION)
        elif job is not None and job.is_empty:
            self._notice.show_hideable("Intet er udskrevet. Dokumentet har ikke de sider, du valgte.", State.ATTENTION)
        else:
            look = f"Kontrollér {self._where}, og prøv igen, eller gem {printed.saved}."
            self._notice.show_hideable(f"{printed.words} blev ikke udskrevet. {look}", State.PROBLEM, (printed.save,))


def _where(printer: "QPrinter") -> str:
    """Returns the printer's name, or the file that is printed to, in Danish words."""
    if printer.outputFileName():
        return f"filen »{printable(Path(printer.outputFileName()).name)}«"
    return f"printeren »{printable(printer.printerName())}«" if printer.printerName() else "printeren"
