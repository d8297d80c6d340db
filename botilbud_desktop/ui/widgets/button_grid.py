"""Buttons of equal width in rows, in fewer columns where the window is narrow or the text is large."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QGridLayout, QPushButton

from botilbud_desktop.ui.style.spacing import UNIT

_SPARE = 3 * UNIT
"""So many px more, a scroll bar's, must be there before a column comes back: fewer rows may take the bar away."""


def button_grid(buttons: Sequence[QPushButton], in_a_row: int) -> QGridLayout:
    """Returns a grid of the buttons in reading order, at most `in_a_row` in each row."""
    return _ButtonGrid(buttons, in_a_row)


class _ButtonGrid(QGridLayout):
    """Places its buttons anew when another number of columns fits.

    It asks for the width of one column, and for the height that the columns need that it has now.
    """

    def __init__(self, buttons: Sequence[QPushButton], in_a_row: int) -> None:
        super().__init__()
        self._buttons = list(buttons)
        self._most = in_a_row
        self._columns = in_a_row
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(UNIT)
        for button in buttons:
            button.raise_()  # screen readers follow the order of the children
        self._place()

    def minimumSize(self) -> QSize:
        return QSize(self._widest(), super().minimumSize().height())

    def setGeometry(self, area: QRect) -> None:
        self._arrange(self._fitting(area.width()))
        for column in range(self._columns):
            self.setColumnMinimumWidth(column, self._widest())
        super().setGeometry(area)

    def _widest(self) -> int:
        """Returns the width that all columns have."""
        return max((button.minimumSizeHint().width() for button in self._shown()), default=0)

    def _shown(self) -> list[QPushButton]:
        return [button for button in self._buttons if not button.isHidden()]

    def _fitting(self, width: int) -> int:
        """Returns how many columns of one width fit into `width` px."""
        for columns in range(self._most, 1, -1):
            spare = _SPARE if columns > self._columns else 0
            if self._widest() * columns + UNIT * (columns - 1) + spare <= width:
                return columns
        return 1

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        for button in self._buttons:
            self.removeWidget(button)
        self.setColumnStretch(self._columns, 0)
        for column in range(self._columns):
            self.setColumnMinimumWidth(column, 0)
        self._columns = columns
        self._place()

    def _place(self) -> None:
        for position, button in enumerate(self._buttons):
            self.addWidget(button, position // self._columns, position % self._columns)
        self.setColumnStretch(self._columns, 1)
