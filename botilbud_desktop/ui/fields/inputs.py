"""The basic inputs: they leave undo to the whole window, ignore the mouse wheel and never cut pasted text."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QStyleOptionComboBox, QWidget

from botilbud_desktop.ui.style.focus_ring import fit_ring
from botilbud_desktop.ui.style.spacing import HALF, LEAD

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit

    from botilbud_desktop.ui.widgets.searched_list import TypedSearch

_LONGEST_LINE = 200_000
"""The longest text that a draft holds, in characters. Qt itself would silently cut a line at 32.767 characters."""
COMMENT_ACTION = "action.comment"
"""The name of the window's command that begins a comment."""
OF_DRAFT = "of_draft"
"""The property of an input that is bound to a field of the draft."""
LOCKED = "Låst"
"""What is said of a list or table that cannot be changed: Qt tells screen readers so of texts alone."""
_OVERRIDE, _KEY = QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress
_BY_LENGTH = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_MOST_AROUND_WORDS = 56
"""No style needs more px for its arrow and edges beside the words of a list."""
_TYPING = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
_FOCUS_RETURNS = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


def input_size(field: QWidget, asked: QSize, letters: int = 0) -> QSize:
    """Returns the size that the style asks for, with room above and below a line, as wide as `letters` digits."""
    metrics = field.fontMetrics()
    width = letters * metrics.horizontalAdvance("0") + 2 * LEAD if letters else asked.width()
    return QSize(width, max(asked.height(), metrics.lineSpacing() + LEAD))


