"""A long text with its counter: the limit is visible and never blocks."""

from PySide6.QtCore import QTimer

from botilbud_desktop.domain.amounts import format_number
from botilbud_desktop.domain.field_path import FieldPath, value_at
from botilbud_desktop.domain.kept_text import kept_text
from botilbud_desktop.domain.text_count import count_characters, surplus_start
from botilbud_desktop.rules.results import Finding, Severity
from botilbud_desktop.ui.fields.field import Field, Note, state_of
from botilbud_desktop.ui.fields.text_input import TextInput
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
        self.input.left.connect(self._on_left)

    def render_view(self, view: View) -> None:
        self.input.setReadOnly(view.read_only)
        text: str = value_at(view.application, self.path)
        if kept_text(self.input.text()) != text:
            self.input.show_text(text)
        findings = view.findings_at(self.path)
        if self._limit is not None:
            self._render_count(text, self._limit, [finding for finding in findings if finding.code in COUNTED])
        others = [finding for finding in findings if finding.code not in COUNTED]
        self._render_note(others if view.is_revealed(self.path) else [])

    def _render_count(self, text: str, limit: int, findings: list[Finding]) -> None:
        if findings:
            state = state_of(findings[0])
            self.counter.say(findings[0].message, state)
            self.input.mark_from(surplus_start(text, limit), state)
            return
        self.input.mark_from(None, State.PROBLEM)
        count = count_characters(text)
        lines = [f"Du har {format_number(limit - count.submitted)} tegn tilbage af {format_number(limit)}."]
        if count.word != count.submitted:
            lines.append(
                f"Her tælles {format_number(count.submitted)}. Word viser {format_number(count.word)}, "
                "fordi Word ikke tæller linjeskift."
            )
        self.counter.say("\n".join(lines))

    def _render_note(self, findings: list[Finding]) -> None:
        shown = next((finding for finding in findings if finding.severity is not Severity.INFO), None)
        self.note.setVisible(shown is not None)
        if shown is not None:
            self.note.say(shown.message, state_of(shown))

    def _on_text_changed(self) -> None:
        self._pause.start()
        self.session.editor.set_value(self.path, kept_text(self.input.text()), merge=True)

    def _on_left(self) -> None:
        self.leave(bool(self.input.text()))
