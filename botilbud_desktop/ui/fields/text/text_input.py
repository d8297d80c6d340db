"""A text area for long texts: keeps every character as typed, cleans what is pasted, marks the surplus, leaves Tab."""

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from botilbud_desktop.domain.text.common_ends import common_end, common_start
from botilbud_desktop.domain.text.counting import utf16_length
from botilbud_desktop.domain.text.sanitizing import sanitized
from botilbud_desktop.ui.fields.inputs import is_history_key, show_menu
from botilbud_desktop.ui.style.states import State, state_colour, state_surface

if TYPE_CHECKING:
    from botilbud_desktop.domain.text.pasted_text import CleanedText

LARGEST_TEXT = 150_000
"""Characters taken from the clipboard at once; far above any limit of a form, and quick to show."""
LARGEST_MARKUP = 10 * LARGEST_TEXT
"""Characters of markup that are read when there is no plain text beside it; pictures within it do not count."""
_PICTURE = re.compile(r"data:image/[^\"'<>\s]*")
_FONT_CHANGES = (QEvent.Type.FontChange, QEvent.Type.StyleChange)


class TextInput(QPlainTextEdit):
    """A plain text area."""

    entered = Signal()
    """The input is about to get the focus."""
    left = Signal()
    """The input lost the focus."""
    pasted = Signal()
    """A whole piece of text was put in at once."""
    cleaned = Signal(QTextCursor, str, object)
    """What was pasted is not the text on the clipboard: a cursor that selects it, that text, the `CleanedText`."""
    too_much_pasted = Signal(int)
    """More characters were pasted than can be shown; none of them was put in."""

    def __init__(self, lines: int | None = None) -> None:
        """The height is that of `lines` lines of text; None leaves it to the layout."""
        super().__init__()
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self._lines = lines
        self._marked: tuple[int, State] | None = None
        self._marking = QTextCursor(self.document())
        """What is marked now: it moves along when something is typed before it."""
        self._fit_height()

    def text(self) -> str:
        """The text exactly as it stands; `toPlainText` would turn no-break spaces into spaces."""
        return exact(self.document().toRawText())

    def show_text(self, text: str) -> None:
        """Show `text` by replacing only what differs, with the cursor where the difference ends."""
        shown = self.text()
        if shown == text:
            return
        start = common_start(shown, text)
        end = common_end(shown, text, start)
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
        self._show_mark()

    def show_place(self, start: int, end: int | None = None) -> None:
        """Put the cursor at index `start` of the text, in view; with `end`, select what stands in between."""
        text, cursor = self.text(), self.textCursor()
        cursor.setPosition(utf16_length(text[:start]))
        if end is not None:
            cursor.setPosition(utf16_length(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.centerCursor()

    def index_of(self, position: int) -> int:
        """The index in the text of one of Qt's positions, which count a character beyond U+FFFF as two."""
        return len(self.text().encode("utf-16-le", "surrogatepass")[: 2 * position].decode("utf-16-le", "ignore"))

    def is_after_a_word(self) -> bool:
        """Whether a space or the start of a line stands before the cursor."""
        cursor = self.textCursor()
        return cursor.atBlockStart() or self.document().characterAt(cursor.position() - 1).isspace()

    def event(self, event: QEvent) -> bool:
        if is_history_key(event):
            event.ignore()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _FONT_CHANGES:
            self._fit_height()
        elif event.type() == QEvent.Type.PaletteChange and self._marked is not None:
            self._show_mark()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.entered.emit()
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.ensureCursorVisible()  # it may have been scrolled out of sight, and it is all that shows the focus

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        show_menu(self, event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()

    def createMimeDataFromSelection(self) -> QMimeData:
        return selection_of(self)

    def insertFromMimeData(self, source: QMimeData) -> None:
        from botilbud_desktop.domain.text.pasted_text import cleaned_paste

        markup = "" if source.hasText() else _PICTURE.sub("", source.html())
        if len(markup) > LARGEST_MARKUP:
            self.too_much_pasted.emit(len(markup))
            return
        raw = source.text() if source.hasText() else _text_of_markup(markup)
        cursor = self.textCursor()
        staying = self.document().characterCount() - 1 - (cursor.selectionEnd() - cursor.selectionStart())
        if staying + len(raw) > LARGEST_TEXT:
            self.too_much_pasted.emit(staying + len(raw))
            return
        self._put_in(raw, cleaned_paste(raw))

    def _put_in(self, raw: str, cleaned: "CleanedText") -> None:
        self.pasted.emit()
        piece = self.textCursor()
        start = piece.selectionStart()
        self.insertPlainText(sanitized(cleaned.text))
        self.pasted.emit()
        self.ensureCursorVisible()
        if cleaned.cleaned:
            piece.setPosition(start)
            piece.setPosition(self.textCursor().position(), QTextCursor.MoveMode.KeepAnchor)
            self.cleaned.emit(piece, sanitized(raw), cleaned)

    def _fit_height(self) -> None:
        if self._lines is not None:
            margins = 2 * int(self.document().documentMargin()) + 2 * self.frameWidth()
            self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + margins)

    def _show_mark(self) -> None:
        if self._marked is None:
            self.setExtraSelections([])
            return
        start, state = self._marked
        selection = QTextEdit.ExtraSelection()
        self._marking.setPosition(start)
        self._marking.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = QTextCursor(self._marking)
        marking = QTextCharFormat()
        marking.setBackground(state_surface(state, self.palette()))
        marking.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        marking.setUnderlineColor(state_colour(state, self.palette()))
        selection.format = marking
        self.setExtraSelections([selection])


def exact(raw: str) -> str:
    """What Qt writes for line breaks, as line breaks."""
    return raw.replace("\u2029", "\n").replace("\u2028", "\n")


def selection_of(area: QPlainTextEdit) -> QMimeData:
    """What is selected, exactly and as plain text: Qt's own copying would turn no-break spaces into spaces."""
    content = QMimeData()
    content.setText(exact(area.textCursor().selectedText()))
    return content


def _text_of_markup(html: str) -> str:
    """What a page or Word put on the clipboard without a plain text beside it; the items of lists keep a hyphen."""
    listed = re.sub(r"(<li\b[^<>]*>)", r"\1- ", html, flags=re.IGNORECASE)
    document = QTextDocument()
    document.setHtml(listed)
    return exact(document.toRawText())
