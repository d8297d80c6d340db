"""A line for one required content: its state in an icon and a word, and its title, which opens the details."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from botilbud_desktop.domain.notes.records import ContentVerdict
from botilbud_desktop.domain.round_parts import RequiredContent
from botilbud_desktop.rules.text_results import Coverage, JudgedContent
from botilbud_desktop.ui.pages.contents.wording import COVERAGE, COVERAGE_ICONS, VERDICTS, coverage_colour
from botilbud_desktop.ui.style.icons import icon_pixmap
from botilbud_desktop.ui.style.spacing import ICON, UNIT
from botilbud_desktop.ui.style.states import State, quiet_colour, state_colour
from botilbud_desktop.ui.style.text import plain_label, set_text_colour
from botilbud_desktop.ui.widgets.link_button import LinkButton

ROWS = COLUMNS = 3
"""Rows and columns of the grid that a point takes."""
_TOP = Qt.AlignmentFlag.AlignTop


class ContentPoint:
    """The widgets of one content, for the grid of all of them."""

    def __init__(self, content: RequiredContent, parent: QWidget) -> None:
        self.content = content
        self.judged = JudgedContent(content.number, Coverage.NOT_COVERED)
        """As it is judged now."""
        self.verdict: ContentVerdict | None = None
        """The user's own verdict."""
        self._shown: Coverage | None = None
        self._below = 0
        """The room in px below it, so that its title and its state stand together."""
        self._icon = QLabel(parent)
        self._state = plain_label("", parent, wrap=False)
        self.link = LinkButton(f"{content.number}. {content.title}", parent)
        self.link.setObjectName(f"judged_contents.{content.number}")
        self._more = QWidget(parent)
        self._own = plain_label("", self._more)
        set_text_colour(self._own, state_colour(State.INFORMATION, parent.palette()))
        self._wording = plain_label(content.text, self._more)
        set_text_colour(self._wording, quiet_colour(parent.palette()))
        column = QVBoxLayout(self._more)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._own, self._wording):
            column.addWidget(part)
            part.hide()
        self._more.hide()

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to do, by the user's own verdict, else by the program's."""
        return self.judged._replace(verdict=self.verdict).is_settled

    @property
    def width(self) -> int:
        """The width in px that it takes on one line, with the room beside it."""
        return ICON + self._state_width() + self.link.sizeHint().width() + COLUMNS * UNIT

    def place(self, grid: QGridLayout, row: int, column: int, *, stacked: bool) -> None:
        """Put it into the grid, `row` and `column` counted in points; `stacked` has the word below the title."""
        row, column = ROWS * row, COLUMNS * column
        title, state = ((0, 1), (1, 1)) if stacked else ((0, 2), (0, 1))
        parts = (((0, 0), self._icon), (state, self._state), (title, self.link), ((2, title[1]), self._more))
        for (down, along), part in parts:
            grid.addWidget(part, row + down, column + along, _TOP)
        self._below = UNIT if stacked else 0
        self._show_more()

    def show_wording(self, is_whole: bool) -> None:
        """Show the ministry's words below the title, or the title alone."""
        self._wording.setVisible(is_whole)
        self._show_more()

    def show(self, judged: JudgedContent, verdict: ContentVerdict | None) -> None:
        """Show how it is judged, and the user's own verdict below it."""
        self._state.setMinimumSize(QSize(self._state_width(), self._state.fontMetrics().lineSpacing()))
        if judged.coverage is not self._shown:
            self._shown = judged.coverage
            self._state.setText(COVERAGE[judged.coverage])
            colour = coverage_colour(judged.coverage, self._state.palette())
            pixmap = icon_pixmap(COVERAGE_ICONS[judged.coverage], colour, self._icon.devicePixelRatioF())
            self._icon.setPixmap(pixmap)
        if verdict is not self.verdict:
            self._own.setText("" if verdict is None else VERDICTS[verdict])
            self._own.setVisible(verdict is not None)
            self._show_more()
        self.judged, self.verdict = judged, verdict
        if (said := self._said()) != self.link.accessibleName():
            self.link.setAccessibleName(said)

    def _show_more(self) -> None:
        is_more = not self._own.isHidden() or not self._wording.isHidden()
        self._state.setContentsMargins(0, 0, 0, 0 if is_more else self._below)
        self._more.setContentsMargins(0, 0, 0, self._below)
        self._more.setVisible(is_more)

    def _said(self) -> str:
        """Returns what screen readers say: the title, the state, the reason and the user's own verdict."""
        own = "" if self.verdict is None else f"{VERDICTS[self.verdict]}."
        said = f"{self.link.words()}. {COVERAGE[self.judged.coverage]}. {self.judged.reason} {own}"
        return " ".join(said.split())

    def _state_width(self) -> int:
        """Returns the width of the longest word, so that nothing moves when the state changes."""
        metrics = self._state.fontMetrics()
        return max(map(metrics.horizontalAdvance, COVERAGE.values())) + 2  # a label rounds its width up
