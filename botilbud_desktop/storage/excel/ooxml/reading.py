"""Puts a workbook of the newer kind together of its parts. One bad part costs no more than what stands in it."""

from typing import NamedTuple

from botilbud_desktop.domain.table_import.cells import Cell
from botilbud_desktop.domain.text.hidden_marks import capitalised
from botilbud_desktop.storage.excel.archive import MISSING, Archive
from botilbud_desktop.storage.excel.looks import Look
from botilbud_desktop.storage.excel.ooxml.cells import CellContext
from botilbud_desktop.storage.excel.ooxml.relations import Relation, relations_of
from botilbud_desktop.storage.excel.ooxml.sheet_part import SheetReader
from botilbud_desktop.storage.excel.ooxml.styles import Style, StyleReader
from botilbud_desktop.storage.excel.ooxml.texts import SharedText, TextReader
from botilbud_desktop.storage.excel.ooxml.workbook_part import ListedSheet, WorkbookReader
from botilbud_desktop.storage.excel.read_sheet import (
    MOST_SHEETS,
    NO_TEXT,
    ReadSheet,
    ReadWorkbook,
    Unreadable,
    few,
    named,
    not_read,
    not_read_from,
    table_of,
)
from botilbud_desktop.storage.excel.xml_events import TOO_LARGE
from botilbud_desktop.storage.files.printable import printable

_USUAL = "xl/workbook.xml"
_NO_CELLS = ("chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet")
"""Sheets of charts, questions and old macros."""
_VERY_LARGE = "er meget stort. Kun begyndelsen er læst, og ikke, hvad der er flettet eller skjult af et filter."


class _OpenSheet(NamedTuple):
    listed: ListedSheet
    read: SheetReader
    is_filtered: bool


def workbook_part(archive: Archive) -> str:
    """Returns the name of the part that lists the sheets; empty when the archive is no workbook.

    Raises:
        Unreadable: what tells it is damaged, and the part has not its usual name.
    """
    if _USUAL in archive:
        return _USUAL
    found = (relation.part for relation in relations_of(archive, "") if relation.kind == "officeDocument")
    part = next((part for part in found if part in archive), "")
    return part or next((name for name in archive.names if name.rpartition("/")[2] == "workbook.xml"), "")


def read_ooxml(archive: Archive, part: str) -> ReadWorkbook:
    """Reads the workbook whose sheets `part` lists.

    Raises:
        Unreadable: the part is damaged, or none of the sheets can be read.
    """
    book = WorkbookReader()
    archive.read(part, book)
    relations = relations_of(archive, part)
    remarks: list[str] = []
    opened = _opened(archive, book.sheets, {relation.id: relation for relation in relations}, remarks)
    if book.sheets and not opened and remarks:
        raise Unreadable(f"intet ark kan læses. {' '.join(few(remarks))}".rstrip("."))
    styles = _styles(archive, relations, opened, remarks)
    texts = _texts(archive, relations, opened, remarks)
    context = CellContext(texts, styles, book.since_1904)
    return ReadWorkbook(tuple(_finished(sheet, context) for sheet in opened), few(remarks))


def _opened(
    archive: Archive, sheets: list[ListedSheet], relations: dict[str, Relation], remarks: list[str]
) -> list[_OpenSheet]:
    """Returns the sheets that can be read; the others are named in `remarks`."""
    opened: list[_OpenSheet] = []
    for number, sheet in enumerate(sheets, 1):
        relation = relations.get(sheet.relation, Relation("", "", f"xl/worksheets/sheet{number}.xml"))
        if relation.kind in _NO_CELLS:
            continue
        if len(opened) >= MOST_SHEETS:
            remarks.append(not_read_from(sheet.name))
            break
        reader = SheetReader()
        try:
            if relation.kind and not relation.part:
                raise Unreadable(MISSING)
            archive.read(relation.part, reader, leaves_room=True)
        except Unreadable as error:
            if error.reason == TOO_LARGE and reader.is_cut:
                remarks.append(f"{named(sheet.name)} {_VERY_LARGE}")
                opened.append(_OpenSheet(sheet, reader, reader.has_filter))
                continue
            remarks.append(not_read(sheet.name, error))
            continue
        opened.append(_OpenSheet(sheet, reader, reader.has_filter or _has_filter(archive, relation.part, reader)))
    return opened


def _has_filter(archive: Archive, part: str, sheet: SheetReader) -> bool:
    """Whether a table on the sheet is filtered. Where that cannot be read, hidden rows are asked about anyway."""
    if not sheet.has_tables:
        return False
    try:
        for relation in relations_of(archive, part):
            if relation.kind == "table":
                table = SheetReader()
                archive.read(relation.part, table, leaves_room=True)
                if table.has_filter:
                    return True
    except Unreadable:
        return False
    return False


def _part_of(archive: Archive, relations: tuple[Relation, ...], kind: str, usual: str) -> str:
    found = next((relation.part for relation in relations if relation.kind == kind), "")
    return found or (usual if usual in archive else "")


def _texts(
    archive: Archive, relations: tuple[Relation, ...], opened: list[_OpenSheet], remarks: list[str]
) -> dict[int, SharedText]:
    cells = (cell for sheet in opened for cell in sheet.read.cells.values() if cell.kind == "s")
    wanted = {int(number) for cell in cells if (number := cell.value.strip()).isascii() and number.isdecimal()}
    reader = TextReader(wanted)
    part = _part_of(archive, relations, "sharedStrings", "xl/sharedStrings.xml")
    if wanted:
        try:
            archive.read(part or "xl/sharedStrings.xml", reader)
        except Unreadable as error:
            why = capitalised(error.reason.replace("den", "delen med dem", 1))
            remarks.append(f"Nogle tekster er ikke læst: {why} ({printable(error.part)}). De står som {NO_TEXT}")
    return reader.texts


def _styles(
    archive: Archive, relations: tuple[Relation, ...], opened: list[_OpenSheet], remarks: list[str]
) -> tuple[Style, ...]:
    part = _part_of(archive, relations, "styles", "xl/styles.xml")
    reader = StyleReader()
    is_used = any(cell.style.strip("0") for sheet in opened for cell in sheet.read.cells.values())
    try:
        if part or is_used:
            archive.read(part or "xl/styles.xml", reader)
    except Unreadable as error:
        why = capitalised(error.reason.replace("den", "delen med dem", 1))
        remarks.append(
            f"Cellernes formater er ikke læst: {why} ({printable(error.part)}). Tallene er, som de er gemt, "
            "ikke som Excel viser dem, og datoer kan stå som tal."
        )
        return ()
    return reader.styles


def _finished(sheet: _OpenSheet, context: CellContext) -> ReadSheet:
    cells: dict[tuple[int, int], Cell] = {}
    formats: dict[tuple[int, int], str] = {}
    notes: dict[tuple[int, int], str] = {}
    for place, stored in sheet.read.cells.items():
        cells[place], note = context.read(stored)
        if note:
            notes[place] = note
        if code := context.code(stored):
            formats[place] = code
    rows, start, is_cut = table_of(cells)
    read = sheet.read
    look = Look(
        formats,
        frozenset(read.hidden_rows),
        frozenset(read.hidden_columns),
        sheet.is_filtered,
        merged=tuple(read.merged),
        notes=notes,
    )
    return ReadSheet(sheet.listed.name, sheet.listed.is_hidden, rows, start, look, is_cut or read.is_cut)
