"""A list of findings, each a link to its field, with the same wording as at the field."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from botilbud_desktop.domain.field_labels import line_text
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.rules.results import Suggestion
from botilbud_desktop.ui.fields.suggestion_links import SuggestionLinks
from botilbud_desktop.ui.style.edge import draw_edge
from botilbud_desktop.ui.style.icons import icon_pixmap
from botilbud_desktop.ui.style.spacing import HALF, UNIT
from botilbud_desktop.ui.style.states import State, state_colour, state_surface
from botilbud_desktop.ui.style.text import plain_label, subheading
from botilbud_desktop.ui.widgets.link_button import LinkButton
from botilbud_desktop.ui.widgets.tab_order import order_tabs


class Line(NamedTuple):
    """A sentence of the list."""

    path: str
    """The path of the field that it is about, as text; "" when there is none."""
    text: str
    suggestions: tuple[Suggestion, ...] = ()
    """Values that mend it, shown as links below it."""


class FindingList(QFrame):
    """A box with a heading and a link for each line; hidden while there are none."""

    field_asked = Signal(object)
    """The path of the field that the user wants to see."""

    suggestion_asked = Signal(object)
    """The `Suggestion` that the user wants to use."""

    def __init__(self, title: str, state: State) -> None:
        super().__init__()
        self._state = state
        self._title = title
        self._lines: tuple[Line, ...] = ()
        self.links: list[LinkButton] = []
        self._sentences: list[QLabel] = []
        self._suggestions: list[SuggestionLinks] = []
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), state_surface(state, palette))
        self.setPalette(palette)
        icon_label = QLabel(self)
        icon_label.setPixmap(icon_pixmap(str(state), state_colour(state, palette), self.devicePixelRatioF()))
        self._heading = subheading(title, self)
        top = QHBoxLayout()
        top.setSpacing(UNIT)
        top.addWidget(icon_label)
        top.addWidget(self._heading, 1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(2 * UNIT, UNIT + HALF, 2 * UNIT, UNIT + HALF)
        self._layout.setSpacing(HALF)
        self._layout.addLayout(top)
        self.hide()

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these lines instead of the current ones."""
        if lines == self._lines:
            return
        self._lines = lines
        for shown in (*self.links, *self._sentences, *self._suggestions):
            self._layout.removeWidget(shown)
            shown.hide()
            shown.deleteLater()
        self.links, self._sentences, self._suggestions = [], [], []
        for line in lines:
            self._add_line(line)
        order_tabs(self)
        self.setAccessibleDescription(f"{len(lines)}")
        self.setVisible(bool(lines))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        draw_edge(self, self._state)

    def _add_line(self, line: Line) -> None:
        if line.path:
            self.links.append(self._link(line.path, line.text))
        else:
            self._sentences.append(self._sentence(line.text))
        if line.suggestions:
            suggestions = SuggestionLinks(self, self.suggestion_asked.emit, self.setFocus)
            suggestions.show_suggestions(line.suggestions)
            self._layout.addWidget(suggestions)
            self._suggestions.append(suggestions)

    def _sentence(self, text: str) -> QLabel:
        """Add a line that is not about a certain field."""
        label = plain_label(text, self)
        self._layout.addWidget(label)
        return label

    def _link(self, path: str, text: str) -> LinkButton:
        link = LinkButton(line_text(path, text), self, state=self._state, path=field_path(path))
        link.path_asked.connect(self.field_asked)
        self._layout.addWidget(link)
        return link
