"""The table on the clipboard. It is never shown as markup, and too large contents are refused before parsing."""

from PySide6.QtCore import QMimeData

from botilbud_desktop.domain.table_import.cells import Grid
from botilbud_desktop.domain.table_import.html import MOST_CHARACTERS, grid_of_html
from botilbud_desktop.domain.table_import.tsv import grid_of_tsv
from botilbud_desktop.domain.text.markup import TooMuchMarkupError

LONGEST_TEXT = 1_000_000
"""The most bytes of text on the clipboard that are parsed."""
NO_TABLE = "Der er ikke kopieret en tabel. Markér cellerne i Excel, kopiér dem med Ctrl+C, og prøv igen."
TOO_MUCH = "Der er kopieret for meget til skemaet. Kopiér kun rækkerne med projekter. Der blev ikke indsat noget."

_HTML, _TEXT = "text/html", "text/plain"
_SPREADSHEETS = ("schemas-microsoft-com:office:excel", "sdval=", "libreoffice", "google-sheets")


class NoTableError(Exception):
    """The clipboard holds no readable table; the text is a Danish sentence."""


def grid_on(mime: QMimeData) -> Grid:
    """Returns the cells on the clipboard: a spreadsheet's text, or the table of Word, Outlook or a web page.

    Raises:
        NoTableError: there is no table, or it is far too large.
    """
    if mime.data(_TEXT).size() > LONGEST_TEXT:  # in bytes, before anything is copied or parsed
        raise NoTableError(TOO_MUCH)
    text = mime.text()
    is_readable = mime.data(_HTML).size() <= 2 * MOST_CHARACTERS
    markup = mime.html() if is_readable else ""
    is_spreadsheet = any(mark in markup[:10_000].lower() for mark in _SPREADSHEETS)
    grid: Grid = ()
    if markup and not (is_spreadsheet and "\t" in text):
        try:
            grid = grid_of_html(markup)
        except TooMuchMarkupError:
            is_readable = False
    if not grid:
        grid = grid_of_tsv(text)
    if sum(len(row) for row in grid) < 2:
        if not is_readable:
            raise NoTableError(TOO_MUCH)
        raise NoTableError(NO_TABLE)
    return grid
