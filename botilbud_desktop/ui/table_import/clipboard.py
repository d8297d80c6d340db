"""The table on the clipboard. It is never shown as markup, and too large contents are refused before parsing."""

from PySide6.QtCore import QMimeData

from botilbud_desktop.domain.table_import.html import MOST_CHARACTERS, tables_of_html
from botilbud_desktop.domain.table_import.marks import Table
from botilbud_desktop.domain.table_import.tsv import table_of_tsv
from botilbud_desktop.domain.text.markup import TooMuchMarkupError
from botilbud_desktop.storage.excel.workbook import Sheet
from botilbud_desktop.ui.platform.copied_files import are_files

LONGEST_TEXT = 1_000_000
"""The most bytes of text on the clipboard that are parsed."""
NO_TABLE = "Der er ikke kopieret en tabel. Markér cellerne i Excel, kopiér dem med Ctrl+C, og prøv igen."
A_FILE = "Der er kopieret en fil, ikke en tabel. Brug »Indsæt projekter fra Excel-fil …« i menuen »Fil«."
TOO_MUCH = "Der er kopieret for meget til skemaet. Kopiér kun rækkerne med projekter. Der blev ikke indsat noget."

_HTML, _TEXT = "text/html", "text/plain"
_SPREADSHEETS = ("schemas-microsoft-com:office:excel", "sdval=", "libreoffice", "google-sheets")


class NoTableError(Exception):
    """The clipboard holds no readable table; the text is a Danish sentence."""


def tables_on(mime: QMimeData) -> tuple[Sheet, ...]:
    """Returns the tables on the clipboard: a spreadsheet's text, or those of Word, Outlook or a web page.

    The one with the most rows comes first.

    Raises:
        NoTableError: there is no table but a file perhaps, or it is far too large.
    """
    if are_files(mime):
        raise NoTableError(A_FILE)
    if mime.data(_TEXT).size() > LONGEST_TEXT:  # in bytes, before anything is copied or parsed
        raise NoTableError(TOO_MUCH)
    text = mime.text()
    is_readable = mime.data(_HTML).size() <= 2 * MOST_CHARACTERS
    markup = mime.html() if is_readable else ""
    tables: tuple[Table, ...] = ()
    if markup and not (_is_of_a_spreadsheet(markup) and "\t" in text):
        try:
            tables = tables_of_html(markup)
        except TooMuchMarkupError:
            is_readable = False
    tables = tables or (table_of_tsv(text),)
    if max(_size(table) for table in tables) < 2:
        if not is_readable:
            raise NoTableError(TOO_MUCH)
        raise NoTableError(NO_TABLE)
    return _as_sheets(tables)


def readable(content: QMimeData | None) -> QMimeData:
    """Returns what the clipboard holds: nothing while another program keeps it, for which Qt gives None."""
    return QMimeData() if content is None else content


def is_spreadsheet(mime: QMimeData) -> bool:
    """Whether cells of a spreadsheet are on the clipboard."""
    markup = mime.html() if mime.data(_HTML).size() <= 2 * MOST_CHARACTERS else ""
    return _is_of_a_spreadsheet(markup) and "\t" in mime.text()


def _is_of_a_spreadsheet(markup: str) -> bool:
    return any(mark in markup[:10_000].lower() for mark in _SPREADSHEETS)


def _size(table: Table) -> int:
    return sum(len(row) for row in table.grid)


def _as_sheets(tables: tuple[Table, ...]) -> tuple[Sheet, ...]:
    """Returns the tables to choose among as between sheets; those of one row or column only where there is no other."""
    numbered = [
        Sheet(f"Tabel {number}", is_hidden=False, grid=table.grid, is_cut=table.is_cut, marks=table.marks)
        for number, table in enumerate(tables, 1)
        if _size(table) > 1
    ]
    large = [sheet for sheet in numbered if len(sheet.grid) > 1 and len(sheet.grid[0]) > 1]
    largest = max(numbered, key=lambda sheet: len(sheet.grid))
    chosen = large if largest in large else [largest, *large]
    return tuple(sorted(chosen, key=lambda sheet: -len(sheet.grid)))
