"""»Pak til KKR«: the draft is saved, and written with its attachments as one ZIP file. Nothing is sent."""

from functools import partial
from pathlib import Path

from botilbud_desktop.domain.attachments.documentation import documentation_of
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.rules.documentation import remarks
from botilbud_desktop.storage.attachments.package import Package, packed
from botilbud_desktop.storage.draft.document_file import write_document
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.file_names import name_with_part
from botilbud_desktop.storage.files.printable import LONGEST_PATH, printable
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.draft.saving.save_service import SaveService
from botilbud_desktop.ui.opening import open_folder
from botilbud_desktop.ui.questions import ZIP_FILES, Questions
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.notice_bar import Say

TITLE = "Pak til KKR"
_CHANGED = (
    "Der er ikke pakket noget, for filen er ændret af en anden, siden den blev åbnet her. Åbn den igen, eller vælg "
    "»Sammenlign eller flet med en kopi …« i menuen »Fil«."
)
_NOT_SENT = "Programmet har ikke sendt noget. Alt i kladden er med, også de interne noter."
_MOST_REMARKS = 3
_MORE = "Se resten under »Dokumentation, der skal sendes« på »Kontrol«."


class Packing:
    """Writes the package on request."""

    def __init__(
        self,
        controller: DraftController,
        saving: SaveService,
        repository: DraftRepository,
        questions: Questions,
        say: Say,
    ) -> None:
        self._controller = controller
        self._saving = saving
        self._repository = repository
        self._questions = questions
        self._say = say

    def ask(self) -> None:
        """Save the draft, ask where the package is to be, write it, and tell what is in it."""
        draft = self._saving.saved_path()
        if draft is None:
            return
        if self._repository.is_changed_on_disk(self._controller):
            self._say(_CHANGED, State.PROBLEM)
            return
        suggested = self._repository.folder_of(self._controller) / f"{name_with_part(draft.stem, 'til KKR')}.zip"
        path = self._questions.path_to_save(TITLE, suggested, ZIP_FILES)
        if path is None:
            return
        drive, storage = self._repository.drive, self._repository.storage
        try:
            package = drive.read(draft, partial(packed, draft, storage.library, self._repository.clock()))
            drive.write(path, partial(write_document, path, draft, lambda: package.data))
        except (RefusedFileError, SaveFailedError) as error:
            self._say(str(error), State.PROBLEM)
            return
        show = partial(open_folder, self._questions, path.parent)
        self._say(self._told(path, package), State.DONE, (("Åbn mappen", show),))

    def _told(self, path: Path, package: Package) -> str:
        number = sum(each.is_there for each in package.files.attachments)
        what = f"kladden og {counted(number, 'vedlagt PDF', 'vedlagte PDF-filer')}" if number else "kun kladden"
        said = list(remarks(documentation_of(self._controller.application, package.files)))
        more = [_MORE] if len(said) > _MOST_REMARKS else []
        where = f"Pakken er gemt: {printable(str(path), LONGEST_PATH)}"
        return "\n".join([where, f"Den indeholder {what}. {_NOT_SENT}", *said[:_MOST_REMARKS], *more])
