"""Beside the agenda's list: the field for what the KKR remarks on the chosen project."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from botilbud_desktop.domain.collection.agenda_order import Key
from botilbud_desktop.domain.text.sanitizing import sanitized
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.storage.collection.agenda_store import LONGEST_REMARK
from botilbud_desktop.ui.collecting.agenda.annex_lines import AnnexLine
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.style.spacing import HALF
from botilbud_desktop.ui.style.states import State, quiet_colour, state_colour
from botilbud_desktop.ui.style.text import plain_label, set_text_colour
from botilbud_desktop.ui.widgets.announcing import announce

_NAME = "KKR’s &bemærkninger"
_ON_NOTHING = (
    "Vælg et projekt på listen for at skrive, hvad KKR har at bemærke til det. "
    "Dagsordenen bliver gemt af sig selv, mens du arbejder."
)
_ON_SEVERAL = "Bemærkninger skrives til hvert projekt for sig. Vælg et projekt på listen."
_TOO_LONG = f"Der er plads til {format_number(LONGEST_REMARK)} tegn. Der blev ikke sat mere ind."


class RemarkPane(QWidget):
    """Plain text; undo belongs to the whole page."""

    typed = Signal(str)
    """The remark on the shown project is another."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[Key | None, str | None] = (None, None)
        self._text = ""
        self.label = plain_label(_NAME, self, wrap=False)
        self.project = plain_label(_ON_NOTHING, self)
        set_text_colour(self.project, quiet_colour(self.palette()))
        self.input = TextInput()
        self.input.setObjectName("agenda.remark")
        self.input.textChanged.connect(self._on_text_changed)
        self.input.long_pasted.connect(self._on_too_much_pasted)
        self.input.too_much_pasted.connect(self._on_too_much_pasted)
        self.label.setBuddy(self.input)
        self.note = plain_label("", self)
        set_text_colour(self.note, state_colour(State.PROBLEM, self.palette()))
        self.note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(HALF, 0, 0, 0)
        column.setSpacing(HALF)
        column.addWidget(self.label)
        column.addWidget(self.project)
        column.addWidget(self.input, 1)
        column.addWidget(self.note)

    def show_remark(self, line: AnnexLine | None, text: str, *, is_held: bool) -> None:
        """Show the remark on a line's project; with `is_held` it can only be read."""
        is_project = line is not None and line.project is not None
        shown = (line.key, line.project) if line is not None else (None, None)
        if shown != self._shown:
            self.note.hide()
        self._shown, self._text = shown, text
        self.input.show_text(text)
        self.input.setEnabled(is_project)
        self.input.setReadOnly(is_held)
        if line is None or line.key is None:
            self.project.setText(_ON_NOTHING)
        elif not is_project:
            self.project.setText(_ON_SEVERAL)
        else:
            self.project.setText(f"{line.number} · {line.title}")
        self.input.setAccessibleName(f"KKR’s bemærkninger til {self.project.text()}" if is_project else "")

    def _on_text_changed(self) -> None:
        text = sanitized(self.input.text())
        if len(text) > LONGEST_REMARK:
            self._refuse()
            return
        self.note.hide()
        self._text = text
        self.typed.emit(text)

    def _on_too_much_pasted(self) -> None:
        self._refuse()

    def _refuse(self) -> None:
        """Keep the text as it was, and say why."""
        self.input.show_text(self._text)
        self.note.setText(_TOO_LONG)
        self.note.show()
        announce(self.input, _TOO_LONG)
