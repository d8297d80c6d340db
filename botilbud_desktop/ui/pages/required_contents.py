"""The contents that the ministry requires of the overall description, each with whether the program recognises it."""

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

CONTENT_MISSING = "description.content_missing"
RECOGNISED, NOT_FOUND = "Genkendt", "Ikke fundet"
WORDING_BUTTON = "Ministeriets ordlyd"

_CAVEAT = "Programmet genkender kun ord og tal. Det er ministeriet, der vurderer teksten."
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
        self._shown: list[bool | None] = [None for _content in self._contents]
        self.toggle = Disclosure("Vis ministeriets ordlyd til punkterne", self, words=WORDING_BUTTON)
        self.toggle.setObjectName("description.wording")
        self._lay_out(round_.documentation)
        self.toggle.toggled.connect(self._render_texts)
        self._render_texts(False)

    def render_view(self, view: View) -> None:
        """Show which contents are recognised in the description."""
        missing = {finding.detail for finding in view.assessment.findings if finding.code == CONTENT_MISSING}
        is_written = bool(view.application.description.strip())
        for index, content in enumerate(self._contents):
            self._render_state(index, is_written and content.number not in missing)

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

    def _render_state(self, index: int, is_recognised: bool) -> None:
        words = self._states[index]
        words.setMinimumWidth(words.fontMetrics().horizontalAdvance(NOT_FOUND) + 2)  # a label rounds its width up
        if self._shown[index] == is_recognised:
            return
        self._shown[index] = is_recognised
        words.setText(RECOGNISED if is_recognised else NOT_FOUND)
        palette = self.palette()
        colour = state_colour(State.DONE, palette) if is_recognised else quiet_colour(palette)
        name = "done" if is_recognised else "not-started"
        self._icons[index].setPixmap(icon_pixmap(name, colour, self.devicePixelRatioF()))
