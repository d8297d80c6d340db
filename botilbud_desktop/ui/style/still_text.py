"""Text that changes while the user types: it repaints alone, and the page gets a new layout only when needed.

A `QLabel` requests a new layout of its page with each new text, which costs more than the keystroke itself.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from botilbud_desktop.domain.text.hidden_marks import hard_spaced, visible
from botilbud_desktop.ui.style.spacing import HALF, ICON

if TYPE_CHECKING:
    from botilbud_desktop.ui.style.numbers_in_place import Number, NumbersInPlace

_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_UNLIMITED = 100_000
_MOST_HEIGHTS = 8
"""Widths for which the height is remembered."""
_ICON_ROOM = ICON + 2 * HALF
"""Width in px that an icon takes from the text."""


class StillText(QLabel):
    """Plain text that wraps and is at least `lines` lines high, with an icon before it or none.

    It is painted with hard spaces between numbers and their units; its text is as it was given.

    For screen readers it is a label with the text as its name; text and pixmap of the `QLabel` itself stay empty.
    """

    def __init__(self, lines: int = 1, parent: QWidget | None = None, *, keeps_room: bool = False) -> None:
        """With `keeps_room` a text that needed more lines keeps their room until `give_up_room`."""
        super().__init__(parent)
        self._lines = lines
        self._keeps_room = keeps_room
        self._text = ""
        self._icon = QPixmap()
        self._height = 0
        """The height that was needed when the page was last laid out; 0 before that, since the width may change."""
        self._heights: dict[int, int] = {}
        """The height that the text needs, by the widths that were asked for last: a layout asks again and again."""
        self._in_place: NumbersInPlace | None = None
        self._numbers: dict[int, Number] = {}
        """Numbers that are not painted yet, in the region `_unpainted`."""
        self._unpainted = QRegion()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAutoFillBackground(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """Returns the shown text."""
        return self._text

    def setText(self, text: str) -> None:
        """Shows `text`."""
        text = visible(text)
        if text == self._text:
            return
        numbers = self._new_numbers(text)
        self._text = text
        self.setAccessibleName(text)
        if numbers is None:
            self._show_changed()
            return
        self._numbers |= numbers
        for number in numbers.values():
            self._unpainted += number.rect
        self.update(self._unpainted)

    def give_up_room(self) -> None:
        """Asks for the height that the text needs, if that is another one than it has."""
        if self.heightForWidth(self.width()) != self._height:
            self.updateGeometry()

    def pixmap(self) -> QPixmap:
        """Returns the icon; a null pixmap without one."""
        return self._icon

    def setPixmap(self, pixmap: QPixmap | QImage) -> None:
        """Shows an icon before the text, or none if `pixmap` is null."""
        self._icon = QPixmap(pixmap)
        self._show_changed()
        if self.heightForWidth(self.width()) > self._height:
            self._ask_all_layouts()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            if len(self._heights) >= _MOST_HEIGHTS:
                self._heights.clear()
            self._heights[width] = self._needed_height(width)
        return self._heights[width]

    def _needed_height(self, width: int) -> int:
        least = self._least_height()
        if not self._text:
            return least
        room = QRect(0, 0, max(width - self._indent(), 1), _UNLIMITED)
        return max(least, self.fontMetrics().boundingRect(room, _FLAGS, hard_spaced(self._text)).height())

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 20, self._least_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self._least_height())

    def changeEvent(self, event: QEvent) -> None:
        self._in_place = None  # the font may have changed
        self._heights.clear()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._in_place = None
        self._height = self.heightForWidth(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._numbers and event.region() == self._unpainted:
            for number in self._numbers.values():
                painter.drawText(number.start, number.text)
        else:
            self._paint_everything(painter)
        painter.end()
        self._numbers, self._unpainted = {}, QRegion()

    def _paint_everything(self, painter: QPainter) -> None:
        if not self._icon.isNull():
            painter.drawPixmap(QPointF(), self._icon)
        painter.drawText(self.rect().adjusted(self._indent(), 0, 0, 0), _FLAGS, hard_spaced(self._text))

    def _new_numbers(self, text: str) -> "dict[int, Number] | None":
        """Returns the numbers that are new in `text` if all else stays in place; None if everything must be painted."""
        if not self.isVisible() or not self.devicePixelRatioF().is_integer():
            return None  # at 125 % a line may end within a pixel, and the next one reach into it
        if self._in_place is None:
            self._in_place = self._find_numbers(text)
        return None if self._in_place is None else self._in_place.change_to(text)

    def _find_numbers(self, text: str) -> "NumbersInPlace | None":
        """Returns where the numbers stand; None if `text` differs in more than them, so that nobody asks."""
        if not self._text:
            return None
        from botilbud_desktop.ui.style.numbers_in_place import NumbersInPlace, changed_numbers

        if changed_numbers(self._text.split(" "), text.split(" ")) is None:
            return None
        left = self._indent()
        return NumbersInPlace(self._text, self.font(), left, self.width() - left, self.layoutDirection())

    def _show_changed(self) -> None:
        self._in_place = None
        self._heights.clear()
        self._numbers, self._unpainted = {}, QRegion()
        if not self._keeps_room or self.heightForWidth(self.width()) > self._height:
            self.give_up_room()
        self.update()

    def _ask_all_layouts(self) -> None:
        """Asks for more room at once: Qt passes it on later, and not at all if the page is hidden before that."""
        part: QWidget | None = self
        while part is not None and not part.isWindow():
            part.updateGeometry()
            part = part.parentWidget()

    def _least_height(self) -> int:
        return self.fontMetrics().lineSpacing() * self._lines

    def _indent(self) -> int:
        return 0 if self._icon.isNull() else _ICON_ROOM
