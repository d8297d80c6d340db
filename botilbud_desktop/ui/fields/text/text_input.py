"""A text area for long texts: keeps each typed character, cleans pasted text, highlights the surplus, passes Tab on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QResizeEvent, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from botilbud_desktop.domain.form_bounds import LONGEST_TEXT
from botilbud_desktop.domain.text.common_ends import common_end, common_start
from botilbud_desktop.domain.text.counting import utf16_length
from botilbud_desktop.domain.text.sanitizing import sanitized
from botilbud_desktop.ui.fields.inputs import is_history_key, show_menu
from botilbud_desktop.ui.fields.text.marks import Layer, Marks
from botilbud_desktop.ui.style.focus_ring import fit_ring
from botilbud_desktop.ui.style.quiet_bar import use_quiet_bar
from botilbud_desktop.ui.style.states import State, state_colour, state_surface
from botilbud_desktop.ui.style.wrapping import wrapping_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from botilbud_desktop.domain.text.pasted_text import CleanedText
    from botilbud_desktop.rules.text_results import Span

LARGEST_TEXT = 150_000
"""The longest text after a paste, in characters; far above any limit of a form, and quick to show."""
_FONT_CHANGES = (QEvent.Type.FontChange, QEvent.Type.StyleChange)


_LEAST_LINES = 2
"""So many lines are in view however small the window is."""


class TextInput(QPlainTextEdit):
    """A plain text area."""

    entered = Signal()
    """The input is about to get the focus."""
    left = Signal()
    """The input lost the focus."""
    pasted = Signal()
    """Text is about to be pasted, or was just pasted."""
    inserted = Signal(QTextCursor, str, object)
    """A text was pasted: a cursor that selects it, the clipboard's text, the `CleanedText`."""
    long_pasted = Signal(str)
    """What this area would hold after a paste that is too long to be laid out here; nothing was put in."""
    menu_made = Signal(object, object)
    """The `QMenu` that is about to open, and the `QContextMenuEvent` that asks for it."""
    recoloured = Signal()
    """The palette has changed: what is marked needs its colours anew."""
    too_much_pasted = Signal(str)
    """More than can be read or shown, or a file; nothing was pasted, and this Danish sentence says so."""
    fits_ring = True

    def __init__(self, lines: int | None = None) -> None:
        """The height is that of `lines` lines of text; None leaves it to the layout."""
        super().__init__()
        use_quiet_bar(self)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self._lines = lines
        self._room: int | None = None
        """The height in px that it may have; None for any."""
        self._elsewhere = 0
        self.marks = Marks(self)
        self._marked: tuple[int, State] | None = None
        self._marking = QTextCursor(self.document())
        """The highlighted text: the cursor moves along when something is typed before it."""
        self._fit_height()

    def text(self) -> str:
        """Returns the exact text; `toPlainText` would turn no-break spaces into spaces."""
        return exact(self.document().toRawText())

    def set_elsewhere(self, characters: int) -> None:
        """Tell how many characters of the text are not shown here; they count for the longest text."""
        self._elsewhere = characters

    def show_text(self, text: str) -> None:
        """Show `text` by replacing only what differs; a focused cursor moves to the end of the difference."""
        shown = self.text()
        if shown == text:
            return
        start = common_start(shown, text)
        end = common_end(shown, text, start)
        cursor = self.textCursor()
        cursor.setPosition(utf16_length(shown[:start]))
        cursor.setPosition(utf16_length(shown[: len(shown) - end]), QTextCursor.MoveMode.KeepAnchor)
        self._fit_wrapping(text)
        self.blockSignals(True)
        cursor.insertText(text[start : len(text) - end])
        self.blockSignals(False)
        if self.hasFocus():
            self.setTextCursor(cursor)

    def highlight_from(self, start: int | None, state: State) -> None:
        """Highlight the text from index `start` to its end as surplus; None highlights nothing."""
        mark = None if start is None else (utf16_length(self.text()[:start]), state)
        if mark == self._marked and (mark is None or self._marking.selectionStart() == mark[0]):
            return
        self._marked = mark
        self._show_mark()

    def show_position(self, start: int, end: int | None = None) -> None:
        """Put the cursor at index `start` of the text and scroll to it; with `end`, select the text in between."""
        text, cursor = self.text(), self.textCursor()
        cursor.setPosition(utf16_length(text[:start]))
        if end is not None:
            cursor.setPosition(utf16_length(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.centerCursor()

    def index_of(self, position: int) -> int:
        """Returns the index in the text of one of Qt's positions, which count a character beyond U+FFFF as two."""
        return len(self.text().encode("utf-16-le", "surrogatepass")[: 2 * position].decode("utf-16-le", "ignore"))

    def positions_of(self, pieces: "Sequence[Span]") -> list[tuple[int, int]]:
        """Returns Qt's positions of pieces of the text; quick where they are in its order."""
        text = self.text()
        found, index, position = [], 0, 0
        for start, end in pieces:
            if start < index:  # the same words twice
                index, position = 0, 0
            before = position + utf16_length(text[index:start])
            index, position = end, before + utf16_length(text[start:end])
            found.append((before, position))
        return found

    def piece(self, start: int, end: int) -> QTextCursor:
        """Returns a cursor that selects the text between two of Qt's positions."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

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
        elif event.type() == QEvent.Type.PaletteChange:
            if self._marked is not None:
                self._show_mark()
            self.recoloured.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fit_ring(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.entered.emit()
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.ensureCursorVisible()  # it may be scrolled out of view

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        show_menu(self, event, self.menu_made.emit)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        from botilbud_desktop.ui.platform.copied_files import are_files

        return (source.hasText() or source.hasHtml()) and not are_files(source)

    def createMimeDataFromSelection(self) -> QMimeData:
        return selection_of(self)

    def insertFromMimeData(self, source: QMimeData) -> None:
        from botilbud_desktop.domain.text.pasted_text import cleaned_paste
        from botilbud_desktop.ui.fields.text.pasting import TooMuchPastedError, room_for, text_in
        from botilbud_desktop.ui.platform.copied_files import are_files, not_inserted

        if are_files(source):
            self.too_much_pasted.emit(not_inserted(source))
            return
        cursor = self.textCursor()
        staying = self.document().characterCount() - 1 - (cursor.selectionEnd() - cursor.selectionStart())
        try:
            raw = text_in(source)
            room_for(self._elsewhere + staying + len(raw), LARGEST_TEXT)
        except TooMuchPastedError as error:
            self.too_much_pasted.emit(str(error))
            return
        cleaned = cleaned_paste(raw)
        if staying + len(raw) > LONGEST_TEXT:
            self.long_pasted.emit(self._text_with(sanitized(cleaned.text)))
        else:
            self._insert(raw, cleaned)

    def _text_with(self, piece: str) -> str:
        """Returns the text with `piece` in place of the selection."""
        text, cursor = self.text(), self.textCursor()
        start, end = self.index_of(cursor.selectionStart()), self.index_of(cursor.selectionEnd())
        return f"{text[:start]}{piece}{text[end:]}"

    def _insert(self, raw: str, cleaned: "CleanedText") -> None:
        self.pasted.emit()
        self._fit_wrapping(cleaned.text)
        start = self.textCursor().selectionStart()
        self.insertPlainText(sanitized(cleaned.text))
        self.pasted.emit()
        self.ensureCursorVisible()
        self.inserted.emit(self.piece(start, self.textCursor().position()), sanitized(raw), cleaned)

    def _fit_wrapping(self, text: str) -> None:
        """Break lines anywhere once a text without spaces was put in."""
        wrapping = wrapping_of(text)
        if wrapping is QTextOption.WrapMode.WrapAnywhere and wrapping is not self.wordWrapMode():
            self.setWordWrapMode(wrapping)

    def fit_into(self, height: int) -> None:
        """Be lower than usual where there are only `height` px for it, but keep some lines."""
        self._room = height
        self._fit_height()

    def _fit_height(self) -> None:
        if self._lines is not None:
            margins = 2 * int(self.document().documentMargin()) + 2 * self.frameWidth()
            line = self.fontMetrics().lineSpacing()
            wanted, least = line * self._lines + margins, line * min(self._lines, _LEAST_LINES) + margins
            self.setFixedHeight(wanted if self._room is None else max(least, min(wanted, self._room)))
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)  # or the page is pulled apart

    def _show_mark(self) -> None:
        if self._marked is None:
            self.marks.clear(Layer.SURPLUS)
            return
        start, state = self._marked
        self._marking.setPosition(start)
        self._marking.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setBackground(state_surface(state, self.palette()))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(state_colour(state, self.palette()))
        self.marks.show(Layer.SURPLUS, [self._marking], look)


def exact(raw: str) -> str:
    """Returns `raw` with Qt's own line separators as line breaks."""
    return raw.replace("\u2029", "\n").replace("\u2028", "\n")


def selection_of(area: QPlainTextEdit) -> QMimeData:
    """Returns the exact selection as plain text: Qt's own copying would turn no-break spaces into spaces."""
    content = QMimeData()
    content.setText(exact(area.textCursor().selectedText()))
    return content
