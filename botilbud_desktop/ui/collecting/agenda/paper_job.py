"""The job that makes a paper of the agenda: works the drafts out once more, in the agenda's order. It uses no Qt."""

from datetime import date
from typing import NamedTuple

from botilbud_desktop.documents.collection_files import WRITERS, Making
from botilbud_desktop.documents.foreign.errors import ForeignPdfError
from botilbud_desktop.domain.attachments.attachment import AttachedFiles, Attachment, AttachmentState
from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.collection.agenda_order import placed
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.rules.collection.chosen import chosen_collection
from botilbud_desktop.rules.collection.records import Collection
from botilbud_desktop.storage.attachments.reading import attached_files, attachment_bytes
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.paths import resources_folder
from botilbud_desktop.ui.collecting.gathered.gathering import Gathered
from botilbud_desktop.ui.collecting.gathered.held import HeldDraft, assessed_again
from botilbud_desktop.ui.questions import PDF_FILES, WORD_FILES, WORKBOOKS, FileKind

_PARTS = 2
"""The drafts are worked out in one half of the time, the paper is made in the other."""
_MOST_TIMES = 3
"""How often a paper is made while attached files change under it."""
_UNSAVED = "»{file}« havde ændringer, der ikke var gemt, da kladden blev læst. De er ikke med her."


class PaperNames(NamedTuple):
    """The words for a kind of paper."""

    command: str
    files: FileKind


PAPERS = {
    ".pdf": PaperNames("&PDF …", PDF_FILES),
    ".docx": PaperNames("&Word …", WORD_FILES),
    ".xlsx": PaperNames("E&xcel …", WORKBOOKS),
}
"""What can be saved, in the order of the menu, by the ending that `WRITERS` knows it by."""


class MakingState(NamedTuple):
    """How far the making of a paper is."""

    said: str
    """What is being done, in Danish."""
    done: int
    total: int


class MakingGivenUpError(Exception):
    """The user gave up; nobody takes the paper."""


class PaperJob:
    """Makes one paper. `run` is called in a thread of its own, the rest in the window's."""

    def __init__(
        self,
        ending: str,
        gathered: Gathered,
        round_: Round,
        drafts: tuple[HeldDraft, ...],
        agenda: Agenda,
        today: date,
    ) -> None:
        """`drafts` are those of the collection that are counted."""
        self._ending = ending
        self._gathered = gathered
        self._round = round_
        self._drafts = drafts
        self._agenda = agenda
        self._today = today
        self._state = MakingState("Regner ansøgningerne igennem …", 0, 1)
        self._assessed = 0
        self._has_changed = False
        """Whether an attached file was another one when it was bound than when the paper told of it."""
        self._is_given_up = False

    @property
    def state(self) -> MakingState:
        """How far it is."""
        return self._state

    def give_up(self) -> None:
        """End it before the next step."""
        self._is_given_up = True

    def run(self) -> bytes:
        """Returns the file.

        Raises:
            MakingGivenUpError: the user gave up.
        """
        content = self._made()
        for _again in range(_MOST_TIMES - 1):  # what the paper says first must hold for what is bound last
            if not self._has_changed:
                break
            content = self._made()
        return content

    def _made(self) -> bytes:
        self._assessed, self._has_changed = 0, False
        collection = self._collection()
        if not self._may_go_on(0, 1):
            raise MakingGivenUpError
        making = Making(self._today, resources_folder(), self._may_go_on, self._content)
        content = WRITERS[self._ending].make(collection, self._agenda, self._round, making)
        if content is None:
            raise MakingGivenUpError
        return content

    def _content(self, attachment: Attachment) -> bytes:
        try:
            return attached_content(attachment)
        except ForeignPdfError:
            self._has_changed = True
            raise

    def _collection(self) -> Collection:
        gathered, by_key = self._gathered, {draft.key: self._looked_again(draft) for draft in self._drafts}
        ordered = [by_key[each.key] for each in placed(self._agenda, [*by_key])]
        applications = assessed_again(ordered, self._round, self._today, self._on_assessing)
        counted = {key.file for key in by_key}
        others = [each.file for each in gathered.applications if each.file not in counted]
        names = {row.file: row.municipality for row in gathered.rows if row.region != NOT_STATED}
        return chosen_collection(
            self._round, applications, others, gathered.copies, gathered.left_out, names, _warnings(gathered)
        )

    def _looked_again(self, draft: HeldDraft) -> HeldDraft:
        """Returns the draft with what is attached to it now: each file is read as the paper will read it."""
        if self._is_given_up:
            raise MakingGivenUpError
        path, before = self._gathered.paths.get(draft.key.file), draft.attachments
        now = before if path is None else attached_files(path, draft.key.application)
        if not now.folder and not now.problem:  # the whole folder is gone, or never was
            now = AttachedFiles(tuple(_gone(each) for each in before.attachments))
        return draft._replace(attachments=_checked(now)._replace(elsewhere=before.elsewhere))

    def _on_assessing(self) -> None:
        if self._is_given_up:
            raise MakingGivenUpError
        self._assessed += 1
        number, total = format_number(self._assessed), len(self._drafts)
        said = f"Regner ansøgning {number} af {format_number(total)} igennem …"
        self._state = MakingState(said, self._assessed - 1, _PARTS * total)

    def _may_go_on(self, done: int, total: int) -> bool:
        """Called before each annex of a paper that takes long. Returns whether to go on."""
        whole = max(total, 1) * _PARTS
        self._state = MakingState(f"Danner et {WRITERS[self._ending].name} …", whole // _PARTS + done, whole)
        return not self._is_given_up


def _checked(files: AttachedFiles) -> AttachedFiles:
    if not files.attachments:
        return files
    from botilbud_desktop.documents.foreign.checked import checked

    return checked(files, attached_content)


def _gone(attachment: Attachment) -> Attachment:
    return attachment._replace(state=AttachmentState.MISSING, path="", reason="", digest="")


def attached_content(attachment: Attachment) -> bytes:
    """Returns the content of an attached file.

    Raises:
        ForeignPdfError: it cannot be read.
    """
    try:
        return attachment_bytes(attachment)
    except RefusedFileError as error:
        raise ForeignPdfError(error.reason) from error


def _warnings(gathered: Gathered) -> list[str]:
    """Returns what else the reading was not sure of."""
    unsaved = _UNSAVED.format(file=gathered.unsaved) if gathered.unsaved else ""
    return [each for each in (gathered.warning, unsaved) if each]
