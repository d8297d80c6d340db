"""What is printed from where, and what is said when a receipt cannot be kept or a printer gives up halfway."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from botilbud_desktop.documents.kind import DOCUMENT_NAMES, DocumentKind
from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.ui.draft.documents import DraftDocuments
from botilbud_desktop.ui.preview.pdf_document import PdfDocument
from botilbud_desktop.ui.preview.preview import Preview
from botilbud_desktop.ui.printing import document_printing, print_dialog
from botilbud_desktop.ui.printing.joined_document import JoinedDocument
from botilbud_desktop.ui.printing.print_job import PrintJob
from tests.ui.conftest import OpenDraft
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.test_approval import approve
from tests.ui.test_printing import (
    long_draft,
    original,
    paper,
    press_print,
    printed,
    printer,
    shown_pages,
    wait_for,
)
from tests.ui.user import User, settle

__all__ = ["paper", "printer"]


class PrinterOfPages(QPrinter):
    """A printer that takes a number of pages and then no more."""

    def __init__(self, pages: int, file: Path) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(file))
        self.setResolution(72)
        self._left = pages - 1

    def newPage(self) -> bool:
        self._left -= 1
        return self._left >= 0 and super().newPage()


def test_the_document_in_the_preview_is_printed_with_ctrl_p_too(
    complete: User, qtbot: QtBot, printer: QPrinter, paper: Path, questions: RecordedQuestions
) -> None:
    complete.go_to("page.approve")
    complete.click("approve.preview")
    preview = complete.workspace.shown_aside
    assert isinstance(preview, Preview)
    kinds = preview.tools.findChildren(QComboBox)[0]
    complete.click_into_combo(kinds)
    complete.press(Qt.Key.Key_Down)
    assert preview.kind is not DocumentKind.VIEW
    name = DOCUMENT_NAMES[preview.kind].window_title
    press_print(complete)
    wait_for(qtbot, complete, f"{name} er sendt til filen »papir.pdf«.")
    assert questions.last.title == f"Udskriv: {name}"
    assert printed(paper)


def test_the_page_in_view_is_printed_alone_with_ctrl_p_too(
    open_draft: OpenDraft, qtbot: QtBot, printer: QPrinter, paper: Path
) -> None:
    user = open_draft(long_draft())
    user.go_to("page.approve")
    user.click("approve.preview")
    preview = user.workspace.shown_aside
    assert isinstance(preview, Preview)
    preview.pages.show_page(2)
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    press_print(user)
    wait_for(qtbot, user, "er sendt til")
    assert shown_pages(printed(paper), original(user)) == [2]


def test_the_page_of_approval_prints_the_form(
    complete: User, qtbot: QtBot, printer: QPrinter, paper: Path, questions: RecordedQuestions
) -> None:
    complete.go_to("page.approve")
    complete.click("approve.print")
    wait_for(qtbot, complete, "Skemaet er sendt til filen »papir.pdf«.")
    assert questions.last.title == "Udskriv: Skemaet"


def test_a_second_document_waits_for_the_first(
    open_draft: OpenDraft, qtbot: QtBot, printer: QPrinter, questions: RecordedQuestions
) -> None:
    user = open_draft(long_draft())
    press_print(user)
    asked = len(questions.asked)
    press_print(user)
    assert "Vent, til det forrige dokument er udskrevet." in user.notice_text()
    assert len(questions.asked) == asked
    wait_for(qtbot, user, "er sendt til")


@pytest.mark.parametrize("pages", [1, 2])
def test_a_printer_that_takes_only_the_first_pages_is_said_and_takes_no_more(
    open_draft: OpenDraft, qtbot: QtBot, questions: RecordedQuestions, tmp_path: Path, pages: int
) -> None:
    user = open_draft(long_draft())
    questions.printers.append(PrinterOfPages(pages, tmp_path / "halvt.pdf"))
    press_print(user)
    wait_for(qtbot, user, "Skemaet blev ikke udskrevet. Kontrollér filen »halvt.pdf«")


@pytest.mark.no_qt_log
def test_a_printer_that_cannot_begin_is_tried_once_and_no_page_is_told_to_be_printed(
    complete: User, qtbot: QtBot, tmp_path: Path
) -> None:
    class Unwilling(PrinterOfPages):
        def printerState(self) -> QPrinter.PrinterState:
            return QPrinter.PrinterState.Idle  # as some drivers say all the same

    document = PdfDocument(complete.window.repository.documents.make(complete.controller, DocumentKind.VIEW)())
    job = PrintJob(JoinedDocument([document]), Unwilling(9, tmp_path / "findes ikke" / "side.pdf"), 1, complete.window)
    told: list[tuple[int, int]] = []
    ends: list[bool] = []
    job.progressed.connect(lambda done, total: told.append((done, total)))
    job.ended.connect(ends.append)
    job.start()
    qtbot.waitUntil(lambda: bool(ends))
    assert (told, ends) == ([], [False])


@pytest.mark.parametrize("pages", [2, 3])
def test_the_progress_counts_the_pages_that_the_printer_took(
    complete: User, qtbot: QtBot, tmp_path: Path, pages: int
) -> None:
    document = PdfDocument(complete.window.repository.documents.make(complete.controller, DocumentKind.VIEW)())
    job = PrintJob(JoinedDocument([document]), PrinterOfPages(pages, tmp_path / "side.pdf"), 1, complete.window)
    told: list[tuple[int, int]] = []
    ends: list[bool] = []
    job.progressed.connect(lambda done, total: told.append((done, total)))
    job.ended.connect(ends.append)
    total = document.page_count
    assert total == 3
    job.start()
    qtbot.waitUntil(lambda: bool(ends))
    assert told == [(number, total) for number in range(1, pages + 1)]
    assert ends == [pages == total]


def test_a_job_that_is_cancelled_before_its_first_page_prints_nothing(complete: User, paper: Path) -> None:
    document = PdfDocument(complete.window.repository.documents.make(complete.controller, DocumentKind.VIEW)())
    job = PrintJob(JoinedDocument([document]), PrinterOfPages(9, paper), 1, complete.window)
    ends: list[bool] = []
    job.ended.connect(ends.append)
    job.start()
    job.cancel()
    job.cancel()
    settle()
    assert ends == [False]
    assert job.is_cancelled
    assert not paper.exists()


def test_the_rest_is_printed_at_once_when_the_program_ends(complete: User, paper: Path) -> None:
    document = PdfDocument(complete.window.repository.documents.make(complete.controller, DocumentKind.VIEW)())
    job = PrintJob(JoinedDocument([document]), PrinterOfPages(9, paper), 1, complete.window)
    ends: list[bool] = []
    job.ended.connect(ends.append)
    job.start()
    job.finish()
    assert ends == [True]
    assert len(printed(paper)) == document.page_count


@pytest.mark.parametrize("resolution", [72, 150, 300, 1200])
def test_a_page_is_drawn_at_the_printers_resolution_and_never_above_300_dpi(
    complete: User, monkeypatch: pytest.MonkeyPatch, paper: Path, resolution: int
) -> None:
    document = PdfDocument(complete.window.repository.documents.make(complete.controller, DocumentKind.VIEW)())
    target = PrinterOfPages(9, paper)
    target.setResolution(resolution)
    drawn: list[tuple[int, int]] = []
    image = document.image

    def recorded(index: int, size: QSize) -> QImage:
        found = image(index, size)
        drawn.append((found.width(), found.height()))
        return found

    monkeypatch.setattr(document, "image", recorded)
    job = PrintJob(JoinedDocument([document]), target, 1, complete.window)
    job.start()
    job.finish()
    dots = min(resolution, 300) / 72
    size = document.size_of(0)
    assert drawn == [(round(size.width() * dots), round(size.height() * dots))] * document.page_count


@pytest.mark.parametrize(
    ("file", "name", "words"),
    [("papir.pdf", "", "filen »papir.pdf«"), ("", "Kontor 2", "printeren »Kontor 2«"), ("", "", "printeren")],
)
def test_where_it_was_printed_is_named(file: str, name: str, words: str) -> None:
    class Named(QPrinter):
        def outputFileName(self) -> str:
            return file

        def printerName(self) -> str:
            return name

    assert document_printing._where(Named()) == words


def test_what_qts_own_dialog_lacks_in_danish_is_put_in(complete: User) -> None:
    label = QLabel("Page &Set:", complete.window)
    button = QPushButton("Long side binding", complete.window)
    box = QComboBox(complete.window)
    box.addItems(["Off", "Short side binding", "Sort"])
    for widget in (label, button, box, QWidget(complete.window)):
        print_dialog._translate(widget)
    assert [label.text(), button.text()] == ["&Sider:", "Vend på lang kant"]
    assert [box.itemText(row) for row in range(3)] == ["Kun på den ene side", "Vend på kort kant", "Sort"]
    for widget in (label, button, box):
        widget.deleteLater()


def test_a_receipt_that_cannot_be_kept_is_said_and_can_be_saved_elsewhere(
    complete: User, questions: RecordedQuestions, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(_documents: DraftDocuments, _controller: object) -> None:
        raise SaveFailedError("kvittering.pdf", "der er ikke plads på drevet")

    monkeypatch.setattr(DraftDocuments, "keep_receipt", fail)
    approve(complete, questions)
    failed = SaveFailedError("kvittering.pdf", "der er ikke plads på drevet")
    assert complete.notice_text() == f"Ansøgningen er godkendt internt. {failed}"
    target = tmp_path / "her.pdf"
    questions.will_answer(target)
    complete.click_notice("Gem kvitteringen …")
    assert target.read_bytes().startswith(b"%PDF-")
    assert complete.notice_text() == f"Dokumentet er gemt: {target}"
