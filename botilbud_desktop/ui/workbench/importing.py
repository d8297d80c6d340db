"""Imports tables into the draft from the clipboard or a workbook, after a preview, as one step."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from botilbud_desktop.domain.editing.new_id import new_id
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.steps import Step, StepKind
from botilbud_desktop.domain.table_import.applying import applied
from botilbud_desktop.domain.table_import.plan import Plan
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.excel.workbook import Sheet, read_workbook
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.ui.platform.drive_jobs import DriveJobs
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.table_import.clipboard import NoTableError, readable, tables_on
from botilbud_desktop.ui.table_import.import_dialog import ImportDialog
from botilbud_desktop.ui.table_import.wording import SEVERAL_TABLES, inserted
from botilbud_desktop.ui.workspace.workspace import Workspace

READ_ONLY = "Du kan kun læse kladden lige nu, så der kan ikke indsættes projekter."


class TableImporting(QObject):
    """Imports into the draft of one workspace."""

    def __init__(self, workspace: Workspace, drive: DriveJobs, parent: QObject) -> None:
        super().__init__(parent)
        self._drive = drive
        self._workspace = workspace
        self._controller = workspace.controller

    def paste(self) -> None:
        """Show the table on the clipboard, ready to import."""
        if self._may_write():
            try:
                sheets = tables_on(readable(QApplication.clipboard().mimeData()))
            except NoTableError as error:
                self._say(str(error), State.ATTENTION)
            else:
                self.show("udklipsholderen", sheets, SEVERAL_TABLES if len(sheets) > 1 else "")

    def open(self, path: Path) -> None:
        """Show the tables in the workbook at `path`, ready to import."""
        if self._may_write():
            try:
                sheets = self._drive.read(path, lambda: read_workbook(path))
            except RefusedFileError as error:
                self._say(str(error), State.PROBLEM)
            else:
                self.show(f"fra filen »{printable(path.name)}«", sheets)

    def show(self, source: str, sheets: Sequence[Sheet], said: str = "") -> None:
        """Show the preview of the tables of a source; `said` is what the user should know of them."""
        if not isValid(self._workspace):  # closed while it waited
            return
        controller = self._controller
        dialog = ImportDialog(self._workspace, source, sheets, controller.editor.snapshot, controller.round, said)
        dialog.insert_asked.connect(self._on_insert_asked)
        dialog.open()

    def _on_insert_asked(self, plan: Plan) -> None:
        if not self._may_write():
            return
        controller = self._controller
        after = applied(plan, controller.editor.snapshot, controller.round, new_id)
        controller.editor.replace_all(after, field_path("projects"))
        for text in after.half_typed:
            if field_path(text).project in {row.project_index for row in plan.rows}:
                controller.reveal(field_path(text))
        self._workspace.show_step(Step(StepKind.PROJECTS))
        controller.tell_undoable(inserted(plan))

    def _may_write(self) -> bool:
        if self._controller.view.read_only:
            self._say(READ_ONLY, State.ATTENTION)
            return False
        return True

    def _say(self, text: str, state: State) -> None:
        if isValid(self._workspace):  # it may have been closed while it waited
            self._workspace.notice.show_hideable(text, state)
