"""All fields of the web form with their ticks, to jump to one."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.web_form.transfer import TransferItem, TransferState
from botilbud_desktop.ui.style.icons import icon_pixmap
from botilbud_desktop.ui.style.spacing import UNIT
from botilbud_desktop.ui.style.states import State, quiet_colour, state_colour
from botilbud_desktop.ui.style.tall_rows import TallRows
from botilbud_desktop.ui.transfer.wording import STATES, list_label

_MARKS: dict[TransferState, tuple[str, State | None]] = {
    TransferState.NOT_STATED: ("not-stated", None),
    TransferState.WAITING: ("not-started", None),
    TransferState.DONE: ("done", State.DONE),
    TransferState.CHANGED: ("attention", State.ATTENTION),
}
_TINT = Qt.ItemDataRole.UserRole
"""The colour of a row's icon: it is redrawn for another palette."""


class ListTab(QWidget):
    """The list of fields."""

    chosen = Signal(int)
    """Carries the index of the field that was chosen, by click or arrow keys."""
    opened = Signal()
    """The chosen field is to be shown: a double click."""
    begin_again_asked = Signal()

    def __init__(self, round_: Round) -> None:
        super().__init__()
        self._round = round_
        self._items: tuple[TransferItem, ...] = ()
        self.list = QListWidget(self)
        self.list.setObjectName("transfer.list")
        self.list.setAccessibleName("Alle felter")
        self.list.setWordWrap(True)
        self.list.setItemDelegate(TallRows(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.list.itemDoubleClicked.connect(self._on_double_clicked)
        self.again = QPushButton("&Begynd forfra …", self)
        self.again.setAutoDefault(False)
        self.again.clicked.connect(self.begin_again_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self.list, 1)
        column.addWidget(self.again)

    def show_items(self, items: tuple[TransferItem, ...], current: int) -> None:
        """Shows all fields and selects the one at `current`."""
        self._items = items
        self.list.blockSignals(True)
        while self.list.count() > len(items):
            self.list.takeItem(self.list.count() - 1)
        while self.list.count() < len(items):
            self.list.addItem(QListWidgetItem())
        for row, item in enumerate(items):
            self._render_row(self.list.item(row), item)
        self.list.setCurrentRow(current)
        self.list.blockSignals(False)

    def changeEvent(self, event: QEvent) -> None:
        """Redraws the icons for another theme; the panel is notified before this widget has its new palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for row, item in enumerate(self._items):
                self._render_row(self.list.item(row), item)

    def _render_row(self, row: QListWidgetItem, item: TransferItem) -> None:
        label, words = list_label(item.field, self._round), STATES[item.state]
        name, state = _MARKS[item.state]
        palette = self.palette()
        colour = quiet_colour(palette) if state is None else state_colour(state, palette)
        text, tint = f"{label}\n{words}", colour.name()
        if (row.text(), row.data(_TINT)) == (text, tint):
            return
        mark = QIcon(icon_pixmap(name, colour, self.devicePixelRatioF()))
        on_selection = palette.highlightedText().color()
        mark.addPixmap(icon_pixmap(name, on_selection, self.devicePixelRatioF()), QIcon.Mode.Selected)
        row.setText(text)
        row.setIcon(mark)
        row.setData(_TINT, tint)
        row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{label}, {words}")

    def _on_row_changed(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(row)

    def _on_double_clicked(self) -> None:
        self.opened.emit()
