"""What of a workbook cannot be read costs no more than itself, and is told in a clear sentence."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest
import xlsxwriter

from botilbud_desktop.storage.excel.archive import LARGEST_PART
from botilbud_desktop.storage.excel.workbook import read_workbook
from tests.storage.excel.workbooks import EMPTY, SHEET, SHEETS, packed, parts, refused, told, with_cells, workbook


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "budget.xlsx"


@pytest.mark.parametrize("data", [b"", b"Projekt;2025\n", b"\x00" * 5000, b"%PDF-1.7"])
def test_what_is_no_workbook_says_how_to_make_one(path: Path, data: bytes) -> None:
    assert "ikke et regneark fra Excel" in refused(path, data)


def test_another_kind_of_zip_is_no_workbook(path: Path) -> None:
    assert "ikke et regneark" in refused(path, packed({"content.xml": b"<a/>", "mimetype": b"ods"}))


def test_a_workbook_in_binary_form_is_told_as_such(path: Path) -> None:
    content = {name.replace("workbook.xml", "workbook.bin"): part for name, part in parts().items()}
    content["_rels/.rels"] = content["_rels/.rels"].replace(b"workbook.xml", b"workbook.bin")
    assert "den binære type .xlsb, som ikke kan læses her" in refused(path, packed(content))


def test_a_part_that_unpacks_to_far_too_much_is_not_unpacked(path: Path) -> None:
    bomb = b"<worksheet>" + b" " * (LARGEST_PART + 1) + b"</worksheet>"
    sheet, *_others = told(path, parts() | {SHEET: bomb})
    assert sheet.name == "Kladde"
    assert sheet.remarks == (f"Arket »Budget æøå« er ikke læst: Dets del er for stor ({SHEET}).",)


@pytest.mark.parametrize(
    ("inside", "is_read"),
    [
        (b"<a>" * 490 + b"</a>" * 490, True),
        (b"<a>" * 500 + b"</a>" * 500, False),
        (b"<a " + b" ".join(b'b%d="1"' % number for number in range(20_000)) + b"/>", True),
        (b"<a " + b" ".join(b'b%d="1"' % number for number in range(200_000)) + b"/>", False),
    ],
    ids=["deep", "too deep", "long", "too long"],
)
def test_elements_that_are_far_too_deep_or_long_are_not_read(path: Path, inside: bytes, is_read: bool) -> None:
    content = parts()
    content[SHEET] = content[SHEET].replace(b"</worksheet>", inside + b"</worksheet>")
    remark = f"Arket »Budget æøå« er ikke læst: Dets del er for stor ({SHEET})."
    assert told(path, content)[0].remarks == (() if is_read else (remark,))


def test_of_a_sheet_with_far_too_many_cells_the_beginning_is_read(path: Path) -> None:
    content = parts()
    rows = b"<row><c><v>7</v></c></row>" * 201 + b"<row>" + b"<c/>" * 1_000_000 + b"</row>"
    content[SHEET] = re.sub(rb"<sheetData.*</sheetData>", b"<sheetData>" + rows + b"</sheetData>", content[SHEET])
    sheet, *_others = told(path, content)
    assert (len(sheet.grid), sheet.is_cut) == (200, True)
    assert sheet.remarks[0].startswith("Arket »Budget æøå« er meget stort. Kun begyndelsen er læst")


def test_a_part_that_nobody_asks_for_is_not_unpacked_at_all(path: Path) -> None:
    told(path, parts() | {"xl/bomb.xml": b"<a>" + b" " * (LARGEST_PART + 1), "xl/pivotCache/r.xml": b"<a"})
    assert read_workbook(path)[0].remarks == ()


def test_a_part_that_lies_about_its_size_is_named(path: Path) -> None:
    content = parts()
    data = packed(content)
    size = len(content[SHEET])
    path.write_bytes(data.replace(size.to_bytes(4, "little"), (7).to_bytes(4, "little")))
    (sheet,) = read_workbook(path)
    assert "»Budget æøå« er ikke læst: Dets del er beskadiget" in sheet.remarks[0]


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r=\'xfd1\'><v>2</v></c></row>',
        '<row r="1"><c r="A1" a=">"><v>1</v></c></row><row r="1000"><c r="C1000" t="e"><v>#N/A</v></c></row>',
        '<row r="1048576">' + "<c><v>2</v></c>" * 3000 + '</row><row r="1"><c r="A1"><v>1</v></c></row>',
    ],
)
def test_a_cell_far_away_is_known_and_costs_no_room(path: Path, cells: str) -> None:
    path.write_bytes(with_cells(cells))
    sheet = read_workbook(path)[0]
    assert (sheet.grid, sheet.is_cut) == (((1,),), True)


def test_entities_that_grow_are_not_read_and_that_is_said(path: Path) -> None:
    content = parts()
    content[SHEET] = content[SHEET].replace(b"?>", b'?><!DOCTYPE a [<!ENTITY b "cccc">]>', 1)
    (sheet,) = told(path, content)
    assert sheet.name == "Kladde"
    assert "DOCTYPE" in sheet.remarks[0]
    content["xl/workbook.xml"] = content["xl/workbook.xml"].replace(b"?>", b"?><!DOCTYPE a>", 1)
    assert "DOCTYPE" in refused(path, packed(content))


def test_a_count_of_texts_that_cannot_be_makes_no_room_for_them(path: Path) -> None:
    content = parts()
    texts = content["xl/sharedStrings.xml"].decode()
    content["xl/sharedStrings.xml"] = re.sub('uniqueCount="[0-9]+"', 'uniqueCount="&#57;99999999999"', texts).encode()
    assert told(path, content)[0].grid[0] == ("Projekt", "Lån 2025", "Andel", "Afsluttes")


def test_a_damaged_list_of_sheets_refuses_the_file(path: Path) -> None:
    content = parts()
    content["xl/workbook.xml"] = content["xl/workbook.xml"][:300]
    assert "Den er beskadiget" in refused(path, packed(content))


DAMAGED = {
    SHEET: f"Arket »Budget æøå« er ikke læst: Dets del er beskadiget ({SHEET}).",
    "xl/sharedStrings.xml": (
        "Nogle tekster er ikke læst: Delen med dem er beskadiget (xl/sharedStrings.xml). De står som #TEKST MANGLER!"
    ),
    "xl/styles.xml": (
        "Cellernes formater er ikke læst: Delen med dem er beskadiget (xl/styles.xml). Tallene er, som de er gemt, "
        "ikke som Excel viser dem, og datoer kan stå som tal."
    ),
}


@pytest.mark.parametrize("part", DAMAGED)
@pytest.mark.parametrize("is_missing", [False, True])
def test_a_bad_part_costs_what_stands_in_it_and_is_named(path: Path, part: str, is_missing: bool) -> None:
    content = parts()
    half = content.pop(part)
    if not is_missing:
        content[part] = half[: len(half) // 2]
    remark = DAMAGED[part].replace("er beskadiget", "mangler i filen") if is_missing else DAMAGED[part]
    sheets = told(path, content)
    assert [sheet.remarks for sheet in sheets] == [(remark,)] * len(sheets)
    assert len(sheets) == (1 if part == SHEET else 2)
    if part == "xl/styles.xml":
        assert sheets[0].grid[1] == ("Hus", 22900, 0.25, 45991)
    if part == "xl/sharedStrings.xml" and is_missing:
        assert sheets[0].grid[1] == ("#TEKST MANGLER!", 22900, "25%", date(2025, 11, 30))


def test_where_no_sheet_can_be_read_each_is_named(path: Path) -> None:
    content = {name: data[: len(data) // 2] if name in SHEETS else data for name, data in parts().items()}
    sentence = refused(path, packed(content))
    assert "kan ikke åbnes: Intet ark kan læses. Arket »Kladde« er ikke læst: Dets del er beskadiget" in sentence


def test_of_many_damaged_sheets_the_first_are_named(path: Path) -> None:
    content = parts()
    listed = "".join(f'<sheet name="Ark {number}" sheetId="{number}" r:id="rId9{number}"/>' for number in range(20))
    content["xl/workbook.xml"] = content["xl/workbook.xml"].replace(b"</sheets>", f"{listed}</sheets>".encode())
    said = told(path, content)[0].remarks
    assert (len(said), said[-1]) == (11, "Der er 10 bemærkninger mere af samme slags.")


def test_two_parts_of_one_name_are_read_only_where_they_are_the_same(path: Path) -> None:
    for content, count in ((parts()[SHEET], 2), (parts()[SHEET].replace(b"22900", b"22901"), 1)):
        target = BytesIO(workbook())
        with ZipFile(target, "a") as archive:
            archive.writestr(ZipInfo(SHEET.upper()), content)
        path.write_bytes(target.getvalue())
        assert len(read_workbook(path)) == count
    assert "flere gange i filen med forskelligt indhold" in read_workbook(path)[0].remarks[0]


def test_a_workbook_without_cells_says_so(path: Path) -> None:
    target = BytesIO()
    xlsxwriter.Workbook(target, {"in_memory": True}).close()
    assert "ingen ark med celler" in refused(path, target.getvalue())


@pytest.mark.parametrize("address", ["1A", "ABCD1", "A", "A0", "A12345678"])
def test_what_is_no_address_of_a_cell_is_damage(path: Path, address: str) -> None:
    path.write_bytes(with_cells(f'<row r="1"><c r="{address}"><v>1</v></c></row>'))
    (sheet,) = read_workbook(path)
    assert sheet.remarks == (DAMAGED[SHEET],)


SAVE_AS = "Åbn den i Excel, og gem den som .xlsx, eller kopiér cellerne, og indsæt dem i tabellen"
REFUSED = {
    "no archive": (b"hej", f"det er ikke et regneark fra Excel eller LibreOffice. {SAVE_AS}"),
    "another archive": (packed({"a.xml": b"<a/>"}), f"det er ikke et regneark fra Excel eller LibreOffice. {SAVE_AS}"),
    "an archive cut short": (packed(parts())[:-30], f"den er beskadiget. {SAVE_AS}"),
    "an encrypted part": (
        packed(parts())
        .replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01")
        .replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"),
        f"den er beskyttet med adgangskode. {SAVE_AS} (xl/workbook.xml)",
    ),
    "far too much": (
        packed(parts() | {"xl/workbook.xml": b"<workbook>" + b" " * LARGEST_PART}),
        "den er for stor. Kopiér cellerne, og indsæt dem i tabellen (xl/workbook.xml)",
    ),
    "no cells": (packed({**parts(), **dict.fromkeys(SHEETS, EMPTY)}), "der er ingen ark med celler i den"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_each_reason_is_told_with_what_to_do(path: Path, kind: str) -> None:
    data, reason = REFUSED[kind]
    assert refused(path, data) == f"Filen »budget.xlsx« kan ikke åbnes: {reason[0].upper()}{reason[1:]}."
