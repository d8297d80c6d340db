"""The pane on the right: the criteria as they stand, and guidance for the focused field."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.ui.criteria_pane import CriteriaPane
from botilbud_desktop.ui.field_guide import FieldGuide
from botilbud_desktop.ui.session import Session, View

_SHARES = (430, 200)
"""How the height is shared between the two at first."""


class GuidancePane(QWidget):
    """Criteria above, the field below; both scroll by themselves."""

    field_asked = Signal(object)
    """The path of the field that the user wants to see."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.criteria = CriteriaPane(session)
        self.criteria.field_asked.connect(self.field_asked)
        self.guide = FieldGuide(session.round)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setChildrenCollapsible(False)
        for part in (self.criteria, self.guide):
            area = QScrollArea()
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setWidgetResizable(True)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(part)
            splitter.addWidget(area)
        splitter.setSizes(list(_SHARES))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def show_project(self, project: int | None, view: View) -> None:
        """Show the criteria of a project, or of all."""
        self.criteria.show_project(project)
        self.criteria.render_view(view)

    def follow(self, path: FieldPath | None) -> None:
        """Tell about the field that has the focus."""
        field = self.guide.show_field(path)
        self.criteria.highlight(field.criteria if field else ())

    def render_view(self, view: View) -> None:
        """Show the outcomes."""
        self.criteria.render_view(view)
