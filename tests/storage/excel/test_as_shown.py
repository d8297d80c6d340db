"""A workbook is read as Excel shows it, so that file and clipboard agree; what is hidden or merged is marked."""

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from botilbud_desktop.domain.table_import.layout import layout_of
from botilbud_desktop.domain.table_import.left_out import Reason
from botilbud_desktop.domain.table_import.plan import ImportOptions, Plan, plan_import
from botilbud_desktop.domain.table_import.reading import Verdict
from botilbud_desktop.storage.excel.set_apart import RAISED
from botilbud_desktop.storage.excel.workbook import Sheet, read_workbook
from tests.rules.samples import ROUND

NAME, LOAN, SHARE = "projects[].name", "projects[].loan.2025", "projects[].share_for_others"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "budget.xlsx"


def plan_of(sheet: Sheet) -> Plan:
    layout = layout_of(sheet.grid, ROUND)
    return plan_import(sheet.grid, ImportOptions(layout.first_row, layout.meanings), 0, ROUND, sheet.marks)


def with_number(path: Path, value: float, code: str, heading: str = "Lån 2025 (1.000 kr.)") -> Plan:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Budget")
    sheet.write_row(3, 2, ["Projekt", heading])
    sheet.write(4, 2, "Solgården")
    sheet.write(4, 3, value, book.add_format({"num_format": code}))
    book.close()
    return plan_of(read_workbook(path)[0])


@pytest.mark.parametrize(
    ("value", "code", "read", "verdict"),
    [
        (450_000, "#,##0,", 450, Verdict.UNDERSTOOD),
        (450_400, "#,##0,", 450, Verdict.DOUBTFUL),
        (22_900_000, '0.0,, "mio. kr."', 22_900, Verdict.UNDERSTOOD),
        (22_900, '#,##0 "kr."', 22_900, Verdict.DOUBTFUL),
        (-500, "#,##0;(#,##0)", -500, Verdict.DOUBTFUL),
        (-500, "#,##0;[Red]#,##0", 500, Verdict.DOUBTFUL),
        (0, '#,##0;-#,##0;"-"', None, Verdict.BLANK),
        (700, ";;;", 700, Verdict.DOUBTFUL),
        (700, "[>500]0;0", 700, Verdict.DOUBTFUL),
    ],
)
def test_an_amount_is_read_as_it_is_shown(
    path: Path, value: float, code: str, read: int | None, verdict: Verdict
) -> None:
    cell = with_number(path, value, code).rows[0].cells[LOAN]
    assert (cell.value, cell.verdict) == (read, verdict)


@pytest.mark.parametrize(("value", "verdict"), [(0.25, Verdict.UNDERSTOOD), (1 / 3, Verdict.DOUBTFUL)])
def test_a_share_that_is_shown_as_per_cent_is_one(path: Path, value: float, verdict: Verdict) -> None:
    cell = with_number(path, value, "0%", "Andel").rows[0].cells[SHARE]
    assert (cell.value, cell.verdict) == ("25" if value == 0.25 else "33", verdict)


def hidden_workbook(path: Path, *, with_filter: bool) -> Sheet:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Budget")
    sheet.write_row(1, 1, ["Projekt", "Status", "Lån 2025"])
    for row, (name, status, loan) in enumerate([("Solgården", "aktiv", 450), ("Huset", "opgivet", 999)], start=2):
        sheet.write_row(row, 1, [name, status, loan])
    sheet.set_row(3, None, None, {"hidden": True})
    sheet.set_column(3, 3, None, None, {"hidden": True})
    if with_filter:
        sheet.autofilter(1, 1, 3, 3)
        sheet.filter_column(2, "x == aktiv")
    book.close()
    return read_workbook(path)[0]


def test_a_row_that_a_filter_hides_is_left_out_as_in_a_copy_and_said(path: Path) -> None:
    plan = plan_of(hidden_workbook(path, with_filter=True))
    assert [row.cells[NAME].value for row in plan.rows] == ["Solgården"]
    assert [(row.words, row.reason) for row in plan.left_out][1:] == [("Huset", Reason.FILTERED)]


