"""What is doubtful about the collection: how much there is in one line, and the list below it."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.domain.text.hidden_marks import visible
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.ui.collecting.summary.doubts import (
    CHOSEN,
    LEFT_OUT,
    MORE,
    NOT_COUNTED,
    TWICE,
    UNSAVED,
    Doubt,
    summary_of,
)
from botilbud_desktop.ui.style.icons import icon
from botilbud_desktop.ui.style.spacing import HALF, ICON, UNIT
from botilbud_desktop.ui.style.states import State, state_colour
from botilbud_desktop.ui.style.tall_rows import TallRows
from botilbud_desktop.ui.widgets.notice_bar import NoticeBar

SETTLED = "Du har valgt, hvilke kopier der tæller."
LEADS = "Enter eller et dobbeltklik viser rækkerne i tabellen."
SHOW, HIDE = "Vis listen", "Skjul listen"
_ICONS = {
    TWICE: State.ATTENTION,
    MORE: State.ATTENTION,
    UNSAVED: State.ATTENTION,
    LEFT_OUT: State.PROBLEM,
    NOT_COUNTED: State.ATTENTION,
    CHOSEN: State.DONE,
}
_MOST = 200
"""Lines of the list; how many more there are is told."""
_MOST_LINES = 5
_BESIDE_TEXT = ICON + 5 * UNIT
"""Room in px for the icon, the scroll bar and the margins."""
_UNBOUNDED = 100_000
_WRAPS = int(Qt.TextFlag.TextWordWrap)


class DoubtList(QWidget):
    """The list is shown at first; the user may fold it."""

    files_asked = Signal(object)
    """The user wants to see the rows of these files."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._doubts: list[Doubt] = []
        self._is_folded = False
        self.notice = NoticeBar(self)
        self.fold = QPushButton(HIDE, self)
        self.fold.clicked.connect(self._on_folded)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Det, du skal kontrollere")
        self.list.setAccessibleDescription(LEADS)
        self.list.itemActivated.connect(self._on_activated)
        self.list.setWordWrap(True)
        self.list.setItemDelegate(TallRows(self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(UNIT)
        top.addWidget(self.notice, 1)
        top.addWidget(self.fold)
        column.addLayout(top)
        column.addWidget(self.list)
        self.hide()

    def show_doubts(self, doubts: list[Doubt]) -> None:
        """Show what there is to look at; nothing is shown when there is nothing."""
        if doubts != self._doubts:
            self._doubts = doubts
            self._fill()
        self._render()

    def _fill(self) -> None:
        self.list.clear()
        for doubt in self._doubts[:_MOST]:
            item = QListWidgetItem(visible(f"{doubt.kind}: {doubt.text}"), self.list)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, item.text())
            if doubt.files:
                item.setToolTip(LEADS)
            state = _ICONS[doubt.kind]
            on_selected = self.palette().highlightedText().color()
            item.setIcon(icon(str(state), state_colour(state, self.palette()), selected=on_selected))
        if len(self._doubts) > _MOST:
            item = QListWidgetItem(f"Og {format_number(len(self._doubts) - _MOST)} mere.", self.list)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, item.text())

    def _render(self) -> None:
        self.setVisible(bool(self._doubts))
        if not self._doubts:
            return
        said = summary_of(self._doubts)
        state = State.ATTENTION if said else State.DONE
        self.notice.say(said or SETTLED, state)
        self.fold.setText(SHOW if self._is_folded else HIDE)
        self.list.setVisible(not self._is_folded)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._fill()
        elif event.type() == QEvent.Type.FontChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Make the list as high as its first lines need, or lower."""
        metrics, rows = self.fontMetrics(), range(min(self.list.count(), _MOST_LINES))
        room = QRect(0, 0, max(self.width() - _BESIDE_TEXT, 1), _UNBOUNDED)
        heights = [metrics.boundingRect(room, _WRAPS, self.list.item(row).text()).height() + HALF for row in rows]
        most = metrics.lineSpacing() * _MOST_LINES
        self.list.setFixedHeight(min(sum(heights), most) + 2 * self.list.frameWidth())

    def _on_folded(self) -> None:
        self._is_folded = not self._is_folded
        self._render()

    def _on_activated(self, item: QListWidgetItem) -> None:
        row = self.list.row(item)
        if row < len(self._doubts) and self._doubts[row].files:
            self.files_asked.emit(self._doubts[row].files)
