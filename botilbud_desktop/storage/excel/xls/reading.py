"""Reads the workbooks of Excel 97 to 2003."""

from botilbud_desktop.storage.excel.kinds import Kind
from botilbud_desktop.storage.excel.read_sheet import (
    LOCKED,
    MOST_SHEETS,
    NO_TEXT,
    ReadSheet,
    ReadWorkbook,
    Unreadable,
    few,
    named,
    not_read,
    not_read_from,
)
from botilbud_desktop.storage.excel.xls.compound_file import CompoundFile
from botilbud_desktop.storage.excel.xls.globals_part import read_globals
from botilbud_desktop.storage.excel.xls.records import RecordReader
from botilbud_desktop.storage.excel.xls.sheet_records import read_sheet

_NEVER_CALCULATED = "har formler uden resultat. Åbn filen i Excel, og gem den, så de bliver regnet ud."


def read_xls(data: bytes) -> ReadWorkbook:
    """Reads an old workbook.

    Raises:
        Unreadable: it is no workbook, damaged, protected, or older.
    """
    file = CompoundFile(data)
    if "encryptedpackage" in file.names:
        raise Unreadable(LOCKED)
    if "workbook" not in file.names:
        raise Unreadable(Kind.OLDER.value if "book" in file.names else Kind.OTHER.value)
    records = RecordReader(file.read("workbook"))
    book = read_globals(records)
    sheets: list[ReadSheet] = []
    remarks: list[str] = []
    if not book.are_texts_whole:
        remarks.append(f"Nogle tekster er ikke læst: Filen er beskadiget. De står som {NO_TEXT}")
    for listed in book.sheets:
        if len(sheets) >= MOST_SHEETS:
            remarks.append(not_read_from(listed.name))
            break
        try:
            sheet, is_calculated = read_sheet(records, listed, book)
            sheets.append(sheet)
        except Unreadable as error:
            remarks.append(not_read(listed.name, error))
            continue
        if not is_calculated:
            remarks.append(f"{named(listed.name)} {_NEVER_CALCULATED}")
    if book.sheets and not sheets:
        raise Unreadable(f"intet ark kan læses. {' '.join(few(remarks))}".rstrip("."))
    return ReadWorkbook(tuple(sheets), few(remarks))
