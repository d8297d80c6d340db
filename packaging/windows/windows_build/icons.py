"""Makes the .ico files from the SVG drawings. They are committed, so that a build does not depend on the machine's
rendering.

Up to 20 pixels it uses the simplified drawing, which has no line thinner than a pixel.
"""

import os
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from windows_build.places import WINDOWS

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
NAMES = ("program", "document")
_SMALL = 20
_LARGEST_BITMAP = 48


def make_icons(folder: Path = WINDOWS / "icons") -> list[Path]:
    """Renders all icons from their drawings."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    made = []
    for name in NAMES:
        drawings = {size: folder / f"{name}{'-small' if size <= _SMALL else ''}.svg" for size in SIZES}
        path = folder / f"{name}.ico"
        path.write_bytes(ico({size: picture(drawing, size) for size, drawing in drawings.items()}))
        made.append(path)
    return made


def picture(drawing: Path, size: int) -> bytes:
    """A drawing encoded for an icon: PNG for large sizes, else a bitmap, which every program reads."""
    from PySide6.QtCore import QBuffer, QIODevice

    image = painted(drawing, size)
    if size <= _LARGEST_BITMAP:
        return bitmap(bytes(image.constBits()), size)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, b"PNG")
    return bytes(buffer.data().data())


def painted(drawing: Path, size: int) -> "QImage":
    """A drawing rendered on a transparent background."""
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(drawing.read_bytes()).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def bitmap(pixels: bytes, size: int) -> bytes:
    """A bitmap: blue, green, red, alpha, from the bottom row up, and an empty mask, which the alpha replaces."""
    rows = [pixels[row * size * 4 : (row + 1) * size * 4] for row in range(size)]
    mask = bytes((size + 31) // 32 * 4 * size)
    head = struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, 32, 0, len(pixels) + len(mask), 0, 0, 0, 0)
    return head + b"".join(reversed(rows)) + mask


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """An icon file from pictures by size."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    entries = b""
    for size, picture in sorted(pictures.items()):
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return head + entries + b"".join(picture for _, picture in sorted(pictures.items()))
