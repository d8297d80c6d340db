"""The open draft in its workspace, with the commands for it: approval, documents, transfer, undo and redo."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from botilbud_desktop.domain.approval import Status
from botilbud_desktop.domain.editing.editor import Change
from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.domain.notes.comment_list import COMMENTS, Signature
from botilbud_desktop.domain.steps import Step, StepKind
from botilbud_desktop.storage.recovery.position import Position
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.may_change import may_change
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.draft.saving.save_service import SaveService
from botilbud_desktop.ui.pages.page import Page
from botilbud_desktop.ui.platform.copying import NOT_COPIED
from botilbud_desktop.ui.questions import Questions
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.workspace.problem_notice import ProblemNotice
from botilbud_desktop.ui.workspace.workspace import Workspace

if TYPE_CHECKING:
    from botilbud_desktop.documents.export import ExportKind
    from botilbud_desktop.documents.kind import DocumentKind
    from botilbud_desktop.ui.attachments.attaching import Attaching
    from botilbud_desktop.ui.attachments.part import AttachmentPart
    from botilbud_desktop.ui.pages.approve import ApprovePage
    from botilbud_desktop.ui.pages.projects import ProjectsPage
    from botilbud_desktop.ui.pages.transfer import TransferPage
    from botilbud_desktop.ui.printing.document_printing import DocumentPrinting
    from botilbud_desktop.ui.printing.document_saving import DocumentSaving
    from botilbud_desktop.ui.workbench.approving import Approving
    from botilbud_desktop.ui.workbench.comparisons import Comparisons
    from botilbud_desktop.ui.workbench.document_importing import DocumentImporting
    from botilbud_desktop.ui.workbench.importing import TableImporting
    from botilbud_desktop.ui.workbench.locked_answers import LockedAnswers
    from botilbud_desktop.ui.workbench.place_watcher import PlaceWatcher
    from botilbud_desktop.ui.workbench.previewing import Previewing
    from botilbud_desktop.ui.workbench.transferring import Transferring
    from botilbud_desktop.ui.workbench.undo_notice import UndoNotice

_EXAMPLE = "Dette er en kopi af et eksempel. Du kan rette alt i den. Gem den, hvis du vil beholde den."
_COPY = "Dette er en kopi, som ikke er gemt. Gem den, hvis du vil beholde den. Bagefter kan den flettes med kladden."
_LOAD_AFTER_MS = 150
"""Delay in ms from showing the page of approval to loading what makes documents, so that the page is painted first."""
_FROZEN = "Ansøgningen er godkendt internt og låst. Den er ikke indsendt."


class DraftWorkbench(QObject):
    """One draft and the workspace that shows it."""

    def __init__(
        self, controller: DraftController, repository: DraftRepository, questions: Questions, saving: SaveService
    ) -> None:
        super().__init__()
        self.controller = controller
        self._repository = repository
        self._questions = questions
        self._comparisons: Comparisons | None = None
        self._transferring: Transferring | None = None
        self._table_importing: TableImporting | None = None
        self._document_importing: DocumentImporting | None = None
        self._place_watcher: PlaceWatcher | None = None
        self._attaching: Attaching | None = None
        self.saving = saving
        self._previewing: Previewing | None = None
        self._printing: DocumentPrinting | None = None
        self.workspace = Workspace(controller, self._sign)
        self._undo_notice: UndoNotice | None = None
        self._locked_answers: LockedAnswers | None = None
        controller.undoable_done.connect(self._on_undoable_done)
        self._lock_followed = controller.view_changed.connect(self._follow_lock)
        self.workspace.page_made.connect(self._on_page_made)
        self.workspace.moved.connect(saving.note_position)
        saving.outdated.connect(self.workspace.notice.take_back)
        self.workspace.moved.connect(self._on_moved)
        self.workspace.field_left.connect(saving.note_position)
        self.workspace.pane.filled.connect(self._watch_place)

    def show(self, step: Step | None = None) -> None:
        """Show the draft at `step`; without one, at the best first step, with a notice about the state of the draft."""
        workspace, controller = self.workspace, self.controller
        workspace.start(step or _first_step(controller))
        if step is not None:
            return
        if controller.is_frozen and controller.locked_by is None:
            workspace.notice.rest_on(_FROZEN, State.DONE, ("Lås op og ret …", self._on_unlock_asked))
        else:
            introduction = _introduction(controller)
            ProblemNotice(controller, workspace.notice, workspace.show_check, workspace.moved, introduction)

    def comparisons(self, window: QWidget) -> "Comparisons":
        """Returns the commands that compare or merge the draft, in dialogs above `window`."""
        if self._comparisons is None:
            from botilbud_desktop.ui.workbench.comparisons import Comparisons

            notice = self.workspace.notice
            self._comparisons = Comparisons(
                window,
                self.controller,
                self.saving,
                self._repository,
                self._questions,
                notice.show_hideable,
                notice.take_back,
            )
        return self._comparisons

    def transferring(self) -> "Transferring":
        """Returns the transfer to the web form: its page and its panel."""
        if self._transferring is None:
            from botilbud_desktop.ui.workbench.transferring import Transferring

            self._transferring = Transferring(self.workspace, self._repository, self._questions, self)
        return self._transferring

    def table_importing(self) -> "TableImporting":
        """Returns the import of projects from the clipboard and from workbooks."""
        if self._table_importing is None:
            from botilbud_desktop.ui.workbench.importing import TableImporting

            self._table_importing = TableImporting(self.workspace, self._repository.drive, self)
        return self._table_importing

    def document_importing(self) -> "DocumentImporting":
        """Returns the import of values from documents, mails and texts."""
        if self._document_importing is None:
            from botilbud_desktop.ui.workbench.document_importing import DocumentImporting

            tables, drive = self.table_importing(), self._repository.drive
            self._document_importing = DocumentImporting(self.workspace, drive, tables, self._on_unlock_asked, self)
        return self._document_importing

    def fetch_from_document(self) -> None:
        """Ask for a document, and show what is found in it."""
        from botilbud_desktop.ui.questions import DOCUMENTS

        if not self.document_importing().may_write():
            return
        path = self._questions.path_to_open(self._repository.folder_of(self.controller), DOCUMENTS)
        if path is not None:
            self.document_importing().open(path)

    def leave(self) -> None:
        """Close the transfer panel: the workspace is closed. A second call does nothing more."""
        QObject.disconnect(self._lock_followed)
        if self._locked_answers is not None:
            self._locked_answers.stop()
            self._locked_answers = None
        if self._transferring is not None:
            self._transferring.close()

    def position(self) -> Position:
        """Returns where the user is."""
        from botilbud_desktop.ui.workbench.returning import position_in

        return position_in(self.workspace)

    def show_position(self, position: Position) -> None:
        """Go to a position, as `position` returned it; where its page or field is gone, to the nearest one."""
        from botilbud_desktop.ui.workbench.returning import return_to

        return_to(self.workspace, position)

    def show_preview(self, kind: "DocumentKind | None" = None) -> None:
        """Show a document page by page; without a kind, the receipt of an approved draft, else the form."""
        if self._previewing is None:
            from botilbud_desktop.ui.workbench.previewing import Previewing

            self._previewing = Previewing(self.workspace)
            self._previewing.print_asked.connect(self._on_print_asked)
            self._previewing.save_asked.connect(self._on_document_asked)
        self._previewing.show(kind)

    def print_document(self) -> None:
        """Ask for a printer, and print the document shown, else the receipt of an approved draft, else the form."""
        if self._previewing is not None and self._previewing.is_shown:
            preview = self._previewing.preview
            self._on_print_asked(preview.kind, preview.pages.current_page)
        else:
            from botilbud_desktop.documents.kind import DocumentKind

            is_approved = self.controller.view.status is Status.APPROVED
            self._on_print_asked(DocumentKind.RECEIPT if is_approved else DocumentKind.VIEW)

    def export(self, kind: "ExportKind") -> None:
        """Ask where to save a document for colleagues, and save it."""
        self._documents().export(self.controller, kind, self.workspace.notice)

    def save_papers(self) -> None:
        """Ask where to save all documents of the draft, and save them."""
        from botilbud_desktop.ui.printing.paper_saving import PaperSaving

        PaperSaving(self._repository, self._questions).save(self.controller, self.workspace.notice)

    def suggest_approver(self, before: str, after: str) -> None:
        """Suggest another name for the approval, unless the user has replaced `before`."""
        page = self.workspace.made_page(Step(StepKind.APPROVE))
        name = cast("ApprovePage", page).name if page is not None else None
        if name is not None and name.text() == before:
            name.setText(after)

    def write_comment(self) -> None:
        """Begin a comment on the field that has the focus."""
        from botilbud_desktop.ui.workbench.commenting import write_comment

        if self._may_change(COMMENTS):
            write_comment(self.workspace)

    def offer_facts(self) -> None:
        """Offer the sentences that the table gives for the overall description."""
        from botilbud_desktop.ui.workbench.fact_offering import offer_facts

        if self._may_change(field_path("description")):
            offer_facts(self.workspace)

    def undo(self) -> None:
        """Undo the last change, and go to its field."""
        if self._may_change(self.controller.editor.undo_path):
            self._go_to_change(self.controller.editor.undo())

    def redo(self) -> None:
        """Redo the last undone change, and go to its field."""
        if self._may_change(self.controller.editor.redo_path):
            self._go_to_change(self.controller.editor.redo())

    def _sign(self) -> Signature:
        return Signature(self._repository.storage.person.name, self._repository.clock())

    def _may_change(self, path: FieldPath | None) -> bool:
        """Whether what is at `path` can be changed; if not, the user is told why."""
        if may_change(self.controller, path):
            return True
        if self._locked_answers is not None:
            self._locked_answers.answer()
        return False

    def _follow_lock(self) -> None:
        """Answer attempts to change the draft while it is locked."""
        if self.controller.view.read_only == (self._locked_answers is not None):
            return
        if self._locked_answers is not None:
            self._locked_answers.stop()
            self._locked_answers = None
            self.workspace.notice.end_rest()
        else:
            from botilbud_desktop.ui.workbench.locked_answers import LockedAnswers

            self._locked_answers = LockedAnswers(self.workspace, self._on_unlock_asked)

    def _on_undoable_done(self, text: str) -> None:
        if self._undo_notice is None:
            from botilbud_desktop.ui.workbench.undo_notice import UndoNotice

            self._undo_notice = UndoNotice(self.controller, self.workspace.notice, self.undo)
        self._undo_notice.say(text)

    def _watch_place(self) -> None:
        """Let the journal keep the place of the cursor from now on; the window is painted."""
        self._follow_lock()
        if self._place_watcher is None:
            from botilbud_desktop.ui.workbench.place_watcher import PlaceWatcher

            self._place_watcher = PlaceWatcher(self.workspace)
            self._place_watcher.moved.connect(self.saving.note_cursor)

    def _go_to_change(self, change: Change | None) -> None:
        """Go to what was changed, except for a change of the whole draft, which is visible on every page."""
        if change is not None and change.path:
            from botilbud_desktop.ui.workbench.changed import go_to_changed

            go_to_changed(self.workspace, change)

    def _save(self) -> bool:
        return self.saving.save()

    def _approving(self) -> "Approving":
        from botilbud_desktop.ui.workbench.approving import Approving

        return Approving(self.controller, self._repository, self._questions, self._save)

    def _documents(self) -> "DocumentSaving":
        from botilbud_desktop.ui.printing.document_saving import DocumentSaving

        return DocumentSaving(self._repository, self._questions)

    def _on_page_made(self, page: Page) -> None:
        page.attachments_made.connect(self._on_attachments_made)
        if page.step.kind is StepKind.APPROVE:
            self._connect_approve_page(cast("ApprovePage", page))
        elif page.step.kind is StepKind.TRANSFER:
            self.transferring().tie(cast("TransferPage", page))
        elif page.step.kind is StepKind.PROJECTS:
            projects = cast("ProjectsPage", page)
            projects.paste_asked.connect(self._on_paste_asked)
            projects.document_asked.connect(self.fetch_from_document)
            projects.not_copied.connect(self._on_not_copied)

    def _on_attachments_made(self, part: "AttachmentPart") -> None:
        if self._attaching is None:
            from botilbud_desktop.ui.attachments.attaching import Attaching
            from botilbud_desktop.ui.widgets.notice_bar import OwnNotice

            say = OwnNotice(self.workspace.notice.show_hideable, self.workspace.notice.take_back)
            self._attaching = Attaching(self.controller, self._repository, self._questions, self.saving, say, self)
        self._attaching.tie(part)

    def _on_moved(self) -> None:
        if self.workspace.step.kind is StepKind.APPROVE:
            QTimer.singleShot(_LOAD_AFTER_MS, self, self._repository.documents.load_ahead)

    def _on_paste_asked(self) -> None:
        self.table_importing().paste()

    def _on_not_copied(self) -> None:
        self.workspace.notice.show_hideable(NOT_COPIED, State.PROBLEM)

    def _connect_approve_page(self, page: "ApprovePage") -> None:
        page.name.setText(self._repository.settings.current.approver)
        page.approval_asked.connect(self._on_approval_asked)
        page.unlock_asked.connect(self._on_unlock_asked)
        page.document_asked.connect(self._on_document_asked)
        page.receipts_asked.connect(self._on_receipts_asked)
        page.text_asked.connect(self._on_text_asked)
        page.preview_asked.connect(self.show_preview)
        page.print_asked.connect(self._on_print_asked)
        page.answer_left.connect(self._on_answer_left)

    def _on_approval_asked(self, name: str) -> None:
        page = cast("ApprovePage", self.workspace.page_of(Step(StepKind.APPROVE)))
        if self._approving().approve(page, name):
            self._documents().keep_receipt(self.controller, self.workspace.notice)
            page.focus_first()

    def _on_unlock_asked(self) -> None:
        if self._approving().unlock():
            self.workspace.notice.clear()
            self.workspace.focus_first()

    def _on_receipts_asked(self) -> None:
        from botilbud_desktop.ui.workbench.earlier_receipts import show_earlier_receipts

        show_earlier_receipts(self.workspace, self._repository, self._questions, self._print())

    def _on_document_asked(self, kind: "DocumentKind") -> None:
        self._documents().save(self.controller, kind, self.workspace.notice)

    def print_papers(self) -> None:
        """Ask for a printer, and print all documents of the draft."""
        self._print().print_all(self.save_papers)

    def _on_print_asked(self, kind: "DocumentKind", page: int = 1) -> None:
        self._print().print(kind, page)

    def _print(self) -> "DocumentPrinting":
        if self._printing is None:
            from botilbud_desktop.ui.printing.document_printing import DocumentPrinting

            notice = self.workspace.notice
            self._printing = DocumentPrinting(
                self.controller, self._repository, self._questions, self._documents(), notice
            )
        return self._printing

    def _on_answer_left(self) -> None:
        """Offer the way back to the answer whose field the user went to."""
        step = Step(StepKind.APPROVE)
        page = cast("ApprovePage", self.workspace.page_of(step))
        scrolled_to = page.verticalScrollBar().value()

        def lead_back() -> None:
            self.workspace.show_step(step)
            page.return_to_link(scrolled_to)

        self.workspace.offer_way_back(lead_back)

    def _on_text_asked(self) -> None:
        from botilbud_desktop.documents.export import ExportKind

        self.export(ExportKind.TEXT)


def _introduction(controller: DraftController) -> str:
    """Returns what the user must know of a draft that looks like another one."""
    if controller.location.is_example:
        return _EXAMPLE
    is_copy = controller.origin is not None and controller.location.path is None
    return _COPY if is_copy else ""


def _first_step(controller: DraftController) -> Step:
    """Returns the step a draft opens at: the municipality while it is missing, else the first project or the table."""
    if controller.application.applicant.municipality_code is None:
        return Step(StepKind.APPLICANT)
    return Step(StepKind.PROJECT, 0) if controller.application.projects else Step(StepKind.PROJECTS)
