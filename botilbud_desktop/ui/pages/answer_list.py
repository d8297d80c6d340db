"""The answers as they would stand in the form, each with the way to its field."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from botilbud_desktop.domain.answers import AnswerGroup, answers
from botilbud_desktop.domain.words import NOT_STATED
from botilbud_desktop.ui.link_button import LinkButton
from botilbud_desktop.ui.look.spacing import GAP, HALF, UNIT
from botilbud_desktop.ui.look.states import quiet_colour
from botilbud_desktop.ui.look.text import plain_label, set_text_colour, subheading
from botilbud_desktop.ui.rendered import RenderedWidget
from botilbud_desktop.ui.session import View
from botilbud_desktop.ui.tab_order import order_tabs

_TOP_RIGHT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
_TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class AnswerList(RenderedWidget):
    """Groups of answers; built anew when one of them changed."""

    field_asked = Signal(object)
    """The path of the field that the user wants to edit."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[AnswerGroup, ...], bool] = ((), False)
        self._content: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def render_view(self, view: View) -> None:
        """Show the answers of the view."""
        shown = (answers(view.application, view.round), view.read_only)
        if shown == self._shown:
            return
        self._shown = shown
        groups = shown[0]
        if self._content is not None:
            self._layout.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget(self)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        for group in groups:
            self._add_group(column, group)
        self._layout.addWidget(self._content)
        order_tabs(self)

    def _add_group(self, column: QVBoxLayout, group: AnswerGroup) -> None:
        column.addSpacing(UNIT)
        column.addWidget(subheading(group.title))
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setForegroundRole(line.palette().ColorRole.Mid)
        column.addWidget(line)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(HALF)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for row, answer in enumerate(group.answers):
            label: QLabel = plain_label(answer.label)
            set_text_colour(label, quiet_colour(self.palette()))
            text = plain_label(answer.text)
            if answer.text == NOT_STATED:
                set_text_colour(text, quiet_colour(self.palette()))
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words = "Se feltet" if self._shown[1] else "Redigér"
            link = LinkButton(words, path=answer.path)
            link.setAccessibleName(f"{words} {answer.label}")
            link.path_asked.connect(self.field_asked)
            for part in (label, text):
                part.setAlignment(_TOP_LEFT)
            grid.addWidget(label, row, 0)
            grid.addWidget(text, row, 1)
            grid.addWidget(link, row, 2, _TOP_RIGHT)
        column.addLayout(grid)
