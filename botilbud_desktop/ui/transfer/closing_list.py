"""The closing list: what remains on the web site and after, each step with a tick and a date."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.dates import format_date, parse_date
from botilbud_desktop.domain.values.not_understood import NotUnderstoodError
from botilbud_desktop.domain.web_form.transfer import ClosingStep, closing_steps, is_sent_but_not_approved
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.fields.inputs import LineInput
from botilbud_desktop.ui.style.icons import icon
from botilbud_desktop.ui.style.spacing import GAP, HALF, ICON, TARGET, UNIT
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.style.text import plain_label
from botilbud_desktop.ui.transfer.transfer import Transfer
from botilbud_desktop.ui.transfer.wording import changed_after_approval
from botilbud_desktop.ui.widgets.announcing import Voice
from botilbud_desktop.ui.widgets.tick_box import TickBox

_DATE_WIDTH = 14
"""Average characters that a date's input has room for."""
_INDENT = ICON + HALF
"""What belongs to a tick is aligned with its label."""


class ClosingList(QWidget):
    """All steps, below a warning against stopping too early."""

    def __init__(self, round_: Round) -> None:
        super().__init__()
        self._round = round_
        self._transfer: Transfer | None = None
        self.danger = Note(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.danger)
        self.again = QPushButton("Jeg har trykket »Godkend« igen")
        self.again.setObjectName("transfer.approved.again")
        self.again.setIcon(icon("done", self.palette().buttonText().color()))
        self.again.clicked.connect(self._on_again)
        self.again.hide()
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows = {step: ClosingRow(step, _WORDS[step](round_), round_.example_date) for step in ClosingStep}
        for row in self.rows.values():
            row.ticked.connect(self._on_ticked)
            row.dated.connect(self._on_dated)
            column.addWidget(row)
        widest = max(row.label.sizeHint().width() for row in self.rows.values())
        for row in self.rows.values():
            row.label.setMinimumWidth(widest)

    def follow(self, transfer: Transfer) -> None:
        """Shows and changes what is saved in `transfer`."""
        self._transfer = transfer
        self.render_steps()

    def render_steps(self) -> None:
        """Shows the saved dates, and the steps that the draft requires."""
        if self._transfer is None:
            return
        closing = self._transfer.closing
        wanted = closing_steps(self._transfer.controller.application)
        for step, row in self.rows.items():
            row.setVisible(step in wanted)
            row.show_day(closing.get(step), self._transfer.today())
        closes = f"senest den {self._round.window.closing}"
        after = self._transfer.after_approval()
        self.again.setVisible(after.is_in_doubt)
        if is_sent_but_not_approved(closing):
            self.danger.say(
                f"Ansøgningen er gemt med »Send«, men ikke godkendt på {self._round.website}, så den er ikke indsendt. "
                f"Tryk »Godkend« {closes}.",
                State.PROBLEM,
            )
        elif after.is_in_doubt:
            self.danger.say(changed_after_approval(after, self._round), State.ATTENTION)
        elif ClosingStep.APPROVED in closing:
            self.danger.say(f"Ansøgningen er indsendt: Du har trykket »Godkend« på {self._round.website}.", State.DONE)
        else:
            self.danger.say(
                "»Send« gemmer kun det indtastede. Stopper du efter »Send«, er ansøgningen ikke indsendt. "
                f"Tryk også »Godkend« på {self._round.website} {closes}.",
                State.ATTENTION,
            )

    def _on_again(self) -> None:
        if self._transfer is not None:
            self.rows[ClosingStep.APPROVED].tick.setFocus()  # the button goes
            self._transfer.approve_again()

    def _on_ticked(self, step: str, is_done: bool) -> None:
        if self._transfer is not None:
            self._transfer.close_step(ClosingStep(step), self._transfer.today() if is_done else None)

    def _on_dated(self, step: str, day: object) -> None:
        if self._transfer is not None:
            self._transfer.close_step(ClosingStep(step), day if isinstance(day, date) else None)


