"""»Tilbage« and »Næste« at the bottom of the page, and the way back to the review before approval."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.ui.style.cards import side_of_page
from botilbud_desktop.ui.style.icons import icon
from botilbud_desktop.ui.style.spacing import COLUMN_WIDTH, UNIT
from botilbud_desktop.ui.widgets.primary_button import ActionButton


class Navigation(QWidget):
    """Buttons that never discard anything."""

    back_asked = Signal()
    next_asked = Signal()
    way_back_asked = Signal()
    """The user wants to return to the review that led to this field."""

    def __init__(self) -> None:
        super().__init__()
        self.back = ActionButton("&Tilbage", self)
        self.back.setObjectName("navigation.back")
        self.forward = ActionButton("&Næste", self, is_primary=True)
        self.forward.setObjectName("navigation.next")
        self.back.clicked.connect(self.back_asked)
        self.forward.clicked.connect(self.next_asked)
        self._rows = QVBoxLayout(self)
        self._bar = 0
        self._row = QHBoxLayout()
        self._row.setSpacing(UNIT)
        self.way_back = ActionButton("Tilbage til Vis", self)
        self.way_back.setObjectName("navigation.way_back")
        self.way_back.setIcon(icon("back", self.palette().buttonText().color()))
        self.way_back.clicked.connect(self.way_back_asked)
        self.way_back.hide()
        self._row.addWidget(self.way_back)
        self._row.addStretch(1)
        self._row.addWidget(self.back)
        self._row.addWidget(self.forward)
        self._rows.addLayout(self._row)
        QWidget.setTabOrder(self.forward, self.back)  # whoever is done with a page comes to »Næste« with Tab

    def line_up(self, bar: int) -> None:
        """Let the buttons end where the cards of the page end, beside whose column there is a bar of `bar` px."""
        self._bar = bar
        room = max(self.width() - bar, 0)
        side = side_of_page(room, self.fontMetrics().lineSpacing())
        beside = max(room - COLUMN_WIDTH - 2 * side, 0) // 2 + side
        self._rows.setContentsMargins(beside, UNIT, beside + bar, UNIT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.line_up(self._bar)

    def put_first(self, *buttons: QPushButton) -> None:
        """Put buttons before the others; the way back to the review gets a row of its own."""
        above = QHBoxLayout()
        above.addWidget(self.way_back)
        above.addStretch(1)
        self._rows.insertLayout(0, above)
        for place, button in enumerate(buttons):
            self._row.insertWidget(place, button)
