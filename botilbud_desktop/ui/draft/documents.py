"""The documents of an open draft: their names and their bytes."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from botilbud_desktop.documents.export import EXPORT_NAMES, ExportKind, exported
from botilbud_desktop.documents.kind import DOCUMENT_NAMES, DocumentKind, kinds_for
from botilbud_desktop.domain.approval import check_code, valid_approval
from botilbud_desktop.storage.files.file_names import name_with_part
from botilbud_desktop.storage.paths import UserFolders, resources_folder
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.platform.job import Job
from botilbud_desktop.ui.platform.settings_store import SettingsStore

if TYPE_CHECKING:
    from botilbud_desktop.storage.files.chosen_folder import Kept


type Make = Callable[[], bytes]


class Paper(NamedTuple):
    """One document among all of a draft."""

    file_name: str
    words: str
    """What it is, in Danish; of a document for colleagues, its program."""
    make: Make
    """Makes it; any thread may call it."""
    kind: DocumentKind | ExportKind


class DraftDocuments:
    """Makes the documents of a draft in its current state. Their modules are imported on first use."""

    def __init__(self, settings: SettingsStore, folders: UserFolders) -> None:
        self._settings = settings
        self._folders = folders
        self._loading: Job[None] | None = None

    def load_ahead(self) -> None:
        """Load what makes documents, in a thread: it takes so long that the window would stand still for it."""
        if self._loading is None:
            self._loading = Job(_load)

    def make(self, controller: DraftController, kind: DocumentKind) -> Make:
        """Returns what makes a document of the draft in its current state, as PDF; any thread may call it."""
        view = controller.view

        return partial(_made, kind, view)

    def export(self, controller: DraftController, kind: ExportKind) -> Make:
        """Returns what makes a document for colleagues of the draft in its current state; any thread may call it."""
        return partial(_exported, kind, controller.view)

    def keep_receipt(self, controller: DraftController) -> "Callable[[], Kept]":
        """Returns what saves the receipt of the approval, so that a later change cannot lose it.

        It is saved in the folder that the user chose for receipts, or in the program's own if that is not writable.
        The call raises `SaveFailedError` when neither folder could be written to.
        """
        approval = valid_approval(controller.application)
        if approval is None:
            raise ValueError("only an approved draft has a receipt to keep")
        from botilbud_desktop.storage.draft.kept_receipts import receipt_name

        name = receipt_name(self.name(controller, DocumentKind.RECEIPT), check_code(approval.fingerprint))
        receipt = self.make(controller, DocumentKind.RECEIPT)
        return partial(_kept, self._settings.current.receipts_folder, self._folders.receipts, name, receipt)

    def receipt_folders(self) -> tuple[Path, ...]:
        """Returns where receipts are kept: the folder that the user chose, if any, and the program's own."""
        chosen, own = self._settings.current.receipts_folder, self._folders.receipts
        return (Path(chosen), own) if chosen else (own,)

    def name(self, controller: DraftController, kind: DocumentKind) -> str:
        """Returns a file name to propose for a document, without its extension."""
        return name_with_part(controller.location.stem, DOCUMENT_NAMES[kind].file_name_part)

    def export_name(self, controller: DraftController, kind: ExportKind) -> str:
        """Returns a file name to propose for a document for colleagues, without its extension."""
        return name_with_part(controller.location.stem, EXPORT_NAMES[kind].file_name_part)

    def papers(self, controller: DraftController) -> tuple[Paper, ...]:
        """Returns all documents of the draft in its current state; the receipt only of an approved one."""
        has_project_sheet = controller.round.project_sheet is not None
        receipt = () if valid_approval(controller.application) is None else (DocumentKind.RECEIPT,)
        return (
            *(
                Paper(
                    f"{self.name(controller, kind)}.pdf",
                    DOCUMENT_NAMES[kind].window_title,
                    self.make(controller, kind),
                    kind,
                )
                for kind in (*receipt, *kinds_for(has_project_sheet=has_project_sheet))
            ),
            *(
                Paper(
                    f"{self.export_name(controller, kind)}.{kind}",
                    EXPORT_NAMES[kind].program,
                    self.export(controller, kind),
                    kind,
                )
                for kind in ExportKind
            ),
        )


def _load() -> None:
    from botilbud_desktop.documents.pdf.make import load

    load(resources_folder())


def _made(kind: DocumentKind, view: View) -> bytes:
    from botilbud_desktop.documents.pdf.make import make_document

    return make_document(kind, view.application, view.round, view.assessment, view.today, resources_folder())


def _exported(kind: ExportKind, view: View) -> bytes:
    return exported(kind, view.application, view.round, view.assessment, view.today)


def _kept(chosen: str, own: Path, name: str, receipt: Make) -> "Kept":
    from botilbud_desktop.storage.files.chosen_folder import keep_in

    return keep_in(chosen, own, name, receipt())
