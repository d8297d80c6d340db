"""The pane on the right: the outcomes of the criteria, guidance for the focused field, and comments of colleagues."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSplitter, QToolButton, QVBoxLayout, QWidget

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.notes.comment_list import Sign
from botilbud_desktop.domain.notes.records import Comment
from botilbud_desktop.domain.steps import Step, StepKind
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.style.quiet_bar import use_quiet_bar

if TYPE_CHECKING:
    from botilbud_desktop.ui.comments.comment_pane import CommentPane
    from botilbud_desktop.ui.workspace.criteria_pane import CriteriaPane
    from botilbud_desktop.ui.workspace.field_guide import FieldGuide

_SHARES = (430, 200)
"""The initial ratio of the heights of the two parts."""
_SHARES_WITH_COMMENTS = (260, 140, 230)
"""The same while there are comments below them."""


class GuidancePane(QWidget):
    """The criteria, the field guide and, where there are any, comments below each other; each scrolls separately.

    It is filled as soon as the window has been painted: the input fields come first.
    """

    field_asked = Signal(object)
    """The path of the field that the user wants to see."""
    filled = Signal()
    """The pane is filled, so the window has been painted."""
    came_to = Signal()
    """The user is about to write or read in the pane."""

    def __init__(self, controller: DraftController, sign: Sign) -> None:
        """`sign` tells who writes a comment, and when."""
        super().__init__()
        self._controller = controller
        self._sign = sign
        self._step = Step(StepKind.APPLICANT)
        self._field: FieldPath | None = None
        """The field that had the focus last since the page was shown; its comments are shown."""
        self._comments: tuple[CommentPane, QScrollArea] | None = None
        self._path: FieldPath | None = None
        self._parts: tuple[CriteriaPane, FieldGuide, QSplitter] | None = None
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

    @property
    def field(self) -> FieldPath | None:
        """The field that had the focus last since the page was shown."""
        return self._field

    @property
    def comments(self) -> "CommentPane":
        """The comments of colleagues; made on first use."""
        return self._made_comments()[0]

    @property
    def first_stop(self) -> QWidget | None:
        """What takes the focus when the user goes to the pane; None while nothing in it does."""
        rows = self.criteria.rows
        return rows[0].findChild(QToolButton) if rows else None

    def fill(self) -> None:
        """Make the parts, as happens by itself once the pane is painted."""
        self._filled_parts()

    def show_step(self, step: Step, view: View) -> None:
        """Show the criteria of a step's project, or the worst of all projects, and the step's comments."""
        if step != self._step:
            self._field = None
        self._step = step
        if self._parts is not None:
            self.criteria.show_project(step.project)
            self.criteria.render_view(view)
            self._turn_comments(view)

    def follow(self, path: FieldPath | None) -> None:
        """Show the guide for the field that has the focus, and its comments."""
        self._path = self._field = path
        if self._parts is not None:
            field = self.guide.show_field(path)
            self.criteria.highlight(field.criteria if field else ())
            self._turn_comments(self._controller.view)

    def show_comments_of(self, path: FieldPath) -> None:
        """Show the comments at `path`, also where the cursor could only be put beside it, such as those of a project.

        The user asked for this field; the comments of another one are shown as soon as the cursor goes there.
        """
        view = self._controller.view
        if self._parts is None or not view.comments or self._step.kind is StepKind.CHECK:
            return
        from botilbud_desktop.domain.commenting.places import is_at, known_field, known_fields

        asked, field = (known_field(one, view.application, view.round) for one in (path, self._field))
        known = known_fields(view.comments, view.application, view.round).values()
        if asked in known and (field is None or not is_at(asked, field)):
            self._field = asked
            self._turn_comments(view)

    def write_comment(self, path: FieldPath) -> None:
        """Begin a comment on the field at `path`."""
        self.comments.write(path)
        self._render_comments(self._controller.view)
        self.came_to.emit()
        self.comments.focus_input()

    def go_on_writing(self, changed: Comment) -> bool:
        """Show a change of `changed`, and go on writing if a comment at its field is being written; returns whether."""
        if self._comments is None or not self.comments.is_written_beside(changed):
            return False
        self._render_comments(self._controller.view)
        self.came_to.emit()
        self.comments.focus_input()
        return True

    def render_view(self, view: View) -> None:
        """Show the outcomes."""
        if self._parts is not None:
            self.criteria.render_view(view)
            self._render_comments(view)

    def _turn_comments(self, view: View) -> None:
        """Turn to the comments of the page and of the field that has the focus."""
        if self._comments is not None:
            self.comments.show_place(self._step, self._field)
        self._render_comments(view)

    def _render_comments(self, view: View) -> None:
        """Show the comments while the page has any, or one is being written."""
        if not view.comments and self._comments is None:
            return
        has_any = self._step.kind is not StepKind.CHECK and any(one.step == self._step for one in view.comments)
        if self._comments is None and not has_any:
            return
        pane, area = self._made_comments()
        focused = QApplication.focusWidget()
        has_focus = focused is not None and pane.isAncestorOf(focused)  # its last comment was deleted with keys
        wanted = has_any or pane.is_writing or (has_focus and not area.isHidden())
        if wanted:
            pane.render_view(view)
        if wanted is area.isHidden():
            area.setVisible(wanted)
            self._filled_parts()[2].setSizes(list(_SHARES_WITH_COMMENTS if wanted else _SHARES))

    def _made_comments(self) -> "tuple[CommentPane, QScrollArea]":
        splitter = self._filled_parts()[2]  # first: it may already make the comments
        if self._comments is None:
            from botilbud_desktop.ui.comments.comment_pane import CommentPane

            pane = CommentPane(self._controller, self._sign)
            pane.field_asked.connect(self.field_asked)
            pane.show_place(self._step, self._field)
            area = _scrolled(pane)
            area.hide()
            splitter.addWidget(area)
            self._comments = pane, area
        return self._comments

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

    def _filled_parts(self) -> "tuple[CriteriaPane, FieldGuide, QSplitter]":
        if self._parts is None:
            from botilbud_desktop.ui.widgets.heard import install
            from botilbud_desktop.ui.workspace.criteria_pane import CriteriaPane
            from botilbud_desktop.ui.workspace.field_guide import FieldGuide

            install()  # before the parts are made: a screen reader asks at once what they are
            splitter = QSplitter(Qt.Orientation.Vertical, self)
            self._parts = CriteriaPane(self._controller), FieldGuide(self._controller.round), splitter
            self._fill(*self._parts)
            self.filled.emit()
        return self._parts

    def _fill(self, criteria: "CriteriaPane", guide: "FieldGuide", splitter: QSplitter) -> None:
        criteria.field_asked.connect(self.field_asked)
        splitter.setChildrenCollapsible(False)
        for part in (criteria, guide):
            splitter.addWidget(_scrolled(part))
        splitter.setSizes(list(_SHARES))
        self.show_step(self._step, self._controller.view)
        self.follow(self._path)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(splitter)


def _scrolled(part: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    use_quiet_bar(area)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(part)
    return area
