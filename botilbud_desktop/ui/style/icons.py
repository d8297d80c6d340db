"""The icon set: SVG drawings in `resources/icons`, tinted with a colour of the palette."""

from collections import OrderedDict
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from botilbud_desktop.storage.paths import resources_folder
from botilbud_desktop.ui.style.spacing import ICON

_DRAWN_IN = b"#000000"
_KEPT = 1024
"""Drawings whose origin is remembered; far more than are ever shown at once."""


class Drawn(NamedTuple):
    """What was drawn."""

    name: str
    colour: str
    size: int


_origins: OrderedDict[int, Drawn] = OrderedDict()
"""What each drawing shows, by Qt's key of it, so that it can be drawn again when the palette changes."""


def icon_pixmap(name: str, colour: QColor, ratio: float = 1.0, size: int = ICON) -> QPixmap:
    """The icon `name` in `colour`, `size` px wide at the screen's pixel `ratio`."""
    return _pixmap(name, colour.name(), ratio, size)


def icon(name: str, colour: QColor, size: int = ICON) -> QIcon:
    """The icon `name` in `colour`, sharp on the sharpest of the screens."""
    return _icon(name, colour.name(), _sharpest(), size)


def drawn_in(drawing: QPixmap | QIcon) -> Drawn | None:
    """Which of the icons a drawing shows, and in which colour; None for one that is not of the set."""
    return _origins.get(drawing.cacheKey())


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, ratio: float, size: int) -> QIcon:
    made = QIcon(_pixmap(name, colour, ratio, size))
    _remember(made, Drawn(name, colour, size))
    return made


def _remember(drawing: QPixmap | QIcon, drawn: Drawn) -> None:
    _origins[drawing.cacheKey()] = drawn
    if len(_origins) > _KEPT:
        _origins.popitem(last=False)


def _sharpest() -> float:
    return max(screen.devicePixelRatio() for screen in QGuiApplication.screens())


@lru_cache(maxsize=256)
def _pixmap(name: str, colour: str, ratio: float, size: int) -> QPixmap:
    drawing = _drawing(resources_folder() / "icons" / f"{name}.svg").replace(_DRAWN_IN, colour.encode())
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    _remember(pixmap, Drawn(name, colour, size))
    return pixmap


@lru_cache(maxsize=64)
def _drawing(path: Path) -> bytes:
    return path.read_bytes()
