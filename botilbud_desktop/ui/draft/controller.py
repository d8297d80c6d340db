"""The controller of the open draft: its content, location, lock, and what the user has been shown.

Widgets pass what is typed to the controller's editor; the controller runs the rules and emits one new view. Pages and
panes render that view and nothing else. Only the controller changes its state: other classes call its methods.
"""

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache

from PySide6.QtCore import QObject, QTimer, Signal

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.editing.editor import Change, Editor, Snapshot
from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.domain.form_bounds import Excess, FormBounds
from botilbud_desktop.domain.lineage import Lineage, is_ancestor, is_continued
from botilbud_desktop.domain.model import Model
from botilbud_desktop.domain.notes.comment_list import is_about_comments
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.counting import TextCount, count_characters
from botilbud_desktop.rules.progress import StepStatus
from botilbud_desktop.rules.results import Suggestion
from botilbud_desktop.storage.draft.draft_file import OpenedDraft
from botilbud_desktop.storage.draft.file_handle import DraftFileHandle, SaveResult
from botilbud_desktop.storage.draft.save_session import SaveSession
from botilbud_desktop.storage.draft.serialised import DraftSerialiser
from botilbud_desktop.storage.errors import LockedError
from botilbud_desktop.storage.user.settings import RoundTo
from botilbud_desktop.ui.draft.inclusions import Inclusions
from botilbud_desktop.ui.draft.location import DraftLocation
from botilbud_desktop.ui.draft.state import DraftState
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.draft.view_maker import ViewMaker

_TYPING_DELAY_MS = 40
"""Delay in ms from the last key in a long text until the rules run and the panes update: too short to be noticed."""
_CACHED_COUNTS = 32
"""Number of texts whose counts are cached: more than a page shows."""
_PROJECT_LIST = field_path("projects")


def _exact() -> RoundTo:
    return 1


