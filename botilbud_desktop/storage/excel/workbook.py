"""Reads workbooks of Excel and of LibreOffice: the cells of their sheets as they are shown, no formulas.

Only the parts that hold cells and formats are unpacked, within limits and one after another; macros, pictures, links
and what the file says about its own size are never looked at.
"""

from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.domain.table_import.cells import Grid
from botilbud_desktop.domain.table_import.marks import NO_MARKS, Marks
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.excel.archive import Archive
from botilbud_desktop.storage.excel.as_shown import as_shown
from botilbud_desktop.storage.excel.kinds import BINARY_PART, Kind, kind_of_file
from botilbud_desktop.storage.excel.ods.reading import CONTENT, read_ods
from botilbud_desktop.storage.excel.ooxml.reading import read_ooxml, workbook_part
from botilbud_desktop.storage.excel.read_sheet import ReadSheet, ReadWorkbook, Unreadable
from botilbud_desktop.storage.excel.xls.reading import read_xls
from botilbud_desktop.storage.excel.xml_events import TOO_LARGE
from botilbud_desktop.storage.files.read_bytes import read_bytes

LARGEST_FILE = 20_000_000
"""Maximum bytes of a workbook."""

_COPY_CELLS = "kopiér cellerne, og indsæt dem i tabellen"
_SAVE_AS_XLSX = f"Åbn den i Excel, og gem den som .xlsx, eller {_COPY_CELLS}"


class Sheet(NamedTuple):
    """One sheet (*ark*) of a workbook."""

    name: str
    is_hidden: bool
    grid: Grid
    is_cut: bool
    """Whether it has more rows or columns than are read."""
    marks: Marks = NO_MARKS
    """What is hidden, merged, or shown as something else than it is."""
    remarks: tuple[str, ...] = ()
    """What was not read of the whole workbook, as Danish sentences; all its sheets have the same."""


def read_workbook(path: Path) -> tuple[Sheet, ...]:
    """Returns the non-empty sheets of the workbook at `path`, hidden ones last.

    What kind it is, its content tells, whatever its name ends in. Sheets that cannot be read are named in the remarks
    of the others.

    Raises:
        RefusedFileError: it is no workbook, damaged, protected or far too large, or none of it can be read.
    """
    data = read_bytes(path, largest=LARGEST_FILE)
    try:
        read = _read(data)
    except Unreadable as error:
        reason = error.reason
        advice = f"{_COPY_CELLS[0].upper()}{_COPY_CELLS[1:]}" if reason == TOO_LARGE else _SAVE_AS_XLSX
        raise RefusedFileError(path.name, error.part, f"{reason}. {advice}") from error
    sheets = tuple(found for sheet in read.sheets if (found := _sheet(sheet, read.remarks)).grid)
    if not sheets:
        raise RefusedFileError(path.name, "", f"der er ingen ark med celler i den{_after(read.remarks)}")
    return tuple(sorted(sheets, key=lambda sheet: sheet.is_hidden))


def _read(data: bytes) -> ReadWorkbook:
    kind = kind_of_file(data)
    if kind is Kind.OLD_OFFICE:
        return read_xls(data)
    if kind is not Kind.ARCHIVE:
        raise Unreadable(kind.value)
    with Archive(data) as archive:
        if BINARY_PART in archive:
            raise Unreadable(Kind.BINARY.value)
        if part := workbook_part(archive):
            return read_ooxml(archive, part)
        if CONTENT in archive:
            return read_ods(archive)
        raise Unreadable(Kind.OTHER.value)


def _after(remarks: tuple[str, ...]) -> str:
    """Returns remarks as the rest of a clause that gets its full stop later."""
    return f". {' '.join(remarks)}".rstrip(".") if remarks else ""


def _sheet(read: ReadSheet, remarks: tuple[str, ...]) -> Sheet:
    grid, marks = as_shown(read.rows, read.start, read.look)
    return Sheet(read.name, read.is_hidden, grid, read.is_cut, marks._replace(around=(read.name,)), remarks)
