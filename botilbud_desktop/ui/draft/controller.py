"""The controller of the open draft: its content, where it is kept, who holds it, and what the user has been shown.

Widgets tell the controller's editor what was typed; the controller asks the rules and announces one new view. Pages and
panes render that view and nothing else. Nobody else writes what the controller knows: its methods say what happened.
"""

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache

from PySide6.QtCore import QObject, QTimer, Signal

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import Status, status
from botilbud_desktop.domain.editing.editor import Change, Editor
from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.counting import TextCount, count_characters
from botilbud_desktop.rules.assessment import Assessor
from botilbud_desktop.rules.progress import StepStatus
from botilbud_desktop.storage.draft.file_handle import DraftFileHandle, SaveResult
from botilbud_desktop.storage.errors import LockedError
from botilbud_desktop.storage.user.settings import RoundTo
from botilbud_desktop.ui.draft.location import DraftLocation
from botilbud_desktop.ui.draft.state import DraftState
from botilbud_desktop.ui.draft.view import View, findings_by_field

_SOON_MS = 40
"""While a long text is typed, the rules and the panes follow this long after the last key: sooner than is seen."""
_COUNTS_KEPT = 32
"""The counts of so many texts are remembered: more than a page shows."""
_PROJECT_LIST = field_path("projects")


def _exact() -> RoundTo:
    return 1


