"""A window to read in beside the form: search and contents at the left, the text at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from botilbud_desktop.ui.fields.inputs import LineInput
from botilbud_desktop.ui.help.reading_page import ReadingPage
from botilbud_desktop.ui.platform.screen_fit import ScreenFit
from botilbud_desktop.ui.style.spacing import UNIT
from botilbud_desktop.ui.style.tall_rows import TallRows
from botilbud_desktop.ui.style.text import plain_label, set_bold

_HEIGHT = 640
_LEAST_SIDE = 112


class ReadingWindow(QWidget):
    """Stays open beside the main window, and keeps its geometry when it is closed and opened again.

    Subclasses connect the search and the list.
    """

    def __init__(self, window: QWidget, title: str, search_label: str, widths: tuple[int, int]) -> None:
        """`search_label` has the mnemonic of the search; `widths` are those of the two sides at first, in px."""
        super().__init__(window, Qt.WindowType.Window)
        self._main_window = window
        self.setWindowTitle(title)
        self._widths = widths
        ScreenFit(self, QSize(sum(widths), _HEIGHT))
        self._search_label = search_label
        self.search = LineInput(self, own_history=True)
        self.search.setClearButtonEnabled(False)
        self.search.setAccessibleName(search_label.replace("&", ""))
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setItemDelegate(TallRows(self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setAccessibleName("Indhold")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.close_button = QPushButton("&Luk", self)
        self.close_button.clicked.connect(self.close)
        QShortcut(QKeySequence("Ctrl+F"), self, self._on_find)

    def bring_up(self, target: QWidget) -> None:
        """Show the window in front of the others, with the focus in `target`."""
        self.show()
        self.raise_()
        self.activateWindow()
        target.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the search, then closes."""
        if event.key() == Qt.Key.Key_Escape:
            if self.search.text():
                self.search.clear()
            else:
                self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Activates the main window again."""
        super().closeEvent(event)
        self._main_window.activateWindow()

    def lay_out(self, page: ReadingPage, below_search: Sequence[QWidget], buttons: Sequence[QPushButton]) -> None:
        """Put the parts in their place: `below_search` one below the other, `buttons` at the foot."""
        label = plain_label(self._search_label, self)
        set_bold(label)
        label.setBuddy(self.search)
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        for part in (label, self.search, *below_search):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(side)
        splitter.addWidget(page)
        splitter.setStretchFactor(1, 1)
        side.setMinimumWidth(_LEAST_SIDE)
        splitter.setSizes([width * self.width() // sum(self._widths) for width in self._widths])
        foot = QHBoxLayout()
        foot.setSpacing(UNIT)
        for button in buttons:
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        layout.setSpacing(UNIT)
        layout.addWidget(splitter, 1)
        layout.addLayout(foot)

    def _on_find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()
