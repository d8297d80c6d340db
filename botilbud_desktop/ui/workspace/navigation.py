"""»Tilbage« and »Næste« at the bottom of the page, and the way back to the review before approval."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

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
        layout = QHBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, UNIT, PAGE_MARGIN, UNIT)
        self.setMaximumWidth(COLUMN_WIDTH + 2 * PAGE_MARGIN)
        self.way_back = QPushButton("Tilbage til Vis", self)
        self.way_back.setObjectName("navigation.way_back")
        self.way_back.setIcon(icon("back", self.palette().buttonText().color()))
        self.way_back.clicked.connect(self.way_back_asked)
        self.way_back.hide()
        layout.addWidget(self.way_back)
        layout.addStretch(1)
        layout.addWidget(self.back)
        layout.addWidget(self.forward)
