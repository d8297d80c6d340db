"""What is scrolled when it needs more room than part of the window, or more than there is."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from botilbud_desktop.ui.style.spacing import UNIT

_LARGEST_PART, _LARGEST_ASKED_PART = 0.4, 0.6
"""Of the height of the window: the rest is for what it stands beside, also with large text. More when the user asked
for more, and the rest has its least room."""


class BoundedPart(QScrollArea):
    """Holds widgets one below the other."""

    def __init__(self, parent: QWidget, *parts: QWidget, largest: float = _LARGEST_PART) -> None:
        """`largest` is the part (0 to 1) of the window's height that it takes at most."""
        super().__init__(parent)
        self._usual_part = self._largest_part = largest
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._content = QWidget(self)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        for part in parts:
            column.addWidget(part)
        self.setWidget(self._content)
        self._content.installEventFilter(self)

    def give_room(self, part: QWidget) -> None:
        """Take more of the window while the user wants to see `part`, and scroll to it."""
        is_asked = not part.isHidden()
        self._largest_part = _LARGEST_ASKED_PART if is_asked else self._usual_part
        self.updateGeometry()
        if is_asked:
            own, around = self._content.layout(), self.window().layout()
            for layout in (own, around, own, around, own):  # another height may take a scroll bar, and break lines anew
                if layout is not None:
                    layout.activate()
            self.verticalScrollBar().setValue(part.mapTo(self._content, QPoint()).y())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Asks for another height when the content has one."""
        if watched is self._content and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.updateGeometry()
        return False

    def sizeHint(self) -> QSize:
        return self._size(self._largest_part)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._size(self._usual_part).height())

    def _size(self, largest_part: float) -> QSize:
        width = self.viewport().width()
        needed = self._content.heightForWidth(width) if self._content.hasHeightForWidth() else 0
        most = int(self.window().height() * largest_part)
        return QSize(width, min(needed or self._content.sizeHint().height(), most))


def scroll(window: QWidget, layout: QLayout) -> QScrollArea:
    """Puts the parts of a window into an area that scrolls, and returns that."""
    focused = window.focusWidget()
    content = QWidget()
    content.setLayout(layout)  # Qt takes it, with its parts, from the window
    area = QScrollArea(window)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    around = QVBoxLayout(window)
    around.setContentsMargins(0, 0, 0, 0)
    around.addWidget(area)
    if focused is not None:
        focused.setFocus()  # it was lost on the way
    return area
