"""One picture: a title, and below it bars, each between its words and its number."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from botilbud_desktop.documents.collection.pictures import Picture
from botilbud_desktop.ui.collecting.summary.pool_bar import PoolBar
from botilbud_desktop.ui.style.spacing import HALF, UNIT
from botilbud_desktop.ui.style.text import plain_label, set_bold

_LEAST_WORDS = 12
"""So many letters of average width the words before a bar have room for."""
_Line = tuple[QLabel, PoolBar, QLabel]
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class BarPicture(QWidget):
    """The words and the numbers say all that the bars do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = plain_label("", self, wrap=False)
        set_bold(self.title)
        self.lines: list[_Line] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(UNIT)
        self._grid.setVerticalSpacing(HALF)
        self._grid.setColumnStretch(3, 1)
        self._grid.addWidget(self.title, 0, 0, 1, 4)

    def show_picture(self, picture: Picture) -> None:
        """Show other bars."""
        self.title.setText(picture.title)
        self.setAccessibleName(picture.said)
        while len(self.lines) < len(picture.bars):
            self._add_line()
        for number, line in enumerate(self.lines):
            is_used = number < len(picture.bars)
            if is_used:
                label, bar, said = line
                label.setText(picture.bars[number].label)
                bar.show_share(picture.bars[number].share)
                said.setText(picture.bars[number].said)
            for widget in line:
                widget.setVisible(is_used)
        self._wrap()

    def minimumSizeHint(self) -> QSize:
        """As narrow as when its words are wrapped."""
        words = _LEAST_WORDS * self.fontMetrics().averageCharWidth()
        bar = max(
            (bar.sizeHint().width() - bar.minimumSizeHint().width() for _label, bar, _said in self.lines), default=0
        )
        return QSize(words + self._beside_words() - bar, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap()

    def _wrap(self) -> None:
        """Wrap the words where they have no room in one line: labels that may wrap would do so everywhere."""
        labels = [label for label, _bar, _said in self.lines]
        longest = max((label.fontMetrics().horizontalAdvance(label.text()) for label in labels), default=0)
        for label in labels:
            label.setWordWrap(longest + self._beside_words() > self.width())
        self.title.setWordWrap(self.title.fontMetrics().horizontalAdvance(self.title.text()) > self.width())

    def _beside_words(self) -> int:
        """Returns the width of the bars and numbers, in px."""
        widths = (
            bar.sizeHint().expandedTo(bar.minimumSize()).width() + said.sizeHint().width()
            for _label, bar, said in self.lines
        )
        return max(widths, default=0) + 3 * UNIT

    def _add_line(self) -> None:
        line = plain_label("", self, wrap=False), PoolBar(self), plain_label("", self, wrap=False)
        self.lines.append(line)
        for column, widget in enumerate(line):
            alignment = _RIGHT if column == len(line) - 1 else Qt.AlignmentFlag.AlignVCenter
            self._grid.addWidget(widget, len(self.lines), column, alignment)
