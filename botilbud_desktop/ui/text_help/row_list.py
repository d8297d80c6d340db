"""A list of places in a text, each in a few lines of words, perhaps with a tick."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from botilbud_desktop.domain.text.hidden_marks import visible
from botilbud_desktop.ui.style.spacing import HALF
from botilbud_desktop.ui.widgets.tick_delegate import TickDelegate

MOST_ROWS = 300
"""More are not laid out; after the first are dealt with, the others come."""


class Row(NamedTuple):
    """One row."""

    words: str
    places: tuple[tuple[int, int], ...]
    """Where it stands in the text, as indices; the first is scrolled to."""
    is_ticked: bool | None = None
    """None for a row that cannot be ticked."""


class RowList(QListWidget):
    """Shows rows; the arrow keys go from one to the next, Space ticks."""

    row_chosen = Signal(object)
    """The `Row` that is current now; None when there is none."""
    ticked = Signal()
    """Other rows are ticked."""

    def __init__(self, name: str, words: str, parent: QWidget) -> None:
        """`name` is the object name, `words` say to screen readers what is listed."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(TickDelegate(self))
        self.setSpacing(HALF)
        self._rows: tuple[Row, ...] = ()
        self.currentRowChanged.connect(self._on_row_changed)
        self.itemChanged.connect(self._on_item_changed)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show the first `MOST_ROWS`; the current place in the list is kept."""
        current = max(0, self.currentRow())
        self.blockSignals(True)
        self.clear()
        self._rows = tuple(rows[:MOST_ROWS])
        for row in self._rows:
            item = QListWidgetItem(visible(row.words))
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            item.setData(Qt.ItemDataRole.AccessibleTextRole, item.text())
            if row.is_ticked is not None:
                flags |= Qt.ItemFlag.ItemIsUserCheckable
                item.setCheckState(Qt.CheckState.Checked if row.is_ticked else Qt.CheckState.Unchecked)
            item.setFlags(flags)
            self.addItem(item)
        self.setCurrentRow(min(current, len(self._rows) - 1))
        self.blockSignals(False)

    @property
    def current(self) -> Row | None:
        """The row that the user looks at; None in an empty list."""
        index = self.currentRow()
        return self._rows[index] if 0 <= index < len(self._rows) else None

    def is_ticked(self, index: int) -> bool:
        """Whether the row of this index is ticked."""
        return 0 <= index < self.count() and self.item(index).checkState() is Qt.CheckState.Checked

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # the words wrap at another place

    def _on_row_changed(self, _index: int) -> None:
        self.row_chosen.emit(self.current)

    def _on_item_changed(self, _item: QListWidgetItem) -> None:
        self.ticked.emit()
