"""Shows the receipts of earlier approvals in a dialog, and prints the one that is asked for."""

from functools import partial

from PySide6.QtCore import Qt

from botilbud_desktop.domain.approval import earlier_approvals
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.printing.document_printing import DocumentPrinting
from botilbud_desktop.ui.printing.receipts_dialog import ReceiptsDialog
from botilbud_desktop.ui.questions import Questions
from botilbud_desktop.ui.workspace.workspace import Workspace


def show_earlier_receipts(
    workspace: Workspace, repository: DraftRepository, questions: Questions, printing: DocumentPrinting
) -> None:
    """Opens the dialog above the window; without a printer, the receipt can be saved there instead."""
    controller = workspace.controller
    approvals = earlier_approvals(controller.application)
    dialog = ReceiptsDialog(controller, approvals, repository, questions, workspace.window())
    again = partial(show_earlier_receipts, workspace, repository, questions, printing)
    dialog.print_asked.connect(partial(printing.print_receipt, again))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
