"""One field of the web form: where it is, what to enter in it, and a note."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.domain.field_labels import own_label
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.web_form.transfer import TransferItem, TransferState
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.style.spacing import HALF, UNIT
from botilbud_desktop.ui.style.states import quiet_colour
from botilbud_desktop.ui.style.text import plain_label, set_bold, set_text_colour, without_mnemonic
from botilbud_desktop.ui.transfer.exact_text import ExactText
from botilbud_desktop.ui.transfer.wording import list_label, place_of, remark_on
from botilbud_desktop.ui.widgets.tick_box import TickBox


class FieldTab(QWidget):
    """Shows one field, and emits what the user does with it."""

    tick_asked = Signal(bool)
    """The user ticks the field as transferred, or unticks it."""

    def __init__(self, round_: Round) -> None:
        super().__init__()
        self._round = round_
        self.place = plain_label("", self)
        self.label = plain_label("", self)
        set_bold(self.label)
        self.wording = plain_label("", self)
        for quiet in (self.place, self.wording):
            set_text_colour(quiet, quiet_colour(self.palette()))
        self.text = ExactText(self)
        self.text.setObjectName("transfer.text")
        self.text.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 2 * UNIT)
        self.label.setBuddy(self.text)
        self.note = Note(2, self)
        self.done = TickBox("&Overført", self)
        self.done.setObjectName("transfer.done")
        self.done.toggled.connect(self.tick_asked)
        self.again = QPushButton("Kopiér &igen", self)
        self.again.setObjectName("transfer.copy_again")
        self.again.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(self.done)
        row.addStretch(1)
        row.addWidget(self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.setSpacing(HALF)
        for part in (self.place, self.label, self.wording):
            column.addWidget(part)
        column.addWidget(self.text, 1)
        column.addWidget(self.note)
        column.addLayout(row)

    def show_item(self, item: TransferItem, view: View) -> None:
        """Shows the field as it is now."""
        field = item.field
        self.place.setText(place_of(field, self._round))
        label, wording = own_label(field.path, self._round), field.wording.rstrip(":")
        self.label.setText(without_mnemonic(label))
        self.wording.setText(f"»{wording}«" if field.wording != field.label else "")
        self.wording.setVisible(bool(self.wording.text()))
        self.text.show_text(field.value)
        self.text.setAccessibleName(f"{label}: {wording}" if self.wording.text() else field.label)
        self.text.setAccessibleDescription(list_label(field, self._round))
        self.note.say(*remark_on(item, view))
        self.done.blockSignals(True)
        self.done.setChecked(item.state is TransferState.DONE)
        self.done.setEnabled(item.state is not TransferState.NOT_STATED)
        self.done.blockSignals(False)
        self.again.setEnabled(field.is_stated)
