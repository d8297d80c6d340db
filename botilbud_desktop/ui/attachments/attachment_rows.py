"""The attached files as rows: name and state, »Åbn« and »Fjern«."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.domain.attachments.attachment import Attachment, AttachmentState
from botilbud_desktop.domain.text.hidden_marks import visible
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.style.spacing import HALF, UNIT
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.style.text import plain_label
from botilbud_desktop.ui.widgets.tab_order import order_tabs

_STATES = {
    AttachmentState.ATTACHED: None,
    AttachmentState.CHANGED: State.ATTENTION,
    AttachmentState.MISSING: State.ATTENTION,
    AttachmentState.UNREADABLE: State.ATTENTION,
    AttachmentState.UNKNOWN: State.ATTENTION,
}


class AttachmentRows(QWidget):
    """A row for each attachment; hidden while there are none."""

    open_asked = Signal(object)
    """The `Attachment` that the user wants to see."""
    removal_asked = Signal(object)
    """The `Attachment` that is to be taken away."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._shown: tuple[tuple[tuple[Attachment, str], ...], bool] | None = None
        self._rows: list[QFrame] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(HALF)
        self.hide()

    def show_attachments(self, attachments: Sequence[tuple[Attachment, str]], *, may_change: bool) -> None:
        """Show these, each with what is said of it, instead of the current ones."""
        wanted = tuple(attachments), may_change
        if wanted == self._shown:
            return
        self._shown = wanted
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(index, *each, may_change=may_change) for index, each in enumerate(attachments)]
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(attachments))
        order_tabs(self)

    def _row(self, index: int, attachment: Attachment, told: str, *, may_change: bool) -> QFrame:
        row = QFrame(self)
        said = QVBoxLayout()
        said.setSpacing(0)
        name = plain_label(attachment.file_name, row)
        name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        note = Note(parent=row)
        note.say(told, _STATES[attachment.state])
        said.addWidget(name)
        said.addWidget(note)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(UNIT)
        layout.addLayout(said, 1)
        see = self._button("Åbn", attachment, f"{self.objectName()}.{index}.open", row)
        see.setEnabled(attachment.is_there)
        see.clicked.connect(lambda: self.open_asked.emit(attachment))
        remove = self._button("Fjern …", attachment, f"{self.objectName()}.{index}.remove", row)
        remove.setEnabled(may_change)
        remove.clicked.connect(lambda: self.removal_asked.emit(attachment))
        for button in (see, remove):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _button(self, words: str, attachment: Attachment, name: str, row: QWidget) -> QPushButton:
        button = QPushButton(words, row)
        button.setObjectName(name)
        button.setAccessibleName(visible(f"{words.removesuffix(' …')} {attachment.file_name}"))
        return button
