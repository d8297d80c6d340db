"""Workbooks from Excel: only values are read, and no value is lost or made up."""

from datetime import date, time
from pathlib import Path

import pytest
import xlsxwriter

from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.excel.values import NO_DATE
from botilbud_desktop.storage.excel.workbook import read_workbook
from tests.storage.excel.workbooks import packed, parts, with_cells, workbook


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "budget.xlsx"


def test_cells_are_read_as_they_are_shown_and_formulas_as_their_values(path: Path) -> None:
    path.write_bytes(workbook())
    sheets = read_workbook(path)
    assert [(sheet.name, sheet.is_hidden) for sheet in sheets] == [("Budget æøå", False), ("Kladde", True)]
    assert sheets[0].grid == (
        ("Projekt", "Lån 2025", "Andel", "Afsluttes"),
        ("Hus", 22900, "25%", date(2025, 11, 30)),
        (None, 22900, "SAND", None),
    )


@pytest.mark.parametrize("error", ["#DIV/0!", "#REF!", "#N/A", "#VALUE!"])
def test_an_error_is_no_empty_cell(path: Path, error: str) -> None:
    path.write_bytes(with_cells(f'<row r="1"><c r="A1" t="e"><f>1/0</f><v>{error}</v></c><c r="B1"><v>5</v></c></row>'))
    assert read_workbook(path)[0].grid == ((error, 5),)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c r="A1" s="0"><f>B1*2</f></c>', "=B1*2"),
        ('<c r="A1"><f>B1&amp;"x"</f><v></v></c>', '=B1&"x"'),
        ('<c r="A1"><f t="shared" si="0"/></c>', "="),
        ('<c r="A1"><f>B1</f><v>7</v></c>', 7),
        ('<c r="A1" t="str"><f>IF(B1=5,"")</f><v></v></c>', None),
        ('<c r="A1" t="str"><f>B2</f><v>ja</v></c>', "ja"),
    ],
)
def test_a_formula_that_was_never_calculated_is_no_empty_cell(path: Path, cell: str, value: str | int | None) -> None:
    path.write_bytes(with_cells(f'<row r="1">{cell}<c r="B1"><v>5</v></c></row>'))
    assert read_workbook(path)[0].grid == (((5,) if value is None else (value, 5)),)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('t="e"><v>#REF!</v>', "#REF!"),
        ("t='e' s='0'><v>#REF!</v>", "#REF!"),
        ('s="0"><f>B1*2</f>', "=B1*2"),
        ('s="0"><v>-170000000000</v>', -170000000000),
    ],
)
def test_a_cell_that_is_read_as_text_stays_in_its_place(path: Path, cell: str, value: str) -> None:
    path.write_bytes(
        with_cells(f'<row r="1"><c r="A1"><v>1</v></c><c r="C1" {cell}</c></row><row r="3"><c r="B3" {cell}</c></row>')
    )
    assert read_workbook(path)[0].grid == ((1, None, value), (None, None, None), (None, value, None))


def test_macros_links_and_whatever_is_no_xml_are_left_alone(path: Path) -> None:
    path.write_bytes(packed(parts() | {"xl/vbaProject.bin": b"MZ" * 1000, "xl/media/image1.png": b"\x89PNG"}))
    assert len(read_workbook(path)) == 2


def test_empty_cells_far_away_do_no_harm(path: Path) -> None:
    far_away = '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    path.write_bytes(with_cells(f'<row r="1"><c r="A1"><v>7</v></c></row>{far_away}'))
    assert read_workbook(path)[0].grid == ((7,),)


def test_many_rows_and_columns_are_read_in_part_and_that_is_known(path: Path) -> None:
    rows = "".join(
        f'<row r="{row}"><c r="A{row}"><v>{row}</v></c><c r="CC{row}"><v>1</v></c></row>' for row in range(1, 400)
    )
    path.write_bytes(with_cells(rows))
    sheet = read_workbook(path)[0]
    assert (len(sheet.grid), sheet.is_cut) == (200, True)


@pytest.mark.parametrize("amount", [-170000000000, -17012345678.95, -(10**15) - 1, -1e300, 1e300, -99999999999])
def test_an_amount_that_no_date_can_hold_is_a_number(path: Path, amount: float) -> None:
    cell = f'<c r="A1" s="0"><v>{amount!r}</v></c>'
    path.write_bytes(with_cells(f'<row r="1">{cell}<c r="B1"><v>5</v></c></row>'))
    assert read_workbook(path)[0].grid == ((amount, 5),)


