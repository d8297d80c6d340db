"""»Send til kollega«: the draft is saved, and then copied as a file or attached to a message. Nothing is sent."""

from functools import partial
from pathlib import Path

from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.path_calls import is_file
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.draft.saving.save_service import SaveService
from botilbud_desktop.ui.platform.copying import Copying
from botilbud_desktop.ui.questions import Choice, Questions
from botilbud_desktop.ui.sending.file_on_clipboard import file_content, holds_file
from botilbud_desktop.ui.sending.mail_program import opens_messages
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.notice_bar import Say

TITLE = "Send til kollega"
_COPY = Choice("copy", "Kopiér filen")
_MAIL = Choice("mail", "Åbn en e-mail med kladden")
_BACK = Choice("back", "Annullér")
_HOW = (
    "Programmet sender ikke noget. Kopiér filen, og sæt den ind i en e-mail eller i Teams med Ctrl+V.{mail}\n\n"
    "Alt i kladden følger med, også de interne noter.{half_typed}{attached}"
)
_HOW_BY_MAIL = " Eller åbn en e-mail, hvor kladden er vedhæftet. Du skriver selv, hvem den skal til, og sender den."
_HALF_TYPED = " Det, der er halvt skrevet i et felt, følger ikke med."
_ATTACHED = " De vedlagte PDF’er følger ikke med. Vælg »Pak til KKR …« i menuen »Fil«, hvis de skal med."
_COPIED = "Kopieret: »{name}«. Sæt filen ind i en e-mail eller i Teams med Ctrl+V."
_NOT_COPIED = "Filen er ikke kopieret, for et andet program bruger udklipsholderen. Prøv igen om lidt."
_NOT_THERE = "Filen er ikke kopieret, for den er ikke på drevet lige nu."
_CHANGED = (
    "Der er ikke givet noget videre, for filen er ændret af en anden, siden den blev åbnet her. Åbn den igen, eller "
    "vælg »Sammenlign eller flet med en kopi …« i menuen »Fil«."
)
_OPENED = "Dit e-mailprogram er bedt om at åbne e-mailen. Den er ikke sendt. Åbner den ikke, så kopiér filen i stedet."
_NOT_OPENED = "Der er intet program, der åbner e-mailen. Kopiér filen i stedet."
_PATIENCE = 1.0


class Sending:
    """Sends nothing: gives the open draft to the clipboard or to the mail program."""

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
        self._copying = Copying(controller)

    def ask(self) -> None:
        """Save the draft, ask how it is to be given on, and do it."""
        path = self._saving.saved_path()
        if path is None:
            return
        has_mail = self._repository.drive.answer(opens_messages, otherwise=False, seconds=_PATIENCE)
        text = _HOW.format(
            mail=_HOW_BY_MAIL if has_mail else "",
            half_typed=_HALF_TYPED if self._controller.editor.half_typed else "",
            attached=_ATTACHED if self._has_attachments(path) else "",
        )
        choices = (_COPY, _MAIL, _BACK) if has_mail else (_COPY, _BACK)
        answer = self._questions.choose(TITLE, text, choices)
        if answer in (_COPY.key, _MAIL.key) and self._repository.is_changed_on_disk(self._controller):
            self._say(_CHANGED, State.PROBLEM)
        elif answer == _COPY.key:
            self._copy(path)
        elif answer == _MAIL.key:
            self._open_message(path)

    def _has_attachments(self, path: Path) -> bool:
        """Whether files are attached to the draft, as far as the drive answers soon."""
        from botilbud_desktop.storage.attachments.reading import has_attachments

        draft_id = self._controller.application.id
        return self._repository.drive.answer(partial(has_attachments, path, draft_id), otherwise=False)

    def _copy(self, path: Path) -> None:
        if not self._repository.drive.answer(lambda: is_file(path), otherwise=False):
            self._say(_NOT_THERE, State.PROBLEM)
        else:
            done = partial(self._on_copied, path)
            self._copying.put_content(partial(file_content, path), partial(holds_file, path), done)

    def _on_copied(self, path: Path, is_there: bool) -> None:
        if is_there:
            self._say(_COPIED.format(name=printable(path.name)), State.DONE)
        else:
            self._say(_NOT_COPIED, State.PROBLEM)

    def _open_message(self, path: Path) -> None:
        from botilbud_desktop.storage.draft.message import Attached, message_file

        attached = Attached(self._controller.title, path)
        try:
            written = self._repository.drive.read(path, partial(message_file, attached, self._repository.storage))
        except (RefusedFileError, SaveFailedError) as error:
            self._say(str(error), State.PROBLEM)
            return
        if self._questions.show_file(written):
            self._say(_OPENED, State.DONE)
        else:
            self._say(_NOT_OPENED, State.PROBLEM)
