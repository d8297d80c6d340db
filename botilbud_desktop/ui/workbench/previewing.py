"""The preview (»Vis«) in the workspace: open it, go to a field, return to the same page, close it."""

from PySide6.QtCore import QObject, Signal

from botilbud_desktop.documents.kind import DocumentKind
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.steps import Step, StepKind
from botilbud_desktop.storage.paths import resources_folder
from botilbud_desktop.ui.preview.preview import Preview, kinds_of
from botilbud_desktop.ui.workspace.workspace import Workspace


class Previewing(QObject):
    """The preview of one workspace; deleted together with it."""

    print_asked = Signal(object, int)
    """The `DocumentKind` to print, and the page in view, from 1."""
    save_asked = Signal(object)
    """The `DocumentKind` to save."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self.preview = Preview(resources_folder())
        self.preview.field_asked.connect(self._on_field_asked)
        self.preview.closed.connect(self._on_closed)
        self.preview.tools.kind_chosen.connect(self._on_kind_chosen)
        self.preview.print_asked.connect(self.print_asked)
        self.preview.save_asked.connect(self.save_asked)
        workspace.controller.view_changed.connect(self._on_view_changed)

    @property
    def is_shown(self) -> bool:
        """Whether the preview is shown."""
        return self._workspace.shown_aside is self.preview

    def show(self, kind: DocumentKind | None = None) -> None:
        """Show a document; without a kind, the receipt of an approved draft, else the form."""
        view = self._workspace.controller.view
        self._workspace.show_aside(Step(StepKind.APPROVE), self.preview)
        self.preview.show_kind(kind or kinds_of(view)[0], view)
        self.preview.focus_first()

    def _return_to_preview(self) -> None:
        """Show the preview at its last position, with the current draft."""
        self._workspace.show_aside(Step(StepKind.APPROVE), self.preview)
        self.preview.render_view(self._workspace.controller.view)
        self.preview.return_to_link()

    def _on_field_asked(self, path: FieldPath) -> None:
        self._workspace.show_field(path)
        self._workspace.offer_way_back(self._return_to_preview)

    def _on_closed(self) -> None:
        self._workspace.show_step(Step(StepKind.APPROVE))

    def _on_kind_chosen(self, kind: DocumentKind) -> None:
        self.preview.show_kind(kind, self._workspace.controller.view)

    def _on_view_changed(self) -> None:
        if self.is_shown:
            self.preview.render_view(self._workspace.controller.view)
