"""A part of a page that shows attachments and takes PDF files; what is done with them is asked for by signals."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from botilbud_desktop.domain.attachments.attachment import AttachmentKind
from botilbud_desktop.domain.attachments.documentation import Documentation
from botilbud_desktop.ui.attachments.attached import AttachedDocuments
from botilbud_desktop.ui.attachments.attachment_rows import AttachmentRows
from botilbud_desktop.ui.attachments.dropping import dropped_pdfs
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.rendered import RenderedWidget
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.style.spacing import UNIT
from botilbud_desktop.ui.style.states import quiet_colour
from botilbud_desktop.ui.style.text import plain_label, set_text_colour

_HINT = "Du kan også trække en PDF hertil."
_RELEASE = "Slip for at vedlægge."
LOOKING = "Programmet kontrollerer, hvad der er vedlagt …"


class AttachmentPart(RenderedWidget):
    """The rows, the button and the place to drop files on. Subclasses say what stands above."""

    attach_asked = Signal(object)
    """A PDF is to be chosen: the part that it is for."""
    dropped = Signal(object, object)
    """PDF files were dropped: the part, and their paths."""
    seen = Signal()
    """The user came back to it: from another page, or from another program."""

    def __init__(self, controller: DraftController, name: str, words: str) -> None:
        """`name` is that of the part, `words` the text of the button."""
        super().__init__()
        self.setObjectName(name)
        self.setAcceptDrops(True)
        self.controller = controller
        self.attached: AttachedDocuments | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(UNIT)
        self.build()
        self.rows = AttachmentRows(f"{name}.files", self)
        self.button = QPushButton(words, self)
        self.button.setObjectName(f"{name}.attach")
        self.button.clicked.connect(lambda: self.attach_asked.emit(self))
        self.hint = plain_label(_HINT, self)
        set_text_colour(self.hint, quiet_colour(self.palette()))
        self.column.addWidget(self.rows)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.hint)

    def build(self) -> None:
        """Add what stands above the rows."""
        raise NotImplementedError

    @property
    def project_id(self) -> str | None:
        """The id of the project that files are attached for; None for the whole application."""
        raise NotImplementedError

    @property
    def asked(self) -> AttachmentKind | None:
        """What is asked for here, if that is one thing."""
        raise NotImplementedError

    def follow(self, attached: AttachedDocuments) -> None:
        """Show what is attached from now on; called once."""
        self.attached = attached
        attached.changed.connect(self._on_changed)
        self._on_changed()

    def render_view(self, view: View) -> None:
        self.button.setEnabled(self.may_change)
        self.render_documentation(None if self.attached is None else self.attached.documentation)

    def render_documentation(self, documentation: Documentation | None) -> None:
        """Show what is asked for, attached and missing; None while nobody knows yet."""
        raise NotImplementedError

    @property
    def may_change(self) -> bool:
        """Whether files may be attached and removed: also when the draft is approved, but not what others have open."""
        return self.controller.locked_by is None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and self.isActiveWindow():
            self.seen.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.may_change and dropped_pdfs(event.mimeData()):
            self.hint.setText(_RELEASE)
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.hint.setText(_HINT)

    def dropEvent(self, event: QDropEvent) -> None:
        self.hint.setText(_HINT)
        paths = dropped_pdfs(event.mimeData())
        if self.may_change and paths:
            event.setDropAction(Qt.DropAction.CopyAction)  # a file manager deletes what was moved
            event.accept()
            QTimer.singleShot(0, self, lambda: self.dropped.emit(self, paths))  # when the drag has ended

    def _on_changed(self) -> None:
        self.render_view(self.controller.view)
