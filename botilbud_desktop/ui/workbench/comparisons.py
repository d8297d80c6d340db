"""Compares and merges the open draft with its file, a copy of it, or an earlier version."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.editing.half_typed import carried_over
from botilbud_desktop.domain.form_bounds import FormBounds
from botilbud_desktop.domain.lineage import Lineage
from botilbud_desktop.domain.merging.difference import differences
from botilbud_desktop.domain.merging.merge import merge
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.comment_list import MOST_COMMENTS
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.domain.values.dates import format_clock, format_date
from botilbud_desktop.storage.draft.changed_by import Change, writer_of
from botilbud_desktop.storage.draft.common_ancestor import common_ancestor
from botilbud_desktop.storage.draft.draft_file import OpenedDraft, parse_draft
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.file_names import place_of
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.history.versions import History, Reason
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.user.person import Person
from botilbud_desktop.ui.comparing.compare_dialog import CompareDialog
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.draft.saving.save_service import SaveService
from botilbud_desktop.ui.merging.merge_dialog import MergeDialog
from botilbud_desktop.ui.merging.prepared import PreparedMerge, prepared
from botilbud_desktop.ui.platform.drive_jobs import GivenUpError
from botilbud_desktop.ui.questions import DRAFT_FILES, Questions
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.versions.kept_versions import KeptVersions
from botilbud_desktop.ui.versions.versions_dialog import VersionedDraft, VersionsDialog
from botilbud_desktop.ui.widgets.notice_bar import Action, OwnNotice, Say

_MINE = "Din kladde"
_VERSIONS = Path("Tidligere versioner")
"""The name of the earlier versions in messages."""
_DAMAGED_VERSIONS = "En fil med tidligere versioner på denne computer er beskadiget."
_TOO_LARGE = "er så stor, at den ikke kan sammenlignes eller flettes. Åbn den for sig, så ses det, der er for meget."
_COMPARING_GIVEN_UP = "Sammenligningen er opgivet."
_MERGING_GIVEN_UP = "Fletningen er opgivet, og intet er ændret."
_NOTHING_TAKEN = "Kladden er, som den var: Alt i den anden udgave er enten med i den eller valgt fra."
_TOO_MANY_COMMENTS = (
    "De to udgaver har tilsammen {count} kommentarer, og en kladde har plads til {most}, så de er ikke flettet. Slet "
    "først dem, der ikke skal bruges mere, i den ene."
)
_OTHER_DRAFT = "Filen indeholder en anden ansøgning. De to kan ikke sammenlignes."


class _Ancestor(NamedTuple):
    """What the two copies grew out of."""

    application: Application | None
    """None when it is not proven, or no longer there."""
    remark: str
    """Why it could not be looked for everywhere, as a Danish sentence; "" when it could."""


def _stays(_text: str) -> None:
    """Take back nothing: the window that says it shows it until the user hides it."""


class Comparisons:
    """The commands that compare or merge the open draft with another state of it."""

    def __init__(
        self,
        window: QWidget,
        controller: DraftController,
        saving: SaveService,
        repository: DraftRepository,
        questions: Questions,
        say: Say,
        take_back: Callable[[str], object] = _stays,
    ) -> None:
        self._window = window
        self._controller = controller
        self._saving = saving
        self._repository = repository
        self._questions = questions
        self._say = OwnNotice(say, take_back)

    def compare_with_file(self) -> None:
        """Show what somebody else changed in the file."""
        path = self._controller.location.path
        if path is not None:
            self._compare_with(path, ("Flet …", self.merge_with_file))

    def merge_with_file(self) -> None:
        """Merge the draft with what somebody else wrote into its file."""
        self._say.begin()
        path, file = self._controller.location.path, self._controller.file
        theirs = self._read(path) if path is not None else None
        if path is None or file is None or theirs is None:
            return

        def on_merged() -> None:
            self._saving.continue_from(theirs.content)

        self._merge(theirs, (_MINE, self._title(path)), on_merged=on_merged)

    def compare_with_copy(self) -> None:
        """Ask for a copy of the draft, such as one that a colleague mailed back, and show the differences."""
        self._say.begin()
        path = self._questions.path_to_open(self._repository.folder_of(self._controller))
        if path is not None:
            self.compare_with(path)

    def compare_with(self, path: Path) -> None:
        """Show the differences from the copy at `path`, and offer to merge the two."""

        def merge_copy() -> None:
            self._merge_copy(path)

        actions: tuple[Action, ...] = () if self._controller.locked_by is not None else (("Flet …", merge_copy),)
        self._compare_with(path, *actions)

    def merge_found(self, found: OpenedDraft, half_typed: Mapping[str, str], on_merged: Callable[[], None]) -> None:
        """Merge the current draft with content that a crash kept from being saved, and its half-typed values."""
        self._merge(found, ("Kladden nu", "Det, der ikke blev gemt"), half_typed, on_merged)

    def show_versions(self, show_lost: Callable[[], object], on_restored: Callable[[], object] = lambda: None) -> None:
        """Show the earlier versions of the draft; `show_lost` shows those of drafts whose files are gone."""
        controller = self._controller
        location = controller.location
        draft = VersionedDraft(
            history=KeptVersions(self._repository.folders.versions, controller.application.id, self._repository.drive),
            current=controller.editor.snapshot,
            round=controller.round,
            library=self._repository.library,
            path=location.path or self._repository.drafts_folder() / f"{location.suggested_name}.{DRAFT_FILES.ending}",
            is_read_only=controller.is_frozen,
            is_kept=self._repository.storage.keeps_versions,
        )
        dialog = VersionsDialog(self._window, draft, self._questions, self._export, self._repository.clock)

        def restore(version: OpenedDraft) -> None:
            dialog.close()
            self._restore(version, on_restored)

        dialog.restore_asked.connect(restore)
        dialog.lost_asked.connect(show_lost)
        dialog.open()

    def _export(self, path: Path, data: bytes) -> None:
        """Write an earlier version to a file of its own.

        Raises:
            SaveFailedError: it could not be written, or is the open draft's own file.
        """
        own = self._controller.location.path
        if own is not None and self._repository.is_same_file(path, own):
            raise SaveFailedError(path.name, "det er den åbne kladdes egen fil, så vælg et andet navn")
        self._repository.write_file(path, data)
        self._repository.drive.answer(partial(_keep_copied, self._history(), data), None)

    def _compare_with(self, path: Path, *actions: Action) -> None:
        self._say.begin()
        other = self._read(path)
        if other is None:
            return
        controller = self._controller
        mine, half_typed = controller.editor.snapshot
        work = partial(differences, other.application, mine, controller.round, half_typed_after=half_typed)
        try:
            changed = self._repository.drive.work_out(work)
        except GivenUpError:
            self._say(_COMPARING_GIVEN_UP, State.INFORMATION)
            return
        title = self._title(path)
        dialog = CompareDialog(
            self._window,
            "Sammenlign",
            f"Din kladde ved siden af {printable(path.name)}.",
            title,
            _MINE,
            changed,
            actions,
        )
        dialog.open()

    def _merge_copy(self, path: Path) -> None:
        self._say.begin()
        theirs = self._read(path)
        if theirs is not None:
            self._merge(theirs, (_MINE, self._title(path)), on_merged=partial(self._keep_merged_copy, path, theirs))

    def _keep_merged_copy(self, path: Path, theirs: OpenedDraft) -> None:
        """Keep what was merged as an earlier version: the next merge with the same copy grows out of it."""
        at, person = self._repository.clock(), self._repository.storage.person
        keep = partial(_keep_merged, self._history(), path, theirs.content, at, person)
        self._repository.drive.answer(keep, None)

    def _merge(
        self,
        theirs: OpenedDraft,
        titles: tuple[str, str],
        half_typed: Mapping[str, str] | None = None,
        on_merged: Callable[[], None] | None = None,
    ) -> None:
        """Open the dialog; `half_typed` is the other's half-typed values by path."""
        controller = self._controller
        drive, mine = self._repository.drive, controller.editor.snapshot
        try:
            ancestor = self._ancestor(theirs)
            work = partial(
                _prepared, ancestor.application, mine, theirs.application, half_typed or {}, controller.round
            )
            merged = drive.work_out(work)
        except GivenUpError:
            self._say(_MERGING_GIVEN_UP, State.INFORMATION)
            return
        if (count := len(merged.merge.merged.comments)) > MOST_COMMENTS:
            numbers = {"count": format_number(count), "most": format_number(MOST_COMMENTS)}
            self._say(_TOO_MANY_COMMENTS.format(**numbers), State.PROBLEM)
            return
        dialog = MergeDialog(self._window, merged, controller.round, *titles, ancestor.remark, drive.work_out)

        def take(result: Application) -> None:
            self._apply_merged(result, theirs, carried_over(half_typed or {}, theirs.application, result))
            if on_merged is not None:
                on_merged()

        dialog.merged.connect(take)
        dialog.open()

    def _ancestor(self, theirs: OpenedDraft) -> "_Ancestor":
        """Returns what the open draft and the other one grew out of, from all versions on this computer.

        Raises:
            GivenUpError: the user gave up waiting.
        """
        controller = self._controller
        mine = controller.serialiser.serialise(controller.application)
        file = controller.file
        saved = None if file is None else file.content
        at_hand = [mine.data, theirs.content, *filter(None, (controller.origin, saved))]
        history, remark, is_damaged = self._history(), "", False
        try:
            kept, is_damaged = self._repository.drive.read(_VERSIONS, lambda: _contents_of(history))
            at_hand += kept
        except RefusedFileError as error:
            remark = str(error)
        library = self._repository.library
        find = partial(_common_ancestor, mine.lineage, theirs, at_hand, library)
        application = self._repository.drive.work_out(find)
        if application is None and not remark and is_damaged:
            remark = _DAMAGED_VERSIONS
        return _Ancestor(application, remark if application is None else "")

    def _apply_merged(self, merged: Application, theirs: OpenedDraft, half_typed: Mapping[str, str]) -> None:
        """Replace the draft with the merged one as one step; `half_typed` is what the other had typed half."""
        controller = self._controller
        own = carried_over(controller.editor.half_typed, controller.application, merged)
        result = Snapshot(merged, {**half_typed, **own})
        is_changed = result != controller.editor.snapshot
        if is_changed and controller.view.read_only:
            controller.unlock()
        controller.include(theirs, result)
        if not is_changed:
            self._say(_NOTHING_TAKEN, State.INFORMATION)
            return
        self._saving.set_next_reason(Reason.MERGED)
        controller.tell_undoable("De to udgaver er flettet.")

    def _restore(self, version: OpenedDraft, on_restored: Callable[[], object] = lambda: None) -> None:
        """Restore an earlier version as one step, with its half-typed values; approvals are not part of it."""
        controller = self._controller
        application = replace(version.application, approvals=controller.application.approvals)
        half_typed = self._repository.half_typed_of(application.id, version.digest)
        restored = Snapshot(application, half_typed)
        if restored == controller.editor.snapshot:
            self._say("Kladden svarer allerede til den version.", State.INFORMATION)
            return
        controller.restore_version(version, restored)
        self._saving.set_next_reason(Reason.RESTORED)
        on_restored()
        controller.tell_undoable("Den tidligere version er gendannet.")

    def _read(self, path: Path) -> OpenedDraft | None:
        """Returns another state of the open draft from a file; None, with a notice, if the two cannot be compared."""
        try:
            other = self._repository.read(path)
        except RefusedFileError as error:
            self._say(str(error), State.PROBLEM)
            return None
        own = self._controller.application
        if (other.application.id, other.application.round) != (own.id, own.round):
            self._say(_OTHER_DRAFT, State.PROBLEM)
            return None
        if FormBounds().excesses(other.application):
            self._say(f"»{printable(path.name)}« {_TOO_LARGE}", State.PROBLEM)
            return None
        return other

    def _title(self, path: Path) -> str:
        return _file_title(path, self._repository.changed_by(path))

    def _history(self) -> History:
        return self._repository.storage.history(self._controller.application.id)


