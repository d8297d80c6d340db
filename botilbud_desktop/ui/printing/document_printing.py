"""Udskriv: makes the document, asks for a printer, prints the pages, and shows a notice of the outcome."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from botilbud_desktop.documents.kind import DOCUMENT_NAMES, DocumentKind
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.platform.drive_jobs import GivenUpError
from botilbud_desktop.ui.preview.pdf_document import PdfDocument
from botilbud_desktop.ui.printing.document_saving import DocumentSaving
from botilbud_desktop.ui.printing.print_job import PrintJob
from botilbud_desktop.ui.questions import Choice, Questions
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.notice_bar import Action, NoticeBar

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_NO_PRINTER = (
    "Der er ingen printer på computeren. Du kan gemme dokumentet som PDF og udskrive det et sted, hvor der er en."
)
_FEW_PAGES = 5
"""Up to this many pages are printed before anybody could read the progress, so it is not shown."""


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
        self._kind = DocumentKind.VIEW
        self._where = ""
        self._progress = ""
        """The progress that was shown last. The notice is shown once, then only its figures change."""
        self.job: PrintJob | None = None
        """The running print job."""

    def print(self, kind: DocumentKind, current_page: int = 1) -> None:
        """Asks for a printer and prints; `current_page` is the visible one, from 1."""
        if self.job is not None:
            self._notice.show_hideable("Vent, til det forrige dokument er udskrevet.", State.INFORMATION)
            return
        self._kind = kind
        if not self._questions.has_printer():
            self._offer_file()
            return
        make = self._repository.documents.make(self._controller, kind)
        try:
            document = PdfDocument(self._repository.drive.ask(make))
        except GivenUpError:
            self._notice.show_hideable("Udskrivningen er opgivet.", State.INFORMATION)
            return
        title = f"Udskriv: {DOCUMENT_NAMES[kind].window_title}"
        printer = self._questions.printer_for(title, document.page_count)
        if printer is not None:
            self._start(document, printer, current_page)

    def _offer_file(self) -> None:
        choices = (Choice("save", "Gem som PDF …"), Choice("back", "Tilbage"))
        if self._questions.choose("Der er ingen printer", _NO_PRINTER, choices) == "save":
            self._on_save()

    def _start(self, document: PdfDocument, printer: "QPrinter", current_page: int) -> None:
        self._progress = ""
        printer.setDocName(self._repository.documents.name(self._controller, self._kind))
        self._where = _where(printer)
        self.job = PrintJob(document, printer, current_page, self._notice.window())
        self.job.progressed.connect(self._on_progressed)
        self.job.ended.connect(self._on_ended)
        self.job.start()

    def _on_progressed(self, done: int, total: int) -> None:
        if self.job is None or total <= _FEW_PAGES:
            return
        former = self._progress
        self._progress = f"Udskriver: side {done} af {total} er færdig."
        if former and self._notice.message.text() == former:
            self._notice.message.setText(self._progress)  # keeps the button under the pointer
        elif not former:
            self._notice.say(self._progress, State.INFORMATION, ("Annullér", self.job.cancel))

    def _on_ended(self, is_well: bool) -> None:
        job, self.job = self.job, None
        name = DOCUMENT_NAMES[self._kind].window_title
        if is_well:
            self._notice.show_hideable(f"{name} er sendt til {self._where}.", State.DONE)
        elif job is not None and job.is_cancelled:
            self._notice.show_hideable("Udskrivningen er annulleret.", State.INFORMATION)
        elif job is not None and job.is_empty:
            self._notice.show_hideable("Intet er udskrevet. Dokumentet har ikke de sider, du valgte.", State.ATTENTION)
        else:
            save: Action = ("Gem som PDF …", self._on_save)
            text = f"{name} blev ikke udskrevet. Kontrollér {self._where}, og prøv igen, eller gem dokumentet som PDF."
            self._notice.show_hideable(text, State.PROBLEM, (save,))

    def _on_save(self) -> None:
        self._saving.save(self._controller, self._kind, self._notice)


def _where(printer: "QPrinter") -> str:
    """Returns the printer's name, or the file that is printed to, in Danish words."""
    if printer.outputFileName():
        return f"filen »{printable(Path(printer.outputFileName()).name)}«"
    return f"printeren »{printable(printer.printerName())}«" if printer.printerName() else "printeren"
