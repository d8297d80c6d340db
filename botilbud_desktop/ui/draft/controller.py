"""A session: one open draft in the window, with what the rules say of it and what the user has been shown.

Widgets tell the session's editor what was typed; the session asks the rules and announces one new view. Pages and
panes render that view and nothing else.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import Status, status
from botilbud_desktop.domain.editing.editor import Change, Editor, Snapshot
from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.assessment import Assessor
from botilbud_desktop.rules.progress import StepStatus
from botilbud_desktop.rules.results import Assessment, Finding, Severity
from botilbud_desktop.storage.draft.file_handle import KeptFile
from botilbud_desktop.storage.errors import LockedError
from botilbud_desktop.storage.user.settings import RoundTo

_SOON_MS = 40
"""While a long text is typed, the rules and the panes follow this long after the last key: sooner than is seen."""
_PROJECT_LIST = field_path("projects")
_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


@dataclass(frozen=True)
class View:
    """What there is to see at one moment."""

    application: Application
    unfinished: Mapping[str, str]
    round: Round
    assessment: Assessment
    revealed: frozenset[str]
    """The fields whose findings may be shown: those left with content, or asked about with Næste or Kontrollér."""
    reveal_all: bool
    status: Status
    read_only: bool
    is_held: bool
    """Whether it is read-only because somebody else has it open."""
    transfer: StepStatus = StepStatus.NOT_STARTED
    """How far the transfer to the web form has come."""

    @cached_property
    def findings_by_field(self) -> dict[str, list[Finding]]:
        """The findings of each field, the weightiest first."""
        found: dict[str, list[Finding]] = {}
        for finding in sorted(self.assessment.findings, key=lambda finding: _WEIGHT[finding.severity]):
            found.setdefault(finding.field, []).append(finding)
        return found

    def is_revealed(self, path: FieldPath) -> bool:
        """Whether the findings of the field at `path` may be shown at it."""
        return self.reveal_all or str(path) in self.revealed

    def findings_at(self, path: FieldPath) -> list[Finding]:
        """All findings of the field at `path`, the weightiest first."""
        return self.findings_by_field.get(str(path), [])


@dataclass(slots=True)
class Place:
    """Where the draft is kept."""

    path: Path | None = None
    """The file; None while the draft was never saved."""
    digest: str | None = None
    """The SHA-256 of the file as it was last read or written."""
    saving_digest: str | None = None
    """The SHA-256 of what is being saved there, or was tried to be since."""
    suggested_name: str = ""
    """A name to propose for the first save."""
    is_example: bool = False
    """Whether this is a copy of a shipped example, not saved yet."""


def _exact() -> RoundTo:
    return 1


@dataclass(slots=True)
class _Shown:
    """What the user has been shown or has unlocked in this session."""

    revealed: frozenset[str] = frozenset()
    reveal_all: bool = False
    unlocked: bool = False
    transfer: StepStatus = StepStatus.NOT_STARTED


class Session(QObject):
    """One open draft."""

    view_changed = Signal(object)
    """The new `View`. While a long text is typed in, it comes when the typing halts for a moment."""
    edited = Signal()
    """Something was changed, undone or done again; comes at once, before there is a new view."""
    structure_changed = Signal()
    """Projects came, went or moved."""
    place_changed = Signal()
    """The draft was saved, or its place or its modified mark changed."""
    document_made = Signal(object)
    """A document of the draft was written: its `DocumentKind`, None for the fields as text."""
    writing_asked = Signal(object)
    """The path of a text that is to be written in the whole window."""
    guide_asked = Signal(object)
    """The user wants the guide at the step of this kind, from a window that shows no step."""
    _changed = Signal(object)
    """The `Change`. By way of Qt, an error in one who hears of it keeps no other from it, nor the field that tells."""

    def __init__(self, editor: Editor, form: Round, today: date, place: Place, file: KeptFile | None = None) -> None:
        super().__init__()
        self.editor = editor
        self.round = form
        self.today = today
        self.place = place
        self.file = file
        """The file that the draft is kept in; None while it was never saved, or while somebody else has it open."""
        self.opened_digest = place.digest
        """The SHA-256 of the file as it was opened, in hexadecimal; None for a draft that was never saved."""
        self.locked_by: LockedError | None = None
        """Who has the draft open, so that it can be read here and not changed."""
        self.saved_at: datetime | None = None
        self.secured_at: datetime | None = None
        """When the journal was last written."""
        self.saved_by_itself = False
        """Whether the newest save was the program's own doing."""
        self.rounding: Callable[[], RoundTo] = _exact
        """How the lines of a new cost plan are rounded, in 1.000 kr."""
        self.written_alone: FieldPath | None = None
        """The text that has the whole window to itself."""
        self.is_settled = False
        self.is_frozen = False
        """Whether nothing can be changed: approved and not unlocked, or open elsewhere, when last looked at."""
        self._shown = _Shown()
        self._assessor = Assessor(form)
        self._was_modified = editor.is_modified
        self._view: View | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._show)
        self._changed.connect(self.edited)  # first, so that whatever fails, what was typed is written
        self._changed.connect(self._on_changed)
        editor.subscribe(self._changed.emit)

    @property
    def view(self) -> View:
        """What there is to see now."""
        if self._view is None:
            self._view = self._look()
        return self._view

    @property
    def application(self) -> Application:
        """The application as it stands."""
        return self.editor.application

    def reveal(self, path: FieldPath) -> None:
        """Findings of this field may be shown from now on."""
        if str(path) not in self._shown.revealed:
            self._shown.revealed |= {str(path)}
            self._show()

    def reveal_below(self, prefixes: tuple[FieldPath, ...]) -> None:
        """Findings of all fields at or below the paths may be shown from now on."""
        fields = {
            finding.field
            for finding in self.view.assessment.findings
            if any(field_path(finding.field).starts_with(prefix) for prefix in prefixes)
        }
        if not fields <= self._shown.revealed:
            self._shown.revealed |= fields
            self._show()

    def reveal_everything(self) -> None:
        """The user asked for a check: findings of all fields are shown from now on."""
        if not self._shown.reveal_all:
            self._shown.reveal_all = True
            self._show()

    def unlock(self) -> None:
        """Let an approved draft be edited; the approval lapses when something is changed."""
        self._shown.unlocked = True
        self._show()

    def lock(self) -> None:
        """Freeze the draft again, after an approval."""
        self._shown.unlocked = False
        self._show()

    def show_transfer(self, status: StepStatus) -> None:
        """The transfer to the web form has come so far."""
        if status is not self._shown.transfer:
            self._shown.transfer = status
            self._show()

    def mark_saved(self, place: Place, snapshot: Snapshot, at: datetime, *, by_itself: bool) -> None:
        """The draft as it stood in `snapshot` is at `place` since `at`; `by_itself` when nobody asked for it."""
        self.place = place
        self.saved_at = at
        self.saved_by_itself = by_itself
        self.editor.mark_saved(snapshot)
        self._was_modified = self.editor.is_modified
        self.place_changed.emit()

    def _on_changed(self, change: Change) -> None:
        if change.structural:
            below = f"{change.path}[" if change.path else ""
            self._shown.revealed = frozenset(text for text in self._shown.revealed if not text.startswith(below))
        self._view = None
        if change.structural and _PROJECT_LIST.starts_with(change.path):
            self.structure_changed.emit()
        if change.typing and self._is_long_text(change.path):
            self._soon.start()
        else:
            self._show()
        if self.editor.is_modified != self._was_modified:
            self._was_modified = not self._was_modified
            self.place_changed.emit()

    def catch_up(self) -> None:
        """Show what was typed in a long text now, rather than in a moment."""
        if self._soon.isActive():
            self._show()

    def _is_long_text(self, path: FieldPath) -> bool:
        field = self.round.field(path.form_path)
        return field is not None and field.limit is not None

    def _show(self) -> None:
        self._soon.stop()
        self._view = None
        self.view_changed.emit(self.view)

    def _look(self) -> View:
        application = self.editor.application
        current = status(application)
        is_approved = current is Status.APPROVED and not self._shown.unlocked
        self.is_frozen = is_approved or self.locked_by is not None
        return View(
            application=application,
            unfinished=self.editor.unfinished,
            round=self.round,
            assessment=self._assessor.assess(application, self.today, self.editor.unfinished),
            revealed=self._shown.revealed,
            reveal_all=self._shown.reveal_all,
            status=current,
            read_only=self.is_frozen,
            is_held=self.locked_by is not None,
            transfer=self._shown.transfer,
        )
