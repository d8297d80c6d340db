"""Workbooks made for the tests, whole and by their parts."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter

from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.excel.workbook import Sheet, read_workbook

SHEET = "xl/worksheets/sheet3.xml"
SHEETS = tuple(f"xl/worksheets/sheet{number}.xml" for number in (1, 2, 3))
EMPTY = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'


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


def told(path: Path, content: dict[str, bytes]) -> tuple[Sheet, ...]:
    """Returns the sheets of a workbook with these parts."""
    path.write_bytes(packed(content))
    return read_workbook(path)
