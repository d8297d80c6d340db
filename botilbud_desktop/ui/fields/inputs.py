"""The basic inputs: they leave undo to the whole window, ignore the mouse wheel and never cut pasted text."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit

_LONGEST_LINE = 200_000
"""The longest text that a draft holds, in characters. Qt itself would silently cut a line at 32.767 characters."""
_OVERRIDE = QEvent.Type.ShortcutOverride
_FOCUS_RETURNS = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


def is_history_key(event: QEvent) -> bool:
    """Whether the event lets Qt's own undo or redo take a key that belongs to the window."""
    if not isinstance(event, QKeyEvent) or event.type() is not _OVERRIDE:
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def show_menu(field: "QLineEdit | QPlainTextEdit", event: QContextMenuEvent) -> None:
    """Open Qt's own context menu of an input, without undo and redo, which belong to the whole window."""
    menu = field.createStandardContextMenu()
    if not field.isReadOnly():
        for action in menu.actions()[:3]:  # undo, redo and the separator below them
            menu.removeAction(action)
    menu.exec(event.globalPos())
    menu.deleteLater()


class LineInput(QLineEdit):
    """A line of text. With `own_history`, for inputs outside the draft, it keeps its own undo."""

    left = Signal()
    """The input lost the focus."""

    def __init__(self, parent: QWidget | None = None, *, own_history: bool = False) -> None:
        super().__init__(parent)
        self._own_history = own_history
        self.setMaxLength(_LONGEST_LINE)

    def event(self, event: QEvent) -> bool:
        has_own = self._own_history and (self.isUndoAvailable() or self.isRedoAvailable())
        if not has_own and is_history_key(event):
            event.ignore()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _FOCUS_RETURNS and self.fontMetrics().horizontalAdvance(self.text()) > self.width():
            self.setCursorPosition(0)  # show the beginning of a text that is too long
        self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        show_menu(self, event)


class ChoiceInput(QComboBox):
    """A list to choose from that ignores the mouse wheel and stays easy to read when it is read-only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self._read_only = False

    def setReadOnly(self, read_only: bool) -> None:
        """Set whether the user cannot choose."""
        self._read_only = read_only

    def isReadOnly(self) -> bool:
        """Whether the user cannot choose."""
        return self._read_only

    def showPopup(self) -> None:
        if not self._read_only:
            super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._read_only:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
