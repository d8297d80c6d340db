"""The first page: which copies are merged, what is taken over without a question, and the number of conflicts."""

from collections.abc import Iterator

from PySide6.QtWidgets import QGridLayout, QWidget

from botilbud_desktop.domain.merging.difference import Difference
from botilbud_desktop.domain.merging.merge import Merge
from botilbud_desktop.ui.comparing.difference_list import LEGEND
from botilbud_desktop.ui.comparing.difference_row import DifferenceRow
from botilbud_desktop.ui.comparing.grouping import grouped, is_short
from botilbud_desktop.ui.merging.page import MergePage
from botilbud_desktop.ui.merging.wording import (
    EMPTIED,
    SEVERAL_EMPTIED,
    Titles,
    approval_remark,
    opening_sentences,
    taken_heading,
)
from botilbud_desktop.ui.style.spacing import GAP, UNIT
from botilbud_desktop.ui.style.states import State, quiet_colour
from botilbud_desktop.ui.style.text import plain_label, set_bold, set_text_colour, subheading

MOST_LISTED = 100
"""The most changes that are listed; the rest is counted."""

_AT_ONCE = 2
"""Changes that are added in one turn, so that the window does not stand still for long texts."""
_BEFORE_AND_AFTER = ("Nu", "Efter fletningen")


class OpeningPage(MergePage):
    """Shows what the merge will do."""

    def __init__(
        self, merge: Merge, titles: Titles, taken: tuple[Difference, ...], parent: QWidget, remark: str = ""
    ) -> None:
        """`taken` is what is taken over from theirs, in words; `remark` is about the earlier versions."""
        super().__init__("Flet to udgaver af kladden", parent)
        for sentence in opening_sentences(merge, titles, len(taken)):
            self.add_sentence(sentence)
        if remark:
            self.add_mark(remark, State.ATTENTION)
        if emptied := merge.emptied.intersection(merge.taken):
            self.add_mark(EMPTIED if len(emptied) == 1 else SEVERAL_EMPTIED, State.ATTENTION)
        result = None if merge.conflicts else merge.merged
        self.add_remark(approval_remark(merge, titles, result))
        self.add_sentence("Intet bliver ændret, før du trykker »Flet«, og du kan fortryde bagefter.", quiet=True)
        if taken:
            self._add_list(taken)
        self.finish()

    def _add_list(self, taken: tuple[Difference, ...]) -> None:
        self.column.addSpacing(UNIT)
        self.column.addWidget(subheading(taken_heading(len(taken)), self.content))
        columns = QGridLayout()
        columns.setContentsMargins(UNIT, 0, UNIT, 0)
        columns.setHorizontalSpacing(GAP)
        for column, title in enumerate(_BEFORE_AND_AFTER):
            label = plain_label(title, self.content)
            set_text_colour(label, quiet_colour(self.palette()))
            columns.addWidget(label, 0, column)
            columns.setColumnStretch(column, 1)
        self.column.addLayout(columns)
        if not all(is_short(difference) for difference in taken):
            self.add_sentence(LEGEND, quiet=True)
        self._last_stop: QWidget | None = None
        self.add_in_turn(self._rows(taken), _AT_ONCE)

    def _rows(self, taken: tuple[Difference, ...]) -> Iterator[None]:
        """Adds a row with each step."""
        for group in grouped(taken[:MOST_LISTED]):
            label = plain_label(group.heading, self.content)
            label.setContentsMargins(UNIT, UNIT, 0, 0)
            set_bold(label)
            self.column.addWidget(label)
            for line in group.lines:
                self._add_row(DifferenceRow(line, group.heading, _BEFORE_AND_AFTER, self.content))
                yield
        if len(taken) > MOST_LISTED:
            self.add_sentence(f"… og {len(taken) - MOST_LISTED} til.", quiet=True)

    def _add_row(self, row: DifferenceRow) -> None:
        self.column.addWidget(row)
        for stop in row.tab_stops():
            if self._last_stop is not None:
                QWidget.setTabOrder(self._last_stop, stop)
            self._last_stop = stop
