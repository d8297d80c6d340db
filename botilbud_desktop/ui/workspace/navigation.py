"""»Tilbage« and »Næste« at the bottom of the page, and the way back to the review before approval."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.ui.style.icons import icon
from botilbud_desktop.ui.style.spacing import COLUMN_WIDTH, PAGE_MARGIN, UNIT


class Navigation(QWidget):
    """Buttons that never discard anything."""

    back_asked = Signal()
    next_asked = Signal()
    way_back_asked = Signal()
    """The user wants to return to the review that led to this field."""

    def __init__(self) -> None:
        super().__init__()
        self.back = QPushButton("&Tilbage", self)
        self.back.setObjectName("navigation.back")
        self.forward = QPushButton("&Næste", self)
        self.forward.setObjectName("navigation.next")
        self.back.clicked.connect(self.back_asked)
        self.forward.clicked.connect(self.next_asked)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(PAGE_MARGIN, UNIT, PAGE_MARGIN, UNIT)
        self._row = QHBoxLayout()
        self.setMaximumWidth(COLUMN_WIDTH + 2 * PAGE_MARGIN)
        self.way_back = QPushButton("Tilbage til Vis", self)
        self.way_back.setObjectName("navigation.way_back")
        self.way_back.setIcon(icon("back", self.palette().buttonText().color()))
        self.way_back.clicked.connect(self.way_back_asked)
        self.way_back.hide()
        self._row.addWidget(self.way_back)
        self._row.addStretch(1)
        self._row.addWidget(self.back)
        self._row.addWidget(self.forward)
        self._rows.addLayout(self._row)

    def put_first(self, *buttons: QPushButton) -> None:
        """Put buttons before the others; the way back to the review gets a row of its own."""
        above = QHBoxLayout()
        above.addWidget(self.way_back)
        above.addStretch(1)
        self._rows.insertLayout(0, above)
        for place, button in enumerate(buttons):
            self._row.insertWidget(place, button)