class DraftController(QObject):
    """Owns one open draft."""

    view_changed = Signal(object)
    """The new `View`. While a long text is typed in, it comes when the typing halts for a moment."""
    edited = Signal()
    """Something was changed, undone or done again; comes at once, before there is a new view."""
    structure_changed = Signal()
    """Projects came, went or moved."""
    save_state_changed = Signal()
    """The draft was saved, or its location or its modified mark changed."""
    document_made = Signal(object)
    """A document of the draft was written: its `DocumentKind`, None for the fields as text."""
    writing_asked = Signal(object)
    """The path of a text that is to be written in the whole window."""
    guide_asked = Signal(object)
    """The user wants the guide at the step of this kind, from a window that shows no step."""
    _changed = Signal(object)
    """The `Change`. Emitted through Qt so that a failing listener stops neither the others nor the field."""

    def __init__(
        self,
        editor: Editor,
        form: Round,
        today: date,
        location: DraftLocation,
        file: DraftFileHandle | None = None,
        *,
        locked_by: LockedError | None = None,
        rounding: Callable[[], RoundTo] = _exact,
    ) -> None:
        """`file` is None for a draft that was never saved, and for one that is `locked_by` somebody else.

        `rounding` tells how the lines of a new cost plan are rounded, in 1.000 kr.
        """
        super().__init__()
        self._editor = editor
        self._round = form
        self._today = today
        self._file = file
        self._rounding = rounding
        self._state = DraftState(location, location.digest, locked_by)
        self._count = lru_cache(_COUNTS_KEPT)(count_characters)
        self._assessor = Assessor(form, self._count)
        self._known_status: tuple[Application, Status] | None = None
        self._was_modified = editor.is_modified
        self._view: View | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._show)
        self._changed.connect(self.edited)  # first, so that whatever fails, what was typed is written
        self._changed.connect(self._on_changed)
        editor.subscribe(self._changed.emit)

    # what is known

    @property
    def editor(self) -> Editor:
        """The one place where the content changes."""
        return self._editor

    @property
    def application(self) -> Application:
        """The application as it stands."""
        return self._editor.application

    @property
    def round(self) -> Round:
        """The round that the draft is for."""
        return self._round

    @property
    def today(self) -> date:
        """The day that the rules look at the draft on."""
        return self._today

    @property
    def view(self) -> View:
        """What there is to see now."""
        if self._view is None:
            self._view = self._look()
        return self._view

    @property
    def state(self) -> DraftState:
        """What is known of the draft beside its content."""
        return self._state

    @property
    def location(self) -> DraftLocation:
        """Where the draft is kept."""
        return self._state.location

    @property
    def file(self) -> DraftFileHandle | None:
        """The draft's file; None while it was never saved, or while somebody else has it open."""
        return self._file

    @property
    def locked_by(self) -> LockedError | None:
        """Who has the draft open, so that it can be read here and not changed."""
        return self._state.locked_by

    @property
    def is_frozen(self) -> bool:
        """Whether nothing can be changed: open elsewhere, or approved and not unlocked."""
        state = self._state
        return state.locked_by is not None or (not state.is_unlocked and self._status() is Status.APPROVED)

    @property
    def full_window_field(self) -> FieldPath | None:
        """The text that has the whole window to itself."""
        return self._state.full_window_field

    @property
    def round_to(self) -> RoundTo:
        """How the lines of a new cost plan are rounded, in 1.000 kr."""
        return self._rounding()

    def count(self, text: str) -> TextCount:
        """How long a text is. The same text is counted once, for its counter and for the rules."""
        return self._count(text)

    # what happened

    def mark_locked(self, by: LockedError) -> None:
        """More is known of who has the draft open."""
        self._state = self._state._replace(locked_by=by)

    def mark_settled(self) -> None:
        """What could wait until the draft was on the screen was done."""
        self._state = self._state._replace(is_settled=True)

    def mark_saving(self, digest: str) -> None:
        """What has this digest is about to be saved in the draft's file."""
        self._state = self._state._replace(location=self.location._replace(saving_digest=digest))

    def mark_saved(self, file: DraftFileHandle, saved: SaveResult, *, automatic: bool) -> None:
        """The draft was saved in `file`, which is its file from now on; `automatic` when nobody asked for it."""
        self._file = file
        location = DraftLocation(file.path, saved.digest)
        self._state = self._state._replace(location=location, saved_at=saved.at, saved_automatically=automatic)
        self._editor.mark_saved(saved.snapshot)
        self._was_modified = self._editor.is_modified
        self.save_state_changed.emit()

    def build_on_file(self) -> None:
        """What the file holds now, as far as its handle knows, is what the next save builds on."""
        if self._file is not None:
            self._state = self._state._replace(location=self.location._replace(digest=self._file.digest))

    def mark_journalled(self, at: datetime) -> None:
        """The journal was written at `at`."""
        self._state = self._state._replace(journalled_at=at)

    def enter_full_window(self, path: FieldPath) -> None:
        """The text at `path` has the whole window to itself."""
        self._state = self._state._replace(full_window_field=path)

    def leave_full_window(self) -> None:
        """The form is shown again."""
        self._state = self._state._replace(full_window_field=None)

    def show_transfer(self, status: StepStatus) -> None:
        """The transfer to the web form has come so far."""
        if status is not self._state.transfer:
            self._state = self._state._replace(transfer=status)
            self._show()

    # what the user asked for

    def reveal(self, path: FieldPath) -> None:
        """Findings of this field may be shown from now on."""
        self._reveal({str(path)})

    def reveal_below(self, prefixes: tuple[FieldPath, ...]) -> None:
        """Findings of all fields at or below the paths may be shown from now on."""
        self._reveal(
            {
                finding.field
                for finding in self.view.assessment.findings
                if any(field_path(finding.field).starts_with(prefix) for prefix in prefixes)
            }
        )

    def reveal_everything(self) -> None:
        """The user asked for a check: findings of all fields are shown from now on."""
        if not self._state.reveal_all:
            self._state = self._state._replace(reveal_all=True)
            self._show()

    def unlock(self) -> None:
        """Let an approved draft be edited; the approval lapses when something is changed."""
        self._state = self._state._replace(is_unlocked=True)
        self._show()

    def lock(self) -> None:
        """Freeze the draft again, after an approval."""
        self._state = self._state._replace(is_unlocked=False)
        self._show()

    def catch_up(self) -> None:
        """Show what was typed in a long text now, rather than in a moment."""
        if self._soon.isActive():
            self._show()

    def _reveal(self, fields: set[str]) -> None:
        if not fields <= self._state.revealed:
            self._state = self._state._replace(revealed=self._state.revealed | fields)
            self._show()

    def _on_changed(self, change: Change) -> None:
        if change.structural:
            below = f"{change.path}[" if change.path else ""
            self._state = self._state._replace(
                revealed=frozenset(text for text in self._state.revealed if not text.startswith(below))
            )
        self._view = None
        if change.structural and _PROJECT_LIST.starts_with(change.path):
            self.structure_changed.emit()
        if change.typing and self._is_long_text(change.path):
            self._soon.start()
        else:
            self._show()
        if self._editor.is_modified != self._was_modified:
            self._was_modified = not self._was_modified
            self.save_state_changed.emit()

    def _is_long_text(self, path: FieldPath) -> bool:
        field = self._round.field(path.form_path)
        return field is not None and field.limit is not None

    def _show(self) -> None:
        self._soon.stop()
        self._view = None
        self.view_changed.emit(self.view)

    def _look(self) -> View:
        state, application, half_typed = self._state, self._editor.application, self._editor.half_typed
        assessment = self._assessor.assess(application, self._today, half_typed)
        return View(
            application=application,
            half_typed=half_typed,
            round=self._round,
            assessment=assessment,
            findings_by_field=findings_by_field(assessment),
            revealed=state.revealed,
            reveal_all=state.reveal_all,
            status=self._status(),
            read_only=self.is_frozen,
            is_held=state.locked_by is not None,
            transfer=state.transfer,
        )

    def _status(self) -> Status:
        """Whether the draft is approved as it stands; worked out once for each state of it."""
        application = self._editor.application
        if self._known_status is None or self._known_status[0] is not application:
            self._known_status = (application, status(application))
        return self._known_status[1]
