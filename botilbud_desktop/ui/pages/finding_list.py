"""A list of findings, each a link to its field, with the same wording as at the field."""

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.domain.field_labels import line_text
from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.domain.values.amounts import counted, format_number
from botilbud_desktop.rules.results import Suggestion
from botilbud_desktop.ui.fields.suggestion_links import SuggestionLinks
from botilbud_desktop.ui.style.cards import draw_state_card
from botilbud_desktop.ui.style.focus import focus_visibly
from botilbud_desktop.ui.style.icons import icon_pixmap
from botilbud_desktop.ui.style.spacing import GAP, HALF, LEAD, UNIT
from botilbud_desktop.ui.style.states import State, state_colour
from botilbud_desktop.ui.style.text import plain_label, subheading
from botilbud_desktop.ui.widgets.link_button import LinkButton
from botilbud_desktop.ui.widgets.tab_order import order_tabs

if TYPE_CHECKING:
    from botilbud_desktop.rules.text_results import Span

MOST_AT_A_TIME = 150
"""Lines that are shown at first, and each time more are asked for: more than a form with all its projects has."""


class Line(NamedTuple):
    """A sentence of the list."""

    path: str
    """The path of the field that it is about, as text; "" when there is none."""
    text: str
    suggestions: tuple[Suggestion, ...] = ()
    """Values that mend it, shown as links below it."""
    about: str = ""
    """What screen readers add to those links, where other lines have the same."""
    span: "Span | None" = None
    """The words of the field's text that it is about."""


class FindingList(QFrame):
    """A box with a heading and a link for each line; hidden while there are none."""

    field_asked = Signal(object)
    """The path of the field that the user wants to see."""

    words_asked = Signal(object, object)
    """The path of the text that the user wants to see, and the `Span` of the words in it."""

    suggestion_asked = Signal(object)
    """The `Suggestion` that the user wants to use."""

    def __init__(self, title: str, state: State, *, repeats: bool = False) -> None:
        """With `repeats` its lines stand in another list too, so that screen readers hear them with the title."""
        super().__init__()
        self._repeats = repeats
        self._state = state
        self._title = title
        self._lines: tuple[Line, ...] = ()
        self.links: list[LinkButton] = []
        self._sentences: list[QLabel] = []
        self._suggestions: list[SuggestionLinks] = []
        self.more = QPushButton(self)
        self.more.setAccessibleName(f"Vis flere: {title}")
        self.more.clicked.connect(self._on_more)
        self.more.hide()
        self._count = 0
        """Of the lines that are shown."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        palette = self.palette()
        icon_label = QLabel(self)
        icon_label.setPixmap(icon_pixmap(str(state), state_colour(state, palette), self.devicePixelRatioF()))
        self._heading = subheading(title, self)
        top = QHBoxLayout()
        top.setSpacing(UNIT)
        top.addWidget(icon_label)
        top.addWidget(self._heading, 1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(GAP, LEAD, GAP, LEAD)
        self._layout.setSpacing(HALF)
        self._layout.addLayout(top)
        self._layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
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
        self._count = 0
        self._add_lines()
        self.setAccessibleDescription(counted(len(lines), "punkt", "punkter"))
        self.setVisible(bool(lines))

    def _add_lines(self) -> None:
        """Show the next lines."""
        for line in self._lines[self._count : self._count + MOST_AT_A_TIME]:
            self._add_line(line)
        self._count = min(self._count + MOST_AT_A_TIME, len(self._lines))
        left = len(self._lines) - self._count
        self.more.setText(f"Vis flere (der er {format_number(left)} endnu)")
        self.more.setVisible(left > 0)
        order_tabs(self)

    def _on_more(self) -> None:
        shown = len(self.links)
        self._add_lines()
        if len(self.links) > shown:
            focus_visibly(self.links[shown])

    def _on_words_asked(self, span: "Span", path: FieldPath) -> None:
        self.words_asked.emit(path, span)

    def _add_widget(self, widget: QWidget) -> None:
        self._layout.insertWidget(self._layout.count() - 1, widget)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        draw_state_card(self, self._state)

    def _add_line(self, line: Line) -> None:
        if line.path:
            self.links.append(self._link(line))
        else:
            self._sentences.append(self._sentence(line.text))
        if line.suggestions:
            suggestions = SuggestionLinks(self, self.suggestion_asked.emit, self.setFocus, line.about)
            suggestions.show_suggestions(line.suggestions)
            self._add_widget(suggestions)
            self._suggestions.append(suggestions)

    def _sentence(self, text: str) -> QLabel:
        """Add a line that is not about a certain field."""
        label = plain_label(text, self)
        self._add_widget(label)
        return label

    def _link(self, line: Line) -> LinkButton:
        path = field_path(line.path)
        link = LinkButton(line_text(line.path, line.text), self, path=path)
        if self._repeats:
            link.setAccessibleName(f"{self._title}: {link.words()}")
        if line.span is None:
            link.path_asked.connect(self.field_asked)
        else:
            link.path_asked.connect(partial(self._on_words_asked, line.span))
        self._add_widget(link)
        return link
