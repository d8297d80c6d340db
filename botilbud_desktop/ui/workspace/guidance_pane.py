"""The pane on the right: the outcomes of the criteria, and guidance for the focused field."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.view import View

if TYPE_CHECKING:
    from botilbud_desktop.ui.workspace.criteria_pane import CriteriaPane
    from botilbud_desktop.ui.workspace.field_guide import FieldGuide

_SHARES = (430, 200)
"""The initial ratio of the heights of the two parts."""


class GuidancePane(QWidget):
    """The criteria above, the field guide below; each scrolls separately.

    It is filled as soon as the window has been painted: the input fields come first.
    """

    field_asked = Signal(object)
    """The path of the field that the user wants to see."""
    filled = Signal()
    """The pane is filled, so the window has been painted."""

    def __init__(self, controller: DraftController) -> None:
        super().__init__()
        self._controller = controller
        self._project: int | None = None
        self._path: FieldPath | None = None
        self._parts: tuple[CriteriaPane, FieldGuide] | None = None
        self._was_painted = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)

    @property
    def criteria(self) -> "CriteriaPane":
        """The criteria; made on first use."""
        return self._filled_parts()[0]

    @property
    def guide(self) -> "FieldGuide":
        """The guide for the focused field; made on first use."""
        return self._filled_parts()[1]

    def show_project(self, project: int | None, view: View) -> None:
        """Show the criteria of a project; None for the worst of all projects."""
        self._project = project
        if self._parts is not None:
            self.criteria.show_project(project)
            self.criteria.render_view(view)

    def follow(self, path: FieldPath | None) -> None:
        """Show the guide for the field that has the focus."""
        self._path = path
        if self._parts is not None:
            field = self.guide.show_field(path)
            self.criteria.highlight(field.criteria if field else ())

    def render_view(self, view: View) -> None:
        """Show the outcomes."""
        if self._parts is not None:
            self.criteria.render_view(view)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self._on_painted)

    def _on_painted(self) -> None:
        if self.isVisible():
            self._filled_parts()
        else:
            self._was_painted = False

    def _filled_parts(self) -> "tuple[CriteriaPane, FieldGuide]":
        if self._parts is None:
            from botilbud_desktop.ui.workspace.criteria_pane import CriteriaPane
            from botilbud_desktop.ui.workspace.field_guide import FieldGuide

            self._parts = CriteriaPane(self._controller), FieldGuide(self._controller.round)
            self._fill(*self._parts)
            self.filled.emit()
        return self._parts

    def _fill(self, criteria: "CriteriaPane", guide: "FieldGuide") -> None:
        criteria.field_asked.connect(self.field_asked)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setChildrenCollapsible(False)
        for part in (criteria, guide):
            area = QScrollArea()
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setWidgetResizable(True)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(part)
            splitter.addWidget(area)
        splitter.setSizes(list(_SHARES))
        self.show_project(self._project, self._controller.view)
        self.follow(self._path)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(splitter)
