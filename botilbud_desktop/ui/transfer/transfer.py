"""The transfer of one draft: which fields are done, saved on this computer after each tick."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.domain.web_form.transfer import (
    AfterApproval,
    ClosingStep,
    TransferItem,
    TransferState,
    after_approval,
    counts,
    digest_of,
    transfer_items,
    transfer_stage,
)
from botilbud_desktop.domain.web_form.transfer_stage import TransferStage
from botilbud_desktop.rules.progress import StepStatus
from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.files.atomic_write import Replacing
from botilbud_desktop.storage.user.transfer_progress import TransferProgress, read_progress, write_progress
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.platform.drive_jobs import DriveJobs, GivenUpError

_NOT_READ = (
    "Fluebenene fra sidst kunne ikke læses, for drevet svarer ikke. De nye bliver ikke husket til næste gang. "
    "Åbn kladden igen for at prøve en gang til."
)
_CachedItems = tuple[Application, Mapping[str, str], tuple[TransferItem, ...]]


class Transfer(QObject):
    """The progress of the open draft's transfer."""

    changed = Signal()
    """A field or a step of the closing list was ticked or unticked, or all ticks were removed."""

    def __init__(
        self,
        controller: DraftController,
        state_folder: Path,
        drive: DriveJobs,
        today: Callable[[], date],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.controller = controller
        self.today = today
        self.problem = ""
        """Why the ticks are not kept; empty when they are."""
        self._folder = state_folder
        self._drive = drive
        self._is_read = False
        """Whether the kept ticks are known; what is not known is never written over."""
        self._progress = self._kept()
        self._cached: _CachedItems | None = None
        controller.view_changed.connect(self._on_view_changed)
        self._on_view_changed()

    @property
    def items(self) -> tuple[TransferItem, ...]:
        """The fields of the web form with their states, for the present draft."""
        application, fields = self.controller.application, self._progress.fields
        if self._cached is None or self._cached[0] is not application or self._cached[1] is not fields:
            self._cached = (application, fields, transfer_items(application, self.controller.round, fields))
        return self._cached[2]

    @property
    def closing(self) -> Mapping[ClosingStep, date]:
        """When the steps of the closing list were done."""
        return self._progress.closing

    @property
    def is_begun(self) -> bool:
        """Whether anything was ticked."""
        return bool(self._progress.fields or self._progress.closing)

    @property
    def current(self) -> int:
        """The index of the field that was shown last; 0 when that is gone."""
        paths = [str(item.field.path) for item in self.items]
        return paths.index(self._progress.current) if self._progress.current in paths else 0

    def counted(self) -> str:
        """Returns the progress: `14 af 38 felter er overført`."""
        done, total = counts(self.items)
        return f"{done} af {counted(total, 'felt', 'felter')} er overført"

    def changed_since(self) -> int:
        """Returns how many fields were changed in the draft since they were transferred."""
        return sum(item.state is TransferState.CHANGED for item in self.items)

    def tick(self, index: int) -> None:
        """Ticks the field at `index` as transferred with its present value."""
        field = self.items[index].field
        fields = {**self._progress.fields, str(field.path): digest_of(field.value)}
        if not field.is_stated:
            del fields[str(field.path)]  # emptied on the web site, too: the same as never transferred
        at_approval = self._at_approval()
        self._save(replace(self._progress, fields=fields, current=str(field.path), at_approval=at_approval))

    def untick(self, index: int) -> None:
        """Unticks the field at `index`."""
        path = str(self.items[index].field.path)
        fields = {other: digest for other, digest in self._progress.fields.items() if other != path}
        known = self._at_approval()  # what was not right on the web site then is asked for when it is ticked again
        at_approval = None if known is None else {other: digest for other, digest in known.items() if other != path}
        self._save(replace(self._progress, fields=fields, at_approval=at_approval))

    def note_current(self, index: int) -> None:
        """Notes that the field at `index` is shown; saved with the next tick, or when the panel is closed."""
        self._progress = replace(self._progress, current=str(self.items[index].field.path))

    def keep_current(self) -> None:
        """Saves which field is shown, if anything was ticked."""
        if self.is_begun:
            self._save(self._progress)

    def close_step(self, step: ClosingStep, day: date | None) -> None:
        """Sets the date on which a step of the closing list was done; None for not done."""
        progress = self._progress
        closing = {other: when for other, when in progress.closing.items() if other is not step}
        if step is ClosingStep.APPROVED and (day is None or step not in progress.closing):
            progress = replace(progress, at_approval=None if day is None else progress.fields)
        self._save(replace(progress, closing=closing if day is None else {**closing, step: day}))

    def after_approval(self) -> AfterApproval:
        """Returns what was changed or ticked since »Godkend« was ticked."""
        progress = self._progress
        return after_approval(self.items, progress.fields, progress.closing, progress.at_approval)

    def approve_again(self) -> None:
        """Notes that »Godkend« was pressed again on the web site, today."""
        closing = {**self._progress.closing, ClosingStep.APPROVED: self.today()}
        self._save(replace(self._progress, closing=closing, at_approval=self._progress.fields))

    def begin_again(self) -> None:
        """Removes all ticks."""
        self._save(TransferProgress())

    def status(self) -> StepStatus:
        """Returns the step's status: done with the last field and the last step of the closing list."""
        if not self.is_begun:
            return StepStatus.NOT_STARTED
        progress = self._progress
        stage = transfer_stage(
            self.controller.application, self.items, progress.fields, progress.closing, progress.at_approval
        )
        return StepStatus.DONE if stage is TransferStage.DONE else StepStatus.IN_PROGRESS

    def _at_approval(self) -> Mapping[str, str] | None:
        """Returns the ticked fields as they were when »Godkend« was ticked; None while it is not."""
        progress = self._progress
        if ClosingStep.APPROVED not in progress.closing:
            return None
        return progress.fields if progress.at_approval is None else progress.at_approval

    def _kept(self) -> TransferProgress:
        """Returns the ticks of the last time; none when the drive does not answer."""
        folder, draft_id = self._folder, self.controller.application.id
        try:
            progress = self._drive.ask(lambda: read_progress(folder, draft_id))
        except GivenUpError:
            self.problem = _NOT_READ
            return TransferProgress()
        self._is_read = True
        return progress

    def _save(self, progress: TransferProgress) -> None:
        self._progress = progress
        folder, draft_id = self._folder, self.controller.application.id
        if self._is_read:
            self.problem = ""
            try:
                self._drive.write(folder / draft_id, partial(_write, folder, draft_id, progress))
            except SaveFailedError as error:
                self.problem = f"Programmet kan ikke gemme dine flueben til næste gang. {error}"
        self.controller.show_transfer(self.status())
        self.changed.emit()

    def _on_view_changed(self) -> None:
        """Updates the list of steps later, so that no listener to this view receives a newer one before it."""
        if self.status() is not self.controller.view.transfer:
            QTimer.singleShot(0, self, self._on_status_changed)

    def _on_status_changed(self) -> None:
        self.controller.show_transfer(self.status())


def _write(folder: Path, draft_id: str, progress: TransferProgress, replacing: Replacing) -> None:
    replacing.allow()  # from here on it is not known whether the ticks are kept when the user gives up
    write_progress(folder, draft_id, progress)
