"""One difference: its label, and the texts before and after side by side."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QWidget

from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.merging.difference import Difference
from botilbud_desktop.domain.merging.word_difference import Piece, word_difference
from botilbud_desktop.ui.comparing.difference_text import DifferenceText
from botilbud_desktop.ui.comparing.grouping import Line, is_marked, is_short
from botilbud_desktop.ui.comparing.shown_pieces import Side, is_shortened
from botilbud_desktop.ui.style.focus import focus_visibly
from botilbud_desktop.ui.style.spacing import GAP, HALF, UNIT
from botilbud_desktop.ui.style.states import State, quiet_colour, state_colour
from botilbud_desktop.ui.style.text import plain_label, set_bold, set_text_colour
from botilbud_desktop.ui.widgets.link_button import LinkButton

SHOW_ALL = "Vis hele teksten"
SHOW_LESS = "Vis kun det, der er ændret"
NOTHING_TO_SEE = "Der er kun forskel på noget, der ikke kan ses her, fx et linjeskift i en række."

_TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
_LONGEST_SPOKEN = 160


class DifferenceRow(QFrame):
    """A row that is a tab stop, so that screen readers read all of it."""

    def __init__(self, line: Line, heading: str, titles: tuple[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("difference")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._texts: list[tuple[DifferenceText, Side]] = []
        self._pieces: Sequence[Piece] = ()
        self._label = f"{heading}, {line.label}" if line.label else heading
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(UNIT, HALF, UNIT, HALF)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(HALF)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        difference = line.difference
        if line.label:
            label = plain_label(line.label, self)
            set_bold(label)
            self._grid.addWidget(label, 0, 0, 1, 2)
        if difference.before == difference.after:
            self._add_sentence()
        elif is_marked(difference):
            self._add_texts(difference, titles)
        else:
            self._add_values(difference, titles)
        spoken = [
            f"{title}: {_spoken(text)}"
            for title, text in zip(titles, (difference.before, difference.after), strict=True)
        ]
        self.setAccessibleName(f"{self._label}. {' '.join(spoken)}")

    def tab_stops(self) -> list[QWidget]:
        """Returns the row and its focusable parts in reading order."""
        links = self.findChildren(LinkButton)
        return [self, *self.findChildren(DifferenceText), *links]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(state_colour(State.INFORMATION, self.palette()), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
            painter.end()

    def _add_sentence(self) -> None:
        label = plain_label(NOTHING_TO_SEE, self)
        set_text_colour(label, quiet_colour(self.palette()))
        self._grid.addWidget(label, 1, 0, 1, 2)

    def _add_value(self, text: str, column: int) -> None:
        label: QLabel = plain_label(text or NOT_STATED, self)
        label.setAlignment(_TOP_LEFT)
        label.setSizePolicy(_equal_width_policy(label))
        if text:
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        else:
            set_text_colour(label, quiet_colour(self.palette()))
        self._grid.addWidget(label, 1, column)

    def _add_values(self, difference: Difference, titles: tuple[str, str]) -> None:
        """Adds values without marked words, which would disturb: short ones, or a long one beside an empty one."""
        for column, text in enumerate((difference.before, difference.after)):
            if not text or is_short(difference):
                self._add_value(text, column)
            else:
                self._add_box(titles[column], column).show_text(text)

    def _add_texts(self, difference: Difference, titles: tuple[str, str]) -> None:
        self._pieces = word_difference(difference.before, difference.after)
        for column, side in enumerate((Side.BEFORE, Side.AFTER)):
            self._texts.append((self._add_box(titles[column], column), side))
        if is_shortened(self._pieces):
            more, less = self._add_link(SHOW_ALL), self._add_link(SHOW_LESS)
            more.clicked.connect(lambda: self._toggle_whole(more, less, is_whole=True))
            less.clicked.connect(lambda: self._toggle_whole(less, more, is_whole=False))
            less.hide()
        self._show_texts(is_whole=False)

    def _add_box(self, title: str, column: int) -> DifferenceText:
        box = DifferenceText(f"{title}: {self._label}", self, is_tab_stop=False)
        box.setSizePolicy(_equal_width_policy(box))
        self._grid.addWidget(box, 1, column, Qt.AlignmentFlag.AlignTop)
        return box

    def _add_link(self, words: str) -> LinkButton:
        link = LinkButton(words, self)
        link.setAccessibleName(f"{words}: {self._label}")
        self._grid.addWidget(link, 2, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        return link

    def _show_texts(self, *, is_whole: bool) -> None:
        for box, side in self._texts:
            box.show_pieces(self._pieces, side, shortened=not is_whole)

    def _toggle_whole(self, used: LinkButton, other: LinkButton, *, is_whole: bool) -> None:
        self._show_texts(is_whole=is_whole)
        other.show()
        if used.hasFocus():
            focus_visibly(other)
        used.hide()


def _equal_width_policy(widget: QWidget) -> QSizePolicy:
    """Returns a policy for columns of equal width, whatever their contents."""
    policy = QSizePolicy(widget.sizePolicy())
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    return policy


def _spoken(text: str) -> str:
    if not text:
        return f"{NOT_STATED}."
    words = " ".join(text[: _LONGEST_SPOKEN + 1].split())
    if len(words) > _LONGEST_SPOKEN:
        return f"{words[: _LONGEST_SPOKEN - 1].rstrip()}…"
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."
