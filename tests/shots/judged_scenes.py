"""Pictures of help with the overall description: judged contents, contradictions, sentences to insert."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.notes.records import ContentVerdict, InsertedFact
from botilbud_desktop.ui.main_window import MainWindow
from botilbud_desktop.ui.workspace.workspace import Workspace
from tests.shots.camera import Camera

_PATH = field_path("description")
_EARLIER = "Projektet medfører nyetablering af 12 pladser i en eksisterende bygning."
_TEXT = (
    "Kommunen udvider kapaciteten med 14 nye pladser til borgere med komplekst sammensatte støttebehov.\n"
    "Vi forventer, at andre kommuner kan bruge nogle af pladserne.\n"
    "Taksterne bliver lavere, fordi pladserne kan drives sammen med det eksisterende tilbud, så stordriften giver en "
    "lavere pris pr. døgn.\n"
    "Der søges om låneadgang på 21,5 mio. kr. i 2025 og 20,7 mio. kr. i 2026.\n"
    f"Ibrugtagningen oplyses senere. {_EARLIER}"
)


def photograph_judged(window: MainWindow, camera: Camera) -> None:
    """Takes the pictures; needs an open draft whose texts may be changed. Changes are undone."""
    workspace = window.workspace
    if workspace is None:
        raise LookupError("no draft is open")
    editor = workspace.controller.editor
    before = editor.application
    fact = InsertedFact(content=6, text=_EARLIER)
    editor.set_values(
        {
            _PATH: _TEXT,
            field_path("inserted_facts"): (fact,),
            field_path("judged_contents"): {"2": ContentVerdict.NOT_COVERED},
        }
    )
    workspace.controller.update_view_now()
    _on_page(workspace, camera)
    _popups(workspace, camera)
    _alone(window, workspace, camera)
    while editor.can_undo and editor.application != before:
        editor.undo()


def _on_page(workspace: Workspace, camera: Camera) -> None:
    workspace.show_check()
    camera.take("judged-check")
    workspace.show_field(_PATH)
    camera.take("judged-page")
    camera.take_whole("judged-page", workspace.page)
    workspace.show_field(field_path("inserted_facts[0]"))
    camera.take("judged-stale-marked")


def _popups(workspace: Workspace, camera: Camera) -> None:
    for name in ("judged_contents.2", "judged_contents.4", "judged_contents.5"):
        workspace.page.verticalScrollBar().setValue(0)
        _press(workspace.page, name)
        camera.take(f"judged-popup-{name[-1]}")
        if name.endswith("4"):
            _press(_popup(), "content.words")
            camera.take("judged-words-marked")
        else:
            _popup().close()
    workspace.show_field(_PATH)
    _press(workspace.page, "description.facts")
    camera.take("judged-facts")
    area = _popup().findChild(QScrollArea)
    if isinstance(area, QScrollArea):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    camera.take("judged-facts-end")
    _popup().close()


def _alone(window: MainWindow, workspace: Workspace, camera: Camera) -> None:
    workspace.show_field(_PATH)
    QTest.keyClick(window, Qt.Key.Key_F11)
    camera.take("judged-alone")
    full = window.centralWidget()
    for number in (4, 5):
        _press(full, f"judged_contents.{number}")
        camera.take(f"judged-alone-popup-{number}")
        _popup().close()
    QTest.keyClick(window, Qt.Key.Key_F11)


def _press(holder: QWidget | None, name: str) -> None:
    found = [] if holder is None else [one for one in holder.findChildren(QAbstractButton, name) if one.isVisible()]
    if not found:
        raise LookupError(name)
    found[0].click()


def _popup() -> QWidget:
    popup = QApplication.activePopupWidget()
    if popup is None:
        raise LookupError("a popup")
    return popup
