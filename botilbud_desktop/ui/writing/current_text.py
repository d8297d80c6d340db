"""Which long text the user is in."""

from PySide6.QtWidgets import QApplication, QWidget

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.ui.fields.text.text_field import TextField
from botilbud_desktop.ui.workspace.workspace import Workspace


def current_text(workspace: Workspace) -> FieldPath | None:
    """Returns the path of the focused text, else of the first on the page; None on a page without one."""
    widget: QWidget | None = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, TextField):
        widget = widget.parentWidget()
    workspace.page.complete()
    texts = [field for field in workspace.page.findChildren(TextField) if not field.isHidden()]
    field = widget if isinstance(widget, TextField) else next(iter(texts), None)
    return field.path if field is not None else None
