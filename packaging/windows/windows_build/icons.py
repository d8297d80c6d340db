"""Makes the .ico files from the drawings. They are committed, so that a build does not depend on how a machine paints.

Up to 20 pixels the simplified drawing is taken, in which no line is thinner than a pixel.
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
    """Paint all icons anew from their drawings."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    made = []
    for name in NAMES:
        drawings = {size: folder / f"{name}{'-small' if size <= _SMALL else ''}.svg" for size in SIZES}
        path = folder / f"{name}.ico"
        path.write_bytes(ico({size: picture(drawing, size) for size, drawing in drawings.items()}))
        made.append(path)
    return made


def picture(drawing: Path, size: int) -> bytes:
    """A drawing as it stands in an icon: as PNG where it is large, else as the bitmap that every program reads."""
    from PySide6.QtCore import QBuffer, QIODevice

    image = painted(drawing, size)
    if size <= _LARGEST_BITMAP:
        return bitmap(bytes(image.constBits()), size)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, b"PNG")
    return bytes(buffer.data().data())


def painted(drawing: Path, size: int) -> "QImage":
    """A drawing painted on nothing."""
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
    """Blue, green, red, opacity, from the lowest line up, and an empty mask, which the opacity replaces."""
    rows = [pixels[row * size * 4 : (row + 1) * size * 4] for row in range(size)]
    mask = bytes((size + 31) // 32 * 4 * size)
    head = struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, 32, 0, len(pixels) + len(mask), 0, 0, 0, 0)
    return head + b"".join(reversed(rows)) + mask


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """An icon file of pictures by their sizes."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    entries = b""
    for size, picture in sorted(pictures.items()):
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return head + entries + b"".join(picture for _, picture in sorted(pictures.items()))
