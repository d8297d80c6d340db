"""»Klip«, »Kopiér« and »Sæt ind« in the menu »Redigér«: what the keys do in the field or table that has the focus."""

from enum import Enum

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QMenuBar, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from botilbud_desktop.ui.commands.menus import Menus
from botilbud_desktop.ui.fields.inputs import LineInput
from botilbud_desktop.ui.platform.copied_files import are_files


class _Deed(Enum):
    """What is done, with its key (beside Ctrl) and its standard sequence."""

    CUT = (Qt.Key.Key_X, QKeySequence.StandardKey.Cut)
    COPY = (Qt.Key.Key_C, QKeySequence.StandardKey.Copy)
    PASTE = (Qt.Key.Key_V, QKeySequence.StandardKey.Paste)

    @property
    def keys(self) -> QKeySequence:
        return QKeySequence(self.value[1])


class ClipboardCommands(QObject):
    """The three commands. The keys themselves belong to the fields: the menu only shows them."""

    def __init__(self, menus: Menus, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._field: QWidget | None = None
        self._actions = {
            _Deed.CUT: menus.add(menus.edit, "K&lip", self._on_cut, _Deed.CUT.keys),
            _Deed.COPY: menus.add(menus.edit, "Kop&iér", self._on_copy, _Deed.COPY.keys),
            _Deed.PASTE: menus.add(menus.edit, "Sæ&t ind", self._on_paste, _Deed.PASTE.keys),
        }
        for action in self._actions.values():
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setEnabled(False)
        menus.edit.aboutToShow.connect(self._on_about_to_show)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Remember the field: with Alt, the menu bar takes the focus."""
        if now is not None and not isinstance(now, QMenuBar) and now.window() is self._window:
            self._field = now

    def _on_about_to_show(self) -> None:
        field = self._focused()
        for deed, action in self._actions.items():
            action.setEnabled(field is not None and _may(field, deed))

    def _focused(self) -> QWidget | None:
        """Returns the widget that has the focus, or had it before the menu bar."""
        focus = QApplication.focusWidget()
        if focus is not None and not isinstance(focus, QMenuBar):
            return focus if focus.window() is self._window else None
        return self._field if self._field is not None and isValid(self._field) and self._field.isVisible() else None

    def _on_cut(self) -> None:
        self._do(_Deed.CUT)

    def _on_copy(self) -> None:
        self._do(_Deed.COPY)

    def _on_paste(self) -> None:
        self._do(_Deed.PASTE)

    def _do(self, deed: _Deed) -> None:
        field = self._focused()
        if field is None or not _may(field, deed):
            return
        field.setFocus(Qt.FocusReason.MenuBarFocusReason)
        own = _own_action(field, deed)
        if own is not None:
            own.trigger()
        else:
            key = QKeyEvent(QEvent.Type.KeyPress, deed.value[0], Qt.KeyboardModifier.ControlModifier)
            QApplication.sendEvent(field, key)


def _may(field: QWidget, deed: _Deed) -> bool:
    """Whether the deed would do something in what has the focus."""
    own = _own_action(field, deed)
    if own is not None:
        return own.isEnabled()
    if isinstance(field, QLabel):
        return deed is _Deed.COPY and field.hasSelectedText()
    if not isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit):
        return False
    if deed is _Deed.PASTE:
        return not field.isReadOnly() and _may_paste(field)
    has_selection = field.hasSelectedText() if isinstance(field, QLineEdit) else field.textCursor().hasSelection()
    return has_selection and (deed is _Deed.COPY or not field.isReadOnly())


def _may_paste(field: QLineEdit | QPlainTextEdit | QTextEdit) -> bool:
    """Whether the clipboard holds a text, which the field takes."""
    content: QMimeData | None = QApplication.clipboard().mimeData()  # None where it is empty
    if content is None or are_files(content):
        return False
    is_too_long = isinstance(field, LineInput) and field.is_too_long(content)
    return (content.hasText() or content.hasHtml()) and not is_too_long


def _own_action(field: QWidget, deed: _Deed) -> QAction | None:
    """Returns the command that a widget has for the keys, such as the table of projects."""
    return next((action for action in field.actions() if action.shortcut() == deed.keys), None)
