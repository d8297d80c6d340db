"""The last page: all decisions, each with a link back to its conflict."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from botilbud_desktop.domain.merging.merge import Choice
from botilbud_desktop.ui.merging.page import Mark, MergePage
from botilbud_desktop.ui.merging.wording import NOT_CHOSEN_YET, ConflictText, Remark, undecided_sentence
from botilbud_desktop.ui.style.spacing import GAP, UNIT
from botilbud_desktop.ui.style.states import State, quiet_colour
from botilbud_desktop.ui.style.text import plain_label, set_text_colour
from botilbud_desktop.ui.widgets.link_button import LinkButton

MOST_LISTED = 200
"""The most decisions that are listed; the rest is counted."""


class SummaryPage(MergePage):
    """Shows the decisions before the merge."""

    conflict_asked = Signal(int)
    """Carries the index of the conflict that the user wants to see again."""

    def __init__(
        self,
        rows: tuple[tuple[int, ConflictText, Choice | None], ...],
        taken: str,
        approval: Remark | None,
        parent: QWidget,
    ) -> None:
        """`rows` are the conflicts with their index and the choice.

        `taken` is a sentence about what is taken over, "" for nothing.
        """
        super().__init__("Dine valg", parent)
        missing = sum(choice is None for _index, _text, choice in rows)
        if missing:
            self.add_mark(undecided_sentence(missing), State.ATTENTION)
        else:
            self.add_sentence("Tryk »Flet«, når det er, som det skal være. Du kan fortryde bagefter.")
        if taken:
            self.add_sentence(taken, quiet=True)
        self.add_remark(approval)
        self.column.addSpacing(UNIT)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(UNIT)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self.links: list[LinkButton] = []
        for index, text, choice in rows[:MOST_LISTED]:
            self._add_row(index, text, choice)
        self.column.addLayout(self._grid)
        if len(rows) > MOST_LISTED:
            self.add_sentence(f"… og {len(rows) - MOST_LISTED} til.", quiet=True)
        self.finish()

    def _add_row(self, index: int, text: ConflictText, choice: Choice | None) -> None:
        row = self._grid.rowCount()
        label = plain_label(text.label, self.content)
        set_text_colour(label, quiet_colour(self.palette()))
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(label, row, 0)
        if choice is None:
            self._grid.addWidget(Mark(NOT_CHOSEN_YET, State.ATTENTION, self.content), row, 1)
        else:
            chosen = plain_label(text.summary_of(choice), self.content)
            chosen.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(chosen, row, 1)
        words = "Vælg" if choice is None else "Redigér"
        link = LinkButton(words, self.content)
        link.setObjectName(f"merge.edit.{index}")
        link.setAccessibleName(f"{words} {text.label}")
        link.clicked.connect(lambda _checked=False, at=index: self.conflict_asked.emit(at))
        self.links.append(link)
        self._grid.addWidget(link, row, 2, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
