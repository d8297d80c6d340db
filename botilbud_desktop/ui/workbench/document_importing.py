"""Fetches values into the draft from documents and mails, after the user has seen and corrected them, as one step."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from botilbud_desktop.domain.document_import.blocks import Document, Paragraph
from botilbud_desktop.domain.document_import.proposal import Proposal
from botilbud_desktop.domain.document_import.proposing import propose
from botilbud_desktop.domain.document_import.taking import taken
from botilbud_desktop.domain.editing.new_id import new_id
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.steps import Step, StepKind
from botilbud_desktop.domain.table_import.layout import layout_of
from botilbud_desktop.domain.table_import.marks import Table
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.excel.workbook import Sheet
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.sources.opening import read_source
from botilbud_desktop.ui.document_import.choices import Choices
from botilbud_desktop.ui.document_import.clipboard import NothingToFetchError, copied_file, document_on
from botilbud_desktop.ui.document_import.document_dialog import DocumentDialog
from botilbud_desktop.ui.document_import.quotes import Quotes
from botilbud_desktop.ui.document_import.summary import taken_words
from botilbud_desktop.ui.platform.drive_jobs import DriveJobs, GivenUpError
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.table_import.clipboard import is_spreadsheet, readable
from botilbud_desktop.ui.workbench.importing import TableImporting
from botilbud_desktop.ui.workbench.locked_answers import UNLOCK
from botilbud_desktop.ui.workspace.workspace import Workspace

_READ_ONLY = "Du kan kun læse kladden lige nu, så der kan ikke hentes noget ind."
_NOT_NOW = "Du kan kun læse kladden lige nu, så der er ikke hentet noget ind. Prøv igen, når du kan skrive i den."
_FROZEN = "Ansøgningen er godkendt og låst, så der kan ikke hentes noget ind. Du kan låse den op."
_FILE_GIVEN_UP = "Filen »{name}« blev ikke læst færdig. Der blev ikke hentet noget ind."
_TEXT_GIVEN_UP = "Teksten blev ikke læst færdig. Der blev ikke hentet noget ind."
_TEXT_AROUND = "Teksten uden for tabellerne er ikke med her. Kopiér den, og vælg »Hent fra udklipsholderen …«."


class _Found(NamedTuple):
    """What was read of a source: tables to preview, or a proposal."""

    sheets: tuple[Sheet, ...] = ()
    said: str = ""
    proposal: Proposal | None = None
    quotes: Quotes | None = None


class DocumentImporting(QObject):
    """Fetches into the draft of one workspace; tables and workbooks are shown by `tables`."""

    def __init__(
        self,
        workspace: Workspace,
        drive: DriveJobs,
        tables: TableImporting,
        unlock: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._drive = drive
        self._tables = tables
        self._unlock = unlock
        self._controller = workspace.controller

    def open(self, path: Path) -> None:
        """Show what is found in the file at `path`, ready to be taken; a table or workbook in its own preview."""
        if not self.may_write():
            return
        try:
            found = self._drive.work_out(partial(_read, path, self._controller.round))
        except RefusedFileError as error:
            self._say(str(error), State.PROBLEM)
        except GivenUpError:
            self._say(_FILE_GIVEN_UP.format(name=printable(path.name)), State.ATTENTION)
        else:
            self._show(f"fra filen »{printable(path.name)}«", found)

    def paste(self) -> None:
        """Show what is found in the text on the clipboard, or in the file that is copied there."""
        content = readable(QApplication.clipboard().mimeData())
        if (path := copied_file(content)) is not None:
            self.open(path)
        elif is_spreadsheet(content):
            self._tables.paste()
        elif self.may_write():
            self._fetch_text(content)

    def _fetch_text(self, content: QMimeData) -> None:
        try:
            read = document_on(content)
            found = self._drive.work_out(partial(_proposed, read, self._controller.round))
        except NothingToFetchError as error:
            self._say(str(error), State.ATTENTION)
        except GivenUpError:
            self._say(_TEXT_GIVEN_UP, State.ATTENTION)
        else:
            self._show("udklipsholderen", found)

    def _show(self, source: str, found: _Found) -> None:
        if found.proposal is None or found.quotes is None:
            self._tables.show(source, found.sheets, found.said)
            return
        if not isValid(self._workspace):  # closed while it waited
            return
        controller = self._controller
        dialog = DocumentDialog(
            self._workspace, source, found.proposal, found.quotes, controller.editor.snapshot, controller.round
        )
        dialog.take_asked.connect(partial(self._on_take_asked, dialog))
        dialog.open()

    def _say(self, text: str, state: State) -> None:
        if isValid(self._workspace):  # it may have been closed while it waited
            self._workspace.notice.show_hideable(text, state)

    def _on_take_asked(self, dialog: DocumentDialog, choices: Choices) -> None:
        if not self.may_write():  # somebody else may have taken the draft over since
            dialog.refuse(_NOT_NOW)
            return
        dialog.accept()
        chosen = choices.chosen
        controller = self._controller
        after = taken(chosen.values, controller.editor.snapshot, controller.round, new_id, chosen.targets)
        is_in_projects = all(value.field.project is not None for value in chosen.values)
        controller.editor.replace_all(after, field_path("projects") if is_in_projects else None)
        has_projects = bool(chosen.targets)
        self._workspace.show_step(Step(StepKind.PROJECTS if has_projects else StepKind.APPLICANT))
        controller.tell_undoable(taken_words(choices))

    def may_write(self) -> bool:
        """Whether anything can be fetched into the draft now; if not, the user is told why."""
        if not self._controller.view.read_only:
            return True
        notice = self._workspace.notice
        if self._controller.locked_by is None:
            notice.show_hideable(_FROZEN, State.INFORMATION, ((UNLOCK, self._unlock),))
        else:
            notice.show_hideable(_READ_ONLY, State.ATTENTION)
        return False


def _read(path: Path, round_: Round) -> _Found:
    """Reads a file, in the thread of a job."""
    source = read_source(path, _read_pdf, partial(_is_of_projects, round_))
    if source.sheets:
        around = source.document.blocks if source.document is not None else ()
        has_text = any(isinstance(block, Paragraph) and block.text.strip() for block in around)
        return _Found(source.sheets, _TEXT_AROUND if has_text else "")
    return _proposed(partial(_document, source.document), round_)


def _read_pdf(data: bytes) -> Document:
    from botilbud_desktop.documents.foreign.text import pdf_document

    return pdf_document(data)


def _document(document: Document | None) -> Document:
    return document or Document(())


def _proposed(read: Callable[[], Document], round_: Round) -> _Found:
    document = read()
    return _Found(proposal=propose(document, round_, round_.municipalities), quotes=Quotes(document))


def _is_of_projects(round_: Round, table: Table) -> bool:
    layout = layout_of(table.grid, round_)
    return any(layout.meanings) and not layout.is_guess
