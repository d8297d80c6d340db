"""One picture: a title, and below it bars, each between its words and its number."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from botilbud_desktop.documents.collection.pictures import Picture
from botilbud_desktop.ui.collecting.summary.pool_bar import PoolBar
from botilbud_desktop.ui.style.spacing import HALF, UNIT
from botilbud_desktop.ui.style.text import plain_label, set_bold

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

    def _add_line(self) -> None:
        line = plain_label("", self, wrap=False), PoolBar(self), plain_label("", self, wrap=False)
        self.lines.append(line)
        for column, widget in enumerate(line):
            alignment = _RIGHT if column == len(line) - 1 else Qt.AlignmentFlag.AlignVCenter
            self._grid.addWidget(widget, len(self.lines), column, alignment)
