"""Restores the geometry that a window had when it was closed, as far as the current screens have room for it."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.files.path_calls import exists
from botilbud_desktop.storage.paths import OwnFile

if TYPE_CHECKING:
    from botilbud_desktop.storage.user.window_geometry import WindowGeometry

FILE = OwnFile.WINDOW
"""The name of the file in the state folder."""
_LEAST_VISIBLE_PART = 4
"""A window stays on its screen when at least a quarter of it (one part of this many) is visible there."""
_FRAME = QMargins(8, 32, 8, 8)
"""The frame in px that the system draws around a window: it must fit on the screen too."""


def restore_geometry(window: QWidget, path: Path) -> None:
    """Give `window`, not shown yet, the geometry in the file at `path`.

    Without a file it keeps its size, as far as the screen has room for it.
    """
    geometry = _kept_geometry(path)
    if geometry is None:
        window.resize(window.size().boundedTo(room_on(window.screen().availableGeometry()).size()))
        return
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    window.setGeometry(fitted(QRect(geometry.left, geometry.top, geometry.width, geometry.height), screens))
    if geometry.is_maximised:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def save_geometry(window: QWidget, path: Path) -> None:
    """Write the geometry of `window` to the file at `path`; a failure to write is ignored."""
    from botilbud_desktop.storage.user.window_geometry import WindowGeometry, write_window_geometry

    area = window.normalGeometry()
    if area.isEmpty():
        area = window.geometry()
    size = area.size().expandedTo(QSize(1, 1))
    with suppress(SaveFailedError):
        geometry = WindowGeometry.model_construct(  # not validated here; invalid values are rejected on reading
            left=area.left(),
            top=area.top(),
            width=size.width(),
            height=size.height(),
            is_maximised=window.isMaximized(),
        )
        write_window_geometry(path, geometry)


def fitted(wanted: QRect, screens: Sequence[QRect]) -> QRect:
    """Returns where to put a window that was at `wanted` on `screens`, the usable areas (at least one).

    It stays on the screen where most of it was, shrunk and moved only as far as needed; when that screen is gone it is
    centred on the first.
    """
    shares = [_visible_area(wanted, screen) for screen in screens]
    most = max(shares)
    is_there = most * _LEAST_VISIBLE_PART >= wanted.width() * wanted.height()
    room = room_on(screens[shares.index(most)] if is_there else screens[0])
    area = QRect(wanted.topLeft(), wanted.size().boundedTo(room.size()))
    if not is_there:
        area.moveCenter(room.center())
    area.moveLeft(max(room.left(), min(area.left(), room.right() - area.width() + 1)))
    area.moveTop(max(room.top(), min(area.top(), room.bottom() - area.height() + 1)))
    return area


def room_on(screen: QRect) -> QRect:
    """Returns the area that a screen has for a window inside its frame."""
    return screen.marginsRemoved(_FRAME)


def _kept_geometry(path: Path) -> "WindowGeometry | None":
    if not exists(path):
        return None
    from botilbud_desktop.storage.user.window_geometry import read_window_geometry

    return read_window_geometry(path)


def _visible_area(area: QRect, screen: QRect) -> int:
    part = area.intersected(screen)
    return part.width() * part.height()
