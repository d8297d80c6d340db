"""Pictures of spelling: marked words in the form and the full window, and the menu of a word."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.main_window import MainWindow
from tests.shots.camera import Camera

_PATH = field_path("projects[0].description")
_TEXT = (
    "Målgruppen er voksne med komplekst samensatte støttebehov. Kommunen har mangel på aflastnigspladser, og "
    "Pladserne opføres i tidliger rammer for botilbud, hvor der er botræning og døgndækning.\n"
)
_LOOKED_UP_MS = 3000
"""Time in ms in which the words are looked up, and suggestions for them."""


def photograph_spelling(window: MainWindow, camera: Camera) -> None:
    """Takes the pictures; needs an open draft with at least one project. Changes are undone."""
    workspace = window.workspace
    if workspace is None:
        raise LookupError("no draft is open")
    editor = workspace.controller.editor
    before = editor.application
    editor.set_value(_PATH, _TEXT)
    workspace.show_field(_PATH)
    window.settings_changed.emit()
    QTest.qWait(_LOOKED_UP_MS)
    camera.take("spelling-marked")
    area = workspace.page.findChild(TextInput, _PATH.object_name)
    if isinstance(area, TextInput):
        _menu(area, camera)
    QTest.keyClick(window, Qt.Key.Key_F11)
    QTest.qWait(_LOOKED_UP_MS // 3)
    camera.take("spelling-alone")
    QTest.keyClick(window, Qt.Key.Key_F11)
    while editor.can_undo and editor.application != before:
        editor.undo()


def _menu(area: TextInput, camera: Camera) -> None:
    cursor = area.document().find("samensatte")
    spot = area.cursorRect(cursor).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, area.viewport().mapToGlobal(spot))
    QTimer.singleShot(500, area, partial(_take_popup, camera))
    QApplication.sendEvent(area.viewport(), event)


def _take_popup(camera: Camera) -> None:
    camera.take("spelling-menu")
    popup = QApplication.activePopupWidget()
    if isinstance(popup, QWidget):
        popup.close()
