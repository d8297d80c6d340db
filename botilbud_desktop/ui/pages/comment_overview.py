"""The comments of the whole draft on *Kontrol*: the open ones, each leading to its field; the others on request."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from botilbud_desktop.domain.commenting.places import PlacedComment, known_field, lost_label, place_label
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.form_bounds import LONGEST_LINE
from botilbud_desktop.domain.notes.comment_list import COMMENTS
from botilbud_desktop.domain.steps import steps_of
from botilbud_desktop.rules.results import Suggestion
from botilbud_desktop.ui.comments.wording import in_one_line, signature
from botilbud_desktop.ui.draft.rendered import RenderedWidget
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.pages.finding_list import FindingList, Line
from botilbud_desktop.ui.style.spacing import UNIT
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.link_button import LinkButton
from botilbud_desktop.ui.widgets.tab_order import order_tabs

_SPOKEN = 40
OPEN, DONE = "Åbne kommentarer", "Afsluttede kommentarer"


class CommentOverview(RenderedWidget):
    """The lists of comments."""

    field_asked = Signal(object)
    """The path of the field that the user wants to see."""
    suggestion_asked = Signal(object)
    """The `Suggestion` that ticks a comment off or reopens it."""

    def __init__(self) -> None:
        super().__init__()
        self.open, self.done = FindingList(OPEN, State.INFORMATION), FindingList(DONE, State.DONE)
        self.show_done = LinkButton(f"Vis {DONE.lower()}", self)
        self.show_done.clicked.connect(self._on_done_asked)
        self._shows_done = False
        self._done_lines: tuple[Line, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        for part in (self.open, self.show_done, self.done):
            column.addWidget(part)
        for part in (self.open, self.done):
            part.field_asked.connect(self.field_asked)
            part.suggestion_asked.connect(self.suggestion_asked)

    def render_view(self, view: View) -> None:
        """Show the comments in the order of the pages."""
        order = {step: index for index, step in enumerate(steps_of(view.application))}
        placed = sorted(view.comments, key=lambda one: order.get(one.step, len(order)))
        self.open.show_lines(tuple(_line(one, view) for one in placed if not one.comment.done))
        self._done_lines = tuple(_line(one, view) for one in placed if one.comment.done)
        self._render_done()
        self.setVisible(bool(placed))

    def _render_done(self) -> None:
        self.done.show_lines(self._done_lines if self._shows_done else ())
        self.show_done.setVisible(bool(self._done_lines) and not self._shows_done)

    def _on_done_asked(self) -> None:
        self._shows_done = True
        self._render_done()
        self.done.setFocus()
        order_tabs(self)


def _is_of_project(field: FieldPath) -> bool:
    return field.project is not None and len(field) == 2


def _line(one: PlacedComment, view: View) -> Line:
    """Returns the comment as a line; one whose field is gone leads nowhere, and says so."""
    field = known_field(one.path, view.application, view.round)
    label = lost_label(one.comment) if field is None else place_label(field, view.round)
    if field is not None and _is_of_project(field):
        label = ""  # the line begins with the project
    is_shown_at_field = field is not None and not _is_of_project(field)
    text = in_one_line(one.comment) if is_shown_at_field else in_one_line(one.comment, LONGEST_LINE)
    words = ": ".join(part for part in (label, text) if part)
    deed = "Genåbn kommentaren" if one.comment.done else "Afslut kommentaren"
    done = str(COMMENTS / one.number / "done")
    spoken = f"{in_one_line(one.comment, _SPOKEN)} {signature(one.comment)}"
    suggestions = () if view.is_held else (Suggestion(done, not one.comment.done, deed),)
    return Line("" if field is None else str(field), f"{words} – {signature(one.comment)}", suggestions, spoken)