@pytest.mark.parametrize("number", [-170000000000, -1, -1e308, 2958466, 1e308])
def test_a_number_that_its_own_format_cannot_show_as_a_date_is_doubted(path: Path, number: float) -> None:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Budget")
    sheet.write_number(0, 0, number, book.add_format({"num_format": "dd-mm-yyyy"}))
    book.close()
    (sheet_,) = read_workbook(path)
    assert (sheet_.grid, sheet_.marks.notes) == (((number,),), {(0, 0): NO_DATE})


@pytest.mark.parametrize("name", ["-99999999999", "-1e308", " -99999999999999 "])
def test_a_text_that_looks_like_such_a_number_is_a_text(path: Path, name: str) -> None:
    book = xlsxwriter.Workbook(path, {"strings_to_numbers": False})
    book.add_worksheet("Budget").write_string(0, 0, name)
    book.close()
    assert read_workbook(path)[0].grid == ((name,),)


def test_a_file_that_is_gone_is_told(path: Path) -> None:
    with pytest.raises(RefusedFileError, match="findes ikke"):
        read_workbook(path)


@pytest.mark.parametrize(
    ("cells", "row"),
    [
        ('<row r="1"><c r="A1"><v>22.9</v></c><c r="B1" t="b"><v>0</v></c></row>', (22.9, "FALSK")),
        ('<row r="1"><c r="A1"><v>7</v></c><c r="B1" t="b"><v>1</v></c></row>', (7, "SAND")),
        ('<row r="1"><c r="A1" t="inlineStr"><is><t>en</t></is></c><c r="C1"><v>1</v></c></row>', ("en", None, 1)),
        ("<row><c><v>1</v></c><c><v>2</v></c></row>", (1, 2)),
    ],
)
def test_a_cell_is_read_as_what_it_says_it_is(path: Path, cells: str, row: tuple[object, ...]) -> None:
    path.write_bytes(with_cells(cells))
    (found,) = (sheet for sheet in read_workbook(path) if not sheet.is_hidden)
    assert found.grid == (row,)


def test_a_time_of_day_is_text_and_the_time_of_a_day_is_left_out(path: Path) -> None:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Tider")
    sheet.write_datetime(0, 0, time(13, 30), book.add_format({"num_format": "hh:mm"}))
    sheet.write_number(0, 1, 45991.5625, book.add_format({"num_format": "dd-mm-yyyy hh:mm"}))
    book.close()
    ((first, second),) = read_workbook(path)[0].grid
    assert str(first).startswith("13:30")
    assert second == date(2025, 11, 30)


def test_a_sheet_of_charts_is_passed_over(path: Path) -> None:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Tal")
    sheet.write(0, 0, 5)
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=Tal!$A$1:$A$1"})
    book.add_chartsheet("Diagram").set_chart(chart)
    book.close()
    assert [sheet.name for sheet in read_workbook(path)] == ["Tal"]


def test_sheets_stand_in_their_order_those_that_are_hidden_last(path: Path) -> None:
    book = xlsxwriter.Workbook(path)
    sheets = [book.add_worksheet(name) for name in ("Et", "To", "Tre", "Fire")]
    for sheet in sheets:
        sheet.write(0, 0, 1)
    sheets[1].activate()
    sheets[1].set_first_sheet()
    sheets[0].hide()
    sheets[2].hide()
    book.close()
    assert [(sheet.name, sheet.is_hidden) for sheet in read_workbook(path)] == [
        ("To", False),
        ("Fire", False),
        ("Et", True),
        ("Tre", True),
    ]


@pytest.mark.parametrize(("rows", "columns", "is_cut"), [(200, 50, False), (201, 1, True), (1, 51, True)])
def test_a_sheet_of_just_the_most_rows_and_columns_is_whole(path: Path, rows: int, columns: int, is_cut: bool) -> None:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Tal")
    sheet.write(0, 0, 1)
    sheet.write(rows - 1, columns - 1, 1)
    book.close()
    (found,) = read_workbook(path)
    assert found.is_cut is is_cut
    assert (len(found.grid), len(found.grid[0])) == (1 if rows > 200 else rows, 1 if columns > 50 else columns)
