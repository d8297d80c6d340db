"""A text to read and copy exactly: Qt's own copying would turn no-break spaces into spaces."""

from PySide6.QtCore import QEvent, QMimeData, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from botilbud_desktop.ui.fields.inputs import show_menu
from botilbud_desktop.ui.fields.text.text_input import exact, selection_of
from botilbud_desktop.ui.style.wrapping import wrapping_of

_OWN_KEYS = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Paste, QKeySequence.StandardKey.SelectAll)


class ExactText(QPlainTextEdit):
    """Read-only and selectable; Ctrl+C copies the selection or, with nothing selected, asks for the whole text."""

    copy_asked = Signal()
    """Ctrl+C was pressed with nothing selected."""
    paste_asked = Signal()
    """Ctrl+V was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)

    def show_text(self, text: str) -> None:
        """Shows `text` from its beginning; the same text again does not scroll."""
        if self.text() != text:
            self.setWordWrapMode(wrapping_of(text))
            self.setPlainText(text)

    def text(self) -> str:
        """Returns the text exactly as it is."""
        return exact(self.document().toRawText())

    def createMimeDataFromSelection(self) -> QMimeData:
        return selection_of(self)

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and any(event.matches(key) for key in _OWN_KEYS):
            event.accept()  # before the panel's shortcuts for the whole field
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Copy) and not self.textCursor().hasSelection():
            self.copy_asked.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        show_menu(self, event)