def compare_found(window: QWidget, round_: Round, saved: Snapshot, found: Snapshot) -> None:
    """Show what a recovery would restore in a draft for the round `round_`."""
    changed = differences(saved.application, found.application, round_, saved.half_typed, found.half_typed)
    explanation = "Til venstre står det, der er gemt. Til højre det, du havde skrevet."
    dialog = CompareDialog(window, "Ændringer, som ikke er gemt", explanation, "Gemt", "Ikke gemt", changed)
    dialog.open()


def _common_ancestor(
    mine: Lineage | None, theirs: OpenedDraft, contents: Sequence[bytes], library: FormLibrary
) -> Application | None:
    """Returns the proven common ancestor, from the contents that are at hand; None when it is not among them."""
    content = common_ancestor(mine, theirs.lineage, contents)
    try:
        application = parse_draft(content or b"", "", library).application
    except RefusedFileError:
        return None
    own = theirs.application
    return application if (application.id, application.round) == (own.id, own.round) else None


def _prepared(
    base: Application | None, mine: Snapshot, theirs: Application, half_typed: Mapping[str, str], round_: Round
) -> PreparedMerge:
    """Merge two copies; `half_typed` is what is half-typed in theirs."""
    merged = merge(base, mine.application, theirs, half_typed=mine.half_typed, their_half_typed=half_typed)
    return prepared(merged, round_)


def _keep_merged(history: History, path: Path, content: bytes, at: datetime, person: Person) -> None:
    with suppress(SaveFailedError):  # without it the next merge only asks more
        history.keep(content, at, writer_of(path, person), Reason.OPENED, place_of(path))


def _contents_of(history: History) -> tuple[list[bytes], bool]:
    """Returns the contents of all versions that can be read, and whether there are or were others.

    Raises:
        RefusedFileError: the history cannot be read.
    """
    damaged: list[None] = []
    contents = list(history.contents(on_damaged=lambda: damaged.append(None)))
    return contents, bool(damaged) or history.is_set_aside()


def _keep_copied(history: History, data: bytes) -> None:
    with suppress(SaveFailedError):  # the copy itself is saved
        history.keep_copied(data)


def _file_title(path: Path, change: Change) -> str:
    """Returns the title of a file that is compared: its name, who changed it, and when."""
    name, who = printable(path.name), f" af {printable(change.name)}" if change.name else ""
    return f"{name}, ændret{who} {_moment(change.at)}" if change.at else name


def _moment(at: datetime) -> str:
    local = at.astimezone()
    return f"{format_date(local.date())} kl. {format_clock(local)}"
