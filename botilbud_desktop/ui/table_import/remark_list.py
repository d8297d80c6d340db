"""The remarks on an import, each with its icon."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.ui.style.icons import icon
from botilbud_desktop.ui.style.states import State, state_colour
from botilbud_desktop.ui.style.tall_rows import TallRows
from botilbud_desktop.ui.table_import.left_out_wording import Remark

_NO_REMARKS = "Ingen bemærkninger."
_KINDS = {State.PROBLEM: "Ikke forstået", State.ATTENTION: "Kontrollér", State.INFORMATION: "Godt at vide"}
_MOST = 1000
"""The most remarks that are listed; how many more there are is told."""


class RemarkList(QListWidget):
    """A read-only list; it keeps its height, however many remarks there are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remarks: Sequence[Remark] = ()
        self.setObjectName("import.remarks")
        self.setWordWrap(True)
        self.setItemDelegate(TallRows(self))
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustIgnored)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self.show_remarks(self._remarks)  # the icons have other colours

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.fontMetrics().lineSpacing() * 3)

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Lists the remarks, or that there are none."""
        self._remarks = remarks
        self.clear()
        shown = list(remarks[:_MOST]) or [(State.INFORMATION, _NO_REMARKS)]
        if len(remarks) > _MOST:
            more = counted(len(remarks) - _MOST, "bemærkning", "bemærkninger")
            shown.append((State.ATTENTION, f"Der er {more} mere."))
        for state, text in shown:
            item = QListWidgetItem(icon(str(state), state_colour(state, self.palette())), text, self)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{_KINDS.get(state, '')}: {text}")
