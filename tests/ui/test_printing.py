"""»Udskriv«: the chosen pages of a document are printed whole, in order and in the chosen number of copies."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QDesktopServices, QImage, QPageLayout, QPageRanges
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from botilbud_desktop.documents.kind import DocumentKind
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import replace
from botilbud_desktop.ui.dialogs import Dialogs
from botilbud_desktop.ui.preview.pdf_document import PdfDocument
from botilbud_desktop.ui.preview.preview import Preview
from botilbud_desktop.ui.printing.fitting import BLANK_EDGE, fit_on_paper
from botilbud_desktop.ui.printing.page_order import ordered
from botilbud_desktop.ui.printing.print_job import PrintJob
from botilbud_desktop.ui.questions import PDF_FILES
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.screen import texts_of
from tests.ui.test_approval import approve
from tests.ui.test_danish_for_everyone import assert_danish, with_open_dialog
from tests.ui.user import User, focused

_A4 = QSizeF(595, 842)
_CONTROL = Qt.KeyboardModifier.ControlModifier

PrinterTo = Callable[[], QPrinter]


def long_draft() -> Application:
    """Returns a draft whose form has four pages or more."""
    lines = (("ord " * (1 + 4 * (number // 40 % 4))).strip() for number in range(150))  # each page looks different
    return replace(drafts.complete(), description="\n".join(lines))


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """The file that the printer writes to instead of paper."""
    return tmp_path / "papir.pdf"


@pytest.fixture
def printer(paper: Path, questions: RecordedQuestions) -> Iterator[QPrinter]:
    """The printer that the dialog returns next; it prints to a file at 300 dpi, as a common printer."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(paper))
    made.setResolution(300)
    questions.printers.append(made)
    yield made
    questions.printers.clear()


def press_print(user: User) -> None:
    """Presses Ctrl+P. Only what is pending is processed: a page is printed in each round of events."""
    QTest.keyClick(focused(user.window), Qt.Key.Key_P, _CONTROL)
    QCoreApplication.processEvents()


def wait_for(qtbot: QtBot, user: User, said: str) -> None:
    qtbot.waitUntil(lambda: said in user.notice_text(), timeout=20_000)


def printed(paper: Path) -> list[QImage]:
    """Returns each printed sheet as a picture, at 72 dpi."""
    document = PdfDocument(paper.read_bytes())
    return [document.image(index, QSize(595, 842)) for index in range(document.page_count)]


def ink(image: QImage) -> QRectF:
    """Returns the smallest rectangle around everything printed; empty on a blank sheet."""
    spots = [
        (x, y)
        for y in range(0, image.height(), 2)
        for x in range(0, image.width(), 2)
        if image.pixelColor(x, y).lightness() < 200
    ]
    if not spots:
        return QRectF()
    xs, ys = [x for x, _y in spots], [y for _x, y in spots]
    return QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def similarity(one: QImage, other: QImage) -> float:
    """Returns the share of pixels with similar lightness, after both are scaled down."""
    small = QSize(60, 85)
    pictures = [image.scaled(small, mode=Qt.TransformationMode.SmoothTransformation) for image in (one, other)]
    same = sum(
        abs(pictures[0].pixelColor(x, y).lightness() - pictures[1].pixelColor(x, y).lightness()) < 40
        for x in range(small.width())
        for y in range(small.height())
    )
    return same / (small.width() * small.height())


def original(user: User) -> list[QImage]:
    """Returns the pages of the form as pictures."""
    document = PdfDocument(user.window.repository.documents.make(user.controller, DocumentKind.VIEW)())
    return [document.image(index, QSize(595, 842)) for index in range(document.page_count)]


def shown_pages(sheets: list[QImage], pages: list[QImage]) -> list[int]:
    """Returns the number of the page, from 1, that each sheet shows."""
    return [1 + max(range(len(pages)), key=lambda index: similarity(sheet, pages[index])) for sheet in sheets]


@pytest.mark.slow
def test_every_page_is_printed_whole_at_its_place(
    open_draft: OpenDraft, qtbot: QtBot, printer: QPrinter, paper: Path, questions: RecordedQuestions
) -> None:
    user = open_draft(long_draft())
    press_print(user)
    wait_for(qtbot, user, "er sendt til filen »papir.pdf«")
    assert questions.last.title == "Udskriv: Skemaet"
    sheets, pages = printed(paper), original(user)
    assert len(sheets) == len(pages) > 2
    assert shown_pages(sheets, pages) == list(range(1, len(pages) + 1))
    for sheet, page in zip(sheets, pages, strict=True):
        on_sheet, on_page = ink(sheet), ink(page)
        assert not on_page.isEmpty()
        for edge in ("left", "top", "right", "bottom"):
            assert abs(getattr(on_sheet, edge)() - getattr(on_page, edge)()) <= 4, edge
    assert not user.controller.editor.is_modified


