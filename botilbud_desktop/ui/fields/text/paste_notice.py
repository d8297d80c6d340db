"""The notice below a field about what was cleaned in a pasted text, with a button that restores the original."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QWidget

from botilbud_desktop.domain.text.pasted_text import CleanedText
from botilbud_desktop.rules.wording import all_of
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.style.spacing import UNIT
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.link_button import LinkButton


class PasteNotice(QWidget):
    """Is shown until the pasted text is changed."""

    raw_asked = Signal(int, int, str)
    """The text between two of Qt's positions is to be replaced by this text, as it was on the clipboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._note = Note(parent=self)
        self.link = LinkButton("Indsæt uændret", self)
        self.link.setObjectName(f"{parent.objectName()}.paste_raw")
        self.link.clicked.connect(self._on_clicked)
        self._piece: QTextCursor | None = None
        self._pasted = ""
        self._raw = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        row.addWidget(self._note, 1)
        row.addWidget(self.link)
        self.hide()

    def say(self, piece: QTextCursor, raw: str, cleaned: CleanedText) -> None:
        """Show the notice; `piece` selects the text that replaced `raw` in the field."""
        self._piece, self._raw, self._pasted = piece, raw, piece.selectedText()
        self._piece.setKeepPositionOnInsert(True)
        kinds = all_of([str(kind) for kind in cleaned.cleaned])
        self._note.say(f"Den indsatte tekst er gjort til almindelige tegn: {kinds}.", State.INFORMATION)
        self.show()

    def check(self) -> None:
        """Hide when the pasted text has been changed."""
        if self._piece is not None and self._piece.selectedText() != self._pasted:
            self.forget()

    def forget(self) -> None:
        """Hide; the pasted text stays as it is."""
        self._piece = None
        self.hide()

    def _on_clicked(self) -> None:
        if self._piece is not None:
            start, end, raw = self._piece.selectionStart(), self._piece.selectionEnd(), self._raw
            self.forget()
            self.raw_asked.emit(start, end, raw)
