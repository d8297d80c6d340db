"""The icon set: SVG files in `resources/icons`, tinted in a colour of the palette."""

from collections import OrderedDict
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from botilbud_desktop.storage.paths import resources_folder
from botilbud_desktop.ui.style.spacing import ICON

_SVG_COLOUR = b"#000000"
_MOST_REMEMBERED = 1024
"""Icons whose origin is remembered; far more than are ever shown at once."""


class IconOrigin(NamedTuple):
    """The name, colour and size in px that an icon was drawn with."""

    name: str
    colour: str
    size: int


_origins: OrderedDict[int, IconOrigin] = OrderedDict()
"""The origin of each pixmap and icon by Qt's cache key, to redraw it when the palette changes."""


def icon_pixmap(name: str, colour: QColor, ratio: float = 1.0, size: int = ICON) -> QPixmap:
    """Returns the icon `name` in `colour`, `size` px wide, at the screen's pixel `ratio`."""
    return _pixmap(name, colour.name(), ratio, size)


def icon(name: str, colour: QColor, size: int = ICON, selected: QColor | None = None) -> QIcon:
    """Returns the icon `name` in `colour`, drawn for the screen with the highest pixel ratio.

    `selected` is its colour on a selected line; Qt would mix one that can hardly be seen there.
    """
    return _icon(name, colour.name(), _highest_ratio(), size, selected.name() if selected is not None else "")


def origin_of(drawing: QPixmap | QIcon) -> IconOrigin | None:
    """Returns the name, colour and size of `drawing`; None if it is not an icon of this set."""
    return _origins.get(drawing.cacheKey())


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, ratio: float, size: int, selected: str) -> QIcon:
    made = QIcon(_pixmap(name, colour, ratio, size))
    if selected:
        made.addPixmap(_pixmap(name, selected, ratio, size), QIcon.Mode.Selected)
    _remember(made, IconOrigin(name, colour, size))
    return made


def _remember(drawing: QPixmap | QIcon, drawn: IconOrigin) -> None:
    _origins[drawing.cacheKey()] = drawn
    if len(_origins) > _MOST_REMEMBERED:
        _origins.popitem(last=False)


def _highest_ratio() -> float:
    return max(screen.devicePixelRatio() for screen in QGuiApplication.screens())


@lru_cache(maxsize=256)
def _pixmap(name: str, colour: str, ratio: float, size: int) -> QPixmap:
    drawing = _drawing(resources_folder() / "icons" / f"{name}.svg").replace(_SVG_COLOUR, colour.encode())
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    _remember(pixmap, IconOrigin(name, colour, size))
    return pixmap


@lru_cache(maxsize=64)
def _drawing(path: Path) -> bytes:
    return path.read_bytes()
