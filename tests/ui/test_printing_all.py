"""»Udskriv alle papirer«: all documents one after another, in one print job."""

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from botilbud_desktop.documents.kind import DocumentKind
from botilbud_desktop.ui.preview.pdf_document import PdfDocument
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.test_approval import approve
from tests.ui.test_printing import original, paper, printed, printer, shown_pages, wait_for
from tests.ui.user import User

__all__ = ["paper", "printer"]  # fixtures
COMMAND = "U&dskriv alle papirer …"


def page_counts(user: User, *kinds: DocumentKind) -> list[int]:
    make = user.window.repository.documents.make
    return [PdfDocument(make(user.controller, kind)()).page_count for kind in kinds]


def test_all_papers_are_printed_and_the_receipt_first(
    open_draft: OpenDraft, qtbot: QtBot, printer: QPrinter, questions: RecordedQuestions
) -> None:
    user = open_draft(drafts.complete())
    approve(user, questions)
    user.use_menu(COMMAND)
    wait_for(qtbot, user, "Papirerne er sendt til filen »papir.pdf«.")
    assert questions.last.title == "Udskriv: Papirerne"
    assert user.path is not None
    assert printer.docName() == f"{user.path.stem} – papirer"
    receipt, form, sheets, allocation = page_counts(
        user, DocumentKind.RECEIPT, DocumentKind.VIEW, DocumentKind.PROJECT_SHEET, DocumentKind.ALLOCATION
    )
    sheets_of_paper = printed(Path(printer.outputFileName()))
    assert len(sheets_of_paper) == receipt + form + sheets + allocation
    pages = original(user)
    assert shown_pages(sheets_of_paper[receipt : receipt + form], pages) == list(range(1, form + 1))


def test_without_a_printer_all_papers_can_be_saved(open_draft: OpenDraft, questions: RecordedQuestions) -> None:
    user = open_draft(drafts.complete())
    questions.is_without_printer = True
    questions.will_answer("save", "back")
    user.use_menu(COMMAND)
    no_printer, saving = questions.asked[-2:]
    assert [choice.words for choice in no_printer.choices] == ["Gem alle papirer …", "Annullér"]
    assert "Du kan gemme papirerne og udskrive dem et sted, hvor der er en." in no_printer.text
    assert saving.title == "Gem alle papirer"
