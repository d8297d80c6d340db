"""The panel's first geometry: at the right edge of the screen, beside the browser."""

from PySide6.QtCore import QRect, QSize

from botilbud_desktop.storage.paths import OwnFile
from botilbud_desktop.ui.platform.window_geometry import room_on

FILE = OwnFile.TRANSFER_WINDOW
"""The file with the panel's geometry, in the state folder."""
SIZE = QSize(360, 640)
"""The panel's size, in device-independent pixels, where the screen has room for it."""


def at_the_right_edge(screen: QRect, least: int = 0) -> QRect:
    """Returns the panel's first geometry on `screen`, the area that can be used; it is `least` px wide or more."""
    room = room_on(screen)
    size = SIZE.expandedTo(QSize(least, 0)).boundedTo(room.size())
    return QRect(room.right() + 1 - size.width(), room.top(), size.width(), size.height())
