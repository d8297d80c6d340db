"""The answers as the form would show them, each with a link to its field."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.domain.web_form.answers import AnswerGroup, answers
from botilbud_desktop.ui.draft.rendered import RenderedWidget
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.style.cards import CardColumn
from botilbud_desktop.ui.style.focus import focus_visibly
from botilbud_desktop.ui.style.spacing import GAP, UNIT
from botilbud_desktop.ui.style.states import hairline_colour, quiet_colour
from botilbud_desktop.ui.style.text import plain_label, set_text_colour, subheading
from botilbud_desktop.ui.widgets.link_button import LinkButton
from botilbud_desktop.ui.widgets.tab_order import order_tabs

MOST_AT_A_TIME = 120
"""Answers that are shown at first, and each time more are asked for: as many as the form has with all its projects."""
_TOP_RIGHT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
_TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft

_MOST_CHARACTERS = 10_000
_MOST_LINES = 500
REST_IN_FIELD = "Teksten er for lang til at blive vist her. Resten står i feltet."


class AnswerList(RenderedWidget):
    """Groups of answers; rebuilt when one of them changes."""

    field_asked = Signal(object)
    """The path of the field that the user wants to edit."""

    def __init__(self, *, is_narrow: bool = False) -> None:
        """With `is_narrow` each answer stands below its label instead of beside it."""
        super().__init__()
        self._is_narrow = is_narrow
        self._shown: tuple[tuple[AnswerGroup, ...], bool] = ((), False)
        self._content: _Answers | None = None
        self._pending: list[AnswerGroup] = []
        """The groups that are not shown yet."""
        self.more = QPushButton(self)
        self.more.setObjectName("answers.more")
        self.more.clicked.connect(self._on_more)
        self.links: list[LinkButton] = []
        """One for each answer, in the form's order."""
        self._last_used: tuple[FieldPath, int] | None = None
        """The field of the last used link, and the index of that link among those to the same field."""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.hide()

    def render_view(self, view: View) -> None:
        """Show the answers of the view."""
        counted = {text.field: text.length for text in view.assessment.texts}
        shown = (answers(view.application, view.round, counted), view.read_only)
        if shown == self._shown:
            return
        self._shown = shown
        self._pending = list(shown[0])
        if self._content is not None:
            self._layout.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self.links = []
        self._content = _Answers()
        self._content.setParent(self)
        self._add_groups(self._content)
        while self._last_used is not None and self._pending and not self._links_to(self._last_used[0]):
            self._add_groups(self._content)
        self._layout.insertWidget(0, self._content)
        self._content.show()  # now, so that the scroll area around it knows its height
        order_tabs(self)

    def _add_groups(self, content: "_Answers") -> None:
        """Show the next groups: one at least, and no more answers than `MOST_AT_A_TIME` if there are several."""
        labels = [answer.label for group in self._shown[0] for answer in group.answers]
        room = MOST_AT_A_TIME
        while self._pending and (room == MOST_AT_A_TIME or len(self._pending[0].answers) <= room):
            group = self._pending.pop(0)
            self._add_group(content, group, labels)
            room -= len(group.answers)
        left = sum(len(group.answers) for group in self._pending)
        self.more.setText(f"Vis flere svar (der er {format_number(left)} endnu)")
        self.more.setVisible(bool(left))

    def _on_more(self) -> None:
        shown = len(self.links)
        if self._content is not None:
            self._add_groups(self._content)
        order_tabs(self)
        focus_visibly(self.links[shown])

    def last_link(self) -> LinkButton | None:
        """Returns the last used link, also when the answers have been rebuilt since; None before the first use."""
        if self._last_used is None:
            return None
        path, index = self._last_used
        same = self._links_to(path)
        return same[min(index, len(same) - 1)] if same else None

    def _on_path_asked(self, path: FieldPath) -> None:
        taken = self.sender()
        index = next((index for index, link in enumerate(self._links_to(path)) if link is taken), 0)
        self._last_used = (path, index)
        self.field_asked.emit(path)

    def _links_to(self, path: FieldPath) -> list[LinkButton]:
        return [link for link in self.links if link.path == path]

    def _add_group(self, content: "_Answers", group: AnswerGroup, labels: list[str]) -> None:
        column = content.begin_card(has_heading=True)
        column.setSpacing(UNIT)
        column.addWidget(subheading(group.title))
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(0 if self._is_narrow else UNIT)
        for number, stretch in enumerate((1, 0) if self._is_narrow else (2, 3)):
            grid.setColumnStretch(number, stretch)
        for row, answer in enumerate(group.answers):
            label: QLabel = plain_label(answer.label)
            set_text_colour(label, quiet_colour(self.palette()))
            text = plain_label(_beginning(answer.text))
            if answer.text == NOT_STATED:
                set_text_colour(text, quiet_colour(self.palette()))
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words = "Se feltet" if self._shown[1] else "Redigér"
            link = LinkButton(words, path=answer.path)
            whose = f", {group.title}" if labels.count(answer.label) > 1 else ""
            link.setAccessibleName(f"{words} {answer.label}{whose}")
            link.setAccessibleDescription(text.text())
            link.path_asked.connect(self._on_path_asked)
            self.links.append(link)
            if row:
                content.followers.append(link)
            for part in (label, text):
                part.setAlignment(_TOP_LEFT)
            if self._is_narrow:
                grid.addWidget(label, 3 * row, 0)
                grid.addWidget(text, 3 * row + 1, 0, 1, 2)
                grid.addWidget(link, 3 * row, 1, _TOP_RIGHT)
                grid.setRowMinimumHeight(3 * row + 2, UNIT)
            else:
                grid.addWidget(label, row, 0)
                grid.addWidget(text, row, 1)
                grid.addWidget(link, row, 2, _TOP_RIGHT)
        column.addLayout(grid)


class _Answers(CardColumn):
    """The groups on cards, with a line between two answers."""

    def __init__(self) -> None:
        super().__init__(top=0, side=0)
        self.followers: list[QWidget] = []
        """What begins each answer but the first of its group."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(hairline_colour(self.palette()))
        seen = event.rect()
        for part in self.followers:
            y = part.y() - UNIT // 2
            if seen.top() <= y <= seen.bottom():
                painter.drawLine(GAP, y, self.width() - GAP - 1, y)
        painter.end()


def _beginning(text: str) -> str:
    """Returns the text, or as much of it as can be laid out quickly; then it says so."""
    beginning = "\n".join(text[:_MOST_CHARACTERS].split("\n")[:_MOST_LINES])
    return text if len(beginning) == len(text) else f"{beginning} …\n({REST_IN_FIELD})"
