"""Answers an attempt to change a draft that is locked: why nothing happens, and what the user can do."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.platform.copied_files import are_files
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.workspace.workspace import Workspace

UNLOCK = "Lås op og ret …"
_FROZEN = (
    "Ansøgningen er godkendt og låst, så du kan ikke rette i den. Du kan låse den op. Godkendelsen bortfalder, hvis du "
    "retter noget."
)
_DELETING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_CHANGING = (
    *(QKeySequence.StandardKey.Paste, QKeySequence.StandardKey.Cut),
    *(QKeySequence.StandardKey.DeleteStartOfWord, QKeySequence.StandardKey.DeleteEndOfWord),
)
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class LockedAnswers(QObject):
    """Watches the window's events, but only while the draft is locked. It answers once for each step shown."""

    def __init__(self, workspace: Workspace, unlock: Callable[[], object]) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._controller: DraftController = workspace.controller
        self._unlock = unlock
        self._is_answered = False
        workspace.moved.connect(self._on_moved)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self._is_answered and isinstance(watched, QWidget) and _is_attempt(watched, event):
            workspace = self._workspace
            if watched.window() is workspace.window() and self._controller.view.read_only:
                self.answer()
        return False

    def answer(self) -> None:
        """Say why nothing can be changed, unless that was just said."""
        if self._is_answered:
            return
        self._is_answered = True
        holder = self._controller.locked_by
        notice = self._workspace.notice
        if holder is None:
            notice.show_hideable(_FROZEN, State.INFORMATION, ((UNLOCK, self._unlock),))
        else:
            text = f"Du kan kun læse kladden, fordi den er åben hos {holder.holder.name}."
            notice.show_hideable(f"{text} Beskeden nederst viser, hvad du kan gøre.", State.INFORMATION)

    def stop(self) -> None:
        """Watch no longer: the draft can be changed, or is closed."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.removeEventFilter(self)
        self.deleteLater()

    def _on_moved(self) -> None:
        self._is_answered = False


def _is_attempt(widget: QWidget, event: QEvent) -> bool:
    """Whether the event would have changed something in an input that is read-only, or pressed a button that is off."""
    kind = event.type()
    if kind == QEvent.Type.KeyPress:
        return isinstance(event, QKeyEvent) and _is_locked_input(widget) and _would_change(widget, event)
    if kind == QEvent.Type.DragEnter:
        is_file = isinstance(event, QDropEvent) and are_files(event.mimeData())
        return not is_file and (_is_locked_input(widget) or _is_locked_input(widget.parentWidget()))
    if kind == QEvent.Type.MouseButtonPress:
        return _is_locked_choice(widget) or (isinstance(widget, QAbstractButton) and not widget.isEnabled())
    return False


def _is_locked_input(widget: QWidget | None) -> bool:
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        return widget.isReadOnly()
    return _is_locked_choice(widget)


def _is_locked_choice(widget: QWidget | None) -> bool:
    from botilbud_desktop.ui.fields.inputs import ChoiceInput

    return isinstance(widget, ChoiceInput) and widget.isReadOnly()


def _would_change(widget: QWidget, event: QKeyEvent) -> bool:
    if event.key() in _DELETING or any(event.matches(keys) for keys in _CHANGING):
        return True
    if isinstance(widget, QComboBox) and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        return True
    return event.text().isprintable() and bool(event.text()) and not event.modifiers() & _COMMAND
