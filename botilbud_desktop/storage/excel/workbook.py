"""Reads Excel workbooks (`.xlsx`): the cells of their sheets as Excel shows them, no formulas.

The file is unpacked here within limits and repacked with its XML parts only, so that macros, pictures, links and false
size information never reach the parser.
"""

import zlib
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo

from botilbud_desktop.domain.table_import.cells import MOST_COLUMNS, MOST_ROWS, Cell, Grid
from botilbud_desktop.domain.table_import.marks import NO_MARKS, Marks
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.excel.archive_part import DamagedPartError, TooLargePartError, examine
from botilbud_desktop.storage.excel.as_shown import as_shown
from botilbud_desktop.storage.excel.cells import with_text_cells
from botilbud_desktop.storage.excel.looks import PLAIN, looks_of
from botilbud_desktop.storage.files.read_bytes import read_bytes

LARGEST_UNPACKED = 20_000_000
"""Maximum bytes of all XML parts of a workbook together."""
_MOST_PARTS = 2_000
_MOST_SHEETS = 50
_ENDINGS = (".xml", ".rels")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = 0x1

_SAVE_AS_XLSX = "Åbn den i Excel, og gem den som .xlsx, eller kopiér cellerne og indsæt dem i skemaet"
NO_WORKBOOK = f"det er ikke en Excel-fil af typen .xlsx. {_SAVE_AS_XLSX}"
PROTECTED = f"den er beskyttet med adgangskode eller gemt i en anden type end .xlsx. {_SAVE_AS_XLSX}"
TOO_LARGE = f"den er for stor. {_SAVE_AS_XLSX.partition('eller ')[2].capitalize()}"
DAMAGED = f"den er beskadiget. {_SAVE_AS_XLSX}"
NO_SHEETS = "der er ingen ark med celler i den"


class Sheet(NamedTuple):
    """One sheet (*ark*) of a workbook."""

    name: str
    is_hidden: bool
    grid: Grid
    is_cut: bool
    """Whether it has more rows or columns than are read."""
    marks: Marks = NO_MARKS
    """What is hidden, merged, or shown as something else than it is."""


def read_workbook(path: Path) -> tuple[Sheet, ...]:
    """Returns the non-empty sheets of the workbook at `path`, hidden ones last.

    Raises:
        RefusedFileError: it is not an `.xlsx`, is damaged, protected or far too large, or cannot be read.
    """
    data = read_bytes(path, largest=LARGEST_UNPACKED)
    if data.startswith(_OLD_OFFICE):
        raise RefusedFileError(path.name, "", PROTECTED)
    try:
        packed = _repacked(data, path)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        raise RefusedFileError(path.name, "", NO_WORKBOOK) from error
    sheets = _sheets(packed, path)
    if not sheets:
        raise RefusedFileError(path.name, "", NO_SHEETS)
    return sheets


def _sheets(packed: bytes, path: Path) -> tuple[Sheet, ...]:
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    found: list[Sheet] = []
    looks = looks_of(packed)
    try:
        with CalamineWorkbook.from_filelike(BytesIO(packed)) as workbook:
            for metadata in workbook.sheets_metadata[:_MOST_SHEETS]:
                if metadata.typ != SheetTypeEnum.WorkSheet:
                    continue
                sheet = workbook.get_sheet_by_name(metadata.name)
                rows = sheet.to_python(nrows=MOST_ROWS)
                cells = [[_cell(value) for value in row[:MOST_COLUMNS]] for row in rows]
                grid, marks = as_shown(cells, sheet.start or (0, 0), looks.get(metadata.name, PLAIN))
                is_hidden = metadata.visible != SheetVisibleEnum.Visible
                is_cut = sheet.height > MOST_ROWS or sheet.width > MOST_COLUMNS
                marks = marks._replace(around=(metadata.name,))
                if grid:
                    found.append(Sheet(metadata.name, is_hidden, grid, is_cut, marks))
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise RefusedFileError(path.name, "", DAMAGED) from error
    return tuple(sorted(found, key=lambda sheet: sheet.is_hidden))


def _repacked(data: bytes, path: Path) -> bytes:
    """Returns the XML parts only, in a new archive without compression."""
    with ZipFile(BytesIO(data)) as archive:
        parts = [part for part in archive.infolist() if part.filename.lower().endswith(_ENDINGS)]
        names = {part.filename.lower().replace("\\", "/") for part in parts}
        if len(names) < len(parts) or "xl/workbook.xml" not in names:
            raise RefusedFileError(path.name, "", NO_WORKBOOK)
        if any(part.flag_bits & _ENCRYPTED for part in parts):
            raise RefusedFileError(path.name, "", PROTECTED)
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
            raise RefusedFileError(path.name, "", TOO_LARGE)
        target = BytesIO()
        remaining = LARGEST_UNPACKED
        with ZipFile(target, "w") as copy:
            for part in parts:
                content = _unpacked(archive, part, remaining)
                remaining -= len(content)
                if part.filename.lower().startswith("xl/worksheets/"):
                    content = with_text_cells(content)
                _examine(content, part, path)
                copy.writestr(ZipInfo(part.filename), content)
    return target.getvalue()


def _unpacked(archive: ZipFile, part: ZipInfo, remaining: int) -> bytes:
    with archive.open(part) as packed:
        return packed.read(min(part.file_size, remaining) + 1)


def _examine(content: bytes, part: ZipInfo, path: Path) -> None:
    try:
        examine(content)
    except DamagedPartError as error:
        raise RefusedFileError(path.name, part.filename, DAMAGED) from error
    except TooLargePartError as error:
        raise RefusedFileError(path.name, "", TOO_LARGE) from error


def _cell(value: object) -> Cell:
    if isinstance(value, bool):
        return "SAND" if value else "FALSK"
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, time | timedelta):
        return str(value)
    return value if isinstance(value, str | int | float | date) and value != "" else None
