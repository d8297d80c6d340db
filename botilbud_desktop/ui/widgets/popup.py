"""What opens below a widget and closes by Esc or a click outside it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QWidget

from botilbud_desktop.ui.style.spacing import UNIT
from botilbud_desktop.ui.widgets.bounded_part import scroll

_WIDTH = 440


class Popup(QFrame):
    """A framed popup with texts, as high as they need; whoever opens it gives the focus."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_below(self, widget: QWidget) -> None:
        """Open below `widget`, or above it where the screen ends; what has no room on the screen is scrolled."""
        layout, room = self.layout(), widget.screen().availableGeometry().size()
        width = min(_WIDTH, room.width())
        by_width = layout is not None and layout.hasHeightForWidth()
        needed = layout.totalHeightForWidth(width) if layout is not None and by_width else self.sizeHint().height()
        if layout is not None and needed > room.height():
            scroll(self, layout)
        self.setFixedSize(width, min(needed, room.height()))
        move_below(self, widget, gap=UNIT)
        self.show()


def move_below(popup: QWidget, widget: QWidget, *, gap: int) -> None:
    """Move a popup `gap` px below `widget`, above it where the screen ends, and never out of the screen's sides."""
    room, above = widget.screen().availableGeometry(), widget.mapToGlobal(QPoint(0, 0))
    top = above.y() + widget.height() + gap
    if top + popup.height() > room.bottom():
        top = max(room.top(), above.y() - popup.height() - gap)
    popup.move(max(room.left(), min(above.x(), room.right() - popup.width())), top)
