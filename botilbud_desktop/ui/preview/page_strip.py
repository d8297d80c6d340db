"""The positions of the pages below one another, and their size."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, QSizeF

from botilbud_desktop.ui.style.spacing import GAP, UNIT

PIXELS_PER_POINT = 96 / 72
"""Device-independent pixels per point: at 100 % a page has its paper size on a screen of 96 dpi."""
FIT_WIDTH = 0
"""The zoom at which a page is as wide as its view."""
ZOOMS = (50, 75, 100, 125, 150, 200)
"""The other zooms, in per cent."""
_LEAST_SCALE, _MOST_SCALE = 0.25, 2.0
_BETWEEN = UNIT
_AROUND = GAP


class PageStrip(NamedTuple):
    """All pages, in device-independent pixels from the upper left corner of the scrolled area."""

    pages: tuple[QRect, ...] = ()
    size: QSize = QSize(0, 0)

    def page_at(self, y: int) -> int:
        """Returns the index of the page at the height `y`, or of the nearest above it."""
        above = [index for index, page in enumerate(self.pages) if page.top() - _BETWEEN <= y]
        return above[-1] if above else 0


def strip_of(sizes: Sequence[QSizeF], zoom: int, width: int) -> PageStrip:
    """Returns pages of these sizes in points, at a zoom in per cent or `FIT_WIDTH`, in a view `width` px wide."""
    widest = max((size.width() for size in sizes), default=1.0)
    scale = zoom / 100 if zoom != FIT_WIDTH else (width - 2 * _AROUND) / (widest * PIXELS_PER_POINT)
    scale = max(_LEAST_SCALE, min(_MOST_SCALE, scale)) * PIXELS_PER_POINT
    full_width = max(width, round(widest * scale) + 2 * _AROUND)
    pages = []
    top = _AROUND
    for size in sizes:
        page = QSize(round(size.width() * scale), round(size.height() * scale))
        pages.append(QRect((full_width - page.width()) // 2, top, page.width(), page.height()))
        top += page.height() + _BETWEEN
    return PageStrip(tuple(pages), QSize(full_width, top - _BETWEEN + _AROUND))


def next_zoom(percent: float, *, is_larger: bool) -> int:
    """Returns the next larger or smaller zoom than `percent`; the outermost when there is none."""
    if is_larger:
        return next((zoom for zoom in ZOOMS if zoom > percent + 1), ZOOMS[-1])
    return next((zoom for zoom in reversed(ZOOMS) if zoom < percent - 1), ZOOMS[0])
