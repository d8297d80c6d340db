"""The documents of an open draft: what they are called, and their bytes."""

from typing import TYPE_CHECKING

from botilbud_desktop.documents.kind import DOCUMENT_NAMES, DocumentKind
from botilbud_desktop.domain.approval import check_code, valid_approval
from botilbud_desktop.storage.files.file_names import safe_file_name
from botilbud_desktop.storage.paths import UserFolders, resources_folder
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.platform.settings_store import SettingsStore

if TYPE_CHECKING:
    from botilbud_desktop.storage.files.chosen_folder import Kept


class DraftDocuments:
    """Makes the documents of a draft as it stands. What a document needs is loaded when it is first made."""

    def __init__(self, settings: SettingsStore, folders: UserFolders) -> None:
        self._settings = settings
        self._folders = folders

    def make(self, controller: DraftController, kind: DocumentKind) -> bytes:
        """A document of the draft as it stands, as PDF."""
        from botilbud_desktop.documents.pdf.make import make_document

        view = controller.view
        return make_document(kind, view.application, view.round, view.assessment, resources_folder())

    def plain_text(self, controller: DraftController) -> bytes:
        """The form's fields in its order, to type over."""
        from botilbud_desktop.documents.plain_text import as_text

        return as_text(controller.application, controller.round).encode("utf-8")

    def keep_receipt(self, controller: DraftController) -> "Kept":
        """Keep the receipt of the approval, so that a later change cannot lose it.

        It lies in the folder that the user chose for receipts, or in the program's own while that cannot be written.

        Raises:
            SaveFailedError: it could be written in neither.
        """
        approval = valid_approval(controller.application)
        if approval is None:
            raise ValueError("only an approved draft has a receipt to keep")
        from botilbud_desktop.storage.files.chosen_folder import keep_in

        name = f"{self.name(controller, DocumentKind.RECEIPT)} {check_code(approval.fingerprint)}.pdf"
        receipt = self.make(controller, DocumentKind.RECEIPT)
        return keep_in(self._settings.current.receipts_folder, self._folders.receipts, name, receipt)

    def name(self, controller: DraftController, kind: DocumentKind) -> str:
        """A name to propose for a document, without its ending."""
        return safe_file_name(f"{controller.location.stem} – {DOCUMENT_NAMES[kind].in_a_file_name}")
