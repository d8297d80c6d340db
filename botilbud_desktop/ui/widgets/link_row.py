"""Links and buttons beside each other; those without room go on below, each whole, as words do."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from botilbud_desktop.ui.style.spacing import GAP, HALF
from botilbud_desktop.ui.widgets.link_button import LinkButton
from botilbud_desktop.ui.widgets.tab_order import LaysOutItself

_HIDDEN_ON_PURPOSE = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
"""Of a part that is hidden: not only because it is new."""


class LinkRow(LaysOutItself):
    """Lays out its links and buttons in one row, or in more where it is narrow."""

    def __init__(self, parent: QWidget, *, gap: int = GAP) -> None:
        """`gap` is the room between two of them, in px."""
        super().__init__(parent)
        self._gap = gap
        self.in_order: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, words: str, name: str) -> LinkButton:
        """Adds a link with these words and this object name, and returns it."""
        link = LinkButton(words, self)
        link.setObjectName(name)
        self.take(link)
        return link

    def take(self, part: QWidget) -> None:
        """Add a link, a button or a label that was made with the row as its parent."""
        self.in_order.append(part)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((area.bottom() + 1 for _link, area in self._areas(width)), default=0)

    def sizeHint(self) -> QSize:
        widths = [_wanted(part).width() for part in self._shown()]
        wide = sum(widths) + self._gap * max(0, len(widths) - 1)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(max((_least(part) for part in self._shown()), default=0), 0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a link has other words or another font
            self.updateGeometry()
            self._lay_out()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _shown(self) -> list[QWidget]:
        return [part for part in self.in_order if not (part.isHidden() and part.testAttribute(_HIDDEN_ON_PURPOSE))]

    def _lay_out(self) -> None:
        for link, area in self._areas(self.width()):
            link.setGeometry(area)

    def _areas(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        """Yields where each stands; the lower ones are in the middle of their row."""
        top = 0
        for row in self._rows(width):
            height = max(area.height() for _link, area in row)
            for link, area in row:
                yield link, area.translated(0, top + (height - area.height()) // 2)
            top += height + HALF

    def _rows(self, width: int) -> Iterator[list[tuple[QWidget, QRect]]]:
        """Yields what stands beside each other, each at the top of its row."""
        row: list[tuple[QWidget, QRect]] = []
        left = 0
        for link in self._shown():
            wide = min(_wanted(link).width(), width)
            if row and left + wide > width:
                yield row
                row, left = [], 0
            high = link.heightForWidth(wide) if link.hasHeightForWidth() else _wanted(link).height()
            row.append((link, QRect(left, 0, wide, high)))
            left += wide + self._gap
        if row:
            yield row


def _wanted(part: QWidget) -> QSize:
    """Returns the size that a part likes to have, within the limits that were set for it."""
    return part.sizeHint().expandedTo(part.minimumSize()).boundedTo(part.maximumSize())


def _least(part: QWidget) -> int:
    return min(part.minimumSizeHint().width(), _wanted(part).width())
