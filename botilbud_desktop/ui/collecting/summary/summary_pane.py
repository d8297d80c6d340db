"""Above the table: the round, the sums of each year against the pool, and the regions."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from botilbud_desktop.documents.collection.pictures import pictures_of
from botilbud_desktop.documents.values import round_name
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.collection.records import CollectionTotals
from botilbud_desktop.rules.collection.shared import Shared
from botilbud_desktop.ui.collecting.gathered.wording import TWICE, others_said, shared_said, year_said
from botilbud_desktop.ui.collecting.summary.picture_pane import PicturePane
from botilbud_desktop.ui.collecting.summary.pool_bar import PoolBar
from botilbud_desktop.ui.collecting.summary.round_choice import RoundChoice
from botilbud_desktop.ui.style.spacing import HALF, UNIT
from botilbud_desktop.ui.style.states import State, state_colour
from botilbud_desktop.ui.style.text import plain_label, set_bold, set_text_colour, subheading


class SummaryPane(QWidget):
    """Everything is a sentence; the bars say nothing more."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.round = subheading("", self)
        self.rounds = RoundChoice(self)
        self.counted = plain_label("", self)
        self.twice = plain_label(TWICE, self)
        set_text_colour(self.twice, state_colour(State.ATTENTION, self.palette()))
        set_bold(self.twice)
        self.shared = plain_label("", self)
        self.others = plain_label("", self)
        self.pictures = PicturePane(self)
        self.years: list[tuple[PoolBar, QLabel]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(UNIT)
        self._grid.setVerticalSpacing(HALF)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        head = QHBoxLayout()
        head.setSpacing(UNIT)
        head.addWidget(self.round, 1)
        head.addWidget(self.rounds)
        head.addWidget(self.pictures.toggle)
        column.addLayout(head)
        column.addWidget(self.counted)
        column.addLayout(self._grid)
        column.addWidget(self.shared)
        column.addWidget(self.others)
        column.addWidget(self.twice)
        column.addWidget(self.pictures)

    def show_sums(
        self, round_: Round, counted: str, totals: CollectionTotals, shared: Shared, *, is_twice: bool
    ) -> None:
        """Show the sums; `is_twice` when an application may be counted twice."""
        in_places = shared_said(totals, shared)
        self.shared.setText(in_places)
        self.shared.setVisible(bool(in_places))
        self.round.setText(round_name(round_))
        self.counted.setText(counted)
        self.others.setText(" ".join(others_said(totals)))
        self.twice.setVisible(is_twice)
        for bar, label in self.years[len(totals.loan) :]:
            bar.hide()
            label.hide()
        for number, year in enumerate(totals.loan):
            if number == len(self.years):
                self._add_year(number)
            bar, label = self.years[number]
            bar.show_share(totals.pool_share(year))
            label.setText(year_said(totals, year))
            label.show()
        self.pictures.show_pictures(pictures_of(totals, shared, round_))

    def _add_year(self, number: int) -> None:
        bar, label = PoolBar(self), plain_label("", self)
        self._grid.addWidget(bar, number, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(label, number, 1)
        self.years.append((bar, label))
