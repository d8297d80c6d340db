"""After unlocking, the receipts of earlier approvals are opened, printed and saved again from »Vis og godkend«."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton

from botilbud_desktop.domain.approval import earlier_approvals
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.ui.printing.receipts_dialog import ReceiptsDialog
from botilbud_desktop.ui.questions import PDF_FILES
from tests.ui import drafts
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.test_approval import NAME, approve, newest_code, receipts, unlock
from tests.ui.user import User, settle


def change(user: User, number: str) -> None:
    user.go_to("page.applicant")
    user.write_and_leave("case_number", number)
    user.go_to("page.approve")


@pytest.fixture
def changed(complete: User, questions: RecordedQuestions) -> User:
    """A user who unlocked an approved draft and changed it."""
    approve(complete, questions)
    unlock(complete, questions)
    change(complete, "24/0815")
    return complete


def shown(user: User) -> ReceiptsDialog:
    """Clicks the button of the page, and returns the dialog."""
    user.click("approve.receipts")
    settle()
    (dialog,) = [one for one in user.window.findChildren(ReceiptsDialog) if one.isVisible()]
    dialog.activateWindow()
    settle()
    return dialog


def press(dialog: ReceiptsDialog, button: QPushButton) -> None:
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    assert dialog is not None


def test_there_is_no_way_to_earlier_receipts_before_there_are_any(complete: User, questions: RecordedQuestions) -> None:
    complete.go_to("page.approve")
    buttons = complete.page.findChildren(QAbstractButton, "approve.receipts")
    assert not any(button.isVisible() for button in buttons)
    approve(complete, questions)
    assert not any(button.isVisible() for button in buttons)


def test_the_page_says_where_the_receipt_of_a_lapsed_approval_is(changed: User, folders: UserFolders) -> None:
    assert any("finder du med »Vis tidligere kvitteringer«" in text for text in changed.texts())
    dialog = shown(changed)
    assert NAME in dialog.list.item(0).text()
    assert newest_code(changed) in dialog.list.item(0).text()
    assert str(receipts(folders)[0]) in dialog.note.text()


def test_it_is_opened_and_its_folder_too(changed: User, questions: RecordedQuestions, folders: UserFolders) -> None:
    dialog = shown(changed)
    press(dialog, dialog.open_button)
    assert questions.shown_files == receipts(folders)
    press(dialog, dialog.folder_button)
    assert questions.shown_folders == [folders.receipts]


def test_a_copy_is_saved_with_the_same_bytes(
    changed: User, questions: RecordedQuestions, folders: UserFolders, tmp_path: Path
) -> None:
    dialog = shown(changed)
    target = tmp_path / "igen.pdf"
    questions.will_answer(target)
    press(dialog, dialog.save_button)
    assert questions.last.file_kind == PDF_FILES
    assert target.read_bytes() == receipts(folders)[0].read_bytes()
    assert str(target) in dialog.note.text()


def test_it_is_printed_again(changed: User, questions: RecordedQuestions, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "papir.pdf"))
    questions.printers.append(printer)
    dialog = shown(changed)
    press(dialog, dialog.print_button)
    for _attempt in range(200):
        if "er sendt til" in changed.notice_text():
            break
        QTest.qWait(20)
    assert changed.notice_text().startswith("Kvitteringen er sendt til")
    assert (tmp_path / "papir.pdf").read_bytes().startswith(b"%PDF-")


def test_without_a_printer_the_dialog_comes_back_to_save_it(changed: User, questions: RecordedQuestions) -> None:
    questions.is_without_printer = True
    questions.will_answer("save")
    dialog = shown(changed)
    press(dialog, dialog.print_button)
    assert any(one.isVisible() for one in changed.window.findChildren(ReceiptsDialog))


def test_what_is_not_found_is_said_with_where_was_looked(changed: User, folders: UserFolders) -> None:
    receipts(folders)[0].unlink()
    dialog = shown(changed)
    assert "Kvitteringen blev ikke fundet." in dialog.note.text()
    assert str(folders.receipts) in dialog.note.text()
    assert not dialog.open_button.isEnabled()


def test_one_that_goes_while_the_dialog_is_open_is_said(changed: User, folders: UserFolders) -> None:
    dialog = shown(changed)
    receipts(folders)[0].unlink()
    press(dialog, dialog.print_button)
    assert dialog.isVisible()
    assert dialog.note.text().startswith("Filen »")


def test_the_newest_stands_first_and_the_present_one_is_not_among_them(
    changed: User, questions: RecordedQuestions
) -> None:
    first = newest_code(changed)
    approve(changed, questions, "Bo")
    second = newest_code(changed)
    dialog = shown(changed)
    assert [first in dialog.list.item(row).text() for row in range(dialog.list.count())] == [True]
    dialog.reject()
    changed.window.activateWindow()
    settle()
    unlock(changed, questions)
    change(changed, "3")
    dialog = shown(changed)
    codes = [first, second]
    assert [[code for code in codes if code in dialog.list.item(row).text()] for row in range(2)] == [[second], [first]]
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert first in str(dialog.note.text())
    QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_same_content_approved_again_is_told(changed: User, questions: RecordedQuestions) -> None:
    code = newest_code(changed)
    change(changed, drafts.complete().case_number)
    approve(changed, questions, "Bo")
    assert newest_code(changed) == code
    assert len(earlier_approvals(changed.application)) == 1
    assert "godkendt igen senere" in shown(changed).note.text()
