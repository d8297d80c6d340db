"""The base of every field: a label above, help, the input, and a note below that always keeps its height."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.rules.results import Finding, Severity
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.rendered import RenderedWidget
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.inputs import ChoiceInput
from botilbud_desktop.ui.style.focus import focus_visibly
from botilbud_desktop.ui.style.focus_ring import mark_state
from botilbud_desktop.ui.style.icons import icon_pixmap
from botilbud_desktop.ui.style.spacing import HALF, NOTE_LINES
from botilbud_desktop.ui.style.states import State, quiet_colour, state_colour
from botilbud_desktop.ui.style.still_text import StillText
from botilbud_desktop.ui.style.text import plain_label, set_bold, set_text_colour, without_mnemonic
from botilbud_desktop.ui.widgets.announcing import Voice

if TYPE_CHECKING:
    from botilbud_desktop.rules.text_results import Span
    from botilbud_desktop.ui.fields.suggestion_links import SuggestionLinks


BEING_BUILT = "being_built"
"""Property of a page while the rest of it is built: it is read with the page."""
_SPOKEN = {State.PROBLEM: "Problem: ", State.ATTENTION: "Vær opmærksom: "}
"""What screen readers say in place of the icon of a state."""


_FILLS = Qt.AlignmentFlag(0)


class Note(StillText):
    """A line of text below a field, with an icon when it has a state; keeps its height when it is empty.

    A text with a state is said to screen readers when it changes.
    """

    told = Signal()
    """A text is shown, changed or removed."""

    def __init__(
        self, lines: int = 1, parent: QWidget | None = None, *, keeps_room: bool = False, is_tied: bool = False
    ) -> None:
        """`is_tied` when its owner says it: an input that it describes, a command that it answers."""
        super().__init__(lines, parent, keeps_room=keeps_room)
        self._state: State | None = None
        self._is_tied = is_tied
        self._voice: Voice | None = None
        set_text_colour(self, quiet_colour(self.palette()))

    def say(self, text: str, state: State | None = None) -> None:
        """Show `text`; a state adds its icon and colour."""
        if (text, state) == (self.text(), self._state):
            return
        before, self._state = self._state, state
        self.setText(text)
        if state is not before:
            self._show_state(state)
        self.told.emit()
        if not self._is_tied and (state is not None or self._voice is not None):
            self._say_aloud()

    @property
    def state(self) -> State | None:
        """The state that is shown."""
        return self._state

    @property
    def matter(self) -> str:
        """The shown text if it has a state, such as a problem; otherwise ""."""
        return self.text() if self._state is not None else ""

    @property
    def spoken(self) -> str:
        """The shown text, with what its icon means in words."""
        return f"{spoken_state(self._state)}{self.text()}"

    def _say_aloud(self) -> None:
        """Say a matter that comes to a page that is seen, also in a part that is shown with it.

        What a page is shown with is read with the page.
        """
        place = self.parentWidget()
        while place is not None and not place.isWindow() and not isinstance(place, QScrollArea):
            place = place.parentWidget()
        if self._voice is None:
            self._voice = Voice(self)
        if self.matter and place is not None and place.isVisible() and not place.property(BEING_BUILT):
            self._voice.say(self.spoken)
        else:
            self._voice.forget()

    def _show_state(self, state: State | None) -> None:
        palette = self.window().palette()
        colour = quiet_colour(palette) if state is None else state_colour(state, palette)
        set_text_colour(self, colour)
        self.setPixmap(QPixmap() if state is None else icon_pixmap(str(state), colour, self.devicePixelRatioF()))


class Field(RenderedWidget):
    """A labelled input bound to a path. Subclasses add the input and render the model's value into it."""

    keeps_gap = True
    """Whether it ends with the lines that it keeps for a note: they are the gap to the next field."""

    def __init__(self, controller: DraftController, path: FieldPath, *, hint: str = "") -> None:
        super().__init__()
        self.controller = controller
        self.path = path
        self.also: tuple[FieldPath, ...] = ()
        """Groups of fields whose findings are shown here too, such as the loan of all years."""
        self.label_text = label_of(controller, path)
        self.label = plain_label(without_mnemonic(self.label_text), self)
        set_bold(self.label)
        lines = NOTE_LINES if self.keeps_gap else 1
        self.note = Note(lines, is_tied=True)  # gets its parent after the input: it is read after it
        self.note.told.connect(self._on_told)
        self._marking: tuple[Note, ...] = (self.note,)
        """Its notes; the state of the first one that is shown marks the input."""
        self._hint = hint
        self._input: QWidget | None = None
        self._announced = ""
        self._waits = False
        """Another field has to be left before the problem is said."""
        self._required = ""
        """That it must be filled in, in words: Qt has no state for that."""
        self._voice: Voice | None = None
        self._suggestions: SuggestionLinks | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(HALF)
        self._column.addWidget(self.label)
        if hint:
            hint_label = plain_label(hint, self)
            set_text_colour(hint_label, quiet_colour(self.palette()))
            self._column.addWidget(hint_label)

    def set_input(self, widget: QWidget, beside: QWidget | None = None) -> None:
        """Put the input below the label, name it after the path and connect the label to it."""
        self._input = widget
        widget.setObjectName(self.path.object_name)
        widget.setAccessibleName(self.label_text)
        self.describe()
        self.label.setBuddy(widget)
        has_width = getattr(widget, "letters", 0) > 0
        if beside is None:
            self._column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if has_width else _FILLS)
        else:
            row = QHBoxLayout()
            row.setSpacing(HALF)
            row.addWidget(widget, 0 if has_width else 1)
            row.addWidget(beside)
            row.addStretch(1 if has_width else 0)
            self._column.addLayout(row)
        self._column.addWidget(self.note)

    def render_note(self, view: View) -> None:
        """Show the revealed findings with what mends them; without any, the field's own note."""
        findings = self._findings_to_show(view)
        if findings:
            self.note.say("\n".join(finding.message for finding in findings), state_of(findings[0]))
        else:
            self.note.say(self.quiet_note(view))
        self.show_suggestions(findings, view)
        self.tell_required(view)

    def tell_required(self, view: View) -> None:
        """Let screen readers read with an empty input that it must be filled in, until that is shown as a problem."""
        before, self._required = self._required, "" if self.note.matter else self._missing(view)
        if self._required != before or isinstance(self._input, ChoiceInput):
            self._on_told()

    def _missing(self, view: View) -> str:
        if any(finding.is_missing for finding in _errors_at(view, self.path)):
            return "Skal udfyldes."
        return "\n".join(
            finding.message for path in self.also for finding in _errors_at(view, path) if finding.is_missing
        )

    def show_suggestions(self, findings: Sequence[Finding], view: View) -> None:
        """Show links for what mends these findings."""
        if self._suggestions is None and any(finding.suggestions for finding in findings):
            self._suggestions = self._make_suggestions()
        if self._suggestions is not None:
            self._suggestions.show_for(findings, read_only=view.read_only)

    def quiet_note(self, view: View) -> str:
        """Returns the field's own note, shown when there is no problem."""
        return ""

    def show_linked_position(self) -> None:
        """Show the position that a link to the field was about, if the field has positions."""

    def show_words(self, span: "Span") -> None:
        """Mark and select the words that a link to the field was about, if the field has a text of several lines."""

    def leave(self, has_content: bool) -> None:
        """Begin a new undo step and allow findings to be shown: the input lost the focus."""
        self.controller.editor.end_merge()
        if has_content:
            self.controller.reveal(self.path)
        self.say_matter()

    def note_read(self) -> None:
        """The input is entered: its problem is read with it."""
        self.describe()
        self._announced = self.note.matter
        if self._voice is not None:
            self._voice.forget()

    def say_matter(self) -> None:
        """Say the problem of the field to screen readers, once, after the field is left, unless it was read."""
        self._waits = False
        self.describe()
        if self._input is None or self.note.matter == self._announced:
            return
        self._announced = self.note.matter
        if self._voice is None:
            self._voice = Voice(self._input)
        if self._announced:
            self._voice.say(f"{self.label_text}: {self.note.spoken}")
        else:
            self._voice.forget()

    def _findings_to_show(self, view: View) -> list[Finding]:
        """Returns the revealed problems of the field; without any, what to look at."""
        paths = (self.path, *self.also)
        if not any(view.is_revealed(path) for path in paths):
            return []
        findings = [finding for path in paths for finding in view.findings_at(path)]
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]
        return errors or [finding for finding in findings if finding.severity is Severity.WARNING]

    def _make_suggestions(self) -> "SuggestionLinks":
        from botilbud_desktop.ui.fields.suggestion_links import SuggestionLinks

        links = SuggestionLinks(self, self.controller.apply_suggestion, self._focus_input)
        self._column.insertWidget(self._column.indexOf(self.note) + 1, links)
        return links

    def _focus_input(self) -> None:
        if self._input is not None:
            focus_visibly(self._input)

    def described_by(self) -> tuple[str, ...]:
        """Returns what screen readers read after the label, in the order in which it is shown."""
        return self._hint, self._required, self.note.spoken

    def describe(self) -> None:
        """Let screen readers read help, count and note together with the input."""
        if isinstance(self._input, ChoiceInput):
            self._input.describe(*self.described_by())
        elif self._input is not None:
            description = "\n".join(filter(None, self.described_by()))
            if description != self._input.accessibleDescription():
                self._input.setAccessibleDescription(description)

    def mark_input(self) -> None:
        """Let the edge of the input show how the field stands."""
        if self._input is not None:
            mark_state(
                self._input, next((note.state for note in self._marking if note.state and not note.isHidden()), None)
            )

    def _on_told(self) -> None:
        """Follow the note with the edge and, unless one types, the description, which may be read when it changes.

        What comes of a command or of another field is said too, of the latter when that is left.
        """
        self.mark_input()
        if self._input is None or self._input.hasFocus():
            return
        self.describe()
        if not self.isVisible():
            self._announced = self.note.matter  # it is read with the page
        elif self.note.matter != self._announced and not self._waits:
            left = getattr(QApplication.focusWidget(), "left", None)
            if left is None:
                self.say_matter()
            else:
                self._waits = True
                left.connect(self.say_matter, Qt.ConnectionType.SingleShotConnection)


def _errors_at(view: View, path: FieldPath) -> list[Finding]:
    return [finding for finding in view.findings_at(path) if finding.severity is Severity.ERROR]


def spoken_state(state: State | None) -> str:
    """Returns what is said before a sentence in place of the icon of its state."""
    return "" if state is None else _SPOKEN.get(state, "")


def state_of(finding: Finding) -> State:
    """Returns the state that a finding is shown in."""
    if finding.severity is Severity.ERROR:
        return State.PROBLEM
    return State.ATTENTION if finding.severity is Severity.WARNING else State.INFORMATION


def label_of(controller: DraftController, path: FieldPath) -> str:
    """Returns the visible label of a field, with its column letter where the ministry's table has one."""
    field = controller.round.field(path.form_path)
    return str(path) if field is None else field.lettered_label
