"""All differences between two states of a draft, side by side; rows are built as the user scrolls."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from botilbud_desktop.domain.merging.difference import Difference
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.ui.comparing.difference_row import DifferenceRow
from botilbud_desktop.ui.comparing.grouping import Group, Line, grouped, is_marked
from botilbud_desktop.ui.style.spacing import GAP, HALF, UNIT
from botilbud_desktop.ui.style.states import quiet_colour
from botilbud_desktop.ui.style.text import plain_label, set_bold, set_text_colour, subheading

NO_DIFFERENCES = "Der er ingen forskelle."
LEGEND = "Det fjernede er streget over, og det tilføjede er understreget."

_AT_ONCE = 2
"""Rows that are built between two checks whether there are enough."""
_AHEAD = 1
"""Viewport heights that are built below the visible part."""


class DifferenceList(QWidget):
    """The titles of the two sides with the differences below; or a sentence instead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[DifferenceRow] = []
        """The rows built so far."""
        self._total = 0
        self._titles = ("", "")
        self._pending: Iterator[tuple[Group, Line]] = iter(())
        self._summary = plain_label("", self)
        self._before, self._after = plain_label("", self), plain_label("", self)
        self.sentence: QLabel = plain_label("", self)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName("Forskelle")
        self.area.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab stops at each difference instead
        self.area.verticalScrollBar().valueChanged.connect(self._extend)
        self.area.verticalScrollBar().rangeChanged.connect(self._align_titles)
        self._extend_timer = QTimer(self)
        self._extend_timer.setSingleShot(True)
        self._extend_timer.timeout.connect(self._extend)
        self._content = QWidget()
        self._column = QVBoxLayout()
        self._lay_out()
        self.say("")

    def show_differences(self, differences: Sequence[Difference], before_title: str, after_title: str) -> None:
        """Shows the differences from the top, with the titles of the two sides; or that there are none."""
        self._reset()
        self._total = len(differences)
        self._titles = (before_title, after_title)
        if not differences:
            self.say(NO_DIFFERENCES)
            return
        groups = grouped(differences)
        self._pending = ((group, line) for group in groups for line in group.lines)
        forms = counted(self._total, "forskel", "forskelle")
        self._summary.setText(f"{forms}. {LEGEND}" if any(map(is_marked, differences)) else f"{forms}.")
        self._before.setText(before_title)
        self._after.setText(after_title)
        self._show_sentence(None)
        self._extend()

    def say(self, sentence: str) -> None:
        """Shows a sentence instead of differences."""
        self._reset()
        self.sentence.setText(sentence)
        self._show_sentence(sentence)

    def focus_first(self) -> None:
        """Gives the focus to the first difference, if there is one."""
        if self.rows:
            self.rows[0].setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._extend_timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._extend_timer.start()

    def _lay_out(self) -> None:
        self._bar = QWidget(self)
        titles = QGridLayout(self._bar)
        titles.setContentsMargins(UNIT, 0, UNIT, 0)
        titles.setHorizontalSpacing(GAP)
        for column, title in enumerate((self._before, self._after)):
            set_bold(title)
            title.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
            titles.setColumnStretch(column, 1)
            titles.addWidget(title, 0, column)
        self._rule = QFrame(self)
        self._rule.setFrameShape(QFrame.Shape.HLine)
        self._rule.setForegroundRole(self._rule.palette().ColorRole.Mid)
        set_text_colour(self._summary, quiet_colour(self.palette()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HALF)
        layout.addWidget(self._summary)
        layout.addWidget(self._bar)
        layout.addWidget(self._rule)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.sentence, 1)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def _align_titles(self, _lowest: int, highest: int) -> None:
        """Keeps the titles above their columns, with and without a scroll bar."""
        room = self.area.verticalScrollBar().sizeHint().width() if highest > 0 else 0
        layout = self._bar.layout()
        if layout is not None:
            layout.setContentsMargins(UNIT, 0, UNIT + room, 0)

    def _reset(self) -> None:
        """Starts from the top with an empty column; the old rows are deleted with their parent."""
        self.rows = []
        self._total = 0
        self._pending = iter(())
        self._last_stop: QWidget = self.area
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, HALF, 0, GAP)
        self._column.setSpacing(HALF)
        self._column.addStretch(1)
        self.area.setWidget(self._content)
        self.area.verticalScrollBar().setValue(0)

    def _show_sentence(self, sentence: str | None) -> None:
        for widget in (self._summary, self._bar, self._rule, self.area):
            widget.setVisible(sentence is None)
        self.sentence.setVisible(sentence is not None)

    def _extend(self) -> None:
        """Builds rows until there are enough below the visible part."""
        view = self.area.viewport().size()
        needed = self.area.verticalScrollBar().value() + (1 + _AHEAD) * view.height()
        if len(self.rows) == self._total or self._column.totalHeightForWidth(view.width()) >= needed:
            return
        self._column.setEnabled(False)  # one layout after all rows are added
        while len(self.rows) < self._total and self._column.totalHeightForWidth(view.width()) < needed:
            for _count in range(_AT_ONCE):
                self._build_next()
        height = self._column.totalHeightForWidth(view.width())
        self._content.resize(view.width(), max(view.height(), height))
        self._column.setEnabled(True)

    def _build_next(self) -> None:
        next_pending = next(self._pending, None)
        if next_pending is None:
            return
        group, line = next_pending
        if line is group.lines[0]:
            self._add(subheading(group.heading, self._content), above=GAP if self.rows else 0)
        row = DifferenceRow(line, group.heading, self._titles, self._content)
        self.rows.append(row)
        self._add(row)
        for stop in row.tab_stops():
            QWidget.setTabOrder(self._last_stop, stop)
            self._last_stop = stop

    def _add(self, widget: QWidget, above: int = 0) -> None:
        index = self._column.count() - 1  # before the stretch
        if above:
            self._column.insertSpacing(index, above)
            index += 1
        self._column.insertWidget(index, widget)
        widget.show()  # at once, as only a shown widget has a height
