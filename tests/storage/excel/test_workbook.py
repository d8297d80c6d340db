"""Workbooks from Excel: only values are read, and a workbook that cannot be read gives a clear sentence."""

import re
from datetime import date, time
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
import xlsxwriter

from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.excel.workbook import LARGEST_UNPACKED, read_workbook

SHEET = "xl/worksheets/sheet3.xml"
SHEETS = tuple(f"xl/worksheets/sheet{number}.xml" for number in (1, 2, 3))
EMPTY = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "budget.xlsx"


def workbook() -> bytes:
    """Returns a workbook with a hidden sheet, an empty one, and one with a formula, a date and a percentage."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    hidden = book.add_worksheet("Kladde")
    hidden.write(0, 0, "skjult")
    book.add_worksheet("Tomt")
    sheet = book.add_worksheet("Budget æøå")
    sheet.activate()
    sheet.set_first_sheet()
    hidden.hide()
    sheet.write_row(2, 1, ["Projekt", "Lån 2025", "Andel", "Afsluttes"])
    sheet.write_row(3, 1, ["Hus", 22900])
    sheet.write(3, 3, 0.25, book.add_format({"num_format": "0%"}))
    sheet.write_datetime(3, 4, date(2025, 11, 30), book.add_format({"num_format": "dd-mm-yyyy"}))
    sheet.write_formula(4, 2, "=SUM(C4)", value=22900)
    sheet.write_boolean(4, 3, True)
    book.close()
    return target.getvalue()


def parts() -> dict[str, bytes]:
    with ZipFile(BytesIO(workbook())) as archive:
        return {part.filename: archive.read(part) for part in archive.infolist()}


def packed(content: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return target.getvalue()


def with_cells(cells: str) -> bytes:
    """Returns a workbook whose first sheet contains this XML of cells."""
    content = parts()
    sheet = content[SHEET].decode()
    content[SHEET] = re.sub(r"<sheetData.*</sheetData>", f"<sheetData>{cells}</sheetData>", sheet).encode()
    return packed(content)


def refused(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    with pytest.raises(RefusedFileError) as caught:
        read_workbook(path)
    sentence = str(caught.value)
    assert sentence.startswith("Filen »budget.xlsx« kan ikke åbnes: ")
    assert path.read_bytes() == data
    return sentence


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
        ('s="1"><v>-170000000000</v>', "\u2212170000000000"),
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


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"Projekt;2025\n", b"\x00" * 5000, b"%PDF-1.7"])
def test_what_is_no_workbook_says_how_to_make_one(path: Path, data: bytes) -> None:
    assert "ikke en Excel-fil af typen .xlsx" in refused(path, data)


def test_another_kind_of_zip_is_no_workbook(path: Path) -> None:
    assert "ikke en Excel-fil" in refused(path, packed({"content.xml": b"<a/>", "mimetype": b"ods"}))


def test_a_password_or_an_old_file_is_told_as_such(path: Path) -> None:
    assert "adgangskode" in refused(path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 4000)


def test_a_part_that_unpacks_to_far_too_much_is_not_unpacked(path: Path) -> None:
    content = parts() | {"xl/bomb.xml": b"<a>" + b" " * (LARGEST_UNPACKED + 1) + b"</a>"}
    assert "den er for stor" in refused(path, packed(content))


def test_a_part_that_lies_about_its_size_is_refused(path: Path) -> None:
    data = packed(parts() | {"xl/bomb.xml": b"<a>" + b" " * 5_000_000 + b"</a>"})
    with ZipFile(BytesIO(data)) as archive:
        size = archive.getinfo("xl/bomb.xml").file_size
    lying = data.replace(size.to_bytes(4, "little"), (7).to_bytes(4, "little"))
    assert "kan ikke åbnes" in refused(path, lying)


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        (
            '<row r="1"><c r="a1"><v>1</v></c><c r=\'xfd1\'><v>1</v></c></row>'
            '<row r="9999"><c r="A9999"><v>1</v></c></row>'
        ),
        '<row r="1"><c r="A1" a=">"><v>1</v></c><c b=">" r="XFD1048576"><v>1</v></c></row>',
        '<row r="1048576">' + "<c><v>1</v></c>" * 3000 + '</row><row r="1"><c r="A1"><v>1</v></c></row>',
    ],
)
def test_a_cell_far_away_is_refused_before_room_is_made_for_all_before_it(path: Path, cells: str) -> None:
    assert "den er for stor" in refused(path, with_cells(cells))


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


def test_entities_that_grow_are_not_read(path: Path) -> None:
    content = parts()
    content[SHEET] = content[SHEET].replace(b"?>", b'?><!DOCTYPE a [<!ENTITY b "cccc">]>', 1)
    assert "kan ikke åbnes" in refused(path, packed(content))


def test_a_count_of_texts_that_cannot_be_is_refused_before_room_is_made_for_them(path: Path) -> None:
    content = parts()
    texts = content["xl/sharedStrings.xml"].decode()
    content["xl/sharedStrings.xml"] = re.sub('uniqueCount="[0-9]+"', 'uniqueCount="&#57;99999999999"', texts).encode()
    assert "beskadiget" in refused(path, packed(content))


def test_a_number_that_no_date_can_hold_is_refused(path: Path) -> None:
    assert "beskadiget" in refused(path, with_cells('<row r="1"><c r="A1" s="1"><v>-1e308</v></c></row>'))


@pytest.mark.parametrize("style", [0, 1, 2])
@pytest.mark.parametrize("amount", ["170000000000", "17012345678.95"])
def test_the_income_of_a_municipality_in_kroner_is_no_damage(path: Path, style: int, amount: str) -> None:
    cell = f'<c r="A1" s="{style}"><v>-{amount}</v></c>'
    path.write_bytes(with_cells(f'<row r="1">{cell}<c r="B1"><v>5</v></c></row>'))
    assert read_workbook(path)[0].grid == ((f"\u2212{amount.replace('.', ',')}", 5),)


@pytest.mark.parametrize(
    ("amount", "cell"),
    [
        ("10000000000", -10_000_000_000),
        ("10000000001", "\u221210000000001"),
        ("1000000000000000", "\u22121000000000000000"),
    ],
)
def test_only_an_amount_that_no_date_can_hold_is_read_as_text(path: Path, amount: str, cell: object) -> None:
    path.write_bytes(with_cells(f'<row r="1"><c r="A1" s="0"><v>-{amount}</v></c><c r="B1"><v>5</v></c></row>'))
    assert read_workbook(path)[0].grid == ((cell, 5),)


def test_an_amount_that_no_municipality_can_have_is_refused(path: Path) -> None:
    cell = '<row r="1"><c r="A1" s="1"><v>-1000000000000001</v></c></row>'
    assert "beskadiget" in refused(path, with_cells(cell))


@pytest.mark.parametrize("name", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"])
def test_a_damaged_part_is_told(path: Path, name: str) -> None:
    content = parts()
    content[name] = content[name][: len(content[name]) // 2]
    assert "den er beskadiget" in refused(path, packed(content))


def test_two_parts_of_one_name_are_refused(path: Path) -> None:
    target = BytesIO(workbook())
    with ZipFile(target, "a") as archive:
        archive.writestr(ZipInfo(SHEET.upper()), parts()[SHEET])
    assert "ikke en Excel-fil" in refused(path, target.getvalue())


def test_a_workbook_without_cells_says_so(path: Path) -> None:
    target = BytesIO()
    xlsxwriter.Workbook(target, {"in_memory": True}).close()
    assert "ingen ark med celler" in refused(path, target.getvalue())


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


@pytest.mark.parametrize(
    ("last", "is_refused"),
    [('r="XFD122"', False), ('r="XFD123"', True), ('r="B1000000"', False), ('r="C1000000"', True)],
)
def test_cells_may_lie_as_far_apart_as_there_is_room_for(path: Path, last: str, is_refused: bool) -> None:
    row = re.sub(r"[^0-9]", "", last)
    data = with_cells(f'<row r="1"><c r="A1"><v>1</v></c></row><row r="{row}"><c {last}><v>1</v></c></row>')
    if is_refused:
        assert "den er for stor" in refused(path, data)
    else:
        path.write_bytes(data)
        assert read_workbook(path)


@pytest.mark.parametrize("cell", ["><v>1</v>", ' t="inlineStr"><is><t>x</t></is>', "><f>1</f>", ' t="e"><v>#N/A</v>'])
def test_a_cell_far_away_is_refused_whatever_stands_in_it(path: Path, cell: str) -> None:
    near = '<row r="1"><c r="A1"><v>1</v></c></row>'
    refusal = refused(path, with_cells(f'{near}<row r="123"><c r="XFD123"{cell}</c></row>'))
    assert "den er for stor" in refusal


@pytest.mark.parametrize("address", ["1A", "ABCD1", "A", "A12345678"])
def test_what_is_no_address_of_a_cell_is_damage(path: Path, address: str) -> None:
    assert "den er beskadiget" in refused(path, with_cells(f'<row r="1"><c r="{address}"><v>1</v></c></row>'))


def with_an_encrypted_part() -> bytes:
    """Returns a workbook one of whose parts says that it is encrypted."""
    data = bytearray(packed(parts()))
    for marker, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(marker) + offset] |= 1
    return bytes(data)


SAVE_AS = "Åbn den i Excel, og gem den som .xlsx, eller kopiér cellerne og indsæt dem i skemaet"
REFUSED = {
    "no archive": (b"hej", f"det er ikke en Excel-fil af typen .xlsx. {SAVE_AS}"),
    "another archive": (packed({"a.xml": b"<a/>"}), f"det er ikke en Excel-fil af typen .xlsx. {SAVE_AS}"),
    "an encrypted part": (
        with_an_encrypted_part(),
        f"den er beskyttet med adgangskode eller gemt i en anden type end .xlsx. {SAVE_AS}",
    ),
    "an old type": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 4000,
        f"den er beskyttet med adgangskode eller gemt i en anden type end .xlsx. {SAVE_AS}",
    ),
    "a damaged part": (with_cells("<row>"), f"den er beskadiget. {SAVE_AS} ({SHEET})"),
    "cells far apart": (
        with_cells('<row r="1000000"><c r="XFD1000000"><v>1</v></c></row>'),
        "den er for stor. Kopiér cellerne og indsæt dem i skemaet",
    ),
    "no cells": (packed({**parts(), **dict.fromkeys(SHEETS, EMPTY)}), "der er ingen ark med celler i den"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_each_reason_is_told_with_what_to_do(path: Path, kind: str) -> None:
    data, reason = REFUSED[kind]
    assert refused(path, data) == f"Filen »budget.xlsx« kan ikke åbnes: {reason}."
