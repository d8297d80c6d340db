"""Odd workbooks in the preview: what cannot be read of one is named there, and the rest is imported."""

from pathlib import Path
from zipfile import ZipFile

import xlsxwriter

from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.test_table_import import cells, remarks, table
from tests.ui.user import User


def test_a_sheet_that_cannot_be_read_is_named_with_what_is_read(
    aalborg: User, questions: RecordedQuestions, tmp_path: Path
) -> None:
    whole, path = tmp_path / "helt.xlsx", tmp_path / "budget.xlsx"
    with xlsxwriter.Workbook(whole) as book:
        for name, loan in (("Budget", 22900), ("Bilag", 100)):
            book.add_worksheet(name).write_row(0, 0, ["Projekt", "Lån 2025"])
            book.worksheets()[-1].write_row(1, 0, [f"Hus {loan}", loan])
    with ZipFile(whole) as archive, ZipFile(path, "w") as other:
        for part in archive.namelist():
            content = archive.read(part)
            other.writestr(part, content[:200] if part.endswith("sheet2.xml") else content)
    questions.will_answer(path)
    aalborg.use_menu("Indsæt projekter fra Ex&cel-fil …")
    dialog = table(aalborg)
    assert dialog is not None
    assert cells(dialog) == [["Nyt projekt 3", "Hus 22900", "22.900"]]
    said = "Arket »Bilag« er ikke læst: Dets del er beskadiget (xl/worksheets/sheet2.xml)."
    assert said in remarks(dialog)


def test_an_error_cell_is_not_understood_however_its_xml_is_laid_out(
    aalborg: User, questions: RecordedQuestions, tmp_path: Path
) -> None:
    whole, path = tmp_path / "helt.xlsx", tmp_path / "budget.xlsx"
    with xlsxwriter.Workbook(whole) as book:
        sheet = book.add_worksheet("Budget")
        sheet.write_row(0, 0, ["Projekt", "Lån 2025", "Lån 2026"])
        sheet.write_row(1, 0, ["Hus", 22900])
        sheet.write_formula(1, 2, "=1/0", None, "#DIV/0!")
    with ZipFile(whole) as archive, ZipFile(path, "w") as other:
        for part in archive.namelist():
            content = archive.read(part)
            other.writestr(part, content.replace(b"><", b">\n                <") if "sheet1" in part else content)
    questions.will_answer(path)
    aalborg.use_menu("Indsæt projekter fra Ex&cel-fil …")
    dialog = table(aalborg)
    assert dialog is not None
    assert cells(dialog) == [["Nyt projekt 3", "Hus", "22.900", "#DIV/0!\nIkke forstået"]]
