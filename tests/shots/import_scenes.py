"""A table from Excel in its preview, and what was found in a document, with what is doubtful or not understood."""

from PySide6.QtWidgets import QWidget

from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.tsv import grid_of_tsv
from botilbud_desktop.storage.excel.workbook import Sheet
from botilbud_desktop.ui.document_import.document_dialog import DocumentDialog
from botilbud_desktop.ui.table_import.import_dialog import ImportDialog
from tests.shots.camera import Camera
from tests.ui.proposals import QUOTES, two_projects

_TABLE = (
    "Projekt\tLån 2025 (mio. kr.)\tLån 2026\tLeder\tPladser 2025\tPladser 2026\tAndel\tAfsluttes\n"
    "Solgården, 19 botilbudspladser til borgere med komplekse behov\t22,9\t\tPer\t19\t\t0,25\t30-11-2025\n"
    "Månehuset\tuafklaret\t22900000\tIda\t\t8\t50%\t31.02.2026\n"
    "I alt\t22,9\t22900000\t\t19\t8\t\t\n"
)


def photograph_import(window: QWidget, before: Snapshot, form: Round, camera: Camera) -> None:
    """Takes a picture of the preview."""
    sheet = Sheet("", is_hidden=False, grid=grid_of_tsv(_TABLE), is_cut=False)
    dialog = ImportDialog(window, "fra udklipsholderen", (sheet,), before, form)
    dialog.open()
    dialog.activateWindow()
    camera.take("dialog-import")
    dialog.reject()


def photograph_document(window: QWidget, before: Snapshot, form: Round, camera: Camera) -> None:
    """Takes pictures of a project that is asked about, a long text, a row, and a value with a remark."""
    dialog = DocumentDialog(window, "fra filen »notat.docx«", two_projects(), QUOTES, before, form)
    dialog.open()
    dialog.activateWindow()
    camera.take("dialog-document")
    for name, field in (("text", "description"), ("row", "places[0]"), ("remark", "building")):
        path = field_path(f"projects[0].{field}")
        found = next(row for row in dialog.choices.rows if row.found.field == path)
        dialog.values.setCurrentItem(dialog.values.item_of(found))
        camera.take(f"dialog-document-{name}")
    dialog.reject()
