"""Attaches PDF files to the open draft, opens them and takes them away, on request."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from botilbud_desktop.domain.attachments.attachment import (
    KINDS,
    AttachedFiles,
    Attachment,
    AttachmentKind,
    AttachmentState,
)
from botilbud_desktop.domain.values.amounts import for_number
from botilbud_desktop.rules.wording import all_of
from botilbud_desktop.storage.attachments.attachment_list import LIST_NAME
from botilbud_desktop.storage.attachments.attachment_name import folder_name
from botilbud_desktop.storage.attachments.changing import Wanted, attach, take_away
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.atomic_write import Replacing
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.ui.attachments.application_part import ApplicationAttachments
from botilbud_desktop.ui.attachments.attached import AttachedDocuments
from botilbud_desktop.ui.attachments.part import AttachmentPart
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.draft.saving.save_service import SaveService
from botilbud_desktop.ui.opening import not_opened, open_folder
from botilbud_desktop.ui.platform.copying import NOT_COPIED, Copying
from botilbud_desktop.ui.questions import PDF_FILES, Choice, Questions
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.notice_bar import OwnNotice

TITLE = "Vedlæg PDF"
_BACK = Choice("back", "Annullér")
_SAVE_FIRST = (
    "PDF’en kopieres til en mappe ved siden af kladden. Kladden er ikke gemt endnu, så den skal gemmes først.",
    (Choice("save", "Gem kladden …"), _BACK),
)
_REMOVALS = {
    AttachmentState.ATTACHED: (
        "Vil du fjerne »{name}«?\n\nKopien i mappen »{folder}« slettes. Den fil, som du vedlagde, bliver ikke ændret."
    ),
    AttachmentState.CHANGED: (
        "Vil du tage »{name}« af listen?\n\nFilen er ændret, siden den blev vedlagt, så den bliver liggende i mappen "
        "»{folder}«."
    ),
    AttachmentState.UNREADABLE: (
        "Vil du tage »{name}« af listen?\n\nFilen er ikke en PDF. Er den uændret, siden den blev vedlagt, slettes den "
        "fra mappen »{folder}«."
    ),
    AttachmentState.MISSING: "Vil du tage »{name}« af listen? Filen er ikke i mappen »{folder}«.",
    AttachmentState.UNKNOWN: (
        "Vil du tage »{name}« af listen?\n\nFilen kan ikke læses, så den bliver liggende i mappen »{folder}«."
    ),
}
_LEFT_BEHIND = "De vedlagte PDF-filer ligger stadig ved siden af kladden med det gamle navn."
_AGAIN_MS = 100


class Attaching(QObject):
    """Does what the parts with attachments ask for."""

    def __init__(
        self,
        controller: DraftController,
        repository: DraftRepository,
        questions: Questions,
        saving: SaveService,
        say: OwnNotice,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._repository = repository
        self._questions = questions
        self._saving = saving
        self._say = say
        self._copying = Copying(self)
        self.attached = AttachedDocuments(controller, self)
        self.attached.left_behind.connect(self._on_left_behind)

    def tie(self, part: AttachmentPart) -> None:
        """Let a part of a page show what is attached, and do what it asks for."""
        part.attach_asked.connect(self._on_attach_asked)
        part.dropped.connect(self._on_dropped)
        part.rows.open_asked.connect(self._on_open_asked)
        part.rows.removal_asked.connect(self._on_removal_asked)
        if self.attached.files is None:
            self.attached.look()
        part.follow(self.attached)
        part.seen.connect(self.attached.look_again)
        if isinstance(part, ApplicationAttachments):
            part.folder_asked.connect(self._on_folder_asked)
            part.copy_asked.connect(self._on_copy_asked)

    def _on_attach_asked(self, part: AttachmentPart) -> None:
        self._say.begin()
        draft = self._saved_draft()
        if draft is None:
            return
        source = self._questions.path_to_open(self._repository.folder_of(self._controller), PDF_FILES)
        if source is not None:
            self._attach(draft, part, (source,))

    def _on_dropped(self, part: AttachmentPart, paths: tuple[Path, ...]) -> None:
        if self._repository.drive.is_busy():
            QTimer.singleShot(_AGAIN_MS, part, partial(self._on_dropped, part, paths))
            return
        self._say.begin()
        draft = self._saved_draft()
        if draft is not None:
            self._attach(draft, part, paths)

    def _saved_draft(self) -> Path | None:
        """Returns the draft's file; a draft without one is saved first. None when the user does not want that."""
        if self._controller.location.path is None and self._questions.choose(TITLE, *_SAVE_FIRST) == "save":
            self._saving.save()
        return self._controller.location.path

    def _attach(self, draft: Path, part: AttachmentPart, sources: Sequence[Path]) -> None:
        kind = self._kind_of(sources, part.asked)
        if kind is None:
            return
        draft_id, project_id = self._controller.application.id, part.project_id
        names: list[str] = []
        try:
            for source in sources:
                wanted = Wanted(source, project_id, kind)
                names.append(self._write(draft, partial(attach, draft, draft_id, wanted)))
        except (RefusedFileError, SaveFailedError) as error:
            self._say(str(error), State.PROBLEM)
        else:
            self._say(_attached(names, draft), State.DONE)
        self.attached.look()
        part.button.setFocus()

    def _kind_of(self, sources: Sequence[Path], asked: AttachmentKind | None) -> AttachmentKind | None:
        """Asks what the files are; what is asked for stands first."""
        kinds = sorted(AttachmentKind, key=lambda kind: kind is not asked)
        choices = (*(Choice(str(kind), KINDS[kind]) for kind in kinds), _BACK)
        what = for_number(len(sources), f"Hvad er »{printable(sources[0].name)}«?", "Hvad er filerne?")
        answer = self._questions.choose(TITLE, what, choices)
        return None if answer == _BACK.key else AttachmentKind(answer)

    def _on_open_asked(self, attachment: Attachment) -> None:
        self._say.begin()
        if not self._questions.show_file(Path(attachment.path)):
            self._say(not_opened(Path(attachment.path)), State.PROBLEM)

    def _on_removal_asked(self, attachment: Attachment) -> None:
        self._say.begin()
        draft = self._controller.location.path
        if draft is None or not self._is_removal_wanted(draft, attachment):
            return
        try:
            is_gone = self._write(draft, partial(take_away, draft, self._controller.application.id, attachment))
        except (RefusedFileError, SaveFailedError) as error:
            self._say(str(error), State.PROBLEM)
        else:
            self._say(_removed(attachment, draft, is_gone=is_gone), State.DONE)
        self.attached.look()

    def _is_removal_wanted(self, draft: Path, attachment: Attachment) -> bool:
        said = _REMOVALS[attachment.state].format(
            name=printable(attachment.file_name), folder=printable(folder_name(draft))
        )
        choices = (Choice("remove", "Fjern"), _BACK)
        return self._questions.choose("Fjern bilag", said, choices) == "remove"

    def _write[Result](self, draft: Path, work: Callable[[Replacing], Result]) -> Result:
        return self._repository.drive.write(draft.with_name(folder_name(draft)) / LIST_NAME, work)

    def _on_left_behind(self, files: AttachedFiles) -> None:
        """Offer to take the files along: the draft was saved under another name."""
        self._say.begin()
        self._say(_LEFT_BEHIND, State.ATTENTION, (("Kopiér dem med", partial(self._take_along, files)),))

    def _take_along(self, files: AttachedFiles) -> None:
        self._say.begin()
        draft, draft_id = self._controller.location.path, self._controller.application.id
        if draft is None:
            return
        try:
            names = [
                self._write(
                    draft, partial(attach, draft, draft_id, Wanted(Path(each.path), each.project_id, each.kind))
                )
                for each in files.attachments
                if each.is_there
            ]
        except (RefusedFileError, SaveFailedError) as error:
            self._say(str(error), State.PROBLEM)
        else:
            self._say(_attached(names, draft), State.DONE)
        self.attached.look()

    def _on_folder_asked(self) -> None:
        files = self.attached.files
        if files is not None and files.folder:
            open_folder(self._questions, Path(files.folder))

    def _on_copy_asked(self, text: str, said: str) -> None:
        self._say.begin()
        self._copying.put_text(text, partial(self._on_copied, said))

    def _on_copied(self, said: str, is_there: bool) -> None:
        if is_there:
            self._say(said, State.DONE)
        else:
            self._say(NOT_COPIED, State.PROBLEM)


def _attached(names: Sequence[str], draft: Path) -> str:
    what = all_of([f"»{printable(name)}«" for name in names])
    return f"{what} er vedlagt og ligger i mappen »{printable(folder_name(draft))}«. Programmet har ikke sendt noget."


def _removed(attachment: Attachment, draft: Path, *, is_gone: bool) -> str:
    name = printable(attachment.file_name)
    if is_gone:
        return f"»{name}« er fjernet."
    return f"»{name}« er taget af listen. Filen ligger stadig i mappen »{printable(folder_name(draft))}«."
