"""The transfer to the web form: the page during the transfer, and the panel beside the browser."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from botilbud_desktop.domain.steps import Step, StepKind
from botilbud_desktop.domain.web_form.transfer import ClosingStep
from botilbud_desktop.ui.main_window import MainWindow
from botilbud_desktop.ui.transfer.panel import TransferPanel
from tests.shots.camera import Camera


def photograph_transfer(window: MainWindow, camera: Camera, folder: Path) -> None:
    """Takes the panel in each of its views, and the page with the application sent but not approved.

    Args:
        window: with a draft open.
        camera: takes the window.
        folder: where the panel's own pictures go.
    """
    draft = window.workbench
    if draft is None:
        raise RuntimeError("no draft is open")
    transferring = draft.transferring()
    transferring.open_panel()
    panel = transferring.panel
    if panel is None:
        raise RuntimeError("the panel was not opened")
    camera_of_panel = Camera(folder, panel)
    camera_of_panel.take("transfer-panel")
    for _field in range(4):
        panel.copy_button.click()
    camera_of_panel.take("transfer-copied")
    panel.tabs.setCurrentWidget(panel.list)
    camera_of_panel.take("transfer-all-fields")
    _compare(panel)
    camera_of_panel.take("transfer-compared")
    panel.close()
    transferring.transfer.close_step(ClosingStep.SENT, transferring.transfer.today())
    draft.workspace.show_step(Step(StepKind.TRANSFER))
    camera.take("transfer-sent")
    camera.take_whole("transfer-sent", draft.workspace.page)
    transferring.transfer.begin_again()


def _compare(panel: TransferPanel) -> None:
    """Compares with a web form text that lacks its end and has a replaced letter."""
    items = [str(item.field.path) for item in panel.items]
    panel.show_index(items.index("projects[0].name"))
    theirs = panel.items[panel.index].field.value.replace("ø", "?")[:-12]
    QGuiApplication.clipboard().setText(theirs)
    panel.compare.paste_asked.emit()
