"""The icon set: SVG drawings in `resources/icons`, tinted with a colour of the palette."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from botilbud_desktop.storage.paths import resources_folder
from botilbud_desktop.ui.look.spacing import ICON

_DRAWN_IN = b"#000000"


def icon_pixmap(name: str, colour: QColor, ratio: float = 1.0, size: int = ICON) -> QPixmap:
    """The icon `name` in `colour`, `size` px wide at the screen's pixel `ratio`."""
    return _pixmap(name, colour.name(), ratio, size)


def icon(name: str, colour: QColor, size: int = ICON) -> QIcon:
    """The icon `name` in `colour`, sharp on the sharpest of the screens."""
    return QIcon(icon_pixmap(name, colour, _sharpest(), size))


def _sharpest() -> float:
    return max(screen.devicePixelRatio() for screen in QGuiApplication.screens())


@lru_cache(maxsize=256)
def _pixmap(name: str, colour: str, ratio: float, size: int) -> QPixmap:
    drawing = _drawing(resources_folder() / "icons" / f"{name}.svg").replace(_DRAWN_IN, colour.encode("ascii"))
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


@lru_cache(maxsize=64)
def _drawing(path: Path) -> bytes:
    return path.read_bytes()
