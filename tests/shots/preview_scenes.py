"""*Vis* page by page, a field that it leads to, and back."""

from botilbud_desktop.documents.kind import DocumentKind
from botilbud_desktop.ui.main_window import MainWindow
from botilbud_desktop.ui.preview.preview import Preview
from tests.shots.camera import Camera


def photograph_preview(window: MainWindow, camera: Camera) -> None:
    """Takes the pictures of the open draft."""
    draft = window.workbench
    if draft is None:
        raise RuntimeError("no draft is open")
    draft.show_preview(DocumentKind.VIEW)
    camera.take("preview")
    preview = draft.workspace.shown_aside
    if not isinstance(preview, Preview):
        raise TypeError(preview)
    preview.pages.set_zoom(100)
    camera.take("preview-100-per-cent")
    preview.show_kind(DocumentKind.ALLOCATION, draft.controller.view)
    camera.take("preview-allocation")
    first = preview.answers.links[0]
    first.click()
    camera.take("field-from-preview")
    preview.show_kind(DocumentKind.VIEW, draft.controller.view)