def is_history_key(event: QEvent) -> bool:
    """Whether the event lets Qt's own undo or redo take a key that belongs to the window."""
    if not isinstance(event, QKeyEvent) or event.type() is not _OVERRIDE:
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def _is_pasting(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.type() == _KEY and event.matches(QKeySequence.StandardKey.Paste)


def show_menu(
    field: "QLineEdit | QPlainTextEdit",
    event: QContextMenuEvent,
    complete: Callable[[QMenu, QContextMenuEvent], object] | None = None,
) -> None:
    """Open Qt's own context menu of an input, without undo and redo, which belong to the whole window.

    `complete` may add to it.
    """
    menu = field.createStandardContextMenu()
    refusal = _why_not_pasted(field)
    for action in menu.actions():
        if refusal and action.objectName() == "edit-paste":
            action.setEnabled(False)
            action.setText(refusal)
    if not field.isReadOnly():
        for action in menu.actions()[:3]:  # undo, redo and the separator below them
            menu.removeAction(action)
    offer_comment(field, menu)
    if complete is not None:
        complete(menu, event)
    menu.exec(event.globalPos())
    menu.deleteLater()


def _why_not_pasted(field: "QLineEdit | QPlainTextEdit") -> str:
    """Returns the words of »Sæt ind« when the field does not take what was copied; "" when it does, or is read-only."""
    from botilbud_desktop.ui.platform.copied_files import are_files

    content = QApplication.clipboard().mimeData()
    if field.isReadOnly():
        return ""
    if are_files(content):
        return "Sæt ind (der er kopieret en fil)"
    is_too_long = isinstance(field, LineInput) and field.is_too_long(content)
    return "Sæt ind (der er kopieret for meget)" if is_too_long else ""


def _drops_files(event: QDropEvent) -> bool:
    from botilbud_desktop.ui.platform.copied_files import are_files

    return are_files(event.mimeData())


def offer_comment(field: QWidget, menu: QMenu) -> None:
    """Add the window's command »Skriv en kommentar« to the menu of an input of the draft."""
    action = field.window().findChild(QAction, COMMENT_ACTION) if field.property(OF_DRAFT) else None
    if isinstance(action, QAction) and action.isEnabled():
        if menu.actions():
            menu.addSeparator()
        menu.addAction(action)


def show_comment_menu(field: QWidget, event: QContextMenuEvent) -> None:
    """Open a context menu with »Skriv en kommentar« alone, for an input that has no menu of its own."""
    menu = QMenu(field)
    offer_comment(field, menu)
    if menu.actions():
        menu.exec(event.globalPos())
    else:
        event.ignore()
    menu.deleteLater()


class LineInput(QLineEdit):
    """A line of text. With `own_history`, for inputs outside the draft, it keeps its own undo."""

    entered = Signal()
    """The input got the focus."""
    left = Signal()
    """The input lost the focus."""
    fits_ring = True
    letters = 0
    """The width that it asks for, in digits; 0 for all the room there is."""

    def __init__(self, parent: QWidget | None = None, *, own_history: bool = False) -> None:
        super().__init__(parent)
        self._own_history = own_history
        self.setMaxLength(_LONGEST_LINE)
        self.setTextMargins(HALF, 0, HALF, 0)
        self.setAutoFillBackground(True)  # nothing below it is painted at a key

    def sizeHint(self) -> QSize:
        return input_size(self, super().sizeHint(), self.letters)

    def minimumSizeHint(self) -> QSize:
        return input_size(self, super().minimumSizeHint())

    def event(self, event: QEvent) -> bool:
        has_own = self._own_history and (self.isUndoAvailable() or self.isRedoAvailable())
        if not has_own and is_history_key(event):
            event.ignore()
            return True
        if isinstance(event, QDropEvent) and _drops_files(event):
            event.ignore()  # the window, or a part of it, may take them
            return True
        if self._is_refused(event) or self._is_inserted(event):
            event.accept()
            return True
        return super().event(event)

    def is_too_long(self, content: QMimeData | None) -> bool:
        """Whether a text is more than the line has room for: Qt would read it for seconds and cut it without a word."""
        if content is None or not content.hasText():
            return False
        staying = len(self.text()) - self.selectionLength() if self.maxLength() < _LONGEST_LINE else 0
        return staying + len(content.text().rstrip("\r\n")) > self.maxLength()

    def _is_refused(self, event: QEvent) -> bool:
        """Whether the event would paste or drop a text that is too long, or paste a file; then the user is told."""
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            content: QMimeData | None = event.mimeData()
        elif _is_pasting(event):
            content = QApplication.clipboard().mimeData()
        else:
            return False
        if self.isReadOnly() or content is None:
            return False
        from botilbud_desktop.ui.platform.copied_files import are_files, not_inserted

        if are_files(content):
            self._say(not_inserted(content))
            return True
        if not self.is_too_long(content):
            return False
        self._say_too_long()
        return True

    def _is_inserted(self, event: QEvent) -> bool:
        """Whether the event would paste a page without plain text, which Qt passes over in silence; it is inserted."""
        if not _is_pasting(event) or self.isReadOnly():
            return False
        content: QMimeData | None = QApplication.clipboard().mimeData()  # None where it is empty
        if content is None or not content.hasHtml() or content.text():
            return False
        from botilbud_desktop.ui.fields.text.pasting import TooMuchPastedError, text_in

        try:
            text = " ".join(text_in(content).split())
        except TooMuchPastedError as error:
            self._say(str(error))
            return True
        if len(text) > self.maxLength():
            self._say_too_long()
        else:
            self.insert(text)
        return True

    def _say_too_long(self) -> None:
        from botilbud_desktop.domain.values.amounts import format_number

        self._say(f"Der blev ikke indsat noget. Der er plads til {format_number(self.maxLength())} tegn på en linje.")

    def _say(self, sentence: str) -> None:
        from PySide6.QtWidgets import QToolTip

        from botilbud_desktop.ui.widgets.announcing import announce

        QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), sentence, self)
        announce(self, sentence)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fit_ring(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        start, length = self.selectionStart(), self.selectionLength()
        super().focusOutEvent(event)
        if event.reason() is Qt.FocusReason.MenuBarFocusReason and length:
            self.setSelection(start, length)  # Qt gives it up, and the menu could neither cut nor copy it
        if event.reason() not in _FOCUS_RETURNS and self.fontMetrics().horizontalAdvance(self.text()) > self.width():
            self.setCursorPosition(0)  # show the beginning of a text that is too long
        self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        show_menu(self, event)


class ChoiceInput(QComboBox):
    """A list to choose from that ignores the mouse wheel and stays easy to read when it is read-only.

    Typed letters lead to a choice, whichever way a name is spelled (`Århus`).
    """

    fits_ring = True
    letters = 0
    """As in a `LineInput`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(_BY_LENGTH)
        self.setMinimumContentsLength(6)
        self._read_only = False
        self._alone = ""
        self._is_asked_for_size = False
        self._search: TypedSearch | None = None

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Shortens a choice that has no room, which Qt would cut, with »…«; the whole of it is then the tip."""
        super().initStyleOption(option)
        words, metrics = self.currentText(), self.fontMetrics()
        needed = metrics.horizontalAdvance(words)
        is_cut = needed > self.width() - _MOST_AROUND_WORDS and needed > self._room()
        if is_cut:
            option.currentText = metrics.elidedText(words, Qt.TextElideMode.ElideRight, self._room())
        if self.toolTip() != (tip := words if is_cut else ""):
            self.setToolTip(tip)

    def sizeHint(self) -> QSize:
        return input_size(self, super().sizeHint(), self.letters)

    def minimumSizeHint(self) -> QSize:
        return input_size(self, super().minimumSizeHint())

    def _room(self) -> int:
        """Returns the width in px that the style leaves to the words."""
        if self._is_asked_for_size:
            return self.width()
        self._is_asked_for_size = True
        metrics = self.fontMetrics()
        if self.sizeAdjustPolicy() is _BY_LENGTH:
            letters = self.minimumContentsLength() * metrics.horizontalAdvance("X")
            around = self.minimumSizeHint().width() - letters - self.iconSize().width() - HALF
        else:  # it likes to be as wide as its longest choice
            longest = max(metrics.horizontalAdvance(self.itemText(row)) for row in range(self.count()))
            around = self.sizeHint().width() - longest
        self._is_asked_for_size = False
        return max(self.width() - around, 1)

    def setReadOnly(self, read_only: bool) -> None:
        """Set whether the user cannot choose."""
        self._read_only = read_only

    def isReadOnly(self) -> bool:
        """Whether the user cannot choose."""
        return self._read_only

    def name_alone(self, name: str) -> None:
        """Name a list that has no label beside it: on Linux Qt says what is chosen in place of the name."""
        self.setAccessibleName(name)
        self._alone = name if sys.platform == "linux" else ""
        self.describe()

    def describe(self, *words: str) -> None:
        """Let screen readers read `words` with the list, and what its name and state do not say on this system."""
        description = "\n".join(filter(None, (self._alone, *words, LOCKED if self._read_only else "")))
        if description != self.accessibleDescription():
            self.setAccessibleDescription(description)

    def showPopup(self) -> None:
        if self._read_only:
            return
        from botilbud_desktop.ui.widgets.searched_list import SearchedList

        if not isinstance(self.view(), SearchedList):
            searched = SearchedList(self)
            self.setView(searched)
            searched.heighten_rows()
            searched.setAccessibleName(self.accessibleName())
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._read_only:
            event.ignore()
        elif event.modifiers() in _TYPING and event.text().isprintable() and event.text().strip():
            self._find(event.text())
        else:
            super().keyPressEvent(event)

    def _find(self, typed: str) -> None:
        """Chooses what the typed letters lead to."""
        from botilbud_desktop.ui.widgets.searched_list import TypedSearch

        if self._search is None:
            self._search = TypedSearch()
        texts = [self.itemText(index) for index in range(self.count())]
        found = self._search.find(typed, texts, max(self.currentIndex(), 0))
        if found is not None:
            self.setCurrentIndex(found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fit_ring(self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        show_comment_menu(self, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