class ClosingRow(QWidget):
    """One step: a tick, its date, and a note."""

    ticked = Signal(str, bool)
    """The step, and whether it is done."""
    dated = Signal(str, object)
    """The step and the typed date; None when it was cleared."""

    def __init__(self, step: ClosingStep, words: tuple[str, str, str], example: date) -> None:
        super().__init__()
        self._step = step
        self._example = example
        done, of_date, self._help = words
        self._day: date | None = None
        self._is_in_the_future = False
        self._words = done
        self.tick = TickBox(done)
        self.tick.setObjectName(f"transfer.{step}")
        self.tick.setMinimumWidth(TARGET)  # its words are in two lines where they have no room
        self.tick.setAccessibleName(done)
        self.tick.toggled.connect(self._on_toggled)
        self.label = plain_label(of_date, wrap=False)
        self.date = LineInput(own_history=True)
        self.date.setObjectName(f"transfer.{step}.date")
        self.date.setAccessibleName(of_date)
        self.date.setFixedWidth(self.date.fontMetrics().averageCharWidth() * _DATE_WIDTH + GAP)
        self.date.textEdited.connect(self._on_edited)
        self.date.left.connect(self._on_left)
        self.label.setBuddy(self.date)
        self.note = Note(is_tied=True)
        self._voice: Voice | None = None
        self.note.told.connect(self._on_told)
        self.note.say(self._help)
        dated = QHBoxLayout()
        dated.setContentsMargins(_INDENT, 0, 0, 0)
        dated.setSpacing(UNIT)
        dated.addWidget(self.label)
        dated.addWidget(self.date)
        dated.addStretch(1)
        column = QVBoxLayout(self)  # the date is below: beside a long tick it has no room when the text is large
        column.setContentsMargins(0, 0, 0, HALF)
        column.setSpacing(HALF)
        column.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(dated)
        indented = QHBoxLayout()
        indented.setContentsMargins(_INDENT, 0, 0, 0)
        indented.addWidget(self.note)
        column.addLayout(indented)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        around = self.tick.sizeHint().width() - self.tick.fontMetrics().size(0, self.tick.text()).width()
        in_one_line = around + self.tick.fontMetrics().horizontalAdvance(self._words)
        first, space, rest = self._words.rpartition(" ") if in_one_line > self.width() else (self._words, "", "")
        self.tick.setText(f"{first}\n{rest}" if space else first)

    def show_day(self, day: date | None, today: date) -> None:
        """Shows the date; what the user is typing stays as typed."""
        self._day = day
        self._is_in_the_future = day is not None and day > today
        self.tick.blockSignals(True)
        self.tick.setChecked(day is not None)
        self.tick.blockSignals(False)
        if not self.date.hasFocus():
            self._format_date()
        self._update_note()

    def _on_toggled(self, is_done: bool) -> None:
        self.date.setText("")
        self.ticked.emit(str(self._step), is_done)

    def _on_told(self) -> None:
        """Let screen readers read the note with the date; not while one types."""
        if not self.date.hasFocus():
            self.date.setAccessibleDescription(self.note.spoken)

    def _on_edited(self, text: str) -> None:
        try:
            day = parse_date(text) if text.strip() else None
        except NotUnderstoodError:
            self._update_note()
            return
        self.dated.emit(str(self._step), day)

    def _on_left(self) -> None:
        before = self.date.accessibleDescription()
        self._format_date()
        self._update_note(is_left=True)
        if self.note.matter and self.note.spoken != before:
            if self._voice is None:
                self._voice = Voice(self.date)
            self._voice.say(f"{self.date.accessibleName()}: {self.note.spoken}")

    def _format_date(self) -> None:
        """Shows the date in its usual format; what is no date stays, to be corrected."""
        if self._problem() is None:
            self.date.setText("" if self._day is None else format_date(self._day))

    def _problem(self) -> str | None:
        """Returns what is wrong with the typed date; None when nothing is."""
        text = self.date.text()
        if not text.strip():
            return None
        try:
            parse_date(text, example=self._example)
        except NotUnderstoodError as error:
            return str(error)
        return None

    def _update_note(self, *, is_left: bool = False) -> None:
        """Shows the help, or what is wrong once the input was left."""
        problem = self._problem()
        if problem is not None and (is_left or not self.date.hasFocus()):
            self.note.say(problem, State.PROBLEM)
        elif self._is_in_the_future:
            self.note.say("Datoen ligger i fremtiden.", State.ATTENTION)
        else:
            self.note.say(self._help)


_WORDS: dict[ClosingStep, Callable[[Round], tuple[str, str, str]]] = {
    ClosingStep.SENT: lambda round_: (
        "Gemt med »Send«",
        "Dato for »Send«",
        "»Send« gemmer det indtastede og kan gentages.",
    ),
    ClosingStep.VIEWED: lambda round_: (
        "Læst igennem med »Vis«",
        "Dato for »Vis«",
        "Læs den udskrivningsvenlige udgave igennem, før du godkender.",
    ),
    ClosingStep.APPROVED: lambda round_: (
        "Godkendt med »Godkend«",
        "Dato for »Godkend«",
        f"Først når du har trykket »Godkend« på {round_.website}, er ansøgningen indsendt.",
    ),
    ClosingStep.SIGNED: lambda round_: (
        "Udskriften fra webformularen er underskrevet",
        "Dato for underskrift",
        "Udskriv den udgave, som »Godkend« viser, og underskriv den nederst.",
    ),
    ClosingStep.MAILED: lambda round_: (
        "KKR-dokumentationen er sendt",
        "Dato for e-mail",
        f"Send referatet eller aftalen med e-mail til {round_.documentation_email}.",
    ),
}
