"""The page of one conflict: both texts, their common base, and the choices."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.merging.merge import Choice
from botilbud_desktop.domain.merging.word_difference import Piece, PieceKind
from botilbud_desktop.ui.comparing.difference_text import DifferenceText
from botilbud_desktop.ui.merging.choice_group import ChoiceGroup
from botilbud_desktop.ui.merging.page import MergePage
from botilbud_desktop.ui.merging.side_text import bounded
from botilbud_desktop.ui.merging.sides import Sides
from botilbud_desktop.ui.merging.wording import REST_LABELS, ConflictText, Titles, lengths_sentence
from botilbud_desktop.ui.style.spacing import HALF, UNIT
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.style.text import plain_label
from botilbud_desktop.ui.widgets.button_grid import button_grid

_LONGEST_SENTENCE = 160
_MOST_LINES = 14
_LINES_BESIDE = 20
"""The number of text lines that the rest of the dialog takes, about."""
_LEAST_ROOM = 8
"""The least number of lines for the texts; in a lower window the page scrolls."""
_LOW = 560
"""Height of the dialog in px; below it the choices are beside each other."""


class ConflictPage(MergePage):
    """One conflict. Nothing is chosen at first, so that nothing is decided by accident."""

    choice_made = Signal(object)
    """Carries the `Choice`."""
    rest_asked = Signal(object)
    """Carries the `Choice` for all undecided conflicts."""

    def __init__(
        self,
        title: str,
        text: ConflictText,
        titles: Titles,
        choices: tuple[Choice, ...],
        chosen: Choice | None,
        parent: QWidget,
        *,
        rest: int,
        asked: bool,
        lengths: tuple[Mapping[Choice, int], int] | None,
    ) -> None:
        """`rest` is the number of conflicts that a common choice is offered for, 0 for none.

        With `asked` the page shows that a choice is missing. `lengths` is how long the whole text becomes with each
        choice, and its limit; None for what is no limited text.
        """
        super().__init__(title, parent)
        if text.project:
            self.add_sentence(f"»{text.project}«", quiet=True)
        if text.explanation:
            self.add_sentence(text.explanation)
        room = max(parent.height() // self.fontMetrics().lineSpacing() - _LINES_BESIDE, _LEAST_ROOM)
        before = text.before if text.before is None else text.before or NOT_STATED
        is_long = before is not None and (len(before) > _LONGEST_SENTENCE or "\n" in before)
        lines_before = max(room // 3, 3) if is_long else 0
        columns = ((titles.mine, text.mine), (titles.theirs, text.theirs))
        self.sides = Sides(columns, min(room - lines_before, _MOST_LINES), self.content)
        self.column.addWidget(self.sides)
        if before is not None and is_long:
            self._add_box(before, lines_before)
        elif before is not None:
            self.add_sentence(f"Før: {before}")
        self._missing = self.add_mark("Vælg, hvad der skal stå, før du fletter.", State.PROBLEM) if asked else None
        self.group = ChoiceGroup(text, choices, chosen, self.content, in_a_row=parent.height() < _LOW)
        self.group.choice_made.connect(self._on_choice_made)
        self.column.addWidget(self.group)
        if lengths is not None:
            self._add_lengths(*lengths)
        self.rest = [self._rest_button(choice) for choice in REST_LABELS]
        self.column.addLayout(button_grid(self.rest, len(self.rest)))
        self.offer_rest(rest)
        self.finish()

    def first_input(self) -> QWidget:
        return self.group.first_input()

    def offer_rest(self, count: int) -> None:
        """Offers one choice for `count` conflicts; hides the offer for 0."""
        for button, label in zip(self.rest, REST_LABELS.values(), strict=True):
            button.setText(f"{label} ({count})")
            button.setVisible(count > 0)

    def _add_lengths(self, lengths: Mapping[Choice, int], limit: int) -> None:
        """Adds how long the whole text becomes with each choice."""
        sentence = lengths_sentence(lengths, limit)
        if any(length > limit for length in lengths.values()):
            self.add_mark(sentence, State.ATTENTION)
        else:
            self.add_sentence(sentence, quiet=True)

    def _add_box(self, before: str, most_lines: int) -> None:
        """Adds the common base of both texts, when it is long."""
        label = plain_label("Før:", self.content, wrap=False)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        label.setContentsMargins(0, HALF, 0, 0)
        box = DifferenceText("Før", self.content, most_lines=most_lines)
        box.show_pieces((Piece(PieceKind.SAME, before),))
        box.setAccessibleName(f"Før: {bounded(before)}")
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(label)
        row.addWidget(box, 1)
        self.column.addLayout(row)

    def _rest_button(self, choice: Choice) -> QPushButton:
        button = QPushButton(self.content)
        button.setObjectName(f"merge.rest.{choice}")
        button.clicked.connect(lambda: self.rest_asked.emit(choice))
        return button

    def _on_choice_made(self, choice: Choice) -> None:
        if self._missing is not None:
            self._missing.hide()
        self.choice_made.emit(choice)
