"""A text area for long texts: keeps every character as typed or pasted, marks the surplus, leaves Tab to the form."""

from PySide6.QtCore import QEvent, QMimeData, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QTextCharFormat, QTextCursor, QTextDocumentFragment
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from botilbud_desktop.domain.kept_text import kept_text
from botilbud_desktop.domain.text_count import utf16_length
from botilbud_desktop.ui.fields.inputs import is_history_key, show_menu
from botilbud_desktop.ui.look.states import State, state_colour, state_surface

LARGEST_PASTE = 200_000
"""Characters taken from the clipboard at once; far above any limit of a form, and quick to show."""


class TextInput(QPlainTextEdit):
    """A plain text area."""

    left = Signal()
    """The input lost the focus."""
    pasted = Signal()
    """A whole piece of text was put in at once."""
    too_much_pasted = Signal(int)
    """More characters were pasted than can be shown; none of them was put in."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self._marked: tuple[int, State] | None = None
        self._marking = QTextCursor(self.document())
        """What is marked now: it moves along when something is typed before it."""

    def text(self) -> str:
        """The text exactly as it stands; `toPlainText` would turn no-break spaces into spaces."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def show_text(self, text: str) -> None:
        """Show `text` by replacing only what differs, with the cursor where the difference ends."""
        shown = self.text()
        if shown == text:
            return
        start = _common_start(shown, text)
        end = _common_start(shown[start:][::-1], text[start:][::-1])
        cursor = self.textCursor()
        cursor.setPosition(utf16_length(shown[:start]))
        cursor.setPosition(utf16_length(shown[: len(shown) - end]), QTextCursor.MoveMode.KeepAnchor)
        self.blockSignals(True)
        cursor.insertText(text[start : len(text) - end])
        self.blockSignals(False)
        if self.hasFocus():
            self.setTextCursor(cursor)

    def mark_from(self, start: int | None, state: State) -> None:
        """Mark the text from index `start` to its end as too much; None marks nothing."""
        mark = None if start is None else (utf16_length(self.text()[:start]), state)
        if mark == self._marked and (mark is None or self._marking.selectionStart() == mark[0]):
            return
        self._marked = mark
        if mark is None:
            self.setExtraSelections([])
            return
        selection = QTextEdit.ExtraSelection()
        self._marking.setPosition(mark[0])
        self._marking.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = QTextCursor(self._marking)
        marking = QTextCharFormat()
        marking.setBackground(state_surface(state, self.palette()))
        marking.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        marking.setUnderlineColor(state_colour(state, self.palette()))
        selection.format = marking
        self.setExtraSelections([selection])

    def show_place(self, start: int) -> None:
        """Put the cursor at index `start` of the text, in view."""
        cursor = self.textCursor()
        cursor.setPosition(utf16_length(self.text()[:start]))
        self.setTextCursor(cursor)
        self.centerCursor()

    def event(self, event: QEvent) -> bool:
        if is_history_key(event):
            event.ignore()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        show_menu(self, event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            text = source.text()
        else:
            text = QTextDocumentFragment.fromHtml(source.html()[: 10 * LARGEST_PASTE]).toPlainText()
        if len(text) > LARGEST_PASTE:
            self.too_much_pasted.emit(len(text))
            return
        self.pasted.emit()
        self.insertPlainText(kept_text(text))
        self.pasted.emit()
        self.ensureCursorVisible()


def _common_start(one: str, other: str) -> int:
    """How many characters the two begin with in common."""
    shortest = min(len(one), len(other))
    if one[:shortest] == other[:shortest]:
        return shortest
    return next(index for index in range(shortest) if one[index] != other[index])