def test_a_row_that_someone_has_hidden_is_taken_as_in_a_copy_and_asked_about(path: Path) -> None:
    plan = plan_of(hidden_workbook(path, with_filter=False))
    names = [row.cells[NAME] for row in plan.rows]
    assert [(name.value, name.verdict) for name in names] == [
        ("Solgården", Verdict.UNDERSTOOD),
        ("Huset", Verdict.DOUBTFUL),
    ]
    assert plan.hidden == (LOAN,)


def test_merged_cells_are_said_where_a_value_may_be_missed(path: Path) -> None:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Budget")
    sheet.write_row(0, 1, ["Projekt", "Lån 2025", "Andel"])
    sheet.merge_range(1, 1, 2, 1, "Solgården")
    sheet.write_column(1, 2, [450, 60])
    sheet.merge_range(1, 3, 2, 3, "25%")
    book.close()
    plan = plan_of(read_workbook(path)[0])
    assert [row.cells[NAME].verdict for row in plan.rows] == [Verdict.UNDERSTOOD, Verdict.MISSING]
    assert [row.cells[SHARE].verdict for row in plan.rows] == [Verdict.UNDERSTOOD, Verdict.MISSING]
    assert all("flettet" in plan.rows[1].cells[path_].remark for path_ in (NAME, SHARE))


def test_a_date_whose_day_is_not_shown_is_doubted(path: Path) -> None:
    for code, verdict in (("mmm-yy", Verdict.DOUBTFUL), ("d. mmmm yyyy", Verdict.UNDERSTOOD)):
        book = xlsxwriter.Workbook(path)
        sheet = book.add_worksheet("Budget")
        sheet.write_row(0, 0, ["Projekt", "Afsluttes"])
        sheet.write(1, 0, "Solgården")
        sheet.write_datetime(1, 1, date(2025, 11, 1), book.add_format({"num_format": code}))
        book.close()
        cell = plan_of(read_workbook(path)[0]).rows[0].cells["projects[].completion_date"]
        assert (cell.value, cell.verdict) == (date(2025, 11, 1), verdict)


@pytest.mark.parametrize("year", [2025, "2025"])
def test_years_are_headings_as_numbers_and_as_text(path: Path, year: int | str) -> None:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Budget")
    sheet.write_row(0, 0, ["Projekt", "Lån (1.000 kr.)", ""])
    sheet.write_row(1, 1, [year, 2026])
    sheet.write_row(2, 0, ["Solgården", 450, 300])
    book.close()
    (row,) = plan_of(read_workbook(path)[0]).rows
    assert [cell.value for cell in row.cells.values()] == ["Solgården", 450, 300]


@pytest.mark.parametrize(("name", "read"), [("Mio. kr.", 15_000), ("Budget", 15)])
def test_the_name_of_a_sheet_may_tell_its_unit(path: Path, name: str, read: int) -> None:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet(name)
    sheet.write_row(0, 0, ["Projekt", "Lån 2025"])
    sheet.write_row(1, 0, ["Solgården", 15])
    book.close()
    (row,) = plan_of(read_workbook(path)[0]).rows
    assert row.cells[LOAN].value == read


def test_raised_signs_of_notes_are_no_part_of_a_number_and_said(path: Path) -> None:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Budget")
    raised = book.add_format({"font_script": 1})
    sheet.write_row(0, 0, ["Projekt", "Pladser 2025"])
    sheet.write_rich_string(1, 0, "Solgården", raised, "1")
    sheet.write_rich_string(1, 1, "10", raised, "2")
    sheet.write_rich_string(2, 0, "Areal m", raised, "2", " bolig")
    book.close()
    (sheet_read,) = read_workbook(path)
    assert sheet_read.grid == (("Projekt", "Pladser 2025"), ("Solgården", "10"), ("Areal m2 bolig", None))
    assert sheet_read.marks.notes == {(1, 0): RAISED, (1, 1): RAISED}
