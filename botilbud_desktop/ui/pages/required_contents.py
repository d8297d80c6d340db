"""The contents that the ministry requires of the overall description, each with how the program judges it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from botilbud_desktop.domain.round import Round
from botilbud_desktop.ui.draft.rendered import RenderedWidget
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.style.icons import icon_pixmap
from botilbud_desktop.ui.style.spacing import HALF, ICON, UNIT
from botilbud_desktop.ui.style.states import State, quiet_colour, state_colour
from botilbud_desktop.ui.style.text import plain_label, set_text_colour
from botilbud_desktop.ui.widgets.disclosure import Disclosure

if TYPE_CHECKING:
    from botilbud_desktop.rules.text_results import JudgedContent

COVERED, UNCERTAIN, NOT_FOUND = "Dækket", "Usikker", "Ikke fundet"
WORDING_BUTTON = "Ministeriets ordlyd"

_CAVEAT = "Programmet læser kun ord og tal og kan tage fejl. Det er ministeriet, der vurderer teksten."
_NAMES = {COVERED: "done", UNCERTAIN: "attention", NOT_FOUND: "not-started"}
_TOP = Qt.AlignmentFlag.AlignTop


class RequiredContents(RenderedWidget):
    """A short title for each content, so that the text box below stays in view; the wording unfolds."""

    def __init__(self, round_: Round) -> None:
        super().__init__()
        self._contents = round_.required_contents
        self._icons = [QLabel(self) for _content in self._contents]
        self._states = [plain_label("", self, wrap=False) for _content in self._contents]
        self._texts = [plain_label("", self) for _content in self._contents]
        self._columns = 0
        self._shown: list[str | None] = [None for _content in self._contents]
        self.toggle = Disclosure("Vis ministeriets ordlyd til punkterne", self, words=WORDING_BUTTON)
        self.toggle.setObjectName("description.wording")
        self._lay_out(round_.documentation)
        self.toggle.toggled.connect(self._render_texts)
        self._render_texts(False)

    def render_view(self, view: View) -> None:
        """Show how the description's contents are judged."""
        judged = {content.number: content for content in view.assessment.contents}
        for index, content in enumerate(self._contents):
            self._render_state(index, judged.get(content.number))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _lay_out(self, documentation: str) -> None:
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(UNIT)
        self._grid.setVerticalSpacing(HALF)
        below = QHBoxLayout()
        below.setSpacing(UNIT)
        caveat, where_to_send = plain_label(_CAVEAT, self), plain_label(documentation, self)
        for label in (caveat, where_to_send):
            set_text_colour(label, quiet_colour(self.palette()))
        below.addWidget(caveat, 1)
        below.addWidget(self.toggle, 0, _TOP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(self._grid)
        column.addLayout(below)
        column.addWidget(where_to_send)

    def _render_texts(self, is_whole: bool) -> None:
        for content, label in zip(self._contents, self._texts, strict=True):
            label.setText(f"{content.number}. {content.text if is_whole else content.title}")
        self._place()

    def _place(self) -> None:
        """Put the titles into two columns where they fit on one line; the wording needs the whole width."""
        metrics = self.fontMetrics()
        titles = [f"{content.number}. {content.title}" for content in self._contents]
        widths = (ICON, metrics.horizontalAdvance(NOT_FOUND), max(map(metrics.horizontalAdvance, titles), default=0))
        columns = 2 if not self.toggle.isChecked() and self.width() >= 2 * (sum(widths) + 3 * UNIT) else 1
        if columns == self._columns:
            return
        self._columns = columns
        rows = -(-len(self._contents) // columns)
        for index, parts in enumerate(zip(self._icons, self._states, self._texts, strict=True)):
            for offset, label in enumerate(parts):
                self._grid.addWidget(label, index % rows, 3 * (index // rows) + offset, _TOP)
        for text_column in (2, 5):
            self._grid.setColumnStretch(text_column, int(text_column < 3 * columns))

    def _render_state(self, index: int, content: "JudgedContent | None") -> None:
        words = self._states[index]
        words.setMinimumWidth(words.fontMetrics().horizontalAdvance(NOT_FOUND) + 2)  # a label rounds its width up
        state = _state_of(content)
        reason = "" if content is None or content.is_settled else content.reason
        if words.toolTip() != reason:
            words.setToolTip(reason)
            words.setAccessibleDescription(reason)
        if self._shown[index] == state:
            return
        self._shown[index] = state
        words.setText(state)
        palette = self.palette()
        colours = {COVERED: state_colour(State.DONE, palette), UNCERTAIN: state_colour(State.ATTENTION, palette)}
        colour = colours.get(state, quiet_colour(palette))
        self._icons[index].setPixmap(icon_pixmap(_NAMES[state], colour, self.devicePixelRatioF()))


def _state_of(content: "JudgedContent | None") -> str:
    """Returns the state in a word; the user's own verdict goes before the program's."""
    if content is None:
        return NOT_FOUND
    if content.verdict is not None:
        return COVERED if content.is_settled else NOT_FOUND
    return {"covered": COVERED, "uncertain": UNCERTAIN}.get(content.coverage, NOT_FOUND)