def test_only_the_chosen_pages_are_printed(open_draft: OpenDraft, qtbot: QtBot, printer: QPrinter, paper: Path) -> None:
    user = open_draft(long_draft())
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("1,3"))
    press_print(user)
    wait_for(qtbot, user, "er sendt til")
    assert shown_pages(printed(paper), original(user)) == [1, 3]


def test_pages_that_the_document_lacks_are_said_and_nothing_is_printed(
    aalborg: User, qtbot: QtBot, printer: QPrinter, paper: Path
) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("7-9"))
    press_print(aalborg)
    wait_for(qtbot, aalborg, "Intet er udskrevet. Dokumentet har ikke de sider, du valgte.")
    assert not paper.exists()


def test_the_page_in_view_is_printed_alone(open_draft: OpenDraft, qtbot: QtBot, printer: QPrinter, paper: Path) -> None:
    user = open_draft(long_draft())
    user.go_to("page.approve")
    user.click("approve.preview")
    preview = user.workspace.shown_aside
    assert isinstance(preview, Preview)
    preview.pages.show_page(2)
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    user.click(preview.print_button)
    wait_for(qtbot, user, "er sendt til")
    assert shown_pages(printed(paper), original(user)) == [2]


@pytest.mark.slow
def test_copies_are_printed_set_by_set_and_the_last_page_first_when_wanted(
    open_draft: OpenDraft, qtbot: QtBot, printer: QPrinter, paper: Path
) -> None:
    user = open_draft(long_draft())
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("1-2"))
    press_print(user)
    wait_for(qtbot, user, "er sendt til")
    assert shown_pages(printed(paper), original(user)) == [2, 1, 2, 1]


@pytest.mark.parametrize(
    ("copies", "is_collated", "is_last_first", "order"),
    [
        (1, True, False, (1, 2, 3)),
        (2, True, False, (1, 2, 3, 1, 2, 3)),
        (2, False, False, (1, 1, 2, 2, 3, 3)),
        (2, False, True, (3, 3, 2, 2, 1, 1)),
    ],
)
def test_the_order_of_copies(copies: int, is_collated: bool, is_last_first: bool, order: tuple[int, ...]) -> None:
    assert ordered((1, 2, 3), copies=copies, is_collated=is_collated, is_last_first=is_last_first) == order


def test_a_page_keeps_its_size_where_the_printer_reaches_all_and_is_else_scaled_not_cut() -> None:
    whole = QRectF(0, 0, 595, 842)
    assert fit_on_paper(_A4, _A4, whole.adjusted(14, 14, -14, -14)) == whole
    narrow = whole.adjusted(40, 14, -14, -14)
    assert narrow.contains(fit_on_paper(_A4, _A4, narrow))
    letter = QRectF(14, 14, 612 - 28, 792 - 28)
    placed = fit_on_paper(_A4, QSizeF(612, 792), letter)
    assert letter.contains(placed)
    assert placed.height() / placed.width() == pytest.approx(842 / 595)
    sideways = QRectF(14, 14, 842 - 28, 595 - 28)
    assert sideways.contains(fit_on_paper(_A4, QSizeF(842, 595), sideways))
    wide = QRectF(0, 0, 842, 1191)
    assert fit_on_paper(_A4, QSizeF(842, 1191), wide).size() == _A4


def test_wide_margins_and_paper_on_its_side_cut_nothing(
    aalborg: User, qtbot: QtBot, printer: QPrinter, paper: Path
) -> None:
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    press_print(aalborg)
    wait_for(qtbot, aalborg, "er sendt til")
    sheet = QPdfDocument()
    sheet.load(str(paper))
    size = sheet.pagePointSize(0)
    assert size.width() > size.height()
    image = PdfDocument(paper.read_bytes()).image(0, size.toSize())
    page = original(aalborg)[0]
    assert ink(image).height() / image.height() == pytest.approx(ink(page).height() / page.height(), abs=0.05)
    sheet.close()


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_the_edges_of_every_document_are_blank_where_no_printer_reaches(complete: User, kind: DocumentKind) -> None:
    document = PdfDocument(complete.window.repository.documents.make(complete.controller, kind)())
    for index in range(document.page_count):
        used = ink(document.image(index, QSize(595, 842)))
        assert QRectF(0, 0, 595, 842).adjusted(BLANK_EDGE, BLANK_EDGE, -BLANK_EDGE, -BLANK_EDGE).contains(used)


def test_without_a_printer_the_document_can_be_saved_instead(
    aalborg: User, questions: RecordedQuestions, tmp_path: Path
) -> None:
    questions.is_without_printer = True
    target = tmp_path / "i stedet.pdf"
    questions.will_answer("save", target)
    press_print(aalborg)
    assert questions.asked[-2].text.startswith("Der er ingen printer på computeren.")
    assert questions.last.file_kind == PDF_FILES
    assert target.read_bytes().startswith(b"%PDF-")
    questions.will_answer("back")
    press_print(aalborg)
    assert questions.last.kind == "choose"


