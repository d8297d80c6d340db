"""What the web form made of the field: its text is pasted back and compared."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.web_form.form_fields import WebField
from botilbud_desktop.domain.web_form.pasted_back import Difference, compare_pasted
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.style.spacing import HALF, UNIT
from botilbud_desktop.ui.style.states import State, quiet_colour
from botilbud_desktop.ui.style.text import plain_label, set_bold, set_text_colour
from botilbud_desktop.ui.transfer.wording import compared, list_label

_HOW = "Markér teksten i feltet i webformularen (Ctrl+A), kopiér den (Ctrl+C), og sæt den ind her (Ctrl+V)."
_NOTHING = "Der er ingen tekst i udklipsholderen. Kopiér teksten i webformularen først."
_OWN = "I udklipsholderen ligger stadig den tekst, du kopierede her. Kopiér teksten i webformularen først."
_END = "(slut)"


class CompareTab(QWidget):
    """Says whether the texts are the same, or where they part."""

    paste_asked = Signal()
    """The text on the clipboard is to be compared."""

    def __init__(self, form: Round) -> None:
        super().__init__()
        self._round = form
        self._field: WebField | None = None
        self.heading = plain_label("", self)
        set_bold(self.heading)
        how = plain_label(_HOW, self)
        set_text_colour(how, quiet_colour(self.palette()))
        self.button = QPushButton("&Sæt ind og sammenlign", self)
        self.button.setObjectName("transfer.compare")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.paste_asked)
        self.outcome = Note(1)
        self.ours = plain_label("")
        self.theirs = plain_label("")
        results = QWidget()
        below = QVBoxLayout(results)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(UNIT)
        for part in (self.outcome, self.ours, self.theirs):
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
        column.addWidget(area, 1)

    def show_field(self, field: WebField) -> None:
        """The next text is compared with this field; what was said of another one, or of another value, is gone."""
        self.heading.setText(list_label(field, self._round))
        if self._field is not None and self._field != field:
            self._say("", None, None)
        self._field = field

    def compare(self, field: WebField, pasted: str) -> None:
        """Compare `pasted` with the field's text."""
        if not pasted.strip():
            self._say(_NOTHING, State.INFORMATION, None)
            return
        comparison = compare_pasted(field.value, pasted)
        text, state = compared(comparison, pasted)
        self._say(text, state, comparison.difference)

    def refuse_own(self) -> None:
        """What lies on the clipboard comes from here."""
        self._say(_OWN, State.INFORMATION, None)

    def refuse(self, text: str) -> None:
        """What lies on the clipboard cannot be compared."""
        self._say(text, State.PROBLEM, None)

    def _say(self, text: str, state: State | None, difference: Difference | None) -> None:
        self.outcome.say(text, state)
        self.ours.setText("" if difference is None else f"Kladden:\n{_context(difference, difference.ours)}")
        self.theirs.setText("" if difference is None else f"Webformularen:\n{_context(difference, difference.theirs)}")


def _context(difference: Difference, goes_on: str) -> str:
    """The place of a difference in one line: what both have, a bar, and how the text goes on."""
    before = difference.before.replace("\n", " ¶ ")
    after = goes_on.replace("\n", " ¶ ")
    return f"… {before}|{after} …" if goes_on else f"… {before}|{_END}"
