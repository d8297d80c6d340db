"""Of what is pasted, no table and no row vanishes without a word."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from botilbud_desktop.domain.table_import.said import CUT
from botilbud_desktop.ui.table_import.clipboard import tables_on
from botilbud_desktop.ui.table_import.wording import SEVERAL_TABLES
from tests.ui.test_table_import import cells, choose, click, paste, remarks, table
from tests.ui.user import User

SMALL = "<table><tr><td>Projekt<td>Lån 2025<tr><td>Hus<td>450</table>"
LARGE = "<table><tr><td>Projekt<td>Lån 2025<tr><td>Sol<td>1<tr><td>Måne<td>2</table>"


def mime(markup: str) -> QMimeData:
    data = QMimeData()
    data.setHtml(markup)
    data.setText("Hus 450")
    return data


def test_each_table_of_a_copy_can_be_chosen_and_the_one_with_most_rows_comes_first() -> None:
    sheets = tables_on(
        mime(f"<p>Ansøgning</p>{SMALL}<table><tr><td>Hilsen</table><table><tr><td>a<td>b</table>{LARGE}")
    )
    assert [(sheet.name, len(sheet.grid)) for sheet in sheets] == [("Tabel 4", 3), ("Tabel 1", 2)]
    assert [sheet.name for sheet in tables_on(mime("<table><tr><td>Hus<td>450</table>"))] == ["Tabel 1"]


def test_the_preview_says_that_there_are_several_tables(aalborg: User) -> None:
    aalborg.go_to("page.projects")
    aalborg.workspace.page.focus_first()
    QApplication.clipboard().setMimeData(mime(SMALL + LARGE))
    aalborg.control(Qt.Key.Key_V)
    dialog = table(aalborg)
    assert dialog is not None
    assert SEVERAL_TABLES in remarks(dialog)
    assert [row[1] for row in cells(dialog)] == ["Sol", "Måne"]
    choose(dialog.sheet, "Tabel 1")
    assert [row[1] for row in cells(dialog)] == ["Hus"]
    click(dialog.cancel)


def test_pasted_text_that_is_cut_says_so(aalborg: User) -> None:
    rows = "".join(f"Hus {number}\t450\n" for number in range(200))
    for text, is_cut in ((rows, False), (f"{rows}\n\n", False), (f"{rows}Sol\t1\n", True), (f"{rows}\n\nSol\t1", True)):
        dialog = paste(aalborg, text)
        assert (CUT in remarks(dialog)) is is_cut
        assert SEVERAL_TABLES not in remarks(dialog)
        click(dialog.cancel)
    dialog = paste(aalborg, "\t".join("Projekt" for _column in range(51)))
    assert CUT in remarks(dialog)
    click(dialog.cancel)


def test_a_column_without_its_year_is_asked_about(aalborg: User) -> None:
    dialog = paste(aalborg, "Projekt\tLån\tPladser\tTakst\nHus\t450\t4\t9\n")
    assert "Udeladt: »Lån« og »Pladser«. Hvilket år? Vælg det over kolonnen." in remarks(dialog)
    assert "Udeladt: 1 kolonne med 1 celle (»Takst«)." in remarks(dialog)
    click(dialog.cancel)
