"""The table of projects for the clipboard: for spreadsheets, for Word, and as text."""

from PySide6.QtCore import QMimeData

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.web_form.table_export import as_html, as_tsv, table_rows


def table_mime(application: Application, round_: Round) -> QMimeData:
    """Returns the table as text with tabs and as HTML."""
    rows = table_rows(application, round_)
    mime = QMimeData()
    mime.setText(as_tsv(rows))
    mime.setHtml(as_html(rows, round_))
    return mime
