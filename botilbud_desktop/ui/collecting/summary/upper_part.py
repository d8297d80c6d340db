"""What stands above the table: as high as it needs, but never more than part of the window; then it is scrolled."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from botilbud_desktop.ui.style.spacing import UNIT

_LARGEST_PART = 0.4
"""Of the height of the window: the rest is for the table, also with large text."""


class UpperPart(QScrollArea):
    """Holds widgets one below the other."""

    def __init__(self, parent: QWidget, *parts: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._content = QWidget(self)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        for part in parts:
            column.addWidget(part)
        self.setWidget(self._content)
        self._content.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Asks for another height when the content has one."""
        if watched is self._content and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.updateGeometry()
        return False

    def sizeHint(self) -> QSize:
        width = self.viewport().width()
        needed = self._content.heightForWidth(width) if self._content.hasHeightForWidth() else 0
        most = int(self.window().height() * _LARGEST_PART)
        return QSize(width, min(needed or self._content.sizeHint().height(), most))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())
