"""A long text with its counter: the limit is visible and never blocks."""

from PySide6.QtCore import QTimer

from botilbud_desktop.domain.amounts import format_number
from botilbud_desktop.domain.field_path import FieldPath, value_at
from botilbud_desktop.domain.kept_text import kept_text
from botilbud_desktop.domain.text_count import count_characters, surplus_start
from botilbud_desktop.rules.findings.texts import length_findings
from botilbud_desktop.rules.results import LimitedText, Severity
from botilbud_desktop.ui.fields.field import Field, Note, state_of
from botilbud_desktop.ui.fields.text_input import LARGEST_PASTE, TextInput
from botilbud_desktop.ui.look.states import State
from botilbud_desktop.ui.session import Session, View

COUNTED = ("text.too_long", "text.at_risk")
PAUSE_MS = 1200
"""A pause in typing of this length begins a new step of the undo history."""


class TextField(Field):
    """A labelled text area of `lines` lines; with a limit in the form, the counter stands below it."""

    def __init__(self, session: Session, path: FieldPath, *, hint: str = "", lines: int = 4) -> None:
        super().__init__(session, path, hint=hint)
        field = session.round.field(path.form_path)
        self._limit = field.limit if field else None
        self._kept = ""
        self._refused = ""
        self.input = TextInput()
        margins = 2 * int(self.input.document().documentMargin()) + 2 * self.input.frameWidth()
        self.input.setFixedHeight(self.input.fontMetrics().lineSpacing() * lines + margins)
        self.set_input(self.input)
        self.counter = Note(2, self)
        self.counter.setVisible(self._limit is not None)
        self._column.insertWidget(self._column.indexOf(self.note), self.counter)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(session.editor.end_merge)
        self.input.textChanged.connect(self._on_text_changed)
        self.input.pasted.connect(session.editor.end_merge)
        self.input.too_much_pasted.connect(self._on_too_much_pasted)
        self.input.left.connect(self._on_left)

    def render_view(self, view: View) -> None:
        if self.input.isReadOnly() != view.read_only:
            self.input.setReadOnly(view.read_only)
        text: str = value_at(view.application, self.path)
        if text != self._kept:
            self.input.show_text(text)
            self._kept = text
        if self._limit is not None:
            state = self._render_count(self._limit)
            surplus = None if state is None else surplus_start(text, self._limit)
            self.input.mark_from(surplus, state or State.PROBLEM)
        self._render_note(view)

    def was_led_to(self) -> None:
        if self._limit is not None and (start := surplus_start(self._kept, self._limit)) is not None:
            self.input.show_place(start)

    def _render_count(self, limit: int) -> State | None:
        """The counter follows each key by itself, with the words of the rule; returns the state it shows."""
        counted = LimitedText(str(self.path), limit, count_characters(self._kept))
        finding = next(length_findings(counted), None)
        state = None if finding is None else state_of(finding)
        self.counter.say(_within(counted) if finding is None else finding.message, state)
        return state

    def _render_note(self, view: View) -> None:
        if self._refused:
            self.note.setVisible(True)
            self.note.say(self._refused, State.PROBLEM)
            return
        findings = view.findings_at(self.path) if view.is_revealed(self.path) else []
        others = (finding for finding in findings if finding.code not in COUNTED)
        shown = next((finding for finding in others if finding.severity is not Severity.INFO), None)
        self.note.setVisible(shown is not None)
        if shown is not None:
            self.note.say(shown.message, state_of(shown))

    def _on_text_changed(self) -> None:
        self._pause.start()
        self._refused = ""
        self._kept = kept_text(self.input.text())
        self.session.editor.set_value(self.path, self._kept, merge=True)
        if self._limit is not None:
            self._render_count(self._limit)

    def _on_too_much_pasted(self, characters: int) -> None:
        self._refused = (
            f"Der blev ikke indsat noget. Teksten er på {format_number(characters)} tegn, "
            f"og der kan indsættes {format_number(LARGEST_PASTE)} ad gangen."
        )
        self._render_note(self.session.view)

    def _on_left(self) -> None:
        self.leave(bool(self._kept))


def _within(counted: LimitedText) -> str:
    """What is left, and why Word shows another number."""
    count = counted.count
    left = f"Du har {format_number(counted.limit - count.submitted)} tegn tilbage af {format_number(counted.limit)}."
    if count.word == count.submitted:
        return left
    return (
        f"{left}\nHer tælles {format_number(count.submitted)}. Word viser {format_number(count.word)}, "
        "fordi Word ikke tæller linjeskift."
    )
