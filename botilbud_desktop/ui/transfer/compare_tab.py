"""Compares a field with what the web form made of it: the form's text is pasted back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.web_form.form_fields import WebField
from botilbud_desktop.domain.web_form.pasted_back import Difference, compare_pasted
from botilbud_desktop.domain.web_form.transfer import TransferItem, TransferState
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.style.spacing import HALF, UNIT
from botilbud_desktop.ui.style.states import State, quiet_colour
from botilbud_desktop.ui.style.text import plain_label, set_bold, set_text_colour
from botilbud_desktop.ui.transfer.wording import compared, list_label

_HOW = "Markér teksten i feltet i webformularen (Ctrl+A), kopiér den (Ctrl+C), og sæt den ind her (Ctrl+V)."
_NOTHING = "Der er ingen tekst i udklipsholderen. Kopiér teksten i webformularen først."
_OWN = "I udklipsholderen ligger stadig den tekst, du kopierede her. Kopiér teksten i webformularen først."
_END = "(slut)"
_UNTICKED = (
    "Fluebenet »Overført« er fjernet, for teksterne er ikke ens. "
    "Er forskellen i orden, så sæt det igen på fanen »Feltet«."
)


class CompareTab(QWidget):
    """Shows whether the texts are equal, or where they differ."""

    paste_asked = Signal()
    """The text on the clipboard is to be compared."""

    def __init__(self, round_: Round) -> None:
        super().__init__()
        self._round = round_
        self._field: WebField | None = None
        self.heading = plain_label("", self)
        set_bold(self.heading)
        how = plain_label(_HOW, self)
        set_text_colour(how, quiet_colour(self.palette()))
        self.button = QPushButton("&Sæt ind og sammenlign", self)
        self.button.setObjectName("transfer.compare")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.paste_asked)
        self.outcome = Note(is_tied=True)
        self.unticked = Note(is_tied=True)
        self.ours = plain_label("")
        self.theirs = plain_label("")
        results = QWidget()
        below = QVBoxLayout(results)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(UNIT)
        for part in (self.outcome, self.unticked, self.ours, self.theirs):
            below.addWidget(part)
        below.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that the keyboard can scroll it
        area.setAccessibleName("Resultatet")
        area.setWidget(results)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.setSpacing(HALF)
        for widget in (self.heading, how, self.button):
            column.addWidget(widget)
        column.addSpacing(HALF)
        column.addWidget(area)

    @property
    def said(self) -> str:
        """What the latest comparison says."""
        return "\n".join(filter(None, (self.outcome.text(), self.unticked.text())))

    def show_item(self, item: TransferItem) -> None:
        """Sets the field to compare with; a result for another field, or another value of it, is cleared."""
        field = item.field
        self.heading.setText(list_label(field, self._round))
        if item.state is TransferState.DONE:
            self.unticked.say("")
        if self._field is not None and self._field != field:
            self._show_outcome("", None, None)
        self._field = field

    def compare(self, field: WebField, pasted: str) -> bool:
        """Compares `pasted` with the field's text. Returns whether the web form has another text."""
        if not pasted.strip():
            self._show_outcome(_NOTHING, State.INFORMATION, None)
            return False
        comparison = compare_pasted(field.value, pasted)
        text, state = compared(comparison, pasted)
        self._show_outcome(text, state, comparison.difference)
        return comparison.differs

    def say_unticked(self) -> None:
        """Says that the field lost its tick, as the texts differ."""
        self.unticked.say(_UNTICKED, State.ATTENTION)

    def refuse_own(self) -> None:
        """Shows that the clipboard still holds the text that was copied here."""
        self._show_outcome(_OWN, State.INFORMATION, None)

    def refuse(self, text: str) -> None:
        """Shows why the clipboard's contents cannot be compared."""
        self._show_outcome(text, State.PROBLEM, None)

    def _show_outcome(self, text: str, state: State | None, difference: Difference | None) -> None:
        self.outcome.say(text, state)
        self.unticked.say("")
        self.ours.setText("" if difference is None else f"Kladden:\n{_context(difference, difference.ours)}")
        self.theirs.setText("" if difference is None else f"Webformularen:\n{_context(difference, difference.theirs)}")


def _context(difference: Difference, continuation: str) -> str:
    """Returns the position of a difference in one line: the common text, a bar, and how the text continues."""
    before = difference.before.replace("\n", " ¶ ")
    after = continuation.replace("\n", " ¶ ")
    return f"… {before}|{after} …" if continuation else f"… {before}|{_END}"