class DraftController(QObject):
    """Owns one open draft."""

    view_changed = Signal(object)
    """The new `View`. While a long text is typed, it is emitted at the next short pause."""
    edited = Signal()
    """Something was changed, undone or redone; emitted at once, before there is a new view."""
    structure_changed = Signal()
    """Projects were added, removed or moved."""
    outgrown = Signal()
    """A change has made the draft too large for the form. From now on there are no views, until `fit_form`."""
    save_state_changed = Signal()
    """The draft was saved, or its location or its modified flag changed."""
    document_made = Signal(object)
    """A document of the draft was written: its `DocumentKind` or `ExportKind`."""
    writing_asked = Signal(object)
    """The path of a text that the user wants to write in the full window."""
    place_asked = Signal(object, object)
    """The path of a field that the user wants to see, and the `Span` of its words; None for the field itself."""
    shortening_asked = Signal(object)
    """The path of a text that the user wants to make shorter."""
    undoable_done = Signal(str)
    """Content was removed or replaced in one step: what happened, in words, and how it is undone."""
    guide_asked = Signal(object)
    """The `StepKind` at which the user wants the guide, asked from a window that shows no step."""
    _changed = Signal(object)
    """The `Change`. Emitted through Qt so that a failing listener stops neither the others nor the field."""

    def __init__(
        self,
        editor: Editor,
        round_: Round,
        today: date,
        location: DraftLocation,
        file: DraftFileHandle | None = None,
        *,
        locked_by: LockedError | None = None,
        rounding: Callable[[], RoundTo] = _exact,
        lineage: Lineage | None = None,
        origin: bytes | None = None,
    ) -> None:
        """`file` is None for a draft that was never saved, and for one that is `locked_by` somebody else.

        `rounding` returns how the lines of a new cost plan are rounded, in 1.000 kr. `lineage` is what the content grew
        out of; None when that is not known. `origin` is the file that a copy was made from; None for other drafts.
        """
        super().__init__()
        self._editor = editor
        self._round = round_
        self._today = today
        self._file = file
        self._rounding = rounding
        self._origin = origin
        self._serialiser = DraftSerialiser(SaveSession(lineage))
        self._inclusions = Inclusions()
        self._state = DraftState(location, location.digest, locked_by)
        self._count = lru_cache(_CACHED_COUNTS)(count_characters)
        self._views = ViewMaker(round_, today, self._count)
        self._bounds = FormBounds()
        self._is_outgrown = bool(self.excesses)
        self._was_modified = editor.is_modified
        self._view: View | None = None
        self._view_timer = QTimer(self, singleShot=True, interval=_TYPING_DELAY_MS)
        self._view_timer.timeout.connect(self.update_view)
        self._changed.connect(self.edited)  # first, so that what was typed is saved even if another listener fails
        self._changed.connect(self._on_changed)
        editor.subscribe(self._changed.emit)

    @property
    def editor(self) -> Editor:
        """The one place where the content changes."""
        return self._editor

    @property
    def application(self) -> Application:
        """The current application."""
        return self._editor.application

    @property
    def round(self) -> Round:
        """The round that the draft is for."""
        return self._round

    @property
    def today(self) -> date:
        """The date that the rules use as today."""
        return self._today

    @property
    def origin(self) -> bytes | None:
        """The file that this copy was made from; None for other drafts."""
        return self._origin

    @property
    def serialiser(self) -> DraftSerialiser:
        """Makes the bytes of the draft's file, with the lineage of the content."""
        return self._serialiser

    @property
    def view(self) -> View:
        """The current view."""
        if self._view is None:
            self._view = self._views.view(self._editor, self._state)
        return self._view

    @property
    def excesses(self) -> tuple[Excess, ...]:
        """What is too large for the form, as of now."""
        return self._bounds.excesses(self._editor.application)

    @property
    def is_outgrown(self) -> bool:
        """Whether the draft is repaired instead of being shown in the form: it was too large for it."""
        return self._is_outgrown

    def fit_form(self) -> bool:
        """Show views again when the draft fits the form; returns whether it does."""
        self._is_outgrown = bool(self.excesses)
        return not self._is_outgrown

    @property
    def state(self) -> DraftState:
        """The state of the draft apart from its content."""
        return self._state

    @property
    def location(self) -> DraftLocation:
        """The location of the draft; a new draft without a name of its own is called by its title."""
        return self._state.location.named(self.title)

    @property
    def title(self) -> str:
        """What people call the draft: its municipality and its round."""
        return self._round.draft_title(self.application.applicant.municipality_code)

    @property
    def file(self) -> DraftFileHandle | None:
        """The draft's file; None while it was never saved, or while somebody else has it open."""
        return self._file

    @property
    def locked_by(self) -> LockedError | None:
        """Who else has the draft open, so that it is read-only here; None when nobody has."""
        return self._state.locked_by

    @property
    def is_frozen(self) -> bool:
        """Whether nothing can be changed, as of the latest view: see `ViewMaker.is_frozen`."""
        return self._views.is_frozen(self._editor.application, self._state)

    @property
    def full_window_field(self) -> FieldPath | None:
        """The text that is shown in the full window; None when there is none."""
        return self._state.full_window_field

    @property
    def round_to(self) -> RoundTo:
        """How the lines of a new cost plan are rounded, in 1.000 kr."""
        return self._rounding()

    def count(self, text: str) -> TextCount:
        """Returns the length of a text. It is cached, so that the counter and the rules share it."""
        return self._count(text)

    # events

    def mark_locked(self, by: LockedError) -> None:
        """Update who has the draft open."""
        self._state = self._state._replace(locked_by=by)

    def mark_settled(self) -> None:
        """Record that the work postponed until the draft was shown is done."""
        self._state = self._state._replace(is_settled=True)

    def mark_saving(self, digest: str) -> None:
        """Record the SHA-256 of the content that is about to be saved in the draft's file."""
        self._state = self._state._replace(location=self._state.location._replace(saving_digest=digest))

    def mark_saved(self, file: DraftFileHandle, saved: SaveResult, *, automatic: bool) -> None:
        """Record a save in `file`, the draft's file from now on; `automatic` when the user did not ask for it."""
        self._file = file
        location = DraftLocation(file.path, saved.digest)
        self._state = self._state._replace(location=location, saved_at=saved.at, saved_automatically=automatic)
        self._editor.mark_saved(saved.snapshot)
        self._serialiser.mark_saved(saved.lineage)
        self._was_modified = self._editor.is_modified
        self.save_state_changed.emit()

    def note_not_saved(self) -> None:
        """Record that a save has failed: what was changed is not saved, or it is unknown whether it is."""
        self._was_modified = self._editor.is_modified
        self.save_state_changed.emit()

    def restore_version(self, version: OpenedDraft, result: Snapshot) -> None:
        """Replace the content with `result`, made from an earlier version.

        Unless the draft is just that version continued, it may have included a colleague's words since. They are not in
        it any more, and its lineage must not say so: it begins anew, as after undo.
        """
        own = self._serialiser.serialise(self.application).lineage
        if is_continued(version.lineage, own):
            self.include(version, result)
            return
        self._inclusions.note(self.application)
        self._serialiser.join(None)
        self._editor.mark_unsaved()
        self._editor.replace_all(result)

    def include(self, other: OpenedDraft, result: Snapshot) -> None:
        """Replace the content with `result`, which includes `other`: a merged copy, or an earlier version.

        When the step is undone, the draft's lineage begins anew: the other's part is no longer in it.
        """
        own = self._serialiser.serialise(self.application).lineage
        if other.lineage is None or own is None or not is_ancestor(other.lineage.saves, own.saves):
            self._inclusions.note(self.application, None if result != self._editor.snapshot else self._editor.steps)
            self._serialiser.join(other.lineage)
            self._editor.mark_unsaved()  # the file, too, has to say what the draft includes
        if result != self._editor.snapshot:
            self._editor.replace_all(result)
        else:
            self.edited.emit()

    def restore(self, lineage: Lineage | None, found: Snapshot) -> None:
        """Replace the content with what was found after a crash, which has this lineage.

        The file may have been changed since. What is found does not include that, and its lineage must not say so.
        """
        if found.application != self.application:
            own = self._serialiser.serialise(self.application).lineage
            if own is None or lineage is None or not is_ancestor(own.saves, lineage.saves):
                self._inclusions.note(self.application)
            self._serialiser.continue_from(lineage)
        if found != self._editor.snapshot:
            self._editor.replace_all(found)

    def use_file_as_base(self) -> None:
        """Let the next save build on the content that the file handle knows."""
        if self._file is not None:
            self._state = self._state._replace(location=self._state.location._replace(digest=self._file.digest))

    def mark_journalled(self, at: datetime) -> None:
        """Record when the journal was written."""
        self._state = self._state._replace(journalled_at=at)

    def enter_full_window(self, path: FieldPath) -> None:
        """Record that the text at `path` is shown in the full window."""
        self._state = self._state._replace(full_window_field=path)

    def leave_full_window(self) -> None:
        """Record that the form is shown again."""
        self._state = self._state._replace(full_window_field=None)

    def show_transfer(self, status: StepStatus) -> None:
        """Show the progress of the transfer to the web form."""
        if status is not self._state.transfer:
            self._state = self._state._replace(transfer=status)
            self.update_view()

    # requests of the user

    def reveal(self, path: FieldPath) -> None:
        """Allow findings of this field to be shown from now on."""
        self._reveal({str(path)})

    def reveal_below(self, prefixes: tuple[FieldPath, ...]) -> None:
        """Allow findings of all fields at or below the paths to be shown from now on."""
        fields = {finding.field for finding in self.view.assessment.findings}
        self._reveal({text for text in fields if any(field_path(text).starts_with(prefix) for prefix in prefixes)})

    def reveal_everything(self) -> None:
        """Show findings of all fields from now on: the user asked for a check."""
        if not self._state.reveal_all:
            self._state = self._state._replace(reveal_all=True)
            self.update_view()

    def tell_undoable(self, text: str) -> None:
        """Tell the user what a step just removed or replaced, with »Fortryd« beside it."""
        self._editor.end_merge()
        self.undoable_done.emit(text)

    def unlock(self) -> None:
        """Let an approved draft be edited; the approval lapses when something is changed."""
        self._state = self._state._replace(is_unlocked=True)
        self.update_view()

    def apply_suggestion(self, suggestion: Suggestion) -> None:
        """Put a suggested value into its field, as one step of the history."""
        path, value = field_path(suggestion.field), suggestion.value
        self._editor.end_merge()
        if isinstance(value, Model):
            self._editor.replace_structure(path, value)
        else:
            self._editor.set_value(path, value)

    def lock(self) -> None:
        """Freeze the draft again, after an approval."""
        self._state = self._state._replace(is_unlocked=False)
        self.update_view()

    def update_view_now(self) -> None:
        """Update the view at once instead of after the typing delay."""
        if self._view_timer.isActive():
            self.update_view()

    def _reveal(self, fields: set[str]) -> None:
        if not fields <= self._state.revealed:
            self._state = self._state._replace(revealed=self._state.revealed | fields)
            self._show(self._view and self._view._replace(revealed=self._state.revealed))  # nothing is judged anew

    def _on_changed(self, change: Change) -> None:
        if self._inclusions.are_undone(change, self._editor.steps):
            self._serialiser.join(None)
        if change.structural:
            below = f"{change.path}[" if change.path else ""
            self._state = self._state._replace(
                revealed=frozenset(text for text in self._state.revealed if not text.startswith(below))
            )
        self._view = None
        before, after = change.before.application, change.after.application
        fits = change.typing and self._bounds.is_known_to_fit(change.path, before, after)
        if not self._is_outgrown and not fits and self.excesses:
            self._is_outgrown = True
            self.outgrown.emit()
        self._show_change(change)
        if self._editor.is_modified != self._was_modified:
            self._was_modified = not self._was_modified
            self.save_state_changed.emit()

    def _show_change(self, change: Change) -> None:
        if self._is_outgrown:
            return
        if change.structural and _PROJECT_LIST.starts_with(change.path):
            self.structure_changed.emit()
        if change.typing and self._is_long_text(change.path):
            self._view_timer.start()
        else:
            self.update_view()

    def _is_long_text(self, path: FieldPath) -> bool:
        field = self._round.field(path.form_path)
        return is_about_comments(path) or (field is not None and field.limit is not None)

    def update_view(self, *, compares_texts: bool = False) -> None:
        """Make the view anew, now; from the first time with `compares_texts`, the texts are compared with the form."""
        self._views.compares_texts |= compares_texts
        self._show(None)

    def _show(self, view: View | None) -> None:
        self._view_timer.stop()
        self._view = view
        if not self._is_outgrown:
            self.view_changed.emit(self.view)
