"""Text that shows word differences: removed words are struck through, added words underlined."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from botilbud_desktop.domain.merging.text_merge import Origin
from botilbud_desktop.domain.merging.word_difference import Piece, PieceKind
from botilbud_desktop.domain.text.counting import utf16_length
from botilbud_desktop.ui.comparing.shown_pieces import Run, Side, shown_runs, spoken
from botilbud_desktop.ui.style.spacing import HALF
from botilbud_desktop.ui.style.states import State, quiet_colour, state_colour, state_surface
from botilbud_desktop.ui.style.wrapping import wrapping_of

MOST_LINES = 14
"""Lines of text that a box grows to before it scrolls."""

_APPEARANCE_EVENTS = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)
_SCROLLING_KEYS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Space,
)
_ORIGINS = {
    Origin.MINE: (State.INFORMATION, QTextCharFormat.UnderlineStyle.DotLine),
    Origin.THEIRS: (State.DONE, QTextCharFormat.UnderlineStyle.SingleUnderline),
    Origin.DECIDED: (State.ATTENTION, QTextCharFormat.UnderlineStyle.DashUnderline),
    Origin.UNDECIDED: (State.PROBLEM, QTextCharFormat.UnderlineStyle.WaveUnderline),
}
"""The surface and the line below what does not come from both; a sign in words stands before it as well."""


class DifferenceText(QTextEdit):
    """A read-only box of plain text that is as high as its text, up to `most_lines`.

    Removed text has the surface of `State.PROBLEM` and is struck through; added text has the surface of `State.DONE`
    and is underlined. So they can be told apart without colours.
    """

    def __init__(
        self, name: str, parent: QWidget | None = None, *, most_lines: int = MOST_LINES, is_tab_stop: bool = True
    ) -> None:
        """`name` is the text's name for screen readers; the differences are appended to it.

        With `is_tab_stop` False, Tab still stops here while there is more text than is shown.
        """
        super().__init__(parent)
        self._name = name
        self._most_lines = most_lines
        self._is_tab_stop = is_tab_stop
        self._runs: list[Run] = []
        self._heights: dict[int, int] = {}
        self._has_scrolled = False
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(HALF)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_tab_stop else Qt.FocusPolicy.ClickFocus)

    def show_pieces(self, pieces: Sequence[Piece], side: Side = Side.BOTH, *, shortened: bool = False) -> None:
        """Shows one side of a word difference, or both in one flow.

        With `shortened`, long stretches far from any change are left out and counted. Extremely long texts are cut, and
        the rest is counted too.
        """
        self._show(shown_runs(pieces, side, shortened=shortened), f"{self._name}. {spoken(pieces, side)}")

    def show_text(self, text: str) -> None:
        """Shows a text without marked words, where there is nothing to compare it with."""
        self._show(shown_runs((Piece(PieceKind.SAME, text),), Side.BOTH, shortened=False), self._name)

    def show_runs(self, runs: list[Run], name: str) -> None:
        """Shows these runs; `name` is what screen readers say."""
        self._show(runs, name)

    def text(self) -> str:
        """Returns the shown text, including the signs for line breaks and the words about what is left out."""
        return "".join(run.text for run in self._runs)

    @property
    def has_more(self) -> bool:
        """Whether there is more text than is visible at once."""
        return self.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOn

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return min(self._whole_height(width), self._most_height())

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 40, 3 * self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.fontMetrics().lineSpacing() + 2 * HALF)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_scroll_bar()
        if not self._has_scrolled and self.has_more and self.isVisible():
            self._scroll_to_first_change()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._update_scroll_bar()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _APPEARANCE_EVENTS and self._runs:
            self._render()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        without = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not self.has_more and without and event.key() in _SCROLLING_KEYS:
            event.ignore()  # the list around it scrolls
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace("\u2029", "\n").replace("\u2028", "\n"))
        return data

    def _show(self, runs: list[Run], name: str) -> None:
        self._runs = runs
        self.setAccessibleName(name)
        self._render()

    def _render(self) -> None:
        self.clear()
        self.setWordWrapMode(wrapping_of(self.text()))
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for run in self._runs:
            cursor.insertText(run.text, self._format_of(run.kind))
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._has_scrolled = False
        self._heights.clear()
        if self.isVisible():
            self._update_scroll_bar()
        self.updateGeometry()

    def _scroll_to_first_change(self) -> None:
        """Moves the cursor to the first change, and shows some of the text before it."""
        self._has_scrolled = True
        start = next((index for index, run in enumerate(self._runs) if run.kind is not PieceKind.SAME), 0)
        cursor = self.textCursor()
        cursor.setPosition(utf16_length("".join(run.text for run in self._runs[:start])))
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - self.viewport().height() // 4)

    def _format_of(self, kind: PieceKind | Origin | None) -> QTextCharFormat:
        palette, char_format = self.palette(), QTextCharFormat()
        char_format.setForeground(palette.color(QPalette.ColorRole.Text))
        match kind:
            case None:
                char_format.setForeground(quiet_colour(palette))
                char_format.setFontItalic(True)
            case PieceKind.REMOVED:
                char_format.setBackground(state_surface(State.PROBLEM, palette))
                char_format.setFontStrikeOut(True)
            case PieceKind.ADDED:
                char_format.setBackground(state_surface(State.DONE, palette))
                char_format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
                char_format.setUnderlineColor(QColor(state_colour(State.DONE, palette)))
            case Origin() if kind in _ORIGINS:
                state, underline = _ORIGINS[kind]
                char_format.setBackground(state_surface(state, palette))
                char_format.setUnderlineStyle(underline)
                char_format.setUnderlineColor(QColor(state_colour(state, palette)))
            case _:
                pass
        return char_format

    def _update_scroll_bar(self) -> None:
        """Shows a scroll bar only where the text is higher than the box may grow."""
        has_more = self._whole_height(self.width()) > self._most_height()
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if has_more else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if policy is not self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)
        stops = self._is_tab_stop or has_more
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)

    def _most_height(self) -> int:
        return self.fontMetrics().lineSpacing() * self._most_lines + 2 * (HALF + self.frameWidth())

    def _whole_height(self, width: int) -> int:
        """Returns the height in px of all the text in a box of this width without a scroll bar."""
        if (known := self._heights.get(width)) is not None:
            return known
        measured = self.document().clone()
        measured.setTextWidth(max(width - 2 * self.frameWidth(), 1))
        height = int(measured.size().height() + 0.999) + 2 * self.frameWidth()
        self._heights[width] = height
        return height
