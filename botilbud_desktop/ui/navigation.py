"""Tilbage and Næste at the bottom of the page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from botilbud_desktop.ui.look.spacing import COLUMN_WIDTH, PAGE_MARGIN, UNIT


class Navigation(QWidget):
    """Two buttons that never discard anything."""

    back_asked = Signal()
    next_asked = Signal()

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
        layout.addStretch(1)
        layout.addWidget(self.back)
        layout.addWidget(self.forward)
