"""Pictures of writing: notes below the text, the counts popup, find and replace, and full-window writing."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.ui.fields.text.counts_popup import CountsPopup
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.main_window import MainWindow
from botilbud_desktop.ui.workspace.workspace import Workspace
from botilbud_desktop.ui.writing.find_bar import FindBar
from tests.shots.camera import Camera

_PATH = field_path("projects[0].description")
_BROKEN = "Målgruppen er voksne → især unge.\nPladserne er ≥ 19 <heraf> 5 til andre, jf. Kovačević.\n"
_FROM_WORD = "Vi bygger:\n•\tbo\u00adliger\n•\tfælles\u00adarealer\x0btil alle"
_FROM_A_PDF = (
    "Kommunen har gennem en årrække oplevet et stigende\nantal borgere med behov for botilbudspladser\n"
    "efter serviceloven §§ 107 og 108. Der er der-\nfor behov for at udvide kapaciteten.\n"
    "Vi\u00a0bygger\u00a0bo-\u00a0og\u00a0døgntilbud.\nLån 2025\t22.900\n"
)
_CONTROL = Qt.KeyboardModifier.ControlModifier


def photograph_writing(window: MainWindow, camera: Camera) -> None:
    """Takes the pictures; needs an open draft with at least one project. Changes are undone."""
    workspace = window.workspace
    if workspace is None or window.workbench is None:
        raise LookupError("no draft is open")
    editor = workspace.controller.editor
    before = editor.application
    _below_the_text(workspace, camera)
    _counts(workspace, camera)
    _find(window, camera)
    _alone(window, workspace, camera)
    while editor.can_undo and editor.application != before:
        editor.undo()


def _area(workspace: Workspace) -> TextInput:
    workspace.show_field(_PATH)
    found = workspace.page.findChild(TextInput, _PATH.object_name)
    if not isinstance(found, TextInput):
        raise LookupError(_PATH)
    return found


def _button(workspace: Workspace, name: str) -> QAbstractButton:
    found = workspace.page.findChild(QAbstractButton, name)
    if not isinstance(found, QAbstractButton):
        raise LookupError(name)
    return found


def _below_the_text(workspace: Workspace, camera: Camera) -> None:
    workspace.controller.editor.set_value(_PATH, "")
    _paste(workspace, _FROM_A_PDF)
    camera.take("writing-offers")
    workspace.controller.editor.set_value(_PATH, _BROKEN)
    workspace.controller.reveal(_PATH)
    _paste(workspace, _FROM_WORD)
    camera.take("writing-below-the-text")


def _paste(workspace: Workspace, text: str) -> None:
    area = _area(workspace)
    area.moveCursor(QTextCursor.MoveOperation.End)
    data = QMimeData()
    data.setText(text)
    area.insertFromMimeData(data)
    workspace.controller.update_view_now()
    QTest.qWait(30)
    _area(workspace)


def _counts(workspace: Workspace, camera: Camera) -> None:
    _button(workspace, f"{_PATH.object_name}.counts").click()
    camera.take("writing-counts")
    popup = QApplication.activePopupWidget()
    if not isinstance(popup, CountsPopup):
        raise LookupError("the counts")
    popup.close()


def _find(window: MainWindow, camera: Camera) -> None:
    QTest.keyClick(window, Qt.Key.Key_H, _CONTROL)
    bar = window.findChild(FindBar)
    words = window.findChild(QLineEdit, "find.words")
    if not isinstance(bar, FindBar) or not isinstance(words, QLineEdit):
        raise LookupError("find")
    words.setFocus()
    words.setText("pladser")
    QTest.keyClick(words, Qt.Key.Key_Return)
    QTest.keyClick(words, Qt.Key.Key_Return)
    camera.take("writing-find")
    QTest.keyClick(words, Qt.Key.Key_Escape)


def _alone(window: MainWindow, workspace: Workspace, camera: Camera) -> None:
    for path in (_PATH, field_path("description")):
        workspace.show_field(path)
        QTest.keyClick(window, Qt.Key.Key_F11)
        camera.take(f"writing-alone-{path.object_name.replace('.', '-')}")
        QTest.keyClick(window, Qt.Key.Key_F11)
