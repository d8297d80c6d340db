"""What »Klip«, »Kopiér« and »Sæt ind« do in the field or table that has the focus, and whether they can."""

from enum import Enum

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenuBar, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from botilbud_desktop.ui.fields.inputs import LineInput
from botilbud_desktop.ui.platform.copied_files import are_files


class Deed(Enum):
    """What is done, with its key (beside Ctrl) and its standard sequence."""

    CUT = (Qt.Key.Key_X, QKeySequence.StandardKey.Cut)
    COPY = (Qt.Key.Key_C, QKeySequence.StandardKey.Copy)
    PASTE = (Qt.Key.Key_V, QKeySequence.StandardKey.Paste)


def focused(window: QWidget, before: QWidget | None) -> QWidget | None:
    """Returns what has the focus in a window; what had it `before`, if the menu bar took it with Alt."""
    focus = QApplication.focusWidget()
    if focus is not None and not isinstance(focus, QMenuBar):
        return focus if focus.window() is window else None
    return before if before is not None and isValid(before) and before.isVisible() else None


def do(field: QWidget, deed: Deed) -> None:
    """Send a field the key of a deed, so that nothing differs from pressing it; trigger a table's own command."""
    if not may(field, deed):
        return
    field.setFocus(Qt.FocusReason.MenuBarFocusReason)
    own = _own_action(field, deed)
    if own is not None:
        own.trigger()
    else:
        key = QKeyEvent(QEvent.Type.KeyPress, deed.value[0], Qt.KeyboardModifier.ControlModifier)
        QApplication.sendEvent(field, key)


def may(field: QWidget, deed: Deed) -> bool:
    """Whether the deed would do something in what has the focus."""
    own = _own_action(field, deed)
    if own is not None:
        return own.isEnabled()
    if isinstance(field, QLabel):
        return deed is Deed.COPY and field.hasSelectedText()
    if not isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit):
        return False
    if deed is Deed.PASTE:
        return not field.isReadOnly() and _may_paste(field)
    has_selection = field.hasSelectedText() if isinstance(field, QLineEdit) else field.textCursor().hasSelection()
    return has_selection and (deed is Deed.COPY or not field.isReadOnly())


def _may_paste(field: QLineEdit | QPlainTextEdit | QTextEdit) -> bool:
    """Whether the clipboard holds a text, which the field takes."""
    content: QMimeData | None = QApplication.clipboard().mimeData()  # None where it is empty
    if content is None or are_files(content):
        return False
    is_too_long = isinstance(field, LineInput) and field.is_too_long(content)
    return (content.hasText() or content.hasHtml()) and not is_too_long


def _own_action(field: QWidget, deed: Deed) -> QAction | None:
    """Returns the command that a widget has for the keys, such as the table of projects."""
    keys = QKeySequence(deed.value[1])
    return next((action for action in field.actions() if action.shortcut() == keys), None)
