"""Reads the workbooks of Excel 97 to 2003."""

from botilbud_desktop.storage.excel.kinds import Kind
from botilbud_desktop.storage.excel.read_sheet import ReadSheet, ReadWorkbook, Unreadable, few
from botilbud_desktop.storage.excel.xls.compound_file import CompoundFile
from botilbud_desktop.storage.excel.xls.globals_part import PROTECTED, read_globals
from botilbud_desktop.storage.excel.xls.records import RecordReader
from botilbud_desktop.storage.excel.xls.sheet_records import NO_TEXT, read_sheet
from botilbud_desktop.storage.files.printable import printable

MOST_SHEETS = 50
_LONGEST_NAME = 80
_NEVER_CALCULATED = "har formler uden resultat. Åbn filen i Excel, og gem den, så de bliver regnet ud."


def read_xls(data: bytes) -> ReadWorkbook:
    """Reads an old workbook.

    Raises:
        Unreadable: it is no workbook, damaged, protected, or older.
    """
    file = CompoundFile(data)
    if "encryptedpackage" in file.names:
        raise Unreadable(PROTECTED)
    if "workbook" not in file.names:
        raise Unreadable(Kind.OLDER.value if "book" in file.names else Kind.OTHER.value)
    records = RecordReader(file.read("workbook"))
    book = read_globals(records)
    sheets: list[ReadSheet] = []
    remarks: list[str] = []
    if not book.are_texts_whole:
        remarks.append(f"Nogle tekster er ikke læst: filen er beskadiget. De står som {NO_TEXT}")
    for listed in book.sheets:
        name = f"Arket »{printable(listed.name, _LONGEST_NAME)}«"
        if len(sheets) >= MOST_SHEETS:
            remarks.append(f"{name} og de følgende er ikke læst: der læses højst {MOST_SHEETS} ark.")
            break
        try:
            sheet, is_calculated = read_sheet(records, listed, book)
            sheets.append(sheet)
        except Unreadable as error:
            remarks.append(f"{name} er ikke læst: {error.reason.replace('den', 'dets del', 1)}.")
            continue
        if not is_calculated:
            remarks.append(f"{name} {_NEVER_CALCULATED}")
    if book.sheets and not sheets:
        raise Unreadable(f"intet ark kan læses. {' '.join(few(remarks))}".rstrip("."))
    return ReadWorkbook(tuple(sheets), few(remarks))
