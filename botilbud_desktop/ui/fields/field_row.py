"""Fields side by side whose inputs stay level when a label needs two lines."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from botilbud_desktop.ui.fields.field import Field
from botilbud_desktop.ui.style.spacing import SECTION


class FieldRow(QWidget):
    """Fields of equal width, as far as their inputs allow it."""

    def __init__(self, fields: Sequence[Field]) -> None:
        super().__init__()
        self._fields = tuple(fields)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SECTION)
        for field in self._fields:
            field.label.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
            layout.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._level_labels()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._level_labels()

    def _level_labels(self) -> None:
        height = max(field.label.heightForWidth(field.width()) for field in self._fields)
        for field in self._fields:
            field.label.setMinimumHeight(height)
