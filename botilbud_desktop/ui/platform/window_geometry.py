"""The window opens where and as large as it was closed, as far as the screens of today have room for it."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from botilbud_desktop.storage.errors import SaveFailedError

if TYPE_CHECKING:
    from botilbud_desktop.storage.user.window_geometry import WindowGeometry

FILE = "window.json"
"""The file in the folder of what the program remembers."""
_LEAST_PART = 4
"""A window stays on its screen when at least a quarter of it can be seen there."""
_FRAME = QMargins(8, 32, 8, 8)
"""What the system draws around a window: it must find room on the screen too."""


def restore_geometry(window: QWidget, path: Path) -> None:
    """Give `window`, not shown yet, the place that the file at `path` tells.

    Without one it keeps its size, as far as the screen has room for it.
    """
    place = _kept_geometry(path)
    if place is None:
        window.resize(window.size().boundedTo(room_on(window.screen().availableGeometry()).size()))
        return
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    window.setGeometry(fitted(QRect(place.left, place.top, place.width, place.height), screens))
    if place.is_maximised:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def save_geometry(window: QWidget, path: Path) -> None:
    """Write where `window` is to the file at `path`. One that cannot be written is no loss worth a word."""
    from botilbud_desktop.storage.user.window_geometry import WindowGeometry, write_window_geometry

    area = window.normalGeometry()
    if area.isEmpty():
        area = window.geometry()
    size = area.size().expandedTo(QSize(1, 1))
    with suppress(SaveFailedError):
        place = WindowGeometry.model_construct(  # whatever Qt says; what makes no sense is not read again
            left=area.left(),
            top=area.top(),
            width=size.width(),
            height=size.height(),
            is_maximised=window.isMaximized(),
        )
        write_window_geometry(path, place)


def fitted(wanted: QRect, screens: Sequence[QRect]) -> QRect:
    """Where a window that was at `wanted` is put on `screens`, the areas that can be used, of which one at least.

    It stays on the screen where most of it was, made smaller and moved as far as it must; when that screen is gone it
    is put in the middle of the first.
    """
    shares = [_seen(wanted, screen) for screen in screens]
    most = max(shares)
    is_there = most * _LEAST_PART >= wanted.width() * wanted.height()
    room = room_on(screens[shares.index(most)] if is_there else screens[0])
    area = QRect(wanted.topLeft(), wanted.size().boundedTo(room.size()))
    if not is_there:
        area.moveCenter(room.center())
    area.moveLeft(max(room.left(), min(area.left(), room.right() - area.width() + 1)))
    area.moveTop(max(room.top(), min(area.top(), room.bottom() - area.height() + 1)))
    return area


def room_on(screen: QRect) -> QRect:
    """What a screen has for a window within its frame."""
    return screen.marginsRemoved(_FRAME)


def _kept_geometry(path: Path) -> "WindowGeometry | None":
    if not path.exists():
        return None
    from botilbud_desktop.storage.user.window_geometry import read_window_geometry

    return read_window_geometry(path)


def _seen(area: QRect, screen: QRect) -> int:
    part = area.intersected(screen)
    return part.width() * part.height()
