"""The user name for the web site, with a button that copies it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.whom_to_ask import where_the_password_is
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.platform.copying import NOT_COPIED, Copying
from botilbud_desktop.ui.style.icons import icon
from botilbud_desktop.ui.style.spacing import HALF
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.style.text import plain_label


class LoginRow(QWidget):
    """Shows the user name of the chosen municipality."""

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self._copying = Copying(self)
        self.label = plain_label()
        self.copy_button = QPushButton("Kopiér brugernavnet")
        self.copy_button.setObjectName("transfer.login.copy")
        self.copy_button.setIcon(icon("copy", self.palette().buttonText().color()))
        self.copy_button.clicked.connect(self._on_copy)
        self.note = Note()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        column.addWidget(self.label)
        column.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.note)

    def text(self) -> str:
        """Returns what is said of the user name."""
        return self.label.text()

    def show_municipality(self, code: str | None, round_: Round) -> None:
        """Shows the user name of the municipality with this number; None for no choice."""
        known = round_.municipality(code)
        name = "" if known is None else round_.login(known.code)
        if name != self._name:
            self._copying.end()
            self.note.say("")
        self._name = name
        self.copy_button.setVisible(bool(name))
        self.note.setVisible(bool(name))
        self.label.setText(
            f"Brugernavn på {round_.website}: {name}. {where_the_password_is(round_)}"
            if name
            else f"Brugernavnet til {round_.website} står her, når du har valgt kommune."
        )

    def _on_copy(self) -> None:
        self.note.say("")
        self._copying.put_text(self._name, self._on_copied)

    def _on_copied(self, is_there: bool) -> None:
        if is_there:
            self.note.say(f"Brugernavnet {self._name} er kopieret.", State.DONE)
        else:
            self.note.say(NOT_COPIED, State.PROBLEM)
