"""The pictures of the collection side by side, or below each other in a narrow window; they can be folded away."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from botilbud_desktop.documents.collection.pictures import Picture
from botilbud_desktop.ui.collecting.summary.bar_picture import BarPicture
from botilbud_desktop.ui.style.spacing import HALF, SECTION, UNIT
from botilbud_desktop.ui.widgets.disclosure import Disclosure

WORDS = "Diagrammer"
_ROOM_IN_LINES = 56
"""A window with room for fewer lines of text needs it for the table."""


class PicturePane(QWidget):
    """Unfolded at first in a high window; after that as the user left it."""

    asked = Signal()
    """The user unfolded it, or folded it away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.toggle = Disclosure(WORDS, self, words=WORDS)
        """Stands elsewhere in the summary."""
        self.pictures: list[BarPicture] = []
        self._is_decided = False
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, HALF, 0, HALF)
        self._row.addStretch(1)
        self._set_direction(is_wide=True)
        self.hide()
        self.toggle.toggled.connect(self._render)
        self.toggle.clicked.connect(self._on_decided)

    def show_pictures(self, pictures: Sequence[Picture]) -> None:
        """Show other pictures; nothing is shown where there are none."""
        while len(self.pictures) < len(pictures):
            self.pictures.append(BarPicture(self))
            self._row.insertWidget(len(self.pictures) - 1, self.pictures[-1], 0, Qt.AlignmentFlag.AlignTop)
        for number, widget in enumerate(self.pictures):
            if number < len(pictures):
                widget.show_picture(pictures[number])
            widget.setVisible(number < len(pictures))
        self.toggle.setVisible(bool(pictures))
        if not self._is_decided:
            self.toggle.setChecked(self.window().height() >= _ROOM_IN_LINES * self.fontMetrics().lineSpacing())
        self._render()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _on_decided(self) -> None:
        self._is_decided = True
        self.asked.emit()

    def _render(self) -> None:
        self.setVisible(self.toggle.isChecked() and not self.toggle.isHidden())

    def _fit(self) -> None:
        widths = [picture.sizeHint().width() for picture in self.pictures if not picture.isHidden()]
        self._set_direction(is_wide=sum(widths) + SECTION * (len(widths) + 1) <= self.width())

    def _set_direction(self, *, is_wide: bool) -> None:
        """Put the pictures side by side where there is room."""
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(direction)
        self._row.setSpacing(SECTION if is_wide else UNIT)
