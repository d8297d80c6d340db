"""Tables from Excel are imported through a preview, and the table of projects can be copied (requirement 17)."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QTableWidget

from botilbud_desktop.domain.application import Application, LegalBasis
from botilbud_desktop.ui.questions import SPREADSHEETS
from botilbud_desktop.ui.table_import.clipboard import LONGEST_TEXT, tables_on
from botilbud_desktop.ui.table_import.import_dialog import ImportDialog
from tests.ui import drafts
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.screen import texts_of
from tests.ui.test_approval import approve
from tests.ui.test_danish_for_everyone import assert_danish
from tests.ui.user import User, settle

TABLE = (
    "Projekt\tLån 2025\tLån 2026\tPladser 2025\tAndel\tAfsluttes\r\n"
    "Solgården\t22.900\t\t19\t25%\t30-11-2025\r\n"
    '"Måne\nhuset"\t22,9\t1.000\t\t50\t31.02.2026\r\n'
    "\t\t\t\t\t\r\n"
    "I alt\t22.900\t1.000\t19\t\t\r\n"
)
OpenDraft = Callable[[Application], User]


def table(user: User) -> ImportDialog | None:
    """Returns the open import preview."""
    settle()
    found = [dialog for dialog in user.window.findChildren(ImportDialog) if dialog.isVisible()]
    return found[0] if found else None


def paste(user: User, text: str) -> ImportDialog:
    """Pastes a table into the table of projects and returns the preview."""
    back_to(user)
    if user.workspace.step.page != "page.projects":
        user.go_to("page.projects")
    user.workspace.page.focus_first()
    user.paste(text)
    dialog = table(user)
    assert dialog is not None, user.notice_text()
    dialog.activateWindow()
    settle()
    return dialog


def back_to(user: User) -> None:
    """Activates the window again, as the window system does when the preview closes."""
    user.window.activateWindow()
    settle()


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def choose(combo: QComboBox, words: str) -> None:
    """Chooses from a list with the keyboard."""
    combo.setFocus()
    while combo.currentText() != words:
        before = combo.currentIndex()
        QTest.keyClick(combo, Qt.Key.Key_Down if combo.findText(words) > before else Qt.Key.Key_Up)
        assert combo.currentIndex() != before, words
    settle()


def cells(dialog: ImportDialog) -> list[list[str]]:
    """Returns the cells of the preview, without the rows of choices."""
    grid = dialog.grid
    rows = range(2, grid.rowCount())
    items = [[grid.item(row, column) for column in range(grid.columnCount())] for row in rows]
    return [[item.text() if item else "" for item in row] for row in items]


def remarks(dialog: ImportDialog) -> str:
    return "\n".join(dialog.remarks.item(row).text() for row in range(dialog.remarks.count()))


def test_a_block_from_excel_shows_what_goes_where_and_marks_what_is_not_understood(aalborg: User) -> None:
    before = aalborg.application
    dialog = paste(aalborg, TABLE)
    assert [choice.currentText() for choice in dialog.grid.choices] == [
        "A. Projektets navn",
        "B. Lån i 2025",
        "C. Lån i 2026",
        "D. Nye pladser i 2025",
        "F. Andel til andre kommuner",
        "G. Forventet afslutning",
    ]
    assert cells(dialog) == [
        ["Nyt projekt 3", "Solgården", "22.900", "", "19", "25", "30.11.2025"],
        ["Nyt projekt 4", "Måne huset", "22,9\nIkke forstået", "1.000", "", "50", "31.02.2026\nIkke forstået"],
        ["Udeladt: sum", "I alt", "22.900", "1.000", "19", "", ""],
    ]
    marked = dialog.grid.item(3, 2)
    assert marked is not None
    assert not marked.icon().isNull()
    assert "Skriv beløbet i hele 1.000 kr." in str(marked.data(Qt.ItemDataRole.AccessibleTextRole))
    assert "31.02.2026 findes ikke i kalenderen" in remarks(dialog)
    assert "Udeladt: 1 række med sum (»I alt«)." in remarks(dialog)
    assert "Udeladt: 1 tom række." in remarks(dialog)
    assert "ikke delt på de to paragraffer" in remarks(dialog)
    assert "2 celler er ikke forstået" in dialog.summary.text()
    assert aalborg.application is before
    click(dialog.cancel)
    assert aalborg.application is before


def test_a_paste_is_inserted_and_undone_in_one_step(aalborg: User) -> None:
    before = aalborg.application
    click(paste(aalborg, TABLE).insert)
    assert table(aalborg) is None
    third, fourth = aalborg.application.projects[2:]
    assert (third.name, third.loan["2025"], third.share_for_others) == ("Solgården", 22900, "25")
    assert third.completion_date == date(2025, 11, 30)
    assert [(group.legal_basis, group.count) for group in third.places] == [(LegalBasis.SEL_107_108, 19)]
    assert (fourth.name, fourth.loan["2026"]) == ("Måne huset", 1000)
    assert aalborg.application.projects[:2] == before.projects
    assert aalborg.notice_text() == "2 projekter er indsat. 2 felter skal rettes. Fortryd med Ctrl+Z."
    back_to(aalborg)
    aalborg.go_to("page.description")
    aalborg.undo()
    assert aalborg.application == before
    assert aalborg.workspace.step.page == "page.projects"
    aalborg.redo()
    assert [project.name for project in aalborg.application.projects[2:]] == ["Solgården", "Måne huset"]


def test_what_was_not_understood_stands_in_its_field_with_what_to_write(aalborg: User) -> None:
    click(paste(aalborg, TABLE).insert)
    aalborg.go_to("page.project.3")
    assert aalborg.line("projects.3.loan.2025").text() == "22,9"
    assert aalborg.value("projects[3].loan.2025") is None
    assert aalborg.note_at("projects.3.loan.2025") == "Skriv beløbet i hele 1.000 kr. 22.900 betyder 22,9 mio. kr."
    assert aalborg.line("projects.3.completion_date").text() == "31.02.2026"


def test_a_sixth_row_is_refused_with_the_reason_and_nothing_is_inserted(aalborg: User) -> None:
    before = aalborg.application
    dialog = paste(aalborg, "Projekt\tLån 2025\n" + "".join(f"Hus {number}\t100\n" for number in range(4)))
    click(dialog.insert)
    assert dialog.isVisible()
    assert dialog.summary.text() == "Der er kun plads til 5 projekter. Der blev ikke indsat noget."
    assert aalborg.application is before
    choose(dialog.target, "Erstat fra projekt 1 og frem")
    assert [row[0] for row in cells(dialog)] == [
        "Erstatter projekt 1",
        "Erstatter projekt 2",
        "Nyt projekt 3",
        "Nyt projekt 4",
    ]
    click(dialog.insert)
    assert [project.name for project in aalborg.application.projects] == ["Hus 0", "Hus 1", "Hus 2", "Hus 3"]
    assert aalborg.application.projects[0].description == before.projects[0].description
    assert aalborg.application.projects[0].places == before.projects[0].places


def test_an_empty_project_is_filled_in_rather_than_left_behind(empty: User) -> None:
    dialog = paste(empty, TABLE)
    assert dialog.target.currentText() == "Erstat fra projekt 1 og frem"
    click(dialog.insert)
    assert [project.name for project in empty.application.projects] == ["Solgården", "Måne huset"]


def test_each_columns_meaning_can_be_put_right_and_belongs_to_one_column(aalborg: User) -> None:
    dialog = paste(aalborg, "Sted\tBeløb 2025\nHus\t500\n")
    choose(dialog.grid.choices[0], "A. Projektets navn")
    assert cells(dialog)[0] == ["Nyt projekt 3", "Hus", "500"]
    choose(dialog.grid.choices[0], "B. Lån i 2025")
    assert [choice.currentText() for choice in dialog.grid.choices] == ["B. Lån i 2025", "Spring over"]
    choose(dialog.grid.choices[0], "A. Projektets navn")
    choose(dialog.grid.choices[1], "C. Lån i 2026")
    click(dialog.insert)
    project = aalborg.application.projects[2]
    assert (project.name, dict(project.loan)) == ("Hus", {"2025": None, "2026": 500})


def test_unknown_headings_ask_what_the_columns_hold_and_insert_nothing(aalborg: User) -> None:
    before = aalborg.application
    dialog = paste(aalborg, "Sted\tHvem\nHus\tPer\n")
    assert "Overskrifterne er ikke genkendt" in remarks(dialog)
    click(dialog.insert)
    assert dialog.isVisible()
    assert "Der er ikke noget at indsætte" in dialog.summary.text()
    assert aalborg.application is before
    click(dialog.cancel)


def test_the_keyboard_alone_is_enough_and_escape_does_nothing_to_the_draft(aalborg: User) -> None:
    before = aalborg.application
    dialog = paste(aalborg, TABLE)
    assert dialog.insert.hasFocus()
    aalborg.press(Qt.Key.Key_Escape)
    assert table(aalborg) is None
    assert aalborg.application is before
    dialog = paste(aalborg, TABLE)
    for _step in range(40):
        aalborg.press(Qt.Key.Key_Tab)
        if dialog.grid.choices[1].hasFocus():
            break
    assert dialog.grid.choices[1].hasFocus()
    aalborg.press(Qt.Key.Key_Return)
    assert len(aalborg.application.projects) == 4


def test_a_table_from_word_is_read_from_its_markup(aalborg: User) -> None:
    mime = QMimeData()
    mime.setText("Projekt\nLån 2025\nHus\n500")
    mime.setHtml("<table><tr><th>Projekt</th><th>Lån 2025</th></tr><tr><td>Hus</td><td><p>500</p></td></tr></table>")
    QApplication.clipboard().setMimeData(mime)
    aalborg.go_to("page.projects")
    aalborg.click("projects.paste")
    dialog = table(aalborg)
    assert dialog is not None
    assert cells(dialog) == [["Nyt projekt 3", "Hus", "500"]]
    click(dialog.cancel)


@pytest.mark.parametrize("text", ["", "hej", "x" * (LONGEST_TEXT + 1), "a\t" * (LONGEST_TEXT // 2 + 1)])
def test_no_table_and_far_too_much_are_told_in_one_sentence(aalborg: User, text: str) -> None:
    aalborg.go_to("page.projects")
    aalborg.workspace.page.focus_first()
    aalborg.paste(text)
    assert table(aalborg) is None
    assert aalborg.notice_text() == (
        "Der er kopieret for meget til skemaet. Kopiér kun rækkerne med projekter. Der blev ikke indsat noget."
        if len(text) > LONGEST_TEXT
        else "Der er ikke kopieret en tabel. Markér cellerne i Excel, kopiér dem med Ctrl+C, og prøv igen."
    )


@pytest.mark.parametrize("markup", ["<table><tr><td>x" * 100_000, "<table><tr><td>" + "x" * 4_000_001])
def test_a_page_that_would_hold_the_window_is_told_to_be_too_much(aalborg: User, markup: str) -> None:
    mime = QMimeData()
    mime.setHtml(markup)
    QApplication.clipboard().setMimeData(mime)
    aalborg.go_to("page.projects")
    aalborg.click("projects.paste")
    assert table(aalborg) is None
    assert aalborg.notice_text().startswith("Der er kopieret for meget til skemaet.")


def test_markup_in_a_cell_is_shown_as_it_stands(aalborg: User) -> None:
    dialog = paste(aalborg, "Projekt\tLån 2025\n<b>fed</b> <img src=x>\t<i>1</i>\n")
    assert cells(dialog)[0][1] == "<b>fed</b> <img src=x>"
    assert all(
        label.textFormat() is Qt.TextFormat.PlainText or not label.text() for label in dialog.findChildren(QLabel)
    )
    click(dialog.insert)
    assert aalborg.application.projects[2].name == "<b>fed</b> <img src=x>"


def workbook(path: Path) -> Path:
    book = xlsxwriter.Workbook(path)
    book.add_worksheet("Gammelt").write_row(0, 0, ["Projekt", "Lån 2025"])
    book.worksheets()[0].write_row(1, 0, ["Skjult hus", 1])
    sheet = book.add_worksheet("Budget")
    sheet.activate()
    sheet.set_first_sheet()
    book.worksheets()[0].hide()
    sheet.write_row(0, 0, ["Projekt", "Lån 2025", "Andel", "Afsluttes"])
    sheet.write_row(1, 0, ["Hus", 22900, 0.25])
    sheet.write_datetime(1, 3, date(2025, 11, 30), book.add_format({"num_format": "dd-mm-yyyy"}))
    book.close()
    return path


def test_a_workbook_is_opened_from_the_menu_hidden_sheets_last(
    aalborg: User, questions: RecordedQuestions, tmp_path: Path
) -> None:
    questions.will_answer(workbook(tmp_path / "budget.xlsx"))
    aalborg.use_menu("Indsæt projekter fra Ex&cel-fil …")
    assert questions.last.file_kind == SPREADSHEETS
    dialog = table(aalborg)
    assert dialog is not None
    assert "»budget.xlsx«" in dialog.windowTitle()
    assert [dialog.sheet.itemText(row) for row in range(dialog.sheet.count())] == ["Budget", "Gammelt (skjult)"]
    assert cells(dialog) == [["Nyt projekt 3", "Hus", "22.900", "25\nKontrollér", "30.11.2025"]]
    choose(dialog.sheet, "Gammelt (skjult)")
    assert cells(dialog) == [["Nyt projekt 3", "Skjult hus", "1"]]
    choose(dialog.sheet, "Budget")
    click(dialog.insert)
    project = aalborg.application.projects[2]
    assert (project.name, project.loan["2025"], project.share_for_others) == ("Hus", 22900, "25")
    assert aalborg.workspace.step.page == "page.projects"


def test_a_file_that_is_no_workbook_is_told_in_one_bar(
    aalborg: User, questions: RecordedQuestions, tmp_path: Path
) -> None:
    path = tmp_path / "budget.xlsx"
    path.write_bytes(b"ikke et regneark")
    questions.will_answer(path, None)
    aalborg.use_menu("Indsæt projekter fra Ex&cel-fil …")
    assert table(aalborg) is None
    assert aalborg.notice_text() == (
        "Filen »budget.xlsx« kan ikke åbnes: Det er ikke et regneark fra Excel eller LibreOffice. Åbn den i Excel, og "
        "gem den som .xlsx, eller kopiér cellerne, og indsæt dem i tabellen."
    )
    aalborg.use_menu("Indsæt projekter fra Ex&cel-fil …")
    assert table(aalborg) is None


def test_a_draft_that_can_only_be_read_says_so(open_draft: OpenDraft, questions: RecordedQuestions) -> None:
    user = open_draft(drafts.complete())
    approve(user, questions)
    before = user.application
    user.go_to("page.projects")
    user.workspace.page.focus_first()
    user.paste(TABLE)
    assert table(user) is None
    assert user.notice_text() == "Du kan kun læse kladden lige nu, så der kan ikke indsættes projekter."
    assert not user.button("projects.paste").isEnabled()
    assert user.button("table.copy").isEnabled()
    assert user.application is before


def test_the_table_is_copied_as_text_and_as_a_real_table_and_comes_back_the_same(aalborg: User) -> None:
    aalborg.go_to("page.projects")
    aalborg.workspace.page.focus_first()
    aalborg.control(Qt.Key.Key_C)
    by_key = QApplication.clipboard().text()
    aalborg.click("table.copy")
    mime = QApplication.clipboard().mimeData()
    assert mime.text() == by_key
    assert "\t22900\t\t19\t0\t100%\t2025-11-30\r\n" in by_key
    assert "<table" in mime.html()
    assert "text-align:right" in mime.html()
    before = aalborg.application
    dialog = paste(aalborg, by_key)
    choose(dialog.target, "Erstat fra projekt 1 og frem")
    click(dialog.insert)
    assert aalborg.application == before


def test_the_tables_own_menu_offers_both_ways(aalborg: User) -> None:
    aalborg.go_to("page.projects")
    grid = aalborg.widget("projects.table", QTableWidget)
    assert [action.text() for action in grid.actions()] == ["Indsæt fra Excel …", "Kopiér tabellen"]


def test_every_text_of_the_preview_is_danish_and_every_part_has_a_name(aalborg: User) -> None:
    dialog = paste(aalborg, TABLE)
    assert assert_danish(texts_of(dialog)) > 30
    for widget in (*dialog.findChildren(QComboBox), dialog.grid, dialog.remarks):
        if widget.isVisible():
            assert widget.accessibleName(), widget.objectName()
    texts = [button.text() for button in dialog.findChildren(QAbstractButton) if button.isVisible()]
    texts += [label.text() for label in dialog.findChildren(QLabel) if label.buddy()]
    letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert len(letters) == len(set(letters)) >= 5
    click(dialog.cancel)


@pytest.mark.parametrize(("rows", "is_said"), [(200, False), (201, True)])
def test_a_sheet_that_is_read_in_part_says_so(
    aalborg: User, questions: RecordedQuestions, tmp_path: Path, rows: int, is_said: bool
) -> None:
    book = xlsxwriter.Workbook(tmp_path / "budget.xlsx")
    sheet = book.add_worksheet("Budget")
    for row in range(rows):
        sheet.write_row(row, 0, ["Projekt", "Lån 2025"] if row == 0 else [f"Hus {row}", row])
    book.close()
    questions.will_answer(tmp_path / "budget.xlsx")
    aalborg.use_menu("Indsæt projekter fra Ex&cel-fil …")
    dialog = table(aalborg)
    assert dialog is not None
    assert ("Kun de første 200 rækker og 50 kolonner er læst." in remarks(dialog)) is is_said


def test_a_web_page_that_names_a_spreadsheet_is_none() -> None:
    """Only the head of the markup tells which program it is from."""
    rows = "<tr><td>Hus</td><td>22.900</td></tr>"
    for before, expected in (("", (("Hus", "x", "22.900"),)), ("<p>" + "x" * 10_000 + "</p>", (("Hus", "22.900"),))):
        mime = QMimeData()
        mime.setText("Hus\tx\t22.900")
        mime.setHtml(f"<html>{before}<p>LibreOffice</p><table>{rows}</table></html>")
        assert [sheet.grid for sheet in tables_on(mime)] == [expected]