def test_thinking_better_of_printing_changes_nothing(aalborg: User, questions: RecordedQuestions) -> None:
    questions.printers.append(None)
    before = aalborg.notice_text()
    press_print(aalborg)
    assert questions.last.kind == "print"
    assert aalborg.notice_text() == before


def test_a_printer_that_fails_is_said_and_the_document_can_be_saved(
    aalborg: User, qtbot: QtBot, printer: QPrinter, questions: RecordedQuestions, tmp_path: Path
) -> None:
    class BrokenPrinter(QPrinter):
        def newPage(self) -> bool:
            return False

        def printerState(self) -> QPrinter.PrinterState:
            return QPrinter.PrinterState.Error

    broken = BrokenPrinter(QPrinter.PrinterMode.HighResolution)
    broken.setOutputFileName(str(tmp_path / "aldrig.pdf"))
    questions.printers[:] = [broken]
    press_print(aalborg)
    wait_for(qtbot, aalborg, "Skemaet blev ikke udskrevet.")
    target = tmp_path / "i stedet.pdf"
    questions.will_answer(target)
    aalborg.click_notice("Gem som PDF …")
    assert target.exists()


@pytest.mark.no_qt_log
def test_a_printer_that_cannot_begin_is_said(aalborg: User, qtbot: QtBot, printer: QPrinter, tmp_path: Path) -> None:
    printer.setOutputFileName(str(tmp_path / "findes ikke" / "papir.pdf"))
    press_print(aalborg)
    wait_for(qtbot, aalborg, "Skemaet blev ikke udskrevet. Kontrollér filen »papir.pdf«")


@pytest.mark.slow
def test_a_long_document_tells_how_far_it_is_and_can_be_cancelled(
    open_draft: OpenDraft, qtbot: QtBot, printer: QPrinter, paper: Path
) -> None:
    user = open_draft(long_draft())
    printer.setCopyCount(5)
    press_print(user)
    wait_for(qtbot, user, "Udskriver: Side ")
    user.click_notice("Annullér")
    assert user.notice_text() == "Udskrivningen er annulleret."


def test_an_approved_draft_prints_its_receipt(
    complete: User, qtbot: QtBot, printer: QPrinter, paper: Path, questions: RecordedQuestions
) -> None:
    approve(complete, questions)
    complete.click("approve.receipt.print")
    wait_for(qtbot, complete, "Kvitteringen er sendt til")
    assert questions.last.title == "Udskriv: Kvitteringen"
    assert questions.last.text == str(len(printed(paper)))


def test_the_print_dialog_is_danish_and_offers_pages_copies_and_a4(aalborg: User) -> None:
    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, QPrintDialog)
        assert dialog.windowTitle() == "Udskriv: Skemaet"
        assert (dialog.minPage(), dialog.maxPage()) == (1, 3)
        assert dialog.testOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        assert dialog.testOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
        assert dialog.printer().pageLayout().pageSize().name() == "A4"
        said = [text for text in texts_of(dialog) if not text.startswith("/")]
        assert_danish(iter(said))
        assert not {"Off", "Long side binding", "Short side binding", "Page &Set:"} & set(said)

    assert with_open_dialog(lambda: Dialogs(aalborg.window).printer_for("Udskriv: Skemaet", 3), look) is None


def test_whether_there_is_a_printer_is_asked_of_the_system(aalborg: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    assert not Dialogs(aalborg.window).has_printer()
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Kontor"])
    assert Dialogs(aalborg.window).has_printer()


def test_only_a_folder_of_this_computer_is_ever_opened(
    aalborg: User, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    (tmp_path / "a.exe").write_bytes(b"")
    for path in (tmp_path / "a.exe", tmp_path / "borte", Path("relativ"), tmp_path):
        Dialogs(aalborg.window).show_folder(path)
    assert opened == [str(tmp_path)]


def test_a_second_document_waits_until_the_first_is_printed(
    open_draft: OpenDraft, qtbot: QtBot, printer: QPrinter, paper: Path
) -> None:
    user = open_draft(long_draft())
    assert user.window.workbench is not None
    target = focused(user.window)
    QTest.keyClick(target, Qt.Key.Key_P, _CONTROL)
    job = user.window.findChild(PrintJob)
    assert job is not None
    QTest.keyClick(target, Qt.Key.Key_P, _CONTROL)
    assert user.notice_text() == "Vent, til det forrige dokument er udskrevet."
    assert user.window.findChildren(PrintJob) == [job]
    wait_for(qtbot, user, "er sendt til")


def test_what_is_being_printed_is_printed_whole_when_the_program_ends(
    open_draft: OpenDraft, printer: QPrinter, paper: Path
) -> None:
    user = open_draft(long_draft())
    press_print(user)
    job = user.window.findChild(PrintJob)
    assert job is not None
    had_ended = job.has_ended
    job.finish()
    assert (had_ended, job.has_ended) == (False, True)
    assert len(printed(paper)) == len(original(user))
